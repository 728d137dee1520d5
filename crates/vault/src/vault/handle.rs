//! The handle of an open vault: making, opening, saving, loading.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::ErrorKind;
use std::path::Path;

use super::limits::Limits;
use super::restore;
use crate::attachment::{Attachment, AttachmentId, Catalogue};
use crate::disk::{Disk, Folder, replace};
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::generations::{self, EMPTY};
use crate::header::Header;
use crate::id::VaultId;
use crate::key::VaultKey;
use crate::keys::{KeyError, KeySource, KeyringStatus, keep};
use crate::passphrase::Passphrase;
use crate::recovery::{self, RecoverySecret, WorkFactor};
use crate::recovery_code::RecoveryCode;
use crate::snapshot::{Recovered, Saved, Snapshot};
use crate::state::VaultState;
use crate::ways::{self, Found};

/// An open vault. Its folder belongs to this handle until it is dropped.
pub struct Vault {
    pub(super) disk: Box<dyn Disk>,
    pub(super) header: Header,
    pub(super) key: VaultKey,
    pub(super) key_kept: KeyKept,
    /// Whether it is known what lies there, so that a save hides nothing.
    pub(super) loaded: bool,
    /// Snapshots that did not open and still lie under their first name.
    pub(super) damaged: BTreeSet<u64>,
    /// The attachments as the newest snapshot has them.
    pub(super) saved: Catalogue,
    /// The attachments as the next snapshot will have them.
    pub(super) wanted: Catalogue,
    /// Files of attachments that the next snapshot no longer has.
    pub(super) dropped: BTreeMap<AttachmentId, Attachment>,
    pub(super) limits: Limits,
}

/// A vault just made.
#[derive(Debug)]
pub struct Created {
    /// The vault, empty and open.
    pub vault: Vault,
    /// The recovery code, if no passphrase was given. It is stored nowhere: show it now.
    pub recovery_code: Option<RecoveryCode>,
}

/// Whether the next start will open the vault without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKept {
    /// The key lies in the keyring.
    InKeyring,
    /// It does not, and why: the passphrase or recovery code will be asked for.
    NotKept(KeyError),
}

impl Vault {
    /// Looks what a folder holds, without changing it. Asks the keyring, which may ask the user.
    ///
    /// # Errors
    /// [`VaultError::Newer`] for a vault of a newer edition; failures of the file system.
    pub fn inspect(folder: &Path, keys: &dyn KeySource) -> Result<VaultState, VaultError> {
        Self::inspect_on(&Folder::unlocked(folder), keys)
    }

    pub(crate) fn inspect_on(
        disk: &dyn Disk,
        keys: &dyn KeySource,
    ) -> Result<VaultState, VaultError> {
        let (why, secret) = match ways::look(disk)? {
            Found::Nothing => {
                return Ok(VaultState::Fresh {
                    keyring: keys.status(),
                });
            }
            Found::Whole(header) => match ways::by_keyring(&header, keys) {
                Ok(_) => return Ok(VaultState::Ready),
                Err(why) => (why, Some(header.recovery)),
            },
            Found::Headless(why) => (why, None),
        };
        Ok(if ways::has_recovery(disk)? {
            VaultState::NeedsPassphrase { why, secret }
        } else {
            VaultState::NoWayIn { why }
        })
    }

    /// Makes a vault, and its folder if need be. The key goes to the keyring where that works, and
    /// always into a recovery file: sealed with the passphrase if one is given, else with a new
    /// recovery code. Takes about a second.
    ///
    /// # Errors
    /// [`VaultError::AlreadyThere`] beside an existing vault, in whatever state it is;
    /// [`VaultError::PassphraseForNew`] if there is neither a keyring nor a passphrase;
    /// [`VaultError::PassphraseTooShort`]; [`VaultError::InUse`]; failures of the file system.
    pub fn create(
        folder: &Path,
        keys: &dyn KeySource,
        passphrase: Option<&Passphrase>,
    ) -> Result<Created, VaultError> {
        Self::create_with(folder, keys, passphrase, WorkFactor::default())
    }

    /// Like [`Vault::create`], with another work factor for the recovery file.
    ///
    /// # Errors
    /// As [`Vault::create`].
    pub fn create_with(
        folder: &Path,
        keys: &dyn KeySource,
        passphrase: Option<&Passphrase>,
        work: WorkFactor,
    ) -> Result<Created, VaultError> {
        Folder::make(folder)?;
        let disk = Folder::locked(folder)?;
        Self::create_on(Box::new(disk), keys, passphrase, work)
    }

    pub(crate) fn create_on(
        disk: Box<dyn Disk>,
        keys: &dyn KeySource,
        passphrase: Option<&Passphrase>,
        work: WorkFactor,
    ) -> Result<Created, VaultError> {
        match ways::look(&*disk)? {
            Found::Nothing => {}
            Found::Whole(_) | Found::Headless(_) => return Err(VaultError::AlreadyThere),
        }
        passphrase.map_or(Ok(()), Passphrase::long_enough)?;
        restore::clear(&*disk)?;
        generations::sweep(&*disk)?;

        let (id, key) = (VaultId::generate()?, VaultKey::generate());
        let key_kept = match keys.status() {
            KeyringStatus::Usable => keep_key(keys, &id, &key),
            KeyringStatus::Unusable(why) => KeyKept::NotKept(why),
        };
        let made = match (passphrase, key_kept) {
            (None, KeyKept::NotKept(why)) => Err(VaultError::PassphraseForNew { why }),
            (None, KeyKept::InKeyring) => write_new(&*disk, &id, &key, None, work),
            (Some(_), KeyKept::InKeyring | KeyKept::NotKept(_)) => {
                write_new(&*disk, &id, &key, passphrase, work)
            }
        };
        let (header, recovery_code) = made.inspect_err(|_| unmake(&*disk, keys, &id))?;
        Ok(Created {
            vault: Self {
                loaded: true,
                ..Self::unread(disk, header, key, key_kept)
            },
            recovery_code,
        })
    }

    /// Opens a vault with the key in the keyring.
    ///
    /// # Errors
    /// [`VaultError::NeedsPassphrase`] or [`VaultError::NoWayIn`] if the keyring has no fitting
    /// key; [`VaultError::NoVault`]; [`VaultError::InUse`]; [`VaultError::Newer`]; failures of the
    /// file system.
    pub fn open(folder: &Path, keys: &dyn KeySource) -> Result<Self, VaultError> {
        Self::open_on(Box::new(lock_existing(folder)?), keys)
    }

    pub(crate) fn open_on(disk: Box<dyn Disk>, keys: &dyn KeySource) -> Result<Self, VaultError> {
        let header = match ways::look(&*disk)? {
            Found::Nothing => return Err(VaultError::NoVault),
            Found::Whole(header) => header,
            Found::Headless(why) => return Err(ways::not_by_keyring(&*disk, why)),
        };
        match ways::by_keyring(&header, keys) {
            Ok(key) => Self::opened(disk, header, key, KeyKept::InKeyring),
            Err(why) => Err(ways::not_by_keyring(&*disk, why)),
        }
    }

    /// Opens a vault with its passphrase or recovery code, and puts the key back into the keyring
    /// if that works: [`Vault::key_kept`] says so. A lost or damaged header is written anew. Takes
    /// about a second, or two for a wrong recovery code.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`]; [`VaultError::WrongKey`] if the recovery file belongs to
    /// another vault; [`VaultError::Damaged`] for the recovery file; [`VaultError::NoWayIn`] if it
    /// is missing; else as [`Vault::open`].
    pub fn open_with_passphrase(
        folder: &Path,
        keys: &dyn KeySource,
        typed: &Passphrase,
    ) -> Result<Self, VaultError> {
        Self::open_with_passphrase_on(Box::new(lock_existing(folder)?), keys, typed)
    }

    pub(crate) fn open_with_passphrase_on(
        disk: Box<dyn Disk>,
        keys: &dyn KeySource,
        typed: &Passphrase,
    ) -> Result<Self, VaultError> {
        let found = ways::look(&*disk)?;
        let recovery = ways::by_passphrase(&*disk, &found, typed)?;
        let header = match found {
            Found::Whole(header) => header,
            Found::Nothing | Found::Headless(_) => {
                let secret = match RecoveryCode::parse(typed.reveal()) {
                    Some(_) => RecoverySecret::Code,
                    None => RecoverySecret::Passphrase,
                };
                let header = Header::new(recovery.id, &recovery.key, secret);
                replace(&*disk, VaultFile::Header, &header.bytes()?)?;
                header
            }
        };
        let kept = keep_key(keys, &header.id, &recovery.key);
        Self::opened(disk, header, recovery.key, kept)
    }

    fn opened(
        disk: Box<dyn Disk>,
        header: Header,
        key: VaultKey,
        key_kept: KeyKept,
    ) -> Result<Self, VaultError> {
        generations::sweep(&*disk)?;
        Ok(Self::unread(disk, header, key, key_kept))
    }

    pub(super) fn unread(
        disk: Box<dyn Disk>,
        header: Header,
        key: VaultKey,
        key_kept: KeyKept,
    ) -> Self {
        Self {
            disk,
            header,
            key,
            key_kept,
            loaded: false,
            damaged: BTreeSet::new(),
            saved: Catalogue::default(),
            wanted: Catalogue::default(),
            dropped: BTreeMap::new(),
            limits: Limits::default(),
        }
    }

    /// The vault's name in the keyring.
    #[must_use]
    pub fn id(&self) -> &VaultId {
        &self.header.id
    }

    /// Whether the next start will open the vault without asking.
    #[must_use]
    pub fn key_kept(&self) -> KeyKept {
        self.key_kept
    }

    /// What the recovery file was sealed with.
    #[must_use]
    pub fn recovery_secret(&self) -> RecoverySecret {
        self.header.recovery
    }

    /// Whether the recovery file is there; if not, [`Vault::renew_recovery`] makes one.
    ///
    /// # Errors
    /// Failures of the file system.
    pub fn has_recovery(&self) -> Result<bool, VaultError> {
        ways::has_recovery(&*self.disk)
    }

    /// The newest contents that open, or nothing if nothing was saved yet. What was attached or
    /// taken away since the last save is forgotten; files that no snapshot knows are removed, unless
    /// a damaged snapshot may have known them. No other file is changed.
    ///
    /// # Errors
    /// [`VaultError::NothingOpens`] if all generations are damaged; [`VaultError::StateMissing`]
    /// if there are none; [`VaultError::Newer`] if a newer edition saved last; failures of the
    /// file system. After an error nothing can be saved.
    pub fn load(&mut self) -> Result<Option<Snapshot>, VaultError> {
        self.loaded = false;
        let newest = generations::newest(&*self.disk, &self.key)?;
        self.loaded = true;
        self.damaged = newest.lost.iter().copied().collect();
        self.saved = newest.unsealed.catalogue;
        self.wanted = self.saved.clone();
        self.dropped.clear();
        if newest.lost.is_empty() {
            generations::forget(&*self.disk, self.saved.forget_below);
            self.sweep_strays();
        }
        if newest.unsealed.generation == EMPTY {
            return Ok(None);
        }
        Ok(Some(Snapshot {
            generation: newest.unsealed.generation,
            bytes: newest.unsealed.bytes,
            recovered: (!newest.lost.is_empty()).then_some(Recovered { lost: newest.lost }),
        }))
    }

    /// Saves the contents as the next generation. Once this returns, they last.
    ///
    /// # Errors
    /// [`VaultError::NotLoaded`] before a successful [`Vault::load`]; [`VaultError::DiskFull`],
    /// [`VaultError::ReadOnly`], [`VaultError::FolderGone`], [`VaultError::StateMissing`] and other failures of the file system,
    /// after which the earlier contents still open.
    pub fn save(&mut self, bytes: &[u8]) -> Result<Saved, VaultError> {
        if !self.loaded {
            return Err(VaultError::NotLoaded);
        }
        let wanted = self.wanted.clone();
        self.save_with(wanted, bytes)
    }

    /// Saves like [`Vault::save`] and removes every earlier snapshot, so that nothing which was
    /// deleted before stays in any file. A fault in between is made good at the next start.
    ///
    /// # Errors
    /// As [`Vault::save`].
    pub fn save_and_forget(&mut self, bytes: &[u8]) -> Result<Saved, VaultError> {
        if !self.loaded {
            return Err(VaultError::NotLoaded);
        }
        let mut wanted = self.wanted.clone();
        wanted.forget_below = self.next_generation()?;
        let saved = self.save_with(wanted, bytes)?;
        generations::forget(&*self.disk, saved.generation);
        self.damaged.clear();
        self.sweep_strays();
        Ok(saved)
    }

    fn next_generation(&self) -> Result<u64, VaultError> {
        // Counted anew each time: a failed save may have left a file of a higher generation.
        // With none at all the folder is another one by now, without the key's files.
        let there = generations::list(&*self.disk)?;
        Ok(there.first().ok_or(VaultError::StateMissing)? + 1)
    }

    fn save_with(&mut self, wanted: Catalogue, bytes: &[u8]) -> Result<Saved, VaultError> {
        let generation = self.next_generation()?;
        generations::write(&*self.disk, &self.key, generation, &wanted, bytes)?;
        self.saved = wanted.clone();
        self.wanted = wanted;
        generations::tidy(&*self.disk, &mut self.damaged);
        self.remove_dropped();
        Ok(Saved { generation })
    }

    /// Seals the recovery file anew: with the passphrase if one is given, else with a new recovery
    /// code, which is returned. The earlier code or passphrase no longer opens the vault.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`]; failures of the file system, after which it is open
    /// which of the two opens the vault: renew again.
    pub fn renew_recovery(
        &mut self,
        passphrase: Option<&Passphrase>,
        work: WorkFactor,
    ) -> Result<Option<RecoveryCode>, VaultError> {
        passphrase.map_or(Ok(()), Passphrase::long_enough)?;
        let id = &self.header.id;
        let (header, code) = write_recovery(&*self.disk, id, &self.key, passphrase, work)?;
        replace(&*self.disk, VaultFile::Header, &header.bytes()?)?;
        self.header = header;
        Ok(code)
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Vault")
            .field("id", &self.header.id)
            .field("key_kept", &self.key_kept)
            .finish_non_exhaustive()
    }
}

/// Locks a folder that holds a vault; no lock file is left in one that does not.
fn lock_existing(folder: &Path) -> Result<Folder, VaultError> {
    match ways::look(&Folder::unlocked(folder))? {
        Found::Nothing => Err(VaultError::NoVault),
        Found::Whole(_) | Found::Headless(_) => Folder::locked(folder),
    }
}

pub(crate) fn keep_key(keys: &dyn KeySource, id: &VaultId, key: &VaultKey) -> KeyKept {
    match keep(keys, id, &key.text()) {
        Ok(()) => KeyKept::InKeyring,
        Err(why) => KeyKept::NotKept(why),
    }
}

/// Takes back a vault whose making failed. The key goes only once the header is gone for good:
/// a header without a key would be a vault that nobody can open.
pub(crate) fn unmake(disk: &dyn Disk, keys: &dyn KeySource, id: &VaultId) {
    let removed = match disk.remove(&VaultFile::Header.name()) {
        Ok(()) => true,
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    if removed && disk.sync_folder().is_ok() {
        let _ = keys.delete(id);
    }
}

/// Writes the files of a new vault, the header last: before it there is no vault.
fn write_new(
    disk: &dyn Disk,
    id: &VaultId,
    key: &VaultKey,
    passphrase: Option<&Passphrase>,
    work: WorkFactor,
) -> Result<(Header, Option<RecoveryCode>), VaultError> {
    let (header, code) = write_recovery(disk, id, key, passphrase, work)?;
    generations::write(disk, key, EMPTY, &Catalogue::default(), b"")?;
    replace(disk, VaultFile::Header, &header.bytes()?)?;
    Ok((header, code))
}

pub(crate) fn write_recovery(
    disk: &dyn Disk,
    id: &VaultId,
    key: &VaultKey,
    passphrase: Option<&Passphrase>,
    work: WorkFactor,
) -> Result<(Header, Option<RecoveryCode>), VaultError> {
    let (sealed, code) = match passphrase {
        Some(passphrase) => (recovery::seal(id, key, passphrase, work)?, None),
        None => {
            let code = RecoveryCode::generate()?;
            let sealed = recovery::seal(id, key, &code.passphrase(), work)?;
            (sealed, Some(code))
        }
    };
    replace(disk, VaultFile::Recovery, &sealed)?;
    let secret = match code {
        Some(_) => RecoverySecret::Code,
        None => RecoverySecret::Passphrase,
    };
    Ok((Header::new(id.clone(), key, secret), code))
}
