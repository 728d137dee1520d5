//! The kept snapshots of a vault, one file each.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::attachment::Catalogue;
use crate::disk::{Disk, replace};
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::key::VaultKey;
use crate::seal::{SealError, Unsealed, seal, unseal};

/// How many snapshots are kept.
const KEPT: usize = 3;
/// The generation that the making of a vault writes, before anything is saved.
pub(crate) const EMPTY: u64 = 0;

/// The newest snapshot that opens.
pub(crate) struct Newest {
    pub(crate) unsealed: Unsealed,
    /// Newer ones that did not open, newest first.
    pub(crate) lost: Vec<u64>,
}

/// The generations in the folder, newest first.
pub(crate) fn list(disk: &dyn Disk) -> Result<Vec<u64>, VaultError> {
    let names = disk
        .list()
        .map_err(|error| VaultError::reading(&error, VaultFile::Folder))?;
    let mut generations: Vec<u64> = names
        .iter()
        .filter_map(|name| VaultFile::generation_of(name))
        .collect();
    generations.sort_unstable_by_key(|generation| Reverse(*generation));
    Ok(generations)
}

/// Opens one snapshot. One that says another generation than its name was put there by somebody.
pub(crate) fn open(
    disk: &dyn Disk,
    key: &VaultKey,
    generation: u64,
) -> Result<Result<Unsealed, SealError>, VaultError> {
    let file = VaultFile::State(generation);
    let sealed = disk
        .read(&file.name())
        .map_err(|error| VaultError::reading(&error, file))?;
    Ok(unseal(key, &sealed).and_then(|unsealed| {
        if unsealed.generation == generation {
            Ok(unsealed)
        } else {
            Err(SealError::Damaged)
        }
    }))
}

/// Opens the newest snapshot that opens.
pub(crate) fn newest(disk: &dyn Disk, key: &VaultKey) -> Result<Newest, VaultError> {
    let generations = list(disk)?;
    if generations.is_empty() {
        return Err(VaultError::StateMissing);
    }
    let mut lost = Vec::new();
    for generation in generations {
        match open(disk, key, generation)? {
            // The empty one is no stand-in for a save that was lost.
            Ok(_) if generation == EMPTY && !lost.is_empty() => break,
            Ok(unsealed) => return Ok(Newest { unsealed, lost }),
            // An older snapshot would hide what the newer edition saved.
            Err(SealError::Newer(found)) => {
                return Err(VaultError::Newer {
                    file: VaultFile::State(generation),
                    found,
                    known: crate::envelope::SCHEMA,
                });
            }
            // The key fits the header, so a snapshot that it does not open is damaged as well.
            Err(SealError::Damaged | SealError::WrongKey) => lost.push(generation),
        }
    }
    Err(VaultError::NothingOpens { lost })
}

/// Writes a snapshot under a name of its own: nothing that lies there is overwritten.
pub(crate) fn write(
    disk: &dyn Disk,
    key: &VaultKey,
    generation: u64,
    catalogue: &Catalogue,
    bytes: &[u8],
) -> Result<(), VaultError> {
    let sealed = seal(key, generation, catalogue, bytes)?;
    replace(disk, VaultFile::State(generation), &sealed)
}

/// Sets damaged snapshots aside and removes those beyond the kept ones. What fails here is tried
/// again after the next save: the save itself has succeeded.
pub(crate) fn tidy(disk: &dyn Disk, damaged: &mut BTreeSet<u64>) {
    damaged.retain(|generation| {
        let from = VaultFile::State(*generation).name();
        let to = VaultFile::SetAside(*generation).name();
        disk.rename(&from, &to).is_err()
    });
    let Ok(generations) = list(disk) else { return };
    let sound = generations
        .into_iter()
        .filter(|generation| !damaged.contains(generation));
    for generation in sound.skip(KEPT) {
        drop(disk.remove(&VaultFile::State(generation).name()));
    }
}

/// Removes generations that hold what was deleted for good, and damaged ones, which may hold it too.
/// Nothing is reported: what stays is tried again at the next start.
pub(crate) fn forget(disk: &dyn Disk, below: u64) {
    let Ok(names) = disk.list() else { return };
    let mut removed = false;
    for name in names {
        let generation = VaultFile::generation_of(&name).or(VaultFile::set_aside_of(&name));
        if generation.is_some_and(|generation| generation < below) {
            removed |= disk.remove(&name).is_ok();
        }
    }
    if removed {
        drop(disk.sync_folder());
    }
}

/// Takes away the mark of a restoring that has come to its end: beside it a lost header would look
/// like no vault at all.
pub(crate) fn unmark(disk: &dyn Disk) -> Result<(), VaultError> {
    let mark = VaultFile::Restoring;
    disk.remove(&mark.name())
        .and_then(|()| disk.sync_folder())
        .map_err(|error| VaultError::writing(&error, mark))
}

/// Removes unfinished files that a killed process left behind. Only under the lock, where no
/// other process can be writing one.
pub(crate) fn sweep(disk: &dyn Disk) -> Result<(), VaultError> {
    let names = disk
        .list()
        .map_err(|error| VaultError::reading(&error, VaultFile::Folder))?;
    if names.contains(&VaultFile::Restoring.name()) {
        unmark(disk)?;
    }
    for name in names.iter().filter(|name| VaultFile::is_stale(name)) {
        // One that can't be removed holds ciphertext only and is tried again at the next start.
        drop(disk.remove(name));
    }
    Ok(())
}
