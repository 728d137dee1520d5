//! A backup goes to another machine and comes back whole, or says why not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod common;

use std::fs;
use std::io::{Read, Write};
use std::iter;

use age::secrecy::SecretString;
use common::{attach, attachment, content, create, files, folder, phrase, scan, work, write};
use qonys_vault::{
    BackedUp, KeyError, KeyKept, KeySource, MemoryKeys, NoKeys, RecoverySecret, Vault, VaultError,
    VaultFile, VaultState,
};

const PHRASE: &str = "ескі алма ағашы";

fn sealed(plain: &[u8], passphrase: &str) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(1);
    let recipients = iter::once(&recipient as &dyn age::Recipient);
    let mut sealed = Vec::new();
    let mut writer = age::Encryptor::with_recipients(recipients)
        .unwrap()
        .wrap_output(&mut sealed)
        .unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    sealed
}

fn unsealed(sealed: &[u8], passphrase: &str) -> Vec<u8> {
    let identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    let mut plain = Vec::new();
    age::Decryptor::new_buffered(sealed)
        .unwrap()
        .decrypt(iter::once(&identity as &dyn age::Identity))
        .unwrap()
        .read_to_end(&mut plain)
        .unwrap();
    plain
}

#[test]
fn a_backup_comes_back_on_another_machine() {
    let folder = folder();
    let here = MemoryKeys::new();
    let mut vault = create(&folder.path().join("here"), &here, None).vault;
    let ids = [1, 2].map(|number| attach(&mut vault, "Паспорт", &scan(number, 100_000)));
    vault.save("жауаптар".as_bytes()).unwrap();
    let done = vault.back_up(folder.path(), "family.age", &phrase(PHRASE), work());
    let left_out = Vec::new();
    assert_eq!(
        done.unwrap(),
        BackedUp {
            attachments: 2,
            left_out
        }
    );

    let there = MemoryKeys::new();
    let to = folder.path().join("new/there");
    let file = folder.path().join("family.age");
    let mut back = Vault::restore_with(&file, &phrase(PHRASE), &to, &there, work()).unwrap();
    assert_eq!(back.key_kept(), KeyKept::InKeyring);
    assert_eq!(back.recovery_secret(), RecoverySecret::Passphrase);
    assert_ne!(back.id(), vault.id(), "a vault of its own");
    assert!(there.get(back.id()).unwrap() != here.get(vault.id()).unwrap());
    let snapshot = back.load().unwrap().unwrap();
    assert_eq!(snapshot.bytes.as_slice(), "жауаптар".as_bytes());
    for (number, id) in (1..).zip(ids) {
        assert_eq!(back.attachment(id).unwrap().name.as_str(), "Паспорт");
        assert!(content(&back, id).unwrap() == scan(number, 100_000));
    }
    back.save(b"more").unwrap();
    drop(back);
    assert_eq!(common::text(&to, &there), "more");
    assert!(Vault::open_with_passphrase(&to, &NoKeys, &phrase(PHRASE)).is_ok());
}

#[test]
fn without_a_keyring_the_passphrase_opens_the_restored_vault() {
    let folder = folder();
    let mut vault = create(&folder.path().join("a"), &MemoryKeys::new(), None).vault;
    vault.save(b"one").unwrap();
    vault
        .back_up(folder.path(), "b.age", &phrase(PHRASE), work())
        .unwrap();
    let (file, to) = (folder.path().join("b.age"), folder.path().join("to"));
    let back = Vault::restore_with(&file, &phrase(PHRASE), &to, &NoKeys, work()).unwrap();
    assert_eq!(back.key_kept(), KeyKept::NotKept(KeyError::NoService));
    drop(back);
    let state = Vault::inspect(&to, &NoKeys).unwrap();
    assert!(matches!(state, VaultState::NeedsPassphrase { .. }));
    assert!(Vault::open_with_passphrase(&to, &NoKeys, &phrase(PHRASE)).is_ok());
}

#[test]
fn anybody_opens_it_with_the_standard_tools() {
    let folder = folder();
    let mut vault = create(&folder.path().join("a"), &MemoryKeys::new(), None).vault;
    let id = attach(&mut vault, "Паспорт", &scan(1, 70_000));
    vault.save(b"{}").unwrap();
    vault
        .back_up(folder.path(), "b.age", &phrase(PHRASE), work())
        .unwrap();
    let plain = unsealed(&fs::read(folder.path().join("b.age")).unwrap(), PHRASE);
    let mut archive = tar::Archive::new(plain.as_slice());
    let found: Vec<(String, Vec<u8>)> = archive
        .entries()
        .unwrap()
        .map(|entry| {
            let mut entry = entry.unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.path().unwrap().to_string_lossy().into_owned(), bytes)
        })
        .collect();
    assert_eq!(found[0].0, "qonys-backup.json");
    assert_eq!(
        (found[1].0.as_str(), found[1].1.as_slice()),
        ("state", &b"{}"[..])
    );
    assert_eq!(found[2].0, format!("attachments/{id}.pdf"));
    assert!(found[2].1 == scan(1, 70_000) && found.len() == 3);
}

#[test]
fn a_wrong_passphrase_a_newer_edition_and_damage_are_told_apart() {
    let folder = folder();
    let mut vault = create(&folder.path().join("a"), &MemoryKeys::new(), None).vault;
    vault.save(b"one").unwrap();
    vault
        .back_up(folder.path(), "b.age", &phrase(PHRASE), work())
        .unwrap();
    let (file, to) = (folder.path().join("b.age"), folder.path().join("to"));
    let whole = fs::read(&file).unwrap();
    let restore = |typed: &str| {
        Vault::restore_with(&file, &phrase(typed), &to, &NoKeys, work())
            .map(drop)
            .unwrap_err()
    };
    assert_eq!(
        restore("another passphrase"),
        VaultError::WrongBackupPassphrase
    );
    assert!(!to.exists(), "a wrong passphrase makes no folder");

    let damaged = VaultError::Damaged {
        file: VaultFile::Backup,
    };
    write(&file, &whole[..whole.len() - 20]);
    assert_eq!(restore(PHRASE), damaged);
    write(&file, b"a letter to somebody");
    assert_eq!(restore(PHRASE), damaged);
    write(&file, &sealed(b"no archive at all", PHRASE));
    assert_eq!(restore(PHRASE), damaged);

    let plain = unsealed(&whole, PHRASE);
    let text = |from: &str, to: &str| {
        assert_eq!(from.len(), to.len(), "the archive counts bytes");
        let at = plain
            .windows(from.len())
            .position(|part| part == from.as_bytes());
        let at = at.unwrap_or_else(|| panic!("{from} is in the archive"));
        let mut changed = plain.clone();
        changed[at..at + to.len()].copy_from_slice(to.as_bytes());
        write(&file, &sealed(&changed, PHRASE));
    };
    text("\"version\": 1", "\"version\": 2");
    let newer = VaultError::Newer {
        file: VaultFile::Backup,
        found: 2,
        known: 1,
    };
    assert_eq!(restore(PHRASE), newer);
    // Made by someone who knows the passphrase, and still not consistent.
    text("\"length\": 3", "\"length\": 2");
    assert_eq!(restore(PHRASE), damaged);
    text("one", "two");
    assert_eq!(restore(PHRASE), damaged);
    text("qonys-backup.json", "../../../etc/pass");
    assert_eq!(restore(PHRASE), damaged);
    let mut longer = plain.clone();
    longer.extend_from_slice(b"hidden");
    write(&file, &sealed(&longer, PHRASE));
    assert_eq!(restore(PHRASE), damaged);
    assert!(matches!(
        Vault::inspect(&to, &NoKeys).unwrap(),
        VaultState::Fresh { .. }
    ));
    write(&file, &whole);
    Vault::restore_with(&file, &phrase(PHRASE), &to, &NoKeys, work()).unwrap();
}

#[test]
fn a_restore_never_lies_down_on_something_else() {
    let folder = folder();
    let mut vault = create(&folder.path().join("a"), &MemoryKeys::new(), None).vault;
    let id = attach(&mut vault, "a", &scan(1, 100));
    vault.save(b"one").unwrap();
    vault
        .back_up(folder.path(), "b.age", &phrase(PHRASE), work())
        .unwrap();
    drop(vault);
    let file = folder.path().join("b.age");
    let restore = |to: &str| {
        let to = folder.path().join(to);
        Vault::restore_with(&file, &phrase(PHRASE), &to, &NoKeys, work()).map(drop)
    };
    let before = files(&folder.path().join("a"));
    assert_eq!(restore("a"), Err(VaultError::AlreadyThere));
    assert_eq!(files(&folder.path().join("a")), before);
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    write(&other.join("letter.txt"), b"mine");
    assert_eq!(restore("other"), Err(VaultError::NotEmpty));
    assert_eq!(files(&other).len(), 1);
    // The attachments of a vault whose other files were lost.
    let lost = folder.path().join("lost");
    fs::create_dir(&lost).unwrap();
    fs::copy(
        attachment(&folder.path().join("a"), id),
        attachment(&lost, id),
    )
    .unwrap();
    assert_eq!(restore("lost"), Err(VaultError::NotEmpty));
    assert!(attachment(&lost, id).exists());
}

#[test]
fn what_cannot_be_read_is_left_out_and_told() {
    let folder = folder();
    let at = folder.path().join("a");
    let mut vault = create(&at, &MemoryKeys::new(), None).vault;
    let [damaged, missing, whole] = [1, 2, 3].map(|n| attach(&mut vault, "a", &scan(n, 100)));
    vault.save(b"one").unwrap();
    common::flip(&attachment(&at, damaged));
    fs::remove_file(attachment(&at, missing)).unwrap();
    let done = vault
        .back_up(folder.path(), "b.age", &phrase(PHRASE), work())
        .unwrap();
    let mut lost = vec![damaged, missing];
    lost.sort();
    assert_eq!((done.attachments, done.left_out), (1, lost));
    let (file, to) = (folder.path().join("b.age"), folder.path().join("to"));
    let mut back = Vault::restore_with(&file, &phrase(PHRASE), &to, &NoKeys, work()).unwrap();
    back.load().unwrap();
    assert_eq!(content(&back, whole).unwrap(), scan(3, 100));
    assert_eq!(back.attachments().count(), 1);
}

#[test]
fn a_short_passphrase_guards_no_backup() {
    let folder = folder();
    let vault = create(&folder.path().join("a"), &MemoryKeys::new(), None).vault;
    let short = vault.back_up(folder.path(), "b.age", &phrase("short"), work());
    assert_eq!(short, Err(VaultError::PassphraseTooShort { least: 8 }));
    assert!(!folder.path().join("b.age").exists());
}
