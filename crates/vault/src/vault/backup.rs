//! Writing a backup of an open vault.

use std::io::Read;
use std::path::Path;

use super::Vault;
use crate::attachment::{Attachment, AttachmentId, Catalogue};
use crate::backup::{self, Manifest};
use crate::disk::{Disk, Folder};
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::passphrase::Passphrase;
use crate::recovery::WorkFactor;

/// A backup that will last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// How many attachments it holds.
    pub attachments: usize,
    /// Attachments that are missing or damaged in the vault, so that the backup lacks them: tell
    /// the user.
    pub left_out: Vec<AttachmentId>,
}

impl Vault {
    /// Writes the whole vault into one file under a passphrase: what was saved last and every
    /// attachment. A file of that name is replaced in one step, or stays as it was after an error.
    /// Takes about a second, and another for each 200 MB.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`]; [`VaultError::NothingOpens`] and
    /// [`VaultError::StateMissing`]; failures of both file systems.
    pub fn back_up(
        &self,
        folder: &Path,
        name: &str,
        passphrase: &Passphrase,
        work: WorkFactor,
    ) -> Result<BackedUp, VaultError> {
        self.back_up_on(&Folder::unlocked(folder), name, passphrase, work)
    }

    /// Where the folder of the vault is gone, what is in memory is all that is left: writes that, and names every attachment as
    /// left out that cannot be read any more.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`]; failures of the other file system.
    pub fn back_up_from_memory(
        &self,
        state: &[u8],
        folder: &Path,
        name: &str,
        passphrase: &Passphrase,
        work: WorkFactor,
    ) -> Result<BackedUp, VaultError> {
        passphrase.long_enough()?;
        let into = Folder::unlocked(folder);
        self.write_backup(state, &self.wanted, &into, name, (passphrase, work))
    }

    pub(crate) fn back_up_on(
        &self,
        into: &dyn Disk,
        name: &str,
        passphrase: &Passphrase,
        work: WorkFactor,
    ) -> Result<BackedUp, VaultError> {
        passphrase.long_enough()?;
        // Read anew from the disk: a backup of what is only in memory would prove nothing.
        let newest = crate::generations::newest(&*self.disk, &self.key)?.unsealed;
        let (state, catalogue) = (&newest.bytes, &newest.catalogue);
        self.write_backup(state, catalogue, into, name, (passphrase, work))
    }

    fn write_backup(
        &self,
        state: &[u8],
        catalogue: &Catalogue,
        into: &dyn Disk,
        name: &str,
        (passphrase, work): (&Passphrase, WorkFactor),
    ) -> Result<BackedUp, VaultError> {
        let mut sound: Vec<Attachment> = Vec::new();
        let mut left_out = Vec::new();
        for entry in catalogue.iter() {
            match self
                .open_attachment(entry)
                .and_then(|opened| opened.copy(&mut |_| Ok(())))
            {
                Ok(()) => sound.push(entry.clone()),
                Err(VaultError::Damaged { .. } | VaultError::AttachmentMissing { .. }) => {
                    left_out.push(entry.id);
                }
                Err(other) => return Err(other),
            }
        }
        let manifest = Manifest::new(state, sound, left_out);
        let unwritten = |error: std::io::Error| VaultError::writing(&error, VaultFile::Backup);
        let mut staged = into.stage().map_err(unwritten)?;
        let open = |entry: &Attachment| {
            let opened = self.open_attachment(entry)?;
            Ok(Box::new(opened) as Box<dyn Read + '_>)
        };
        backup::write(&manifest, state, &open, passphrase, work, &mut *staged)?;
        staged.sync().map_err(unwritten)?;
        staged.publish(name).map_err(unwritten)?;
        into.sync_folder().map_err(unwritten)?;
        Ok(BackedUp {
            attachments: manifest.attachments.len(),
            left_out: manifest.left_out,
        })
    }
}
