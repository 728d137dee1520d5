//! The open case of the desktop: saved before it is shown, one writer, undo, and there again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::AppError;
use qonys_app::Clock;
use qonys_app::DateInput;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::PlanInput;
use qonys_app::Session;
use qonys_app::StartState;
use qonys_app::WantedFiles;
use qonys_app::view::CaseView;
use qonys_app::view::ItemView;
use qonys_app::view::VerdictCode;

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }
}

struct Folder(Option<PathBuf>);

impl FolderChooser for Folder {
    fn choose(&self, title: &str) -> Option<PathBuf> {
        assert!(title.contains(' '), "the dialog has a heading in words");
        self.0.clone()
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

fn session(folder: &Path, keys: &MemoryKeys, export: Option<PathBuf>) -> Session {
    Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(keys.clone()),
        Box::new(Folder(export)),
        folder.join("vault"),
    )
}

fn word(value: &str) -> AnswerInput {
    AnswerInput::Word {
        value: value.to_owned(),
    }
}

fn text_of(view: &CaseView, key: &str) -> Option<String> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .find_map(|item| match item {
            ItemView::Question { question } if question.key == key => {
                question.answer.as_ref().map(|answer| answer.text.clone())
            }
            ItemView::Question { .. }
            | ItemView::List { .. }
            | ItemView::Papers { .. }
            | ItemView::Plan {} => None,
        })
}

#[test]
fn an_answer_is_there_again_after_a_restart_and_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    {
        let first = session(folder.path(), &keys, None);
        assert_eq!(first.start(None).unwrap().state, StartState::Fresh);
        let created = first.create_vault(None).unwrap();
        assert!(
            created.recovery_code.is_some(),
            "a lost keyring must not lose the case"
        );
        let view = first.show(Lang::Ru).unwrap();
        let view = first
            .answer(
                Lang::Ru,
                view.revision,
                "applicant.status",
                &word("citizen"),
            )
            .unwrap();
        first
            .answer(
                Lang::Ru,
                view.revision,
                "applicant.citizenship",
                &word("RU"),
            )
            .unwrap();
    }
    let second = session(folder.path(), &keys, None);
    assert_eq!(second.start(None).unwrap().state, StartState::Open);
    for (lang, country) in [
        (Lang::Ru, "Россия"),
        (Lang::Kk, "Ресей"),
        (Lang::En, "Russia"),
    ] {
        let view = second.show(lang).unwrap();
        assert_eq!(
            text_of(&view, "applicant.citizenship").as_deref(),
            Some(country)
        );
    }
}

#[test]
fn a_change_on_an_older_state_is_refused_and_undo_takes_the_last_one_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new(), None);
    session.create_vault(None).unwrap();
    let before = session.show(Lang::En).unwrap();
    assert!(!before.can_undo);
    let after = session
        .answer(
            Lang::En,
            before.revision,
            "applicant.status",
            &word("citizen"),
        )
        .unwrap();
    let stale = session.answer(
        Lang::En,
        before.revision,
        "applicant.status",
        &word("stateless"),
    );
    assert!(matches!(stale, Err(AppError::StaleRevision)));
    let undone = session.undo(Lang::En, after.revision).unwrap();
    assert_eq!(text_of(&undone, "applicant.status"), None);
    assert!(matches!(
        session.undo(Lang::En, undone.revision),
        Err(AppError::NothingToUndo)
    ));
}

#[test]
fn a_wrong_answer_names_its_field_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new(), None);
    session.create_vault(None).unwrap();
    let view = session.show(Lang::Ru).unwrap();
    let wrong = session
        .answer(
            Lang::Ru,
            view.revision,
            "applicant.birth_date",
            &AnswerInput::Date {
                day: "31".to_owned(),
                month: "2".to_owned(),
                year: "1990".to_owned(),
            },
        )
        .unwrap_err()
        .problem();
    assert_eq!(wrong.code, "date_impossible");
    assert_eq!(wrong.field.as_deref(), Some("applicant.birth_date"));
    assert_eq!(session.show(Lang::Ru).unwrap(), view);
}

#[test]
fn an_answer_that_no_longer_matters_is_kept_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new(), None);
    session.create_vault(None).unwrap();
    let mut view = session.show(Lang::En).unwrap();
    for (key, value) in [
        ("entry.basis", "visa"),
        ("entry.visa", "permanent_residence_b8"),
        ("entry.basis", "visa_free"),
    ] {
        view = session
            .answer(Lang::En, view.revision, key, &word(value))
            .unwrap();
    }
    assert_eq!(view.unused.len(), 1);
    let back = session
        .answer(Lang::En, view.revision, "entry.basis", &word("visa"))
        .unwrap();
    assert!(back.unused.is_empty());
    assert!(
        text_of(&back, "entry.visa").is_some(),
        "the answer was kept"
    );
}

#[test]
fn a_list_is_believed_to_be_empty_only_when_the_person_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new(), None);
    session.create_vault(None).unwrap();
    let view = session.show(Lang::En).unwrap();
    let ground = |view: &CaseView| {
        let page = session.answer_page(Lang::En, view.revision).unwrap();
        page.grounds
            .iter()
            .find(|ground| ground.number == "11)")
            .map(|ground| ground.finding.verdict)
            .unwrap()
    };
    assert_eq!(ground(&view), VerdictCode::Undecided);
    let view = session
        .complete_list(Lang::En, view.revision, "expulsion", true)
        .unwrap();
    assert_eq!(ground(&view), VerdictCode::No);
    let view = session
        .add_record(Lang::En, view.revision, "expulsion")
        .unwrap();
    assert_eq!(
        ground(&view),
        VerdictCode::Undecided,
        "a new record opens the list again"
    );
}

#[test]
fn the_plan_keeps_its_days_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new(), None);
    session.create_vault(None).unwrap();
    let view = session.show(Lang::En).unwrap();
    assert!(
        !view.result.days.filing.given,
        "today stands in for a day that nobody gave"
    );
    let day = |day: &str, month: &str, year: &str| DateInput {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    };
    let plan = |payment: DateInput| PlanInput {
        filing: day("30", "11", "2026"),
        payment,
        decision: day("", "", ""),
    };
    let wrong = session
        .plan(Lang::En, view.revision, &plan(day("1", "12", "2026")))
        .unwrap_err()
        .problem();
    assert_eq!(wrong.code, "payment_after_filing");
    let view = session
        .plan(Lang::En, view.revision, &plan(day("30", "11", "2026")))
        .unwrap();
    assert_eq!(view.result.days.filing.day.iso, "2026-11-30");
    assert_eq!(
        view.result.days.decision.day.iso, "2027-01-14",
        "45 calendar days, the day of filing not counted"
    );
}

#[test]
fn papers_are_written_beside_what_lies_there_and_a_cancelled_dialog_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let keys = MemoryKeys::new();
    let exporting = session(folder.path(), &keys, Some(out.clone()));
    exporting.create_vault(None).unwrap();
    let refused = exporting.save_paper("questionnaire", Lang::Ru).unwrap_err();
    assert_eq!(refused.problem().code, "no_folder");
    let shown = exporting.choose_folder(Lang::Ru).unwrap();
    assert_eq!(shown, out.display().to_string());
    let save = |lang| exporting.save_paper("questionnaire", lang).unwrap();
    let first = [save(Lang::Ru), save(Lang::Kk)];
    let second = [save(Lang::Ru), save(Lang::Kk)];
    assert!(second.iter().all(|name| !first.contains(name)));
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 4);
    assert_eq!(
        exporting.saved(Some(&first[0])).unwrap(),
        out.join(&first[0])
    );
    assert_eq!(exporting.saved(None).unwrap(), out);
    assert!(
        exporting.saved(Some("/etc/hostname")).is_err(),
        "only what was saved is opened"
    );
    drop(exporting);
    let cancelling = session(folder.path(), &keys, None);
    cancelling.start(None).unwrap();
    assert!(cancelling.choose_folder(Lang::Ru).is_none());
    assert!(cancelling.save_paper("questionnaire", Lang::Ru).is_err());
}

#[test]
fn only_addresses_of_the_law_pack_are_opened() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new(), None);
    assert!(
        session
            .check_address("https://adilet.zan.kz/rus/docs/Z1100000477")
            .is_ok()
    );
    assert!(session.check_address("https://example.org/").is_err());
}

/// The title of a paper's card and whether its first question is answered.
fn card(view: &CaseView, key: &str) -> Option<(String, bool)> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .find_map(|item| match item {
            ItemView::Papers { cards, .. } => cards.iter().find(|card| card.key == key),
            ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => None,
        })
        .map(|card| (card.title.clone(), card.questions[0].answer.is_some()))
}

#[test]
fn the_paper_of_a_child_bears_its_name_and_goes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys, None);
    session.start(None).unwrap();
    session.create_vault(None).unwrap();
    let say = |view: &CaseView, key: &str, input: &AnswerInput| {
        session.answer(Lang::Ru, view.revision, key, input).unwrap()
    };
    let born = AnswerInput::Date {
        day: "10".to_owned(),
        month: "5".to_owned(),
        year: "2011".to_owned(),
    };
    let view = session.show(Lang::Ru).unwrap();
    let view = say(&view, "applicant.status", &word("citizen"));
    let view = say(
        &view,
        "applicant.birth_date",
        &AnswerInput::Date {
            day: "5".to_owned(),
            month: "5".to_owned(),
            year: "1985".to_owned(),
        },
    );
    let view = say(&view, "applicant.took_other_citizenship", &word("no"));
    let view = session
        .add_record(Lang::Ru, view.revision, "child")
        .unwrap();
    let view = say(&view, "child/child-1.birth_date", &born);
    let key = "child_consent/child-1";
    let (title, answered) = card(&view, key).expect("a card for the child");
    assert!(title.ends_with("Ребёнок 1") && !answered, "{title}");
    let view = say(
        &view,
        "child/child-1.given_cyrillic",
        &AnswerInput::Text {
            text: "Ару".to_owned(),
            kk: None,
            ru: None,
        },
    );
    let view = say(&view, "paper/child_consent/child-1.in_hand", &word("yes"));
    let (title, answered) = card(&view, key).expect("the same card");
    assert!(title.ends_with("Ару") && answered, "{title}");
    // Another child of the same number has given no consent.
    let view = session
        .remove_record(Lang::Ru, view.revision, "child", "child-1")
        .unwrap();
    assert_eq!(card(&view, key), None);
    let view = session
        .add_record(Lang::Ru, view.revision, "child")
        .unwrap();
    let view = say(&view, "child/child-1.birth_date", &born);
    let (_, answered) = card(&view, key).expect("a card for the other child");
    assert!(!answered);
    // Undo brings the child back together with its paper.
    let mut view = view;
    for _ in 0..3 {
        view = session.undo(Lang::Ru, view.revision).unwrap();
    }
    assert!(card(&view, key).expect("the first child again").1);
}

#[test]
fn the_papers_of_a_list_of_which_nobody_knows_whether_it_binds_are_asked_after() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys, None);
    session.start(None).unwrap();
    session.create_vault(None).unwrap();
    let say = |key: &str, input: &AnswerInput| {
        let revision = session.show(Lang::Ru).unwrap().revision;
        session.answer(Lang::Ru, revision, key, input).unwrap()
    };
    let born = AnswerInput::Date {
        day: "10".to_owned(),
        month: "5".to_owned(),
        year: "1985".to_owned(),
    };
    say("applicant.status", &word("citizen"));
    say("applicant.citizenship", &word("RU"));
    say("applicant.birth_date", &born);
    say("applicant.took_other_citizenship", &word("no"));
    say("entry.basis", &word("visa_free"));
    say("work.in_demand_profession", &word("no"));
    let open = session.show(Lang::Ru).unwrap();
    assert_eq!(card(&open, "conformity_notice"), None, "not asked yet");
    let refugee = say("applicant.refugee", &word("yes"));
    let (_, answered) = card(&refugee, "conformity_notice").expect("a card");
    assert!(!answered);
}
