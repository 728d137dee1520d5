//! A backup takes the place of a case that does not open; that one is set aside and stays.

use std::fs;
use std::path::Path;

use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::StartState;

use super::{PHRASE, say, session, session_with, status};

/// Flips a bit of every save.
#[expect(
    clippy::disallowed_methods,
    reason = "tests do harm to files on purpose"
)]
fn break_saves(home: &Path) {
    let mut broken = 0;
    for entry in fs::read_dir(home.join("vault")).unwrap() {
        let path = entry.unwrap().path();
        if path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("state-")
        {
            let mut bytes = fs::read(&path).unwrap();
            *bytes.last_mut().unwrap() ^= 1;
            fs::write(&path, bytes).unwrap();
            broken += 1;
        }
    }
    assert!(broken > 0);
}

#[test]
fn the_backup_opens_where_the_case_lay_and_the_case_lies_beside() {
    let home = tempfile::tempdir().unwrap();
    let keys = MemoryKeys::new();
    let first = session(home.path(), &keys);
    first.create_vault(None).unwrap();
    say(&first, "citizen");
    let citizen = status(&first);
    first.back_up(Lang::Kk, PHRASE.to_owned()).unwrap().unwrap();
    say(&first, "stateless");
    drop(first);
    for (name, wrong_first) in [("vault-2026-11-21", true), ("vault-2026-11-21-2", false)] {
        break_saves(home.path());
        let again = session(home.path(), &keys);
        let problem = again.start(None).unwrap_err().problem();
        assert_eq!(problem.code, "vault.nothing_opens");
        again.choose_backup(Lang::Kk).unwrap();
        if wrong_first {
            let wrong = again.restore_chosen_in_place("another passphrase".to_owned());
            let problem = wrong.unwrap_err().problem();
            assert_eq!(problem.code, "vault.wrong_backup_passphrase");
            assert!(!home.path().join(name).exists());
        }
        let aside = again.restore_chosen_in_place(PHRASE.to_owned()).unwrap();
        assert!(aside.unwrap().ends_with(name));
        assert!(home.path().join(name).join("vault.json").is_file());
        assert_eq!(status(&again), citizen);
        let open = again
            .restore_chosen_in_place(PHRASE.to_owned())
            .unwrap_err();
        assert_eq!(open.problem().code, "vault.already_there");
    }
    let next = session(home.path(), &keys);
    assert_eq!(next.start(None).unwrap().state, StartState::Open);
    assert_eq!(status(&next), citizen);
}

#[test]
fn with_the_folder_gone_the_answers_in_memory_become_a_backup() {
    let home = tempfile::tempdir().unwrap();
    let here = session(home.path(), &MemoryKeys::new());
    here.create_vault(None).unwrap();
    say(&here, "citizen");
    fs::rename(home.path().join("vault"), home.path().join("away")).unwrap();
    backed_up(&here, home.path());
    // Another, empty folder in its place.
    fs::create_dir(home.path().join("vault")).unwrap();
    backed_up(&here, home.path());
}

#[test]
fn with_every_save_damaged_the_answers_in_memory_become_a_backup() {
    let home = tempfile::tempdir().unwrap();
    let here = session(home.path(), &MemoryKeys::new());
    here.create_vault(None).unwrap();
    say(&here, "citizen");
    break_saves(home.path());
    backed_up(&here, home.path());
}

/// A stick that was pulled out is not the folder of the case.
#[test]
fn a_chosen_folder_that_is_gone_is_not_called_the_folder_of_the_case() {
    let home = tempfile::tempdir().unwrap();
    let stick = home.path().join("stick");
    let here = session_with(home.path(), &MemoryKeys::new(), &stick);
    here.create_vault(None).unwrap();
    let backed_up = || here.back_up(Lang::Ru, PHRASE.to_owned());
    let problem = backed_up().unwrap_err().problem();
    assert_eq!(problem.code, "write_failed");
    fs::create_dir(&stick).unwrap();
    assert!(backed_up().unwrap().is_some());
}

/// Makes a backup, and reads on another computer what was said.
fn backed_up(here: &Session, home: &Path) {
    let done = here.back_up(Lang::Kk, PHRASE.to_owned()).unwrap().unwrap();
    let other = tempfile::tempdir().unwrap();
    let there = session(other.path(), &MemoryKeys::new());
    let file = home.join(done.file);
    there.restore(&file, PHRASE.to_owned()).unwrap();
    assert_eq!(status(&there), status(here));
}
