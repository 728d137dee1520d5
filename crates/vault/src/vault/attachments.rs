//! Attaching, reading, exporting and taking away files.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::{Limits, Vault};
use crate::attachment::{self, Attachment, AttachmentId, DisplayName, Measured, Room};
use crate::disk::{Disk, Folder};
use crate::error::VaultError;
use crate::files::VaultFile;

/// More copies of one name than anybody keeps in a folder.
const MOST_COPIES: u32 = 999;

impl Vault {
    /// All attachments, as the next save will have them.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        self.wanted.iter()
    }

    /// One attachment.
    ///
    /// # Errors
    /// [`VaultError::AttachmentUnknown`].
    pub fn attachment(&self, id: AttachmentId) -> Result<&Attachment, VaultError> {
        self.wanted.get(id).ok_or(VaultError::AttachmentUnknown)
    }

    /// Sets how much may be attached.
    pub fn limit(&mut self, limits: Limits) {
        self.limits = limits;
    }

    /// Seals a copy of a file of the person's. Its path is not kept; the name is made of the file's
    /// own and may be changed. It belongs to the vault once the vault is saved: see
    /// [`Vault::attach`].
    ///
    /// # Errors
    /// [`VaultError::SourceFailed`] when it is no file or cannot be read; else as [`Vault::attach`].
    pub fn attach_file(&mut self, path: &Path) -> Result<Attachment, VaultError> {
        let failed = |error: std::io::Error| VaultError::SourceFailed { kind: error.kind() };
        // Asked before it is opened: opening a pipe would wait for its other end.
        let known = std::fs::metadata(path).map_err(failed)?;
        if !known.is_file() {
            let kind = if known.is_dir() {
                ErrorKind::IsADirectory
            } else {
                ErrorKind::InvalidInput
            };
            return Err(VaultError::SourceFailed { kind });
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = DisplayName::of_file(&name);
        let mut file = File::open(path).map_err(failed)?;
        self.attach(&mut file, name)
    }

    /// Seals what a source holds into a file of its own, 64 KiB at a time. It belongs to the vault
    /// once [`Vault::save`] has succeeded; before, [`Vault::detach`] takes it back, and the next
    /// start removes it.
    ///
    /// # Errors
    /// [`VaultError::NotLoaded`]; [`VaultError::AttachmentEmpty`],
    /// [`VaultError::AttachmentKindUnknown`], [`VaultError::AttachmentTooLarge`] and
    /// [`VaultError::AttachmentsFull`] for what cannot be attached; [`VaultError::SourceFailed`];
    /// failures of the file system. After any of them nothing has changed.
    pub fn attach(
        &mut self,
        source: &mut dyn Read,
        name: DisplayName,
    ) -> Result<Attachment, VaultError> {
        if !self.loaded {
            return Err(VaultError::NotLoaded);
        }
        let room = self.room()?;
        let id = AttachmentId::generate()?;
        let measured = seal_into(&*self.disk, &self.key, id, source, &room)?;
        let entry = Attachment {
            id,
            name,
            kind: measured.kind,
            length: measured.length,
            sha256: measured.sha256,
        };
        self.wanted.insert(entry.clone());
        Ok(entry)
    }

    /// How much one more file may hold, and what to say about more.
    fn room(&self) -> Result<Room, VaultError> {
        let full = VaultError::AttachmentsFull {
            most: self.limits.all,
            count: self.limits.count,
        };
        let left = Limits::bytes(self.limits.all).saturating_sub(self.wanted.length());
        if left == 0 || self.wanted.count() >= self.limits.count {
            return Err(full);
        }
        let each = Limits::bytes(self.limits.each);
        Ok(if left < each {
            Room {
                most: left,
                beyond: full,
            }
        } else {
            Room {
                most: each,
                beyond: VaultError::AttachmentTooLarge {
                    most: self.limits.each,
                },
            }
        })
    }

    /// Gives an attachment another name; it lasts once the vault is saved.
    ///
    /// # Errors
    /// [`VaultError::AttachmentUnknown`].
    pub fn rename_attachment(
        &mut self,
        id: AttachmentId,
        name: DisplayName,
    ) -> Result<(), VaultError> {
        let entry = self
            .wanted
            .get_mut(id)
            .ok_or(VaultError::AttachmentUnknown)?;
        entry.name = name;
        Ok(())
    }

    /// Takes an attachment away for good: its file is removed right after the next save.
    ///
    /// # Errors
    /// [`VaultError::AttachmentUnknown`].
    pub fn detach(&mut self, id: AttachmentId) -> Result<(), VaultError> {
        let entry = self
            .wanted
            .remove(id)
            .ok_or(VaultError::AttachmentUnknown)?;
        if self.saved.get(id).is_some() {
            self.dropped.insert(id, entry);
        } else {
            // No snapshot has ever known it.
            drop(self.disk.remove(&VaultFile::Attachment(id).name()));
        }
        Ok(())
    }

    /// Hands an attachment over piece by piece. What was handed over before an error must be thrown
    /// away: only the end tells that all of it is what was attached.
    ///
    /// # Errors
    /// [`VaultError::AttachmentUnknown`]; [`VaultError::AttachmentMissing`] and
    /// [`VaultError::Damaged`]; failures of the file system; what `write` says.
    pub fn read_attachment(
        &self,
        id: AttachmentId,
        write: &mut dyn FnMut(&[u8]) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        self.open_attachment(self.attachment(id)?)?.copy(write)
    }

    pub(super) fn open_attachment(
        &self,
        entry: &Attachment,
    ) -> Result<attachment::Opened<'_>, VaultError> {
        let file = VaultFile::Attachment(entry.id);
        let sealed = self.disk.open(&file.name()).map_err(|error| {
            if error.kind() == ErrorKind::NotFound {
                VaultError::AttachmentMissing { file }
            } else {
                VaultError::reading(&error, file)
            }
        })?;
        attachment::open(&self.key, entry, sealed)
    }

    /// Every attachment that is missing or not what was attached. Reads all of them.
    ///
    /// # Errors
    /// Failures of the file system other than a missing file.
    pub fn broken_attachments(&self) -> Result<Vec<AttachmentId>, VaultError> {
        let mut broken = Vec::new();
        for entry in self.wanted.iter() {
            match self.read_attachment(entry.id, &mut |_| Ok(())) {
                Ok(()) => {}
                Err(VaultError::Damaged { .. } | VaultError::AttachmentMissing { .. }) => {
                    broken.push(entry.id);
                }
                Err(other) => return Err(other),
            }
        }
        Ok(broken)
    }

    /// Writes a plain copy of an attachment into a folder, under its name or, where that is taken,
    /// with a number; gives the file's name. Nothing is left there after an error.
    ///
    /// # Errors
    /// As [`Vault::read_attachment`]; failures of the folder's file system.
    pub fn export_attachment(&self, id: AttachmentId, into: &Path) -> Result<String, VaultError> {
        self.export_attachment_on(id, &Folder::unlocked(into))
    }

    pub(crate) fn export_attachment_on(
        &self,
        id: AttachmentId,
        into: &dyn Disk,
    ) -> Result<String, VaultError> {
        let entry = self.attachment(id)?;
        let unwritten = |error: std::io::Error| VaultError::writing(&error, VaultFile::Export);
        let mut staged = into.stage().map_err(unwritten)?;
        self.open_attachment(entry)?
            .copy(&mut |bytes| staged.write(bytes).map_err(unwritten))?;
        staged.sync().map_err(unwritten)?;
        let mut names = (1..=MOST_COPIES).map(|copy| entry.name.file_name(entry.kind, copy));
        let name = staged.publish_beside(&mut names).map_err(unwritten)?;
        into.sync_folder().map_err(unwritten)?;
        Ok(name)
    }

    /// Removes the files of what the last save no longer has. What fails is tried at the next start.
    pub(super) fn remove_dropped(&mut self) {
        if self.dropped.is_empty() {
            return;
        }
        for id in std::mem::take(&mut self.dropped).into_keys() {
            drop(self.disk.remove(&VaultFile::Attachment(id).name()));
        }
        drop(self.disk.sync_folder());
    }

    /// Removes files of attachments that the state does not know: of a start that ended before it
    /// saved. Beside a damaged snapshot they stay, for it may have known them.
    pub(super) fn sweep_strays(&self) {
        let Ok(names) = self.disk.list() else { return };
        if names
            .iter()
            .any(|name| VaultFile::set_aside_of(name).is_some())
        {
            return;
        }
        let stray = |name: &&String| {
            VaultFile::attachment_of(name)
                .is_some_and(|id| self.saved.get(id).is_none() && self.wanted.get(id).is_none())
        };
        for name in names.iter().filter(stray) {
            drop(self.disk.remove(name));
        }
    }
}

/// Seals a source under the name of an attachment; after an error there is no file.
pub(super) fn seal_into(
    disk: &dyn Disk,
    key: &crate::key::VaultKey,
    id: AttachmentId,
    source: &mut dyn Read,
    room: &Room,
) -> Result<Measured, VaultError> {
    let file = VaultFile::Attachment(id);
    let unwritten = |error: std::io::Error| VaultError::writing(&error, file);
    let mut staged = disk.stage().map_err(unwritten)?;
    let measured = attachment::seal(key, id, source, room, &mut *staged)?;
    staged.sync().map_err(unwritten)?;
    staged.publish(&file.name()).map_err(unwritten)?;
    disk.sync_folder().map_err(unwritten)?;
    Ok(measured)
}
