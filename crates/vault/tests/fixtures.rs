//! What earlier programs wrote opens for ever: a vault of every schema and a backup of every version.
//! Never change a file below `fixtures/`; add one for each new format.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{content, folder, phrase, work};
use qonys_vault::{NoKeys, Vault};

const PHRASE: &str = "бір кездегі ұзын сөз";
const SCAN: &[u8] = b"%PDF-1.7\na page\n";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// A copy to work on, and the vault in it.
fn opened(name: &str, to: &Path) -> Vault {
    for entry in fs::read_dir(fixtures().join(name)).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    Vault::open_with_passphrase(to, &NoKeys, &phrase(PHRASE)).unwrap()
}

#[test]
fn a_vault_of_every_schema_opens_and_goes_on() {
    for (name, words, attachments) in [("vault-1", "сөздер 1", 0), ("vault-2", "сөздер 2", 1)]
    {
        let folder = folder();
        let mut vault = opened(name, folder.path());
        let snapshot = vault.load().unwrap().unwrap();
        assert_eq!(snapshot.bytes.as_slice(), words.as_bytes(), "{name}");
        assert!(snapshot.recovered.is_none(), "{name}");
        let ids: Vec<_> = vault.attachments().map(|entry| entry.id).collect();
        assert_eq!(ids.len(), attachments, "{name}");
        for id in ids {
            assert_eq!(content(&vault, id).unwrap(), SCAN, "{name}");
        }
        vault.save(b"more").unwrap();
        drop(vault);
        let again = Vault::open_with_passphrase(folder.path(), &NoKeys, &phrase(PHRASE));
        assert_eq!(
            again.unwrap().load().unwrap().unwrap().bytes.as_slice(),
            b"more"
        );
    }
}

#[test]
fn a_backup_of_every_version_is_restored() {
    let folder = folder();
    let to = folder.path().join("to");
    let file = fixtures().join("backup-1.age");
    let mut vault = Vault::restore_with(&file, &phrase(PHRASE), &to, &NoKeys, work()).unwrap();
    let snapshot = vault.load().unwrap().unwrap();
    assert_eq!(snapshot.bytes.as_slice(), "сөздер 2".as_bytes());
    let entry = vault.attachments().next().unwrap();
    assert_eq!(entry.name.as_str(), "Паспорт");
    assert_eq!(content(&vault, entry.id).unwrap(), SCAN);
}

#[test]
fn no_fixture_is_forgotten() {
    let mut names: Vec<_> = fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["backup-1.age", "vault-1", "vault-2"]);
}
