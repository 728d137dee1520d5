//! Reminders of the open case: marked, chosen and switched, sealed with the case, and undone like any other change.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at the first surprise"
)]

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::AppError;
use qonys_app::Clock;
use qonys_app::DateInput;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MarkInput;
use qonys_app::MemoryKeys;
use qonys_app::OpaqueId;
use qonys_app::ReminderListener;
use qonys_app::Seeds;
use qonys_app::Session;
use qonys_app::WantedFiles;

struct Fixed(&'static str);

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        self.0.parse().unwrap()
    }
}

/// The folder that the person chooses.
struct Folder(PathBuf);

impl FolderChooser for Folder {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// Seeds that count, so that each one is another.
#[derive(Default)]
struct Counted(AtomicUsize);

impl Seeds for Counted {
    fn fresh(&self) -> Result<String, AppError> {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Ok(format!("{number:032x}"))
    }
}

/// How often somebody said that the reminders may be others.
#[derive(Clone, Default)]
struct Heard(Arc<AtomicUsize>);

impl ReminderListener for Heard {
    fn changed(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Heard {
    fn take(&self) -> usize {
        self.0.swap(0, Ordering::Relaxed)
    }
}

const TODAY: &str = "2026-11-21";

fn session_on(today: &'static str, folder: &Path, keys: &MemoryKeys, heard: &Heard) -> Session {
    Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed(today)),
        Box::new(keys.clone()),
        Box::new(Folder(folder.join("papers"))),
        folder.join("vault"),
    )
    .with_reminders(Box::new(Counted::default()), Box::new(heard.clone()))
}

fn session(folder: &Path, keys: &MemoryKeys) -> Session {
    session_on(TODAY, folder, keys, &Heard::default())
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
    let file = session.background_agenda(EN).unwrap();
    file.entries.into_iter().map(|entry| entry.kind).collect()
}

fn ids(session: &Session) -> Vec<String> {
    let file = session.background_agenda(EN).unwrap();
    let entries = file.entries.into_iter();
    entries.map(|entry| entry.id.as_str().to_owned()).collect()
}

fn paused(day: &str, month: &str, year: &str) -> MarkInput {
    MarkInput::Paused {
        until: DateInput {
            day: day.to_owned(),
            month: month.to_owned(),
            year: year.to_owned(),
        },
    }
}

fn code<T>(outcome: Result<T, AppError>) -> String {
    outcome.err().expect("a refusal").problem().code
}

#[test]
fn the_ids_stay_the_same_and_belong_to_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let before = {
        let first = session(folder.path(), &keys);
        let revision = with_visa(&first);
        assert!(kinds(&first).contains(&"stay_end".to_owned()));
        // No filing day is given, so no decision is to be expected on any day.
        assert!(!kinds(&first).contains(&"decision".to_owned()));
        // The seed is no change that a screen would have to follow, and nothing that is undone takes it along.
        assert_eq!(first.show(EN).unwrap().revision, revision);
        let before = ids(&first);
        let view = first.undo(EN, revision).unwrap();
        let date = AnswerInput::Date {
            day: "10".to_owned(),
            month: "12".to_owned(),
            year: "2026".to_owned(),
        };
        first
            .answer(EN, view.revision, "entry.visa_until", &date)
            .unwrap();
        assert_eq!(ids(&first), before);
        before
    };
    let again = session(folder.path(), &keys);
    again.start(None).unwrap();
    assert_eq!(ids(&again), before, "the seed lies in the store");
    let other = tempfile::tempdir().unwrap();
    let other = session_on(TODAY, other.path(), &MemoryKeys::new(), &Heard::default());
    with_visa(&other);
    // The seeds of this test count from nought in each session; without a seed of its own the case would have these ids.
    assert_ne!(
        before.first(),
        Some(&OpaqueId::of("", "visa_end").as_str().to_owned())
    );
}

#[test]
fn one_file_reminds_of_all_applications() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    with_visa(&session);
    let first = ids(&session);
    let store = session.households().unwrap();
    let (family, husband) = {
        let household = &store.households[0];
        (household.id.clone(), household.applications[0].id.clone())
    };
    session.create_application(&family, "").unwrap();
    // What belongs to an application that is not on the screen stays.
    let with_new = ids(&session);
    assert!(first.iter().all(|id| with_new.contains(id)));
    let mut revision = session.show(EN).unwrap().revision;
    let date = AnswerInput::Date {
        day: "20".to_owned(),
        month: "12".to_owned(),
        year: "2026".to_owned(),
    };
    let word = |value: &str| AnswerInput::Word {
        value: value.to_owned(),
    };
    for (key, input) in [
        ("permit.granted", word("no")),
        ("entry.basis", word("visa")),
        ("entry.visa_until", date),
    ] {
        revision = session.answer(EN, revision, key, &input).unwrap().revision;
    }
    let both = ids(&session);
    assert!(first.iter().all(|id| both.contains(id)));
    assert_eq!(both.len(), 2 * first.len(), "the same deadlines, other ids");
    let days: Vec<NaiveDate> = session
        .background_agenda(EN)
        .unwrap()
        .entries
        .iter()
        .map(|entry| entry.day)
        .collect();
    assert!(days.is_sorted());
    // A click on a reminder of the other application leads there.
    for id in &first {
        let found = session.find_deadline(EN, id).unwrap();
        assert_eq!(found.application.as_deref(), Some(husband.as_str()));
        assert!(found.key.is_some());
    }
    let nobody = session.find_deadline(EN, &"0".repeat(32)).unwrap();
    assert_eq!((nobody.application, nobody.key), (None, None));
    session.delete_application(&husband).unwrap();
    let left = ids(&session);
    assert!(
        first.iter().all(|id| !left.contains(id)),
        "deleted is silent"
    );
}

#[test]
fn what_is_marked_is_silent_is_there_after_a_restart_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    {
        let first = session(folder.path(), &keys);
        let revision = with_visa(&first);
        let view = first
            .mark_deadline(EN, revision, "visa_end", Some(&MarkInput::Done))
            .unwrap();
        let complaint = first.mark_deadline(EN, view.revision, "birthday", Some(&MarkInput::Done));
        assert!(matches!(complaint, Err(AppError::Field { .. })));
        let page = first.reminders_page(EN, view.revision).unwrap();
        let marked: Vec<&str> = page
            .deadlines
            .iter()
            .filter(|deadline| deadline.mark.is_some())
            .map(|deadline| deadline.key.as_str())
            .collect();
        assert_eq!(marked, ["visa_end"]);
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
        code(again.mark_deadline(EN, view.revision, "visa_end", None)),
        "stale_revision"
    );
    assert_eq!(
        code(again.reminders_page(EN, view.revision)),
        "stale_revision"
    );
}

/// The visa ends on 10 December 2026; today is 21 November.
#[test]
fn a_pause_ends_after_today_and_not_after_the_deadline() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    let mut revision = with_visa(&session);
    for (until, refusal) in [
        (("", "", ""), "date_incomplete"),
        (("31", "11", "2026"), "date_impossible"),
        (("20", "11", "2026"), "pause_not_ahead"),
        (("21", "11", "2026"), "pause_not_ahead"),
        (("11", "12", "2026"), "pause_too_long"),
    ] {
        let mark = paused(until.0, until.1, until.2);
        let refused = session.mark_deadline(EN, revision, "visa_end", Some(&mark));
        assert_eq!(code(refused), refusal, "{until:?}");
    }
    for (until, expected) in [
        (("22", "11", "2026"), "2026-11-22"),
        (("10", "12", "2026"), "2026-12-10"),
    ] {
        let mark = paused(until.0, until.1, until.2);
        let view = session
            .mark_deadline(EN, revision, "visa_end", Some(&mark))
            .unwrap();
        revision = view.revision;
        let page = session.reminders_page(EN, revision).unwrap();
        let visa = page.deadlines.iter().find(|one| one.key == "visa_end");
        let visa = visa.expect("the visa");
        assert_eq!(visa.on.first().map(|day| day.iso.as_str()), Some(expected));
        assert_eq!(visa.pause_until.iso, "2026-12-10");
    }
}

#[test]
fn other_days_before_are_chosen_by_kind() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    let revision = with_visa(&session);
    let view = session
        .choose_days_before(EN, revision, "stay_end", Some(vec![5]))
        .unwrap();
    let file = session.background_agenda(EN).unwrap();
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
    let kind = |revision: u32| {
        let page = session.reminders_page(EN, revision).unwrap();
        let kind = page.kinds.into_iter().find(|kind| kind.id == "stay_end");
        kind.expect("the kind")
    };
    let chosen = kind(view.revision);
    assert_eq!((chosen.before, chosen.chosen), (vec![5, 0], true));
    assert!(chosen.used);
    for (kind, bad) in [("stay_end", vec![900]), ("birthday", vec![1])] {
        let refused = session.choose_days_before(EN, view.revision, kind, Some(bad));
        assert!(matches!(refused, Err(AppError::Field { .. })), "{kind}");
    }
    let view = session
        .choose_days_before(EN, view.revision, "stay_end", None)
        .unwrap();
    let usual = kind(view.revision);
    assert!(!usual.chosen && usual.before == usual.usual);
}

/// Thirty days are planned, and no filing day: by the plan that every other page goes by, the decision comes after the thirtieth
/// day, so the registration stands in the agenda from the beginning and not on its last day.
#[test]
fn without_a_filing_day_the_registration_is_reminded_of_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    let mut revision = with_visa(&session);
    let date = AnswerInput::Date {
        day: "10".to_owned(),
        month: "11".to_owned(),
        year: "2026".to_owned(),
    };
    let days = AnswerInput::Word {
        value: "30".to_owned(),
    };
    for (key, input) in [("entry.entered_on", date), ("entry.days_planned", days)] {
        revision = session.answer(EN, revision, key, &input).unwrap().revision;
    }
    let file = session.background_agenda(EN).unwrap();
    let registration = file
        .entries
        .iter()
        .find(|entry| entry.kind == "registration");
    let day: NaiveDate = "2026-12-10".parse().unwrap();
    assert_eq!(registration.map(|entry| entry.day), Some(day));
}

/// A case with the permit in which nobody told the days abroad: the day by which it matters is known, and what is missing.
#[test]
fn untold_days_abroad_are_asked_for_with_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    let mut revision = with_visa(&session);
    let issued = AnswerInput::Date {
        day: "10".to_owned(),
        month: "10".to_owned(),
        year: "2026".to_owned(),
    };
    let yes = AnswerInput::Word {
        value: "yes".to_owned(),
    };
    for (key, input) in [("permit.granted", yes), ("permit.issued", issued)] {
        revision = session.answer(EN, revision, key, &input).unwrap().revision;
    }
    let file = session.background_agenda(EN).unwrap();
    let untold = file
        .entries
        .iter()
        .find(|entry| entry.kind == "days_untold");
    // The 183rd day, the day of the permit counted.
    let day: NaiveDate = "2027-04-10".parse().unwrap();
    assert_eq!(untold.map(|entry| entry.day), Some(day));
    assert!(revision > 0);
}

#[test]
fn whoever_keeps_the_file_hears_of_every_change() {
    let folder = tempfile::tempdir().unwrap();
    let (keys, heard) = (MemoryKeys::new(), Heard::default());
    let first = session_on(TODAY, folder.path(), &keys, &heard);
    let revision = with_visa(&first);
    assert!(heard.take() > 3, "the store, and each answer");
    first.show(EN).unwrap();
    first.reminders_page(EN, revision).unwrap();
    let refused = first.mark_deadline(EN, revision, "birthday", Some(&MarkInput::Done));
    assert!(refused.is_err());
    assert_eq!(heard.take(), 0, "nothing changed");
    let view = first.undo(EN, revision).unwrap();
    assert_eq!(heard.take(), 1);
    let household = first.households().unwrap().households[0].id.clone();
    first.create_application(&household, "").unwrap();
    assert_eq!(heard.take(), 1);
    assert!(view.revision > revision);
    first.lock().unwrap();
    assert_eq!(heard.take(), 0, "a locked case leaves the file as it is");
    assert!(matches!(
        first.background_agenda(EN),
        Err(AppError::NotOpen)
    ));
    first.start(None).unwrap();
    assert_eq!(
        heard.take(),
        1,
        "opened on another day it may say something else"
    );
}

#[test]
fn without_randomness_nothing_leaves_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed(TODAY)),
        Box::new(MemoryKeys::new()),
        Box::new(Folder(folder.path().join("papers"))),
        folder.path().join("vault"),
    );
    with_visa(&session);
    assert_eq!(code(session.background_agenda(EN)), "no_randomness");
    assert_eq!(code(session.save_calendar(EN, false)), "no_randomness");
    assert!(!folder.path().join("papers").exists());
}

/// The second export of a changed case brings the first one up to date; the file of somebody else stays.
#[test]
fn the_calendar_of_the_case_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let papers = folder.path().join("papers");
    let session = session(folder.path(), &MemoryKeys::new());
    let revision = with_visa(&session);
    let first = session.save_calendar(EN, false).unwrap().expect("a folder");
    assert!(first.events > 0 && first.cancelled == 0);
    let text = std::fs::read_to_string(papers.join(&first.file)).unwrap();
    assert!(text.contains("BEGIN:VCALENDAR"));
    session
        .mark_deadline(EN, revision, "visa_end", Some(&MarkInput::Hidden))
        .unwrap();
    let second = session.save_calendar(EN, false).unwrap().expect("a folder");
    assert_eq!(second.file, first.file, "the same file");
    assert!(second.cancelled > 0 && second.events < first.events);
    std::fs::remove_file(papers.join(&first.file)).unwrap();
    std::fs::write(papers.join(&first.file), "a list of theirs").unwrap();
    let third = session.save_calendar(EN, false).unwrap().expect("a folder");
    assert_ne!(third.file, first.file);
    let theirs = std::fs::read_to_string(papers.join(&first.file)).unwrap();
    assert_eq!(theirs, "a list of theirs");
}
