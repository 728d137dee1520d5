//! Where every application stands: the next step and the next deadline, in each language.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod permit_held;

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::Clock;
use qonys_app::DateInput;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::PlanInput;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::view::FilledCode;
use qonys_app::view::ItemView;
use qonys_app::view::NextStepCode;
use qonys_app::view::PaperCardView;
use qonys_app::view::SectionState;

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }
}

struct Nowhere;

impl FolderChooser for Nowhere {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

fn session(folder: &Path) -> Session {
    let session = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(MemoryKeys::new()),
        Box::new(Nowhere),
        folder.join("vault"),
    );
    session.create_vault(None).unwrap();
    session
}

fn say(session: &Session, key: &str, value: &str) {
    let revision = session.show(Lang::En).unwrap().revision;
    session
        .answer(Lang::En, revision, key, &word(value))
        .unwrap();
}

fn word(value: &str) -> AnswerInput {
    AnswerInput::Word {
        value: value.to_owned(),
    }
}

#[test]
fn each_application_says_its_own_next_step_in_each_language() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let household = session.households().unwrap().households[0].id.clone();
    session.create_application(&household, "Ерлан").unwrap();
    say(&session, "applicant.status", "citizen");
    say(&session, "applicant.citizenship", "RU");
    let mut texts = Vec::new();
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let stands = session.overview(lang).unwrap().stands;
        assert_eq!(stands.len(), 2);
        for stand in &stands {
            assert_eq!(stand.next.code, NextStepCode::FirstCheck);
            assert_eq!(stand.next.target, None);
        }
        assert_ne!(
            stands[0].next.text, stands[1].next.text,
            "one of them has answered a question more"
        );
        texts.extend(stands.into_iter().map(|stand| stand.next.text));
    }
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 6);
}

#[test]
fn papers_of_which_nobody_knows_yet_are_no_section_that_is_ready() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let view = session.show(Lang::En).unwrap();
    let documents = view.sections.iter().find(|one| one.id == "documents");
    let documents = documents.expect("a section of papers");
    assert_eq!(documents.state, SectionState::NotStarted);
}

#[test]
fn what_is_overdue_is_said_beside_what_comes_next() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    session.create_sample(Lang::En).unwrap();
    let stands = session.overview(Lang::En).unwrap().stands;
    assert!(stands[0].overdue.is_none(), "nothing was answered there");
    let sample = &stands[1];
    let overdue = sample.overdue.as_ref().expect("a day that has passed");
    assert_eq!(overdue.day.iso, "2026-11-04");
    let next = sample.deadline.as_ref().expect("a day ahead");
    assert_eq!(next.day.iso, "2026-11-30");
}

fn cards(session: &Session) -> Vec<PaperCardView> {
    let view = session.show(Lang::En).unwrap();
    view.sections
        .into_iter()
        .flat_map(|section| section.items)
        .flat_map(|item| match item {
            ItemView::Papers { cards, .. } => cards,
            ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => Vec::new(),
        })
        .collect()
}

#[test]
fn a_paper_that_the_program_fills_is_printed_and_not_ordered() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    session.create_sample(Lang::En).unwrap();
    let filled: Vec<_> = cards(&session)
        .into_iter()
        .filter_map(|card| Some((card.key, card.filled?)))
        .collect();
    assert!(
        filled.contains(&("questionnaire".to_owned(), FilledCode::Whole)),
        "{filled:?}"
    );
    assert!(filled.iter().all(|(key, _)| key != "criminal_record"));
    let next = |lang| session.overview(lang).unwrap().stands.remove(1).next;
    assert_eq!(next(Lang::En).code, NextStepCode::Print);
    assert_eq!(next(Lang::En).target.as_deref(), Some("questionnaire"));
    for (lang, words) in [
        (Lang::En, "Print and sign"),
        (Lang::Ru, "Распечатайте и подпишите"),
        (Lang::Kk, "басып шығарып, қол қойыңыз"),
    ] {
        assert!(next(lang).text.contains(words), "{}", next(lang).text);
    }
}

#[test]
fn a_filing_day_that_has_passed_asks_for_a_new_one() {
    for (filing, passed) in [("20", true), ("21", false), ("22", false)] {
        let folder = tempfile::tempdir().unwrap();
        let session = session(folder.path());
        session.create_sample(Lang::En).unwrap();
        let day = DateInput {
            day: filing.to_owned(),
            month: "11".to_owned(),
            year: "2026".to_owned(),
        };
        let none = DateInput {
            day: String::new(),
            month: String::new(),
            year: String::new(),
        };
        let plan = PlanInput {
            filing: day,
            payment: none.clone(),
            decision: none,
        };
        let revision = session.show(Lang::En).unwrap().revision;
        session.plan(Lang::En, revision, &plan).unwrap();
        let stand = session.overview(Lang::En).unwrap().stands.remove(1);
        assert_eq!(stand.next.code == NextStepCode::Plan, passed, "{filing}");
    }
}

#[test]
fn what_the_first_check_asks_comes_before_what_hangs_on_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    // Nothing is known: every question of the first check is answered with that.
    loop {
        let view = session.show(Lang::En).unwrap();
        let open = view
            .precheck
            .questions
            .iter()
            .find(|one| one.answer.is_none());
        let Some(question) = open else { break };
        session
            .answer(
                Lang::En,
                view.revision,
                &question.key,
                &AnswerInput::NotKnownYet,
            )
            .unwrap();
    }
    let view = session.show(Lang::En).unwrap();
    let next = session.overview(Lang::En).unwrap().stands.remove(0).next;
    let target = next.target.expect("a question to go to");
    assert!(
        view.precheck.questions.iter().any(|one| one.key == target),
        "{target}"
    );
}

/// Whoever said that they do not know yet is not told that they said nothing.
#[test]
fn a_reason_tells_what_is_not_answered_from_what_is_not_known_yet() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let reasons = |session: &Session| -> Vec<String> {
        let view = session.show(Lang::Ru).unwrap();
        view.result
            .may_apply
            .reasons
            .iter()
            .map(|reason| reason.text.clone())
            .filter(|text| text.contains("Статус беженца"))
            .collect()
    };
    assert_eq!(reasons(&session), ["Ещё нет ответа: Статус беженца"]);
    let revision = session.show(Lang::Ru).unwrap().revision;
    session
        .answer(
            Lang::Ru,
            revision,
            "applicant.refugee",
            &AnswerInput::NotKnownYet,
        )
        .unwrap();
    assert_eq!(reasons(&session), ["Статус беженца: пока не знаю"]);
}

/// While no list of papers is settled, those are named that the application may need, and none that has a card.
#[test]
fn papers_that_may_be_needed_are_named_while_nothing_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let view = session.show(Lang::En).unwrap();
    let mut named = Vec::new();
    for item in view.sections.iter().flat_map(|section| &section.items) {
        if let ItemView::Papers { cards, perhaps } = item {
            let twice = |card: &PaperCardView| perhaps.contains(&card.title);
            assert!(!cards.iter().any(twice), "{perhaps:#?}");
            named.extend(perhaps.clone());
        }
    }
    for title in ["Document confirming solvency", "Photograph"] {
        let times = named.iter().filter(|one| *one == title).count();
        assert_eq!(times, 1, "{title}: {named:#?}");
    }
}
