//! A backup in the place of a vault that does not open: that one is set aside, and nothing of it is removed.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::Vault;
use crate::disk::Folder;
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::keys::KeySource;
use crate::passphrase::Passphrase;
use crate::recovery::WorkFactor;
use crate::ways::{self, Found};

/// The ending of the folder in which the new vault is made before it takes the place of the other.
const BESIDE: &str = ".restoring";

impl Vault {
    /// Makes a vault of a backup, moves the folder that lies in its place to `aside`, whatever it holds, and opens the new one.
    /// The key of the other vault stays in the keyring, so that its folder, put back, opens as before.
    ///
    /// # Errors
    /// As [`Vault::restore`]; [`VaultError::InUse`] while somebody has the other vault open; [`VaultError::AlreadyThere`] when
    /// `aside` is taken. After any of them the folder lies where it lay, or [`Vault::settle`] ends what was begun.
    pub fn restore_in_place(
        backup: &Path,
        passphrase: &Passphrase,
        folder: &Path,
        aside: &Path,
        keys: &dyn KeySource,
        work: WorkFactor,
    ) -> Result<Self, VaultError> {
        if aside.exists() {
            return Err(VaultError::AlreadyThere);
        }
        if folder.is_dir() {
            drop(Folder::locked(folder)?);
        }
        let beside = beside(folder);
        clear(&beside)?;
        let made = Self::restore_with(backup, passphrase, &beside, keys, work);
        // Closed, so that the folder can be moved on every system.
        drop(made.inspect_err(|_| drop(clear(&beside)))?);
        if folder.exists() {
            moved(folder, aside)?;
        }
        moved(&beside, folder)?;
        Self::open(folder, keys).or_else(|_| Self::open_with_passphrase(folder, keys, passphrase))
    }

    /// Ends a restoring in place that was cut short after the folder had been set aside and before the new one came in.
    ///
    /// # Errors
    /// Failures of the file system.
    pub fn settle(folder: &Path) -> Result<(), VaultError> {
        let beside = beside(folder);
        if folder.exists() || !beside.is_dir() {
            return Ok(());
        }
        match ways::look(&Folder::unlocked(&beside))? {
            Found::Whole(_) => moved(&beside, folder),
            Found::Nothing | Found::Headless(_) => Ok(()),
        }
    }
}

fn beside(folder: &Path) -> PathBuf {
    let mut name = folder
        .file_name()
        .map_or_else(OsString::new, OsString::from);
    name.push(BESIDE);
    folder.with_file_name(name)
}

fn moved(from: &Path, to: &Path) -> Result<(), VaultError> {
    Folder::moved(from, to).map_err(|error| VaultError::writing(&error, VaultFile::Folder))
}

/// Removes what an earlier try left beside: it came from a backup, and nobody has worked in it.
fn clear(beside: &Path) -> Result<(), VaultError> {
    match fs::remove_dir_all(beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(VaultError::writing(&error, VaultFile::Folder))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
