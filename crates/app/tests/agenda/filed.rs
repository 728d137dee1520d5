//! Whoever has handed in the papers: the day counts everywhere, the decision is waited for, and nobody is urged to collect papers.

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::Clock;
use qonys_app::DateInput;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::MemoryKeys;
use qonys_app::PlanInput;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::reminder_file;
use qonys_app::view::AssessmentView;
use qonys_app::view::NextStepCode;
use qonys_app::view::PhaseCode;
use qonys_app::view::SectionState;
use qonys_app::view::StandView;
use qonys_app::view::VerdictCode;
use serde_json::Value as Json;
use serde_json::json;

use crate::sample::BUILT_IN;
use crate::sample::EN;
use crate::sample::case;
use crate::sample::day;
use crate::sample::entry;
use crate::sample::seen;

const HANDED_IN: &str = "answers.application.handed_in";

fn keys(view: &AssessmentView) -> Vec<&str> {
    let entries = view.agenda.entries.iter();
    entries.map(|entry| entry.key.as_str()).collect()
}

/// Days by which something has to be ready for the filing.
fn of_the_filing(view: &AssessmentView) -> Vec<&str> {
    const BEGINNINGS: [&str; 7] = [
        "filing_day",
        "paper:",
        "order:",
        "start:",
        "last_start:",
        "procedure_end:",
        "ground_over:",
    ];
    let mut keys = keys(view);
    keys.retain(|key| BEGINNINGS.iter().any(|begin| key.starts_with(begin)));
    keys
}

#[test]
fn the_days_before_the_filing_fall_silent_and_the_decision_is_expected_from_the_real_day() {
    for (handed_in, silent) in [
        ("2026-11-20", true),
        ("2026-11-21", true),
        ("2026-11-22", false),
    ] {
        let view = seen("2026-11-21", &[(HANDED_IN, handed_in.into())]);
        assert_eq!(of_the_filing(&view).is_empty(), silent, "{handed_in}");
        assert_eq!(view.days.handed_in, silent);
        let decision = entry(&view, "decision_expected").unwrap();
        let from = decision.event.as_ref().unwrap();
        assert_eq!(from.iso, if silent { handed_in } else { "2026-11-30" });
        assert_eq!(view.sanity.is_empty(), silent, "a day that has not come");
    }
}

/// The decision is expected, the right to stay has to last until then, and no day is assumed.
#[test]
fn what_follows_the_filing_stays() {
    let view = seen(
        "2026-11-21",
        &[(HANDED_IN, "2026-11-16".into()), ("plan", json!({}))],
    );
    assert!(keys(&view).contains(&"stay_end"));
    let decision = entry(&view, "decision_expected").unwrap();
    assert_eq!(decision.day.as_ref().unwrap().iso, "2026-12-31");
    assert!(decision.remarks.iter().all(|one| one.id != "assumed"));
    let until = view.until_decision.unwrap();
    assert_eq!(until.decision.iso, "2026-12-31");
    assert_eq!(until.verdict, VerdictCode::Yes);
}

/// A child that turns sixteen files no longer with its parent: that concerns nobody who has filed.
#[test]
fn a_birthday_before_the_decision_changes_nothing_of_what_was_handed_in() {
    let child = |handed_in: Option<&str>| {
        let child = json!({ "complete": true, "records": [{ "id": "child-1", "birth_date": "2010-12-01" }] });
        let mut changes = vec![("lists.child", child)];
        changes.extend(handed_in.map(|day| (HANDED_IN, day.into())));
        seen("2026-11-21", &changes)
    };
    let turns = "child_turns_16/child-1";
    assert!(keys(&child(None)).contains(&turns));
    assert!(!keys(&child(Some("2026-11-20"))).contains(&turns));
}

#[test]
fn nothing_is_to_be_chosen_ordered_or_begun() {
    let view = seen("2026-11-21", &[(HANDED_IN, "2026-11-20".into())]);
    assert!(view.window.text.contains("20 November 2026"));
    assert!(view.window.stretches.is_empty() && view.window.certain.is_none());
    assert!(view.orders.papers.is_empty());
    assert!(view.stages.last_starts.is_empty());
    assert!(view.stages.stages.iter().all(|stage| {
        let before = stage.phase == PhaseCode::BeforeFiling;
        !before || (stage.start_by.is_none() && stage.over_by.is_none())
    }));
    assert!(view.readiness.not_ready.is_empty() && view.readiness.open.is_empty());
    let open = seen("2026-11-21", &[]);
    assert!(!open.window.stretches.is_empty());
    assert!(!open.stages.last_starts.is_empty());
}

#[test]
fn the_heading_says_the_day_and_what_stands_against_it() {
    let heading = |today, more: &[(&str, Json)]| {
        let mut changes = vec![(HANDED_IN, "2026-11-16".into())];
        changes.extend_from_slice(more);
        seen(today, &changes).heading
    };
    let said = "The papers were handed in on 16 November 2026. The decision is expected by 31 December 2026";
    assert_eq!(heading("2026-12-31", &[]), said, "the last day");
    assert_eq!(heading("2027-01-01", &[]), said.replace(" is ", " was "));
    let expelled =
        json!({ "complete": true, "records": [{ "id": "expulsion-1", "on": "2026-01-10" }] });
    let against = heading("2026-11-21", &[("lists.expulsion", expelled)]);
    assert!(
        against.starts_with(said) && against.contains("stood against"),
        "{against}"
    );
}

pub(crate) struct Fixed(pub(crate) &'static str);

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        day(self.0)
    }
}

pub(crate) struct Nowhere;

impl FolderChooser for Nowhere {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

fn date(day: &str, month: &str, year: &str) -> DateInput {
    DateInput {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    }
}

/// A case in which nothing is said but that the papers were handed in on 16 November 2026.
fn session(today: &'static str, folder: &Path) -> Session {
    let session = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed(today)),
        Box::new(MemoryKeys::new()),
        Box::new(Nowhere),
        folder.join("vault"),
    );
    session.create_vault(None).unwrap();
    let no = AnswerInput::Word {
        value: "no".to_owned(),
    };
    let filed = AnswerInput::Date {
        day: "16".to_owned(),
        month: "11".to_owned(),
        year: "2026".to_owned(),
    };
    let revision = session.show(EN).unwrap().revision;
    let view = session.answer(EN, revision, "permit.granted", &no).unwrap();
    session
        .answer(EN, view.revision, "application.handed_in", &filed)
        .unwrap();
    session
}

fn stand(session: &Session) -> StandView {
    let overview = session.overview(EN).unwrap();
    overview.stands.into_iter().next().unwrap()
}

#[test]
fn the_next_step_is_to_wait_until_the_day_of_the_decision_and_then_to_ask() {
    let folder = tempfile::tempdir().unwrap();
    for (place, (today, code)) in [
        ("2026-11-16", NextStepCode::Wait),
        ("2026-12-31", NextStepCode::Wait),
        ("2027-01-01", NextStepCode::AskForDecision),
    ]
    .into_iter()
    .enumerate()
    {
        let session = session(today, &folder.path().join(place.to_string()));
        let next = stand(&session).next;
        assert_eq!(next.code, code, "{today}");
        assert!(next.text.contains("31 December 2026"), "{}", next.text);
    }
    let before = session("2026-11-15", &folder.path().join("before"));
    assert_eq!(stand(&before).next.code, NextStepCode::FirstCheck);
}

#[test]
fn the_plan_does_not_move_the_day_and_keeps_its_other_days_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let session = session("2026-11-21", folder.path());
    let plan = |filing: DateInput, payment: DateInput| PlanInput {
        filing,
        payment,
        decision: date("", "", ""),
    };
    let revision = session.show(EN).unwrap().revision;
    let late = plan(date("30", "11", "2026"), date("17", "11", "2026"));
    let refused = session.plan(EN, revision, &late).unwrap_err().problem();
    assert_eq!(refused.code, "payment_after_filing");
    let none = plan(date("", "", ""), date("16", "11", "2026"));
    let view = session.plan(EN, revision, &none).unwrap();
    let days = view.result.days;
    assert_eq!(days.filing.day.iso, "2026-11-16");
    assert!(days.handed_in && days.payment.given);
}

#[test]
fn another_day_is_thought_of_as_if_nothing_had_been_handed_in() {
    let folder = tempfile::tempdir().unwrap();
    let session = session("2026-11-21", folder.path());
    let revision = session.show(EN).unwrap().revision;
    let thought = session
        .answer_on(EN, revision, &date("30", "11", "2026"))
        .unwrap();
    assert_eq!(thought.day.iso, "2026-11-30");
    assert_eq!(thought.may_apply.day.iso, "2026-11-30");
    assert!(
        !thought.heading.contains("handed in"),
        "{}",
        thought.heading
    );
}

/// Nobody said which papers are in hand: they are at the office.
#[test]
fn the_section_of_papers_waits_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let documents = |today, place: &str| {
        let session = session(today, &folder.path().join(place));
        let sections = session.show(EN).unwrap().sections;
        let found = sections.into_iter().find(|one| one.id == "documents");
        found.expect("a section of papers").state
    };
    assert_eq!(documents("2026-11-15", "before"), SectionState::NotStarted);
    assert_eq!(documents("2026-11-16", "on"), SectionState::Ready);
}

#[test]
fn one_is_reminded_of_the_decision_and_no_more_of_the_filing() {
    let kinds = |changes: &[(&str, Json)]| {
        let mut case = case(changes);
        case.reminders.seed = "0123456789abcdef0123456789abcdef".to_owned();
        let file = reminder_file(&BUILT_IN, &case, day("2026-11-21"), EN).unwrap();
        let mut kinds: Vec<String> = file.entries.into_iter().map(|one| one.kind).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    };
    let of_the_filing = [
        "filing_day",
        "order_paper",
        "paper_ends",
        "passport_ends",
        "stage_end",
    ];
    let before = kinds(&[]);
    assert!(
        of_the_filing
            .iter()
            .all(|kind| before.contains(&(*kind).to_owned())),
        "{before:?}"
    );
    let after = kinds(&[(HANDED_IN, "2026-11-20".into())]);
    assert!(
        of_the_filing
            .iter()
            .all(|kind| !after.contains(&(*kind).to_owned())),
        "{after:?}"
    );
    for kind in ["decision", "stay_end", "registration"] {
        assert!(after.contains(&kind.to_owned()), "{after:?}");
    }
}

/// Among what may happen it stands with the decision that it starts, once it has happened.
#[test]
fn the_decision_stands_beside_the_day_of_handing_in() {
    let folder = tempfile::tempdir().unwrap();
    let entries = |today, place: &str| -> Vec<String> {
        let session = session(today, &folder.path().join(place));
        let revision = session.show(EN).unwrap().revision;
        let page = session.after_page(EN, revision).unwrap();
        let filed = page.happenings.into_iter().next().unwrap();
        assert_eq!(filed.key, "application.handed_in");
        filed.entries.into_iter().map(|entry| entry.key).collect()
    };
    assert_eq!(entries("2026-11-15", "before"), Vec::<String>::new());
    assert_eq!(entries("2026-11-16", "on"), ["decision_expected"]);
}
