//! Families in one store: several applications, shared papers, deleting and bringing back, a backup on another computer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod aside;
mod persons;
mod scans;

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::AppError;
use qonys_app::Clock;
use qonys_app::FolderChooser;
use qonys_app::HandedFile;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::StartState;
use qonys_app::WantedFiles;
use qonys_app::case_of_saved;
use qonys_app::view::HouseholdsView;
use qonys_vault::Vault;

const OLD: &[u8] = include_bytes!("../fixtures/state-1.json");
const NEW: &[u8] = include_bytes!("../fixtures/state-2.json");
const PHRASE: &str = "ескі алма ағашы";

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }
}

struct Folder(PathBuf);

impl FolderChooser for Folder {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }

    fn choose_files(&self, wanted: &WantedFiles) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                let ending = path.extension().unwrap_or_default().to_string_lossy();
                wanted.endings.contains(&ending.as_ref())
            })
            .collect();
        files.sort();
        if !wanted.several {
            files.truncate(1);
        }
        files
    }
}

fn session(folder: &Path, keys: &MemoryKeys) -> Session {
    session_with(folder, keys, folder)
}

/// A session of somebody who chooses another folder than that of the store.
fn session_with(folder: &Path, keys: &MemoryKeys, chosen: &Path) -> Session {
    Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(keys.clone()),
        Box::new(Folder(chosen.to_owned())),
        folder.join("vault"),
    )
}

/// A session whose store holds this.
fn holding(folder: &Path, keys: &MemoryKeys, state: &[u8]) -> Session {
    let first = session(folder, keys);
    first.create_vault(None).unwrap();
    drop(first);
    let mut vault = Vault::open(&folder.join("vault"), keys).unwrap();
    vault.load().unwrap();
    vault.save(state).unwrap();
    drop(vault);
    session(folder, keys)
}

fn status(session: &Session) -> Option<String> {
    let view = session.show(Lang::En).unwrap();
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .find_map(|item| match item {
            qonys_app::view::ItemView::Question { question }
                if question.key == "applicant.status" =>
            {
                question.answer.as_ref().map(|answer| answer.text.clone())
            }
            qonys_app::view::ItemView::Question { .. }
            | qonys_app::view::ItemView::List { .. }
            | qonys_app::view::ItemView::Papers { .. }
            | qonys_app::view::ItemView::Plan {} => None,
        })
}

fn say(session: &Session, value: &str) {
    let view = session.show(Lang::En).unwrap();
    let word = AnswerInput::Word {
        value: value.to_owned(),
    };
    session
        .answer(Lang::En, view.revision, "applicant.status", &word)
        .unwrap();
}

/// Ids of the applications, household by household; the open one with a star.
fn shape(view: &HouseholdsView) -> Vec<Vec<String>> {
    let id = |one: &qonys_app::view::ApplicationView| {
        format!("{}{}", one.id, if one.open { "*" } else { "" })
    };
    let of = |household: &qonys_app::view::HouseholdView| {
        household.applications.iter().map(id).collect()
    };
    view.households.iter().map(of).collect()
}

fn scan(folder: &Path, name: &str, number: u8) -> PathBuf {
    let path = folder.join(name);
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend([number; 100_000]);
    qonys_app::replace_file(&path, &bytes).unwrap();
    path
}

fn files(folder: &Path, start: &str) -> usize {
    std::fs::read_dir(folder.join("vault"))
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with(start)
        })
        .count()
}

#[test]
fn the_case_of_an_older_program_becomes_an_application_with_every_answer() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = holding(folder.path(), &keys, OLD);
    assert_eq!(session.start(None).unwrap().state, StartState::Open);
    let before = qonys_app::case_from_json(
        &Knowledge::built_in().unwrap(),
        std::str::from_utf8(OLD).unwrap(),
    )
    .unwrap();
    assert!(case_of_saved(&Knowledge::built_in().unwrap(), OLD).unwrap() == before);
    assert_eq!(shape(&session.households().unwrap()), [["application-2*"]]);
    say(&session, "stateless");
    drop(session);
    let again = self::session(folder.path(), &keys);
    again.start(None).unwrap();
    assert!(status(&again).unwrap().to_lowercase().contains("stateless"));
    assert_eq!(again.lost_saves().unwrap(), 0);
}

#[test]
fn each_adult_has_answers_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys);
    assert!(matches!(session.households(), Err(AppError::NotOpen)));
    session.create_vault(None).unwrap();
    say(&session, "citizen");
    let citizen = status(&session);
    let old = session.show(Lang::En).unwrap().revision;
    let view = session
        .create_application("household-1", " Айгерім ")
        .unwrap();
    assert_eq!(shape(&view), [["application-2", "application-3*"]]);
    let named = view.households[0].applications[1].name.as_deref();
    assert_eq!(named, Some("Айгерім"));
    assert_eq!(status(&session), None);
    assert!(
        view.revision > old,
        "an answer to the other application is stale"
    );
    let stale = session.answer(
        Lang::En,
        old,
        "applicant.status",
        &AnswerInput::Word {
            value: "stateless".to_owned(),
        },
    );
    assert!(matches!(stale, Err(AppError::StaleRevision)));
    say(&session, "stateless");
    session.open_application("application-2").unwrap();
    assert_eq!(status(&session), citizen);
    drop(session);
    let again = self::session(folder.path(), &keys);
    again.start(None).unwrap();
    assert_eq!(status(&again), citizen, "the one that was open is open");
    again.open_application("application-3").unwrap();
    assert_ne!(status(&again), citizen);
}

#[test]
fn deleting_can_be_undone_until_the_store_is_locked_and_then_no_file_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys);
    session.create_vault(None).unwrap();
    say(&session, "citizen");
    session.create_household("Екінші үй").unwrap();
    let chosen = scan(folder.path(), "Паспорт.pdf", 1);
    let view = session.attach("household-3", &chosen, None).unwrap();
    assert_eq!(view.households[1].attachments[0].name, "Паспорт");
    assert_eq!(view.households[1].attachments[0].kilobytes, 101);
    let before = shape(&view);
    session.delete_household("household-3").unwrap();
    let view = session.delete_household("household-1").unwrap();
    assert!(view.can_undo_delete && view.households.len() == 1);
    session.undo_delete().unwrap();
    let view = session.undo_delete().unwrap();
    assert_eq!(shape(&view).len(), 2, "what stood in for them has gone");
    assert_eq!(shape(&view)[0], ["application-2*"]);
    assert_eq!(
        shape(&view)[1][0].trim_end_matches('*'),
        before[1][0].trim_end_matches('*')
    );
    assert!(!view.can_undo_delete);

    session.delete_household("household-3").unwrap();
    assert_eq!(files(folder.path(), "attachment-"), 1);
    session.lock().unwrap();
    assert!(matches!(session.show(Lang::En), Err(AppError::NotOpen)));
    assert_eq!(files(folder.path(), "attachment-"), 0);
    assert_eq!(files(folder.path(), "state-"), 1, "no earlier state either");
    assert_eq!(session.start(None).unwrap().state, StartState::Open);
    assert!(matches!(
        session.undo_delete(),
        Err(AppError::NothingToUndo)
    ));
}

#[test]
fn what_was_deleted_before_a_crash_goes_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys);
    session.create_vault(None).unwrap();
    let chosen = scan(folder.path(), "a.pdf", 1);
    let view = session.attach("household-1", &chosen, None).unwrap();
    let id = view.households[0].attachments[0].id.clone();
    session.delete_attachment(&id).unwrap();
    let view = session.undo_delete().unwrap();
    assert_eq!(view.households[0].attachments[0].id, id);
    session.delete_attachment(&id).unwrap();
    // Dropped without a word, as by a crash.
    drop(session);
    assert_eq!(files(folder.path(), "attachment-"), 1);
    let again = self::session(folder.path(), &keys);
    again.start(None).unwrap();
    assert_eq!(files(folder.path(), "attachment-"), 0);
    assert_eq!(files(folder.path(), "state-"), 1);
    assert!(!again.households().unwrap().can_undo_delete);
}

#[test]
fn a_backup_moves_the_family_to_another_computer() {
    let folder = tempfile::tempdir().unwrap();
    let here = session(folder.path(), &MemoryKeys::new());
    here.create_vault(None).unwrap();
    say(&here, "citizen");
    here.rename_household("household-1", "Отбасы").unwrap();
    here.attach("household-1", &scan(folder.path(), "a.pdf", 1), None)
        .unwrap();
    let done = here.back_up(Lang::Kk, PHRASE.to_owned()).unwrap().unwrap();
    let again = here.back_up(Lang::Kk, PHRASE.to_owned()).unwrap().unwrap();
    assert_ne!(done.file, again.file, "no backup is written over");
    assert_eq!(done.file, "qonys-2026-11-21.age");
    assert_eq!(done.left_out, Vec::<String>::new());
    let file = folder.path().join(&done.file);

    let other = tempfile::tempdir().unwrap();
    let there = session(other.path(), &MemoryKeys::new());
    let wrong = there.restore(&file, "another passphrase".to_owned());
    assert_eq!(
        wrong.unwrap_err().problem().code,
        "vault.wrong_backup_passphrase"
    );
    assert_eq!(there.start(None).unwrap().state, StartState::Fresh);
    assert!(!there.hand_over(folder.path().join("a.pdf")));
    assert!(there.hand_over(file.clone()), "by a double click");
    assert_eq!(there.handed_file(), Some(HandedFile::Backup));
    assert_eq!(there.choose_backup(Lang::Kk), Some(done.file));
    assert_eq!(there.handed_file(), None, "it is taken once");
    there.restore_chosen(PHRASE.to_owned()).unwrap();
    assert_eq!(
        there.households().unwrap().households,
        here.households().unwrap().households
    );
    assert_eq!(status(&there), status(&here));
    let over = here.restore(&file, PHRASE.to_owned()).unwrap_err();
    assert_eq!(over.problem().code, "vault.already_there");
}

#[test]
fn a_newer_document_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let newer = holding(folder.path(), &keys, b"{ \"document\": 3, \"people\": [] }");
    let problem = newer.start(None).unwrap_err().problem();
    assert_eq!(problem.code, "newer_state");
    assert_eq!(problem.args["found"], "3");
    assert!(matches!(newer.show(Lang::En), Err(AppError::NotOpen)));
    let mut vault = Vault::open(&folder.path().join("vault"), &keys).unwrap();
    let bytes = vault.load().unwrap().unwrap().bytes;
    assert_eq!(bytes.as_slice(), b"{ \"document\": 3, \"people\": [] }");
}

#[test]
fn every_format_so_far_opens_and_answers_nobody_understands_any_more_stay() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = holding(folder.path(), &keys, NEW);
    session.start(None).unwrap();
    assert_eq!(
        shape(&session.households().unwrap()),
        [["application-2", "application-3*"]],
        "what was deleted before has gone"
    );
    say(&session, "stateless");
    session.open_application("application-2").unwrap();
    drop(session);
    let mut vault = Vault::open(&folder.path().join("vault"), &keys).unwrap();
    let bytes = vault.load().unwrap().unwrap().bytes;
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(text.contains("\"asked_once\":\"yes\""), "{text}");
}

#[test]
fn a_new_recovery_code_opens_and_the_old_one_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys);
    let old = session.create_vault(None).unwrap().recovery_code.unwrap();
    let new = session.renew_recovery(None).unwrap().recovery_code.unwrap();
    assert_ne!(old, new);
    session.lock().unwrap();
    keys.forget_all();
    assert_eq!(
        session.start(None).unwrap().state,
        StartState::NeedsPassphrase
    );
    let wrong = session.unlock(old).unwrap_err().problem();
    assert_eq!(wrong.code, "vault.wrong_passphrase");
    session.unlock(new).unwrap();
    assert!(session.show(Lang::Kk).is_ok());
}

#[cfg(unix)]
#[test]
fn a_folder_that_was_taken_away_loses_nothing_and_is_written_again_when_it_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let session = session(folder.path(), &keys);
    session.create_vault(None).unwrap();
    say(&session, "citizen");
    let before = status(&session);
    let (vault, away) = (folder.path().join("vault"), folder.path().join("away"));
    std::fs::rename(&vault, &away).unwrap();
    let answer = |value: &str| {
        let revision = session.show(Lang::En).unwrap().revision;
        let value = value.to_owned();
        let word = AnswerInput::Word { value };
        session.answer(Lang::En, revision, "applicant.status", &word)
    };
    let gone = answer("stateless").unwrap_err().problem();
    assert_eq!(gone.code, "vault.folder_gone");
    assert_eq!(status(&session), before, "what is not saved is not shown");
    // The empty place of a disk that was taken out.
    std::fs::create_dir(&vault).unwrap();
    let empty = answer("stateless").unwrap_err().problem();
    assert_eq!(empty.code, "vault.state_missing");
    assert_eq!(
        std::fs::read_dir(&vault).unwrap().count(),
        0,
        "no second store"
    );
    std::fs::remove_dir(&vault).unwrap();
    std::fs::rename(&away, &vault).unwrap();
    answer("stateless").unwrap();
    drop(session);
    let again = self::session(folder.path(), &keys);
    again.start(None).unwrap();
    assert_ne!(status(&again), before);
}

#[test]
fn what_stood_in_for_the_last_family_goes_when_the_family_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    session.create_vault(None).unwrap();
    say(&session, "citizen");
    session.delete_household("household-1").unwrap();
    assert_eq!(status(&session), None);
    let back = session.undo_delete().unwrap();
    assert_eq!(shape(&back), [["application-2*"]]);
    assert_eq!(
        status(&session).as_deref(),
        Some("Citizen of a foreign country")
    );

    session.delete_application("application-2").unwrap();
    let back = session.undo_delete().unwrap();
    assert_eq!(shape(&back), [["application-2*"]]);

    // Where somebody has begun anew, nothing of it goes.
    session.delete_household("household-1").unwrap();
    say(&session, "stateless");
    let back = session.undo_delete().unwrap();
    assert_eq!(back.households.len(), 2);
}
