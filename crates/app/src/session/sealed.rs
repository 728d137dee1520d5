//! Files that lie sealed beside the case.

use std::io::Cursor;
use std::sync::PoisonError;

use qonys_texts::Lang;
use qonys_vault::AttachmentId;
use qonys_vault::DisplayName;
use qonys_vault::VaultError;

use super::Session;
use super::blanks::BlankDesk;
use crate::case::Case;
use crate::error::AppError;
use crate::view::CaseView;

impl Session {
    /// Forgets what was read of blanks and pictures.
    pub(super) fn forget_files(&self) {
        self.desk(|desk| *desk = BlankDesk::default());
        *self.picture.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Seals a file into the vault; it stays there once the case is saved.
    pub(super) fn seal(&self, bytes: &[u8], name: &str) -> Result<String, AppError> {
        let mut open = self.lock_open();
        let open = open.as_mut().ok_or(AppError::NotOpen)?;
        let name = DisplayName::of_file(name);
        let sealed = open.vault.attach(&mut Cursor::new(bytes), name)?;
        Ok(sealed.id.to_string())
    }

    /// Takes sealed files away with the next save; one that is gone already is what was wanted.
    pub(super) fn unseal(&self, ids: &[String]) {
        if let Some(open) = self.lock_open().as_mut() {
            for id in ids.iter().filter_map(|id| AttachmentId::parse(id)) {
                drop(open.vault.detach(id));
            }
        }
    }

    /// The case, if the screen shows it as it stands: what is taken away before a change must not be taken for nothing.
    pub(super) fn case_at(&self, revision: u32) -> Result<Case, AppError> {
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        if open.revision == revision {
            Ok(open.case.clone())
        } else {
            Err(AppError::StaleRevision)
        }
    }

    /// What a sealed file holds.
    pub(super) fn sealed(&self, id: &str) -> Result<Vec<u8>, AppError> {
        let id = AttachmentId::parse(id).ok_or(VaultError::AttachmentUnknown)?;
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        let mut bytes = Vec::new();
        open.vault.read_attachment(id, &mut |piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        })?;
        Ok(bytes)
    }

    /// A change of the case that came with sealed files: they go again when it fails.
    pub(super) fn change_or_unseal(
        &self,
        lang: Lang,
        revision: u32,
        files: &[String],
        make: impl FnOnce(&mut Case) -> Result<(), AppError>,
    ) -> Result<CaseView, AppError> {
        let changed = self.change(lang, revision, |_, case| make(case));
        if changed.is_err() {
            self.unseal(files);
        }
        changed
    }
}
