//! Backup, passphrase and recovery code.

use qonys_texts::Lang;
use qonys_texts::text;
use qonys_vault::Passphrase;
use qonys_vault::VaultError;
use qonys_vault::WorkFactor;

use super::Session;
use super::saving::DIALOG_TITLE;
use crate::error::AppError;
use crate::files::free_name;
use crate::wire::BackupView;
use crate::wire::CreatedView;

impl Session {
    /// Writes everything into one file under a passphrase, in a folder that the person chooses; none when the person chose none.
    /// A second backup of a day gets a name of its own. Where the folder of the case is gone or nothing in it opens, the answers in memory are written.
    ///
    /// # Errors
    /// A passphrase that is too short; what writing can bring.
    pub fn back_up(&self, lang: Lang, passphrase: String) -> Result<Option<BackupView>, AppError> {
        let Some(folder) = self.chooser.choose(&text(lang, DIALOG_TITLE)) else {
            return Ok(None);
        };
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        // The ending of the age format: the standard tool opens it too.
        let file = free_name(&folder, &format!("qonys-{}", self.clock.today()), "age")?;
        // Of a stick that was pulled out nobody is told that the case is gone.
        if !folder.is_dir() {
            return Err(AppError::Write {
                file,
                kind: std::io::ErrorKind::NotFound,
            });
        }
        let (passphrase, work) = (Passphrase::new(passphrase), WorkFactor::default());
        let done = match open.vault.back_up(&folder, &file, &passphrase, work) {
            // Nothing on the disk can be read any more.
            Err(
                VaultError::FolderGone | VaultError::StateMissing | VaultError::NothingOpens { .. },
            ) => {
                let state = open.document.to_bytes()?;
                open.vault
                    .back_up_from_memory(&state, &folder, &file, &passphrase, work)?
            }
            done => done?,
        };
        let left_out = done.left_out.iter().map(|id| {
            let known = open.vault.attachment(*id);
            known.map_or_else(|_| id.to_string(), |one| one.name.as_str().to_owned())
        });
        Ok(Some(BackupView {
            file,
            folder: folder.display().to_string(),
            left_out: left_out.collect(),
        }))
    }

    /// Sets a passphrase or, without one, makes a new recovery code, which comes back once. The earlier passphrase or code opens
    /// the store no more.
    ///
    /// # Errors
    /// A passphrase that is too short; what writing can bring: then it is open which of the two counts, so do it again.
    pub fn renew_recovery(&self, passphrase: Option<String>) -> Result<CreatedView, AppError> {
        let mut guard = self.lock_open();
        let open = guard.as_mut().ok_or(AppError::NotOpen)?;
        let passphrase = passphrase.map(Passphrase::new);
        let code = open
            .vault
            .renew_recovery(passphrase.as_ref(), WorkFactor::default())?;
        Ok(CreatedView {
            recovery_code: code.map(|code| code.reveal().to_owned()),
        })
    }
}
