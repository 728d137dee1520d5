//! What all tests of the vault share.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests; not every one uses all of it"
)]

use std::fs;
use std::path::{Path, PathBuf};

use qonys_vault::{
    AttachmentId, Created, DisplayName, KeySource, Passphrase, RecoveryCode, Vault, VaultError,
    WorkFactor,
};
use tempfile::TempDir;

/// Cheap enough for tests.
pub(crate) fn work() -> WorkFactor {
    WorkFactor::new(1)
}

pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub(crate) fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

pub(crate) fn create(folder: &Path, keys: &dyn KeySource, passphrase: Option<&str>) -> Created {
    Vault::create_with(folder, keys, passphrase.map(phrase).as_ref(), work()).unwrap()
}

/// Makes a vault with these saves, closes it, and gives the recovery code.
pub(crate) fn saved(folder: &Path, keys: &dyn KeySource, saves: &[&str]) -> RecoveryCode {
    let mut created = create(folder, keys, None);
    for bytes in saves {
        created.vault.save(bytes.as_bytes()).unwrap();
    }
    created.recovery_code.unwrap()
}

/// Opens with the keyring, loads, and gives the text.
pub(crate) fn text(folder: &Path, keys: &dyn KeySource) -> String {
    let snapshot = Vault::open(folder, keys).unwrap().load().unwrap().unwrap();
    assert!(snapshot.recovered.is_none());
    String::from_utf8(snapshot.bytes.to_vec()).unwrap()
}

pub(crate) fn state(folder: &Path, generation: u64) -> PathBuf {
    folder.join(format!("state-{generation:010}.age"))
}

/// Names and contents of all files, without the lock.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("vault.lock"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// Flips one bit of the sealed contents.
pub(crate) fn flip(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    write(path, &bytes);
}

/// Puts something into a file the way no vault would.
#[expect(
    clippy::disallowed_methods,
    reason = "tests do harm to files on purpose"
)]
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

/// The first bytes of a PDF, then as many bytes as are wanted in all, different from number to number.
pub(crate) fn scan(number: u8, length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((0..length).map(|at| (at % 251) as u8 ^ number));
    bytes.truncate(length);
    bytes
}

pub(crate) fn attach(vault: &mut Vault, name: &str, content: &[u8]) -> AttachmentId {
    let name = DisplayName::new(name).unwrap();
    let mut source = content;
    vault.attach(&mut source, name).unwrap().id
}

/// The content of an attachment, if all of it is what was attached.
pub(crate) fn content(vault: &Vault, id: AttachmentId) -> Result<Vec<u8>, VaultError> {
    let mut bytes = Vec::new();
    vault.read_attachment(id, &mut |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(bytes)
}

pub(crate) fn attachment(folder: &Path, id: AttachmentId) -> PathBuf {
    folder.join(format!("attachment-{id}.age"))
}

/// Opens with the keyring and loads.
pub(crate) fn loaded(folder: &Path, keys: &dyn KeySource) -> Vault {
    let mut vault = Vault::open(folder, keys).unwrap();
    vault.load().unwrap();
    vault
}

/// Every how-manieth place of a file is tried: all of them in the deep run, some in the usual one.
#[expect(
    clippy::disallowed_methods,
    reason = "the deep run says that it is one"
)]
pub(crate) fn stride(usual: usize) -> usize {
    if std::env::var_os("QONYS_DEEP_CASES").is_some() {
        1
    } else {
        usual
    }
}
