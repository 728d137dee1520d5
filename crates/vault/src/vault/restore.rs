//! Making a vault of a backup: all of it or nothing.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use zeroize::Zeroizing;

use super::attachments::seal_into;
use super::{Vault, keep_key, unmake, write_recovery};
use crate::attachment::{Attachment, Catalogue, Room};
use crate::backup::BackupReader;
use crate::disk::{Disk, Folder, replace};
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::generations::{self, EMPTY};
use crate::id::VaultId;
use crate::key::VaultKey;
use crate::keys::KeySource;
use crate::passphrase::Passphrase;
use crate::recovery::WorkFactor;
use crate::ways::{self, Found};

impl Vault {
    /// Makes a new vault of a backup, in a folder that is empty or not there yet. It gets a key of
    /// its own; the passphrase of the backup becomes its passphrase too. Load it before saving.
    ///
    /// # Errors
    /// [`VaultError::WrongBackupPassphrase`], which a damaged beginning of the file can look like;
    /// [`VaultError::Damaged`]; [`VaultError::Newer`] for a backup of a newer edition;
    /// [`VaultError::AlreadyThere`] beside an existing vault and [`VaultError::NotEmpty`] beside
    /// other files; [`VaultError::SourceFailed`] when the file cannot be opened;
    /// [`VaultError::InUse`]; failures of the file system. After any of them there is no vault.
    pub fn restore(
        backup: &Path,
        passphrase: &Passphrase,
        folder: &Path,
        keys: &dyn KeySource,
    ) -> Result<Self, VaultError> {
        Self::restore_with(backup, passphrase, folder, keys, WorkFactor::default())
    }

    /// Like [`Vault::restore`], with another work factor for the recovery file.
    ///
    /// # Errors
    /// As [`Vault::restore`].
    pub fn restore_with(
        backup: &Path,
        passphrase: &Passphrase,
        folder: &Path,
        keys: &dyn KeySource,
        work: WorkFactor,
    ) -> Result<Self, VaultError> {
        let about = std::fs::metadata(backup).map_err(|error| failed(&error))?;
        if !about.is_file() {
            let kind = std::io::ErrorKind::InvalidInput;
            return Err(VaultError::SourceFailed { kind });
        }
        // The passphrase first: a wrong one must not even make the folder.
        let backup = opened(backup, passphrase)?;
        Folder::make(folder)?;
        empty(&Folder::unlocked(folder))?;
        let disk = Folder::locked(folder)?;
        Self::restore_on(Box::new(disk), backup, passphrase, keys, work)
    }

    pub(crate) fn restore_on(
        disk: Box<dyn Disk>,
        backup: BackupReader<'_>,
        passphrase: &Passphrase,
        keys: &dyn KeySource,
        work: WorkFactor,
    ) -> Result<Self, VaultError> {
        empty(&*disk)?;
        clear(&*disk)?;
        let (id, key) = (VaultId::generate()?, VaultKey::generate());
        let made = write_all(&*disk, &id, &key, backup, passphrase, work);
        let header = made.inspect_err(|_| {
            unmake(&*disk, keys, &id);
            drop(remove_leftovers(&*disk, true));
        })?;
        let key_kept = keep_key(keys, &id, &key);
        Ok(Self::unread(disk, header, key, key_kept))
    }
}

fn failed(error: &std::io::Error) -> VaultError {
    VaultError::SourceFailed { kind: error.kind() }
}

/// Only the passphrase opens a backup: the code of a vault is none of its secrets.
fn opened(backup: &Path, passphrase: &Passphrase) -> Result<BackupReader<'static>, VaultError> {
    for reading in passphrase.readings() {
        let file = File::open(backup).map_err(|error| failed(&error))?;
        match BackupReader::open(file, &reading) {
            Err(VaultError::WrongPassphrase) => {}
            decided => return decided,
        }
    }
    Err(VaultError::WrongBackupPassphrase)
}

/// Writes the files of the vault, the header last: beside the mark and without a header, nothing
/// counts.
fn write_all(
    disk: &dyn Disk,
    id: &VaultId,
    key: &VaultKey,
    backup: BackupReader<'_>,
    passphrase: &Passphrase,
    work: WorkFactor,
) -> Result<crate::header::Header, VaultError> {
    replace(disk, VaultFile::Restoring, b"")?;
    let mut kept: Option<(Catalogue, Zeroizing<Vec<u8>>)> = None;
    backup.read(
        &mut |manifest, state| {
            kept = Some((manifest.catalogue(), state));
            Ok(())
        },
        &mut |entry, content| restore_attachment(disk, key, entry, content),
    )?;
    let (catalogue, state) = kept.ok_or(VaultError::Damaged {
        file: VaultFile::Backup,
    })?;
    let (header, _) = write_recovery(disk, id, key, Some(passphrase), work)?;
    generations::write(disk, key, EMPTY + 1, &catalogue, &state)?;
    replace(disk, VaultFile::Header, &header.bytes()?)?;
    generations::unmark(disk)?;
    Ok(header)
}

fn restore_attachment(
    disk: &dyn Disk,
    key: &VaultKey,
    entry: &Attachment,
    content: &mut dyn Read,
) -> Result<(), VaultError> {
    let damaged = VaultError::Damaged {
        file: VaultFile::Backup,
    };
    let room = Room {
        most: entry.length,
        beyond: damaged.clone(),
    };
    let measured = seal_into(disk, key, entry.id, content, &room).map_err(|error| {
        // The source is the backup, whose damage shows while it is read.
        if matches!(
            error,
            VaultError::SourceFailed { .. }
                | VaultError::AttachmentEmpty
                | VaultError::AttachmentKindUnknown
        ) {
            damaged.clone()
        } else {
            error
        }
    })?;
    let same = measured.kind == entry.kind
        && measured.length == entry.length
        && measured.sha256 == entry.sha256;
    if same { Ok(()) } else { Err(damaged) }
}

/// Whether there is nothing in the folder but leftovers of a making or a restoring that was cut short.
fn empty(disk: &dyn Disk) -> Result<(), VaultError> {
    match ways::look(disk)? {
        Found::Nothing => {}
        Found::Whole(_) | Found::Headless(_) => return Err(VaultError::AlreadyThere),
    }
    let names = names(disk)?;
    let lock = VaultFile::Lock.name();
    let marked = names.contains(&VaultFile::Restoring.name());
    if names
        .iter()
        .all(|name| *name == lock || leftover(name, marked))
    {
        Ok(())
    } else {
        Err(VaultError::NotEmpty)
    }
}

fn names(disk: &dyn Disk) -> Result<Vec<String>, VaultError> {
    disk.list()
        .map_err(|error| VaultError::reading(&error, VaultFile::Folder))
}

/// Whether a file, where no vault is, is one that a making or restoring left behind. Attachments are
/// so only beside the mark: those of a vault whose other files were lost must stay.
fn leftover(name: &str, marked: bool) -> bool {
    let made = VaultFile::is_stale(name)
        || name == VaultFile::Recovery.name()
        || name == VaultFile::State(EMPTY).name();
    let restored = name == VaultFile::Restoring.name()
        || name == VaultFile::State(EMPTY + 1).name()
        || VaultFile::attachment_of(name).is_some();
    made || (restored && marked)
}

/// Removes what a making or restoring left behind; only where no vault is.
pub(super) fn clear(disk: &dyn Disk) -> Result<(), VaultError> {
    let marked = names(disk)?.contains(&VaultFile::Restoring.name());
    remove_leftovers(disk, marked)
}

/// The mark goes last, so that nothing before it can look like a vault.
fn remove_leftovers(disk: &dyn Disk, marked: bool) -> Result<(), VaultError> {
    let names = names(disk)?;
    if names.contains(&VaultFile::Header.name()) {
        return Ok(());
    }
    let mark = VaultFile::Restoring.name();
    let removed = |name: &String| {
        disk.remove(name)
            .map_err(|error| VaultError::writing(&error, VaultFile::Folder))
    };
    for name in names.iter().filter(|name| **name != mark) {
        if leftover(name, marked) {
            removed(name)?;
        }
    }
    let synced = || {
        disk.sync_folder()
            .map_err(|error| VaultError::writing(&error, VaultFile::Folder))
    };
    synced()?;
    if names.contains(&mark) {
        removed(&mark)?;
        synced()?;
    }
    Ok(())
}
