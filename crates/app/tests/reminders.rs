//! Reminders of the open case: marked, chosen and switched, sealed with the case, and undone like any other change.

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
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MarkKind;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::WantedFiles;

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

fn session(folder: &Path, keys: &MemoryKeys) -> Session {
    Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(keys.clone()),
        Box::new(Nowhere),
        folder.join("vault"),
    )
}

const EN: Lang = Lang::En;

/// A case with a visa until 10 December 2026.
fn with_visa(session: &Session) -> u32 {
    session.create_vault(None).unwrap();
    let mut revision = session.show(EN).unwrap().revision;
    let word = |value: &str| AnswerInput::Word {
        value: value.to_owned(),
    };
    let date = AnswerInput::Date {
        day: "10".to_owned(),
        month: "12".to_owned(),
        year: "2026".to_owned(),
    };
    for (key, input) in [
        ("permit.granted", word("no")),
        ("entry.basis", word("visa")),
        ("entry.visa_until", date),
    ] {
        revision = session.answer(EN, revision, key, &input).unwrap().revision;
    }
    revision
}

fn kinds(session: &Session) -> Vec<String> {
    let file = session.background_reminders(EN).unwrap().unwrap();
    file.entries.into_iter().map(|entry| entry.kind).collect()
}

#[test]
fn nothing_leaves_the_case_before_it_is_switched_on() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    let revision = with_visa(&session);
    assert_eq!(session.background_reminders(EN).unwrap(), None);
    let view = session
        .switch_background(EN, revision, true, "one")
        .unwrap();
    assert!(kinds(&session).contains(&"stay_end".to_owned()));
    // No filing day is given, so no decision is to be expected on any day.
    assert!(!kinds(&session).contains(&"decision".to_owned()));
    let ids = |session: &Session| session.background_reminders(EN).unwrap().unwrap().entries;
    let before = ids(&session);
    // Off and on again: the same ids, or a calendar would hold everything twice.
    let view = session
        .switch_background(EN, view.revision, false, "")
        .unwrap();
    assert_eq!(session.background_reminders(EN).unwrap(), None);
    session
        .switch_background(EN, view.revision, true, "two")
        .unwrap();
    assert_eq!(ids(&session), before);
}

#[test]
fn what_is_marked_is_silent_is_there_after_a_restart_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    {
        let first = session(folder.path(), &keys);
        let revision = with_visa(&first);
        let view = first.switch_background(EN, revision, true, "one").unwrap();
        let view = first
            .mark_deadline(EN, view.revision, "visa_end", Some(MarkKind::Done))
            .unwrap();
        let complaint = first.mark_deadline(EN, view.revision, "birthday", Some(MarkKind::Done));
        assert!(matches!(complaint, Err(AppError::Field { .. })));
    }
    let again = session(folder.path(), &keys);
    again.start(None).unwrap();
    assert!(!kinds(&again).contains(&"stay_end".to_owned()));
    let view = again.show(EN).unwrap();
    again
        .mark_deadline(EN, view.revision, "visa_end", None)
        .unwrap();
    assert!(kinds(&again).contains(&"stay_end".to_owned()));
    assert_eq!(
        again
            .mark_deadline(EN, view.revision, "visa_end", None)
            .unwrap_err()
            .problem()
            .code,
        "stale_revision"
    );
}

#[test]
fn other_days_before_are_chosen_by_kind() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    let revision = with_visa(&session);
    let view = session
        .switch_background(EN, revision, true, "one")
        .unwrap();
    let view = session
        .choose_days_before(EN, view.revision, "stay_end", Some(vec![5]))
        .unwrap();
    let file = session.background_reminders(EN).unwrap().unwrap();
    let days: Vec<Vec<NaiveDate>> = file
        .entries
        .iter()
        .filter(|entry| entry.kind == "stay_end")
        .map(|entry| entry.remind.clone())
        .collect();
    let expected: Vec<NaiveDate> = ["2026-12-05", "2026-12-10", "2026-12-11"]
        .iter()
        .map(|day| day.parse().unwrap())
        .collect();
    assert_eq!(days.first(), Some(&expected));
    for (kind, bad) in [("stay_end", vec![900]), ("birthday", vec![1])] {
        let refused = session.choose_days_before(EN, view.revision, kind, Some(bad));
        assert!(matches!(refused, Err(AppError::Field { .. })), "{kind}");
    }
}
