//! A backup takes the place of a vault that does not open, and nothing of that one is lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{attach, create, files, flip, folder, phrase, scan, state, text, work, write};
use qonys_vault::{MemoryKeys, NoKeys, Vault, VaultError, VaultFile, VaultState};
use tempfile::TempDir;

const PHRASE: &str = "ескі алма ағашы";

/// A backup of one vault, and another vault whose saves do not open.
struct Harm {
    home: TempDir,
    keys: MemoryKeys,
    backup: PathBuf,
}

impl Harm {
    fn done() -> Self {
        let home = folder();
        let keys = MemoryKeys::default();
        let mut first = create(&home.path().join("first"), &keys, None).vault;
        attach(&mut first, "a", &scan(1, 3_000));
        first.save(b"of the backup").unwrap();
        first
            .back_up(home.path(), "b.age", &phrase(PHRASE), work())
            .unwrap();
        let harm = Self {
            backup: home.path().join("b.age"),
            home,
            keys,
        };
        let mut second = create(&harm.folder(), &harm.keys, None).vault;
        second.save(b"of the folder").unwrap();
        drop(second);
        harm.flip_all();
        harm
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("vault")
    }

    fn aside(&self) -> PathBuf {
        self.home.path().join("vault-2026-11-23")
    }

    /// Twice makes it good again.
    fn flip_all(&self) {
        let folder = self.folder();
        for number in 0..5 {
            if state(&folder, number).exists() {
                flip(&state(&folder, number));
            }
        }
    }

    fn restore(&self, typed: &str) -> Result<Vault, VaultError> {
        let (folder, aside) = (self.folder(), self.aside());
        Vault::restore_in_place(
            &self.backup,
            &phrase(typed),
            &folder,
            &aside,
            &self.keys,
            work(),
        )
    }

    /// What lies beside the folder and the backup.
    fn beside(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.home.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !["first", "b.age", "vault"].contains(&name.as_str()))
            .collect();
        names.sort();
        names
    }
}

fn first_words(vault: &mut Vault) -> Vec<u8> {
    vault.load().unwrap().unwrap().bytes.to_vec()
}

#[test]
fn the_backup_opens_and_the_folder_lies_aside_as_it_was() {
    let harm = Harm::done();
    let before = files(&harm.folder());
    let mut vault = harm.restore(PHRASE).unwrap();
    assert_eq!(first_words(&mut vault), b"of the backup");
    assert_eq!(vault.attachments().count(), 1);
    assert_eq!(files(&harm.aside()), before);
    assert_eq!(harm.beside(), ["vault-2026-11-23"]);
    drop(vault);
    assert_eq!(text(&harm.folder(), &harm.keys), "of the backup");
}

#[test]
fn the_folder_put_back_opens_with_its_own_key() {
    let harm = Harm::done();
    drop(harm.restore(PHRASE).unwrap());
    fs::remove_dir_all(harm.folder()).unwrap();
    fs::rename(harm.aside(), harm.folder()).unwrap();
    harm.flip_all();
    assert_eq!(text(&harm.folder(), &harm.keys), "of the folder");
}

#[test]
fn a_wrong_passphrase_and_a_broken_backup_move_nothing() {
    let harm = Harm::done();
    let before = files(&harm.folder());
    assert_eq!(
        harm.restore("another passphrase").unwrap_err(),
        VaultError::WrongBackupPassphrase
    );
    let whole = fs::read(&harm.backup).unwrap();
    write(&harm.backup, &whole[..whole.len() - 40]);
    let file = VaultFile::Backup;
    assert_eq!(
        harm.restore(PHRASE).unwrap_err(),
        VaultError::Damaged { file }
    );
    assert_eq!(files(&harm.folder()), before);
    assert_eq!(harm.beside(), [""; 0]);
}

#[test]
fn a_vault_that_is_open_elsewhere_stays() {
    let harm = Harm::done();
    harm.flip_all();
    let open = Vault::open(&harm.folder(), &harm.keys).unwrap();
    assert_eq!(harm.restore(PHRASE).unwrap_err(), VaultError::InUse);
    drop(open);
    assert_eq!(harm.beside(), [""; 0]);
}

#[test]
fn nothing_is_set_aside_into_a_folder_that_is_there() {
    let harm = Harm::done();
    fs::create_dir(harm.aside()).unwrap();
    assert_eq!(harm.restore(PHRASE).unwrap_err(), VaultError::AlreadyThere);
    assert!(harm.folder().is_dir());
}

/// The new vault beside the folder, as a crash before the first move leaves it.
fn begun(harm: &Harm) -> PathBuf {
    let beside = harm.home.path().join("vault.restoring");
    let made = Vault::restore_with(&harm.backup, &phrase(PHRASE), &beside, &harm.keys, work());
    drop(made.unwrap());
    beside
}

#[test]
fn a_crash_before_the_first_move_leaves_the_folder_and_the_next_try_goes_through() {
    let harm = Harm::done();
    let beside = begun(&harm);
    Vault::settle(&harm.folder()).unwrap();
    assert!(beside.is_dir() && harm.folder().is_dir());
    assert_eq!(
        first_words(&mut harm.restore(PHRASE).unwrap()),
        b"of the backup"
    );
    assert_eq!(harm.beside(), ["vault-2026-11-23"]);
}

#[test]
fn a_crash_between_the_moves_is_ended_by_the_next_start() {
    let harm = Harm::done();
    begun(&harm);
    fs::rename(harm.folder(), harm.aside()).unwrap();
    Vault::settle(&harm.folder()).unwrap();
    assert_eq!(text(&harm.folder(), &harm.keys), "of the backup");
    assert_eq!(harm.beside(), ["vault-2026-11-23"]);
    Vault::settle(&harm.folder()).unwrap();
    assert_eq!(text(&harm.folder(), &harm.keys), "of the backup");
}

#[test]
fn half_a_vault_beside_is_never_taken_for_one() {
    let harm = Harm::done();
    let beside = begun(&harm);
    fs::remove_file(beside.join("vault.json")).unwrap();
    write(&beside.join(VaultFile::Restoring.to_string()), b"");
    fs::rename(harm.folder(), harm.aside()).unwrap();
    Vault::settle(&harm.folder()).unwrap();
    assert!(!harm.folder().exists());
    let state = Vault::inspect(&harm.folder(), &NoKeys).unwrap();
    assert!(matches!(state, VaultState::Fresh { .. }), "{state:?}");
}

fn gone(vault: &Path) -> PathBuf {
    let away = vault.with_file_name("away");
    fs::rename(vault, &away).unwrap();
    away
}

#[test]
fn with_the_folder_gone_what_is_in_memory_becomes_a_backup() {
    let home = folder();
    let keys = MemoryKeys::default();
    let place = home.path().join("vault");
    let mut vault = create(&place, &keys, None).vault;
    let scan_id = attach(&mut vault, "a", &scan(1, 3_000));
    vault.save(b"the answers").unwrap();
    gone(&place);
    let plain = vault.back_up(home.path(), "b.age", &phrase(PHRASE), work());
    assert_eq!(plain.unwrap_err(), VaultError::FolderGone);
    let done = vault
        .back_up_from_memory(
            b"the answers",
            home.path(),
            "b.age",
            &phrase(PHRASE),
            work(),
        )
        .unwrap();
    assert_eq!((done.attachments, done.left_out), (0, vec![scan_id]));
    let to = home.path().join("to");
    let backup = home.path().join("b.age");
    let mut restored = Vault::restore_with(&backup, &phrase(PHRASE), &to, &NoKeys, work()).unwrap();
    assert_eq!(first_words(&mut restored), b"the answers");
}
