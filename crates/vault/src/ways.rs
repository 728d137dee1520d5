//! The ways into a vault: what its folder and the keyring offer.

use std::io::ErrorKind;

use crate::disk::Disk;
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::generations;
use crate::header::{Header, HeaderError};
use crate::key::VaultKey;
use crate::keys::KeySource;
use crate::passphrase::Passphrase;
use crate::recovery::{self, Recovery};
use crate::seal::SealError;
use crate::state::WhyPassphrase;

/// What a folder holds.
pub(crate) enum Found {
    /// No vault.
    Nothing,
    /// A vault with a header that can be read.
    Whole(Header),
    /// A vault whose header is lost or damaged.
    Headless(WhyPassphrase),
}

/// Looks whether there is a vault. Leftovers of a making that was cut short are none: the header
/// is written last, and nothing can be saved before.
pub(crate) fn look(disk: &dyn Disk) -> Result<Found, VaultError> {
    match read(disk, VaultFile::Header)? {
        Some(bytes) => match Header::parse(&bytes) {
            Ok(header) => Ok(Found::Whole(header)),
            Err(HeaderError::Damaged) => Ok(Found::Headless(WhyPassphrase::HeaderDamaged)),
            Err(HeaderError::Newer(error)) => Err(error),
        },
        // A restoring that was cut short.
        None if read(disk, VaultFile::Restoring)?.is_some() => Ok(Found::Nothing),
        None => {
            let saved = match generations::list(disk) {
                Err(VaultError::FolderGone) => false,
                listed => listed?
                    .iter()
                    .any(|generation| *generation > generations::EMPTY),
            };
            Ok(if saved {
                Found::Headless(WhyPassphrase::HeaderLost)
            } else {
                Found::Nothing
            })
        }
    }
}

/// The key that the keyring has for a vault, if it is the right one.
pub(crate) fn by_keyring(header: &Header, keys: &dyn KeySource) -> Result<VaultKey, WhyPassphrase> {
    let text = keys.get(&header.id)?;
    VaultKey::parse(text.reveal())
        .filter(|key| header.fits(key))
        .ok_or(WhyPassphrase::KeyDiffers)
}

/// Whether a recovery file is there; whether it opens shows only with the passphrase.
pub(crate) fn has_recovery(disk: &dyn Disk) -> Result<bool, VaultError> {
    read(disk, VaultFile::Recovery).map(|bytes| bytes.is_some())
}

/// The error for a vault that the keyring does not open.
pub(crate) fn not_by_keyring(disk: &dyn Disk, why: WhyPassphrase) -> VaultError {
    match has_recovery(disk) {
        Ok(true) => VaultError::NeedsPassphrase { why },
        Ok(false) => VaultError::NoWayIn { why },
        Err(error) => error,
    }
}

/// The key that the recovery file gives for what was typed.
pub(crate) fn by_passphrase(
    disk: &dyn Disk,
    found: &Found,
    typed: &Passphrase,
) -> Result<Recovery, VaultError> {
    let why = match found {
        Found::Nothing => return Err(VaultError::NoVault),
        Found::Whole(_) => WhyPassphrase::KeyLost,
        Found::Headless(why) => *why,
    };
    let sealed = read(disk, VaultFile::Recovery)?.ok_or(VaultError::NoWayIn { why })?;
    let recovery = recovery::open(&sealed, typed)?;
    let ours = match found {
        Found::Nothing => false,
        Found::Whole(header) => header.id == recovery.id && header.fits(&recovery.key),
        Found::Headless(_) => opens_any(disk, &recovery.key)?,
    };
    if ours {
        Ok(recovery)
    } else {
        Err(VaultError::WrongKey)
    }
}

/// Whether a key belongs to the snapshots: without a header nothing else tells.
fn opens_any(disk: &dyn Disk, key: &VaultKey) -> Result<bool, VaultError> {
    for generation in generations::list(disk)? {
        match generations::open(disk, key, generation)? {
            Ok(_) | Err(SealError::Newer(_)) => return Ok(true),
            Err(SealError::WrongKey | SealError::Damaged) => {}
        }
    }
    Ok(false)
}

fn read(disk: &dyn Disk, file: VaultFile) -> Result<Option<Vec<u8>>, VaultError> {
    match disk.read(&file.name()) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(VaultError::reading(&error, file)),
    }
}
