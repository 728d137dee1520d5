//! The households: making, naming, opening, deleting, and the papers that they share.

use std::path::Path;

use qonys_texts::Lang;
use qonys_texts::text;
use qonys_vault::Attachment;
use qonys_vault::AttachmentId;
use qonys_vault::DisplayName;

use super::Session;
use super::opening::Open;
use super::saving::DIALOG_TITLE;
use crate::error::AppError;
use crate::household::Document;
use crate::household::Household;
use crate::read;
use crate::view::ApplicationView;
use crate::view::AttachmentView;
use crate::view::HouseholdView;
use crate::view::HouseholdsView;
use crate::wire::CopyView;

/// The most megabytes that the screen is handed at once: the heap of a webview is no place for more.
const MOST_SHOWN: u64 = 40;

/// A name as it was typed; nothing but blanks takes the name away.
fn name_of(typed: &str) -> Result<Option<DisplayName>, AppError> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(DisplayName::new(typed)?))
}

fn attachment_id(id: &str) -> Result<AttachmentId, AppError> {
    AttachmentId::parse(id).ok_or(AppError::UnknownPart)
}

fn text_of(name: Option<&DisplayName>) -> Option<String> {
    name.map(|name| name.as_str().to_owned())
}

impl Session {
    /// All households with their applications and papers.
    ///
    /// # Errors
    /// [`AppError::NotOpen`].
    pub fn households(&self) -> Result<HouseholdsView, AppError> {
        let open = self.lock_open();
        Ok(view(open.as_ref().ok_or(AppError::NotOpen)?))
    }

    pub(super) fn edit(
        &self,
        make: impl FnOnce(&mut Document) -> Result<(), AppError>,
    ) -> Result<HouseholdsView, AppError> {
        let mut guard = self.lock_open();
        let open = guard.as_mut().ok_or(AppError::NotOpen)?;
        let mut document = open.document.clone();
        make(&mut document)?;
        open.put_document(&self.knowledge(), document)?;
        self.listener.changed();
        Ok(view(open))
    }

    /// Makes a household with one application without answers, and opens that.
    ///
    /// # Errors
    /// A name that cannot be used; too many households; what saving can bring. So with all that follow.
    pub fn create_household(&self, name: &str) -> Result<HouseholdsView, AppError> {
        let name = name_of(name)?;
        self.edit(|document| document.create_household(name))
    }

    /// Makes the application of one more adult of a household, and opens it.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`]; else as [`Session::create_household`].
    pub fn create_application(
        &self,
        household: &str,
        name: &str,
    ) -> Result<HouseholdsView, AppError> {
        let name = name_of(name)?;
        self.edit(|document| document.create_application(household, name))
    }

    /// Names a household.
    ///
    /// # Errors
    /// As [`Session::create_application`].
    pub fn rename_household(&self, id: &str, name: &str) -> Result<HouseholdsView, AppError> {
        let name = name_of(name)?;
        self.edit(|document| document.rename_household(id, name))
    }

    /// Names an application.
    ///
    /// # Errors
    /// As [`Session::create_application`].
    pub fn rename_application(&self, id: &str, name: &str) -> Result<HouseholdsView, AppError> {
        let name = name_of(name)?;
        self.edit(|document| document.rename_application(id, name))
    }

    /// Opens an application: from now on the screens show it. Changes before that can't be undone any more.
    ///
    /// # Errors
    /// As [`Session::create_application`].
    pub fn open_application(&self, id: &str) -> Result<HouseholdsView, AppError> {
        self.edit(|document| document.open(id))
    }

    /// Deletes a household with its applications and papers. It can come back until the store is locked or closed.
    ///
    /// # Errors
    /// As [`Session::create_application`].
    pub fn delete_household(&self, id: &str) -> Result<HouseholdsView, AppError> {
        self.edit(|document| document.delete_household(id))
    }

    /// Deletes an application. It can come back until the store is locked or closed.
    ///
    /// # Errors
    /// As [`Session::create_application`].
    pub fn delete_application(&self, id: &str) -> Result<HouseholdsView, AppError> {
        self.edit(|document| document.delete_application(id))
    }

    /// Brings back what was deleted last.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`]; else as [`Session::create_application`].
    pub fn undo_delete(&self) -> Result<HouseholdsView, AppError> {
        self.edit(Document::undo_delete)
    }

    /// Seals a copy of a scan or photo for a household. The path is not kept. With a paper, it is a scan of that paper of the open
    /// application.
    ///
    /// # Errors
    /// A file that is no PDF, JPEG, PNG or WebP, too large or not to be read; else as [`Session::create_application`].
    pub fn attach(
        &self,
        household: &str,
        file: &Path,
        paper: Option<&str>,
    ) -> Result<HouseholdsView, AppError> {
        let mut guard = self.lock_open();
        let open = guard.as_mut().ok_or(AppError::NotOpen)?;
        if let Some(paper) = paper {
            read::check_key(&self.knowledge(), &open.case.answers.lists, paper)
                .map_err(|problem| AppError::field(paper, problem))?;
        }
        let attached = open.vault.attach_file(file)?;
        let mut document = open.document.clone();
        let put = document
            .add_attachment(household, attached.id, paper)
            .and_then(|()| open.put_document(&self.knowledge(), document));
        if let Err(error) = put {
            // Nothing was saved, so nothing may stay behind.
            drop(open.vault.detach(attached.id));
            return Err(error);
        }
        Ok(view(open))
    }

    /// Gives a scan or photo another name.
    ///
    /// # Errors
    /// As [`Session::create_application`]; an empty name cannot be used.
    pub fn rename_attachment(&self, id: &str, name: &str) -> Result<HouseholdsView, AppError> {
        let (id, name) = (attachment_id(id)?, DisplayName::new(name)?);
        let mut guard = self.lock_open();
        let open = guard.as_mut().ok_or(AppError::NotOpen)?;
        let before = open.vault.attachment(id)?.name.clone();
        open.vault.rename_attachment(id, name)?;
        let document = open.document.clone();
        if let Err(error) = open.put_document(&self.knowledge(), document) {
            open.vault.rename_attachment(id, before)?;
            return Err(error);
        }
        Ok(view(open))
    }

    /// Says of which paper of the open application something is a scan; with none, it is of no paper any more.
    ///
    /// # Errors
    /// A paper that the application does not know; else as [`Session::create_application`].
    pub fn say_paper(&self, id: &str, paper: Option<&str>) -> Result<HouseholdsView, AppError> {
        let id = attachment_id(id)?;
        if let Some(paper) = paper {
            let guard = self.lock_open();
            let open = guard.as_ref().ok_or(AppError::NotOpen)?;
            read::check_key(&self.knowledge(), &open.case.answers.lists, paper)
                .map_err(|problem| AppError::field(paper, problem))?;
        }
        self.edit(|document| document.say_paper(id, paper))
    }

    /// Deletes a scan or photo. It can come back until the store is locked or closed.
    ///
    /// # Errors
    /// As [`Session::create_application`].
    pub fn delete_attachment(&self, id: &str) -> Result<HouseholdsView, AppError> {
        let id = attachment_id(id)?;
        self.edit(|document| document.delete_attachment(id))
    }

    /// A scan or photo whole, for the screen.
    ///
    /// # Errors
    /// [`AppError::TooLargeToShow`]; else as [`Session::read_attachment`].
    pub fn attachment_to_show(&self, id: &str) -> Result<Vec<u8>, AppError> {
        let length = {
            let open = self.lock_open();
            let open = open.as_ref().ok_or(AppError::NotOpen)?;
            open.vault.attachment(attachment_id(id)?)?.length
        };
        if length > MOST_SHOWN * 1_000_000 {
            return Err(AppError::TooLargeToShow { most: MOST_SHOWN });
        }
        let mut all = Vec::new();
        self.read_attachment(id, &mut |bytes| all.extend_from_slice(bytes))?;
        Ok(all)
    }

    /// Hands a scan or photo over piece by piece, to be shown. What came before an error must be thrown away.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`]; a file that is missing or damaged.
    pub fn read_attachment(&self, id: &str, piece: &mut dyn FnMut(&[u8])) -> Result<(), AppError> {
        let id = attachment_id(id)?;
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        open.vault.read_attachment(id, &mut |bytes| {
            piece(bytes);
            Ok(())
        })?;
        Ok(())
    }

    /// Writes a plain copy of a scan or photo into a folder that the person chooses; none when the person chose none.
    ///
    /// # Errors
    /// As [`Session::read_attachment`]; what writing can bring.
    pub fn export_attachment(&self, lang: Lang, id: &str) -> Result<Option<CopyView>, AppError> {
        let id = attachment_id(id)?;
        let Some(folder) = self.chooser.choose(&text(lang, DIALOG_TITLE)) else {
            return Ok(None);
        };
        let open = self.lock_open();
        let open = open.as_ref().ok_or(AppError::NotOpen)?;
        let file = open.vault.export_attachment(id, &folder)?;
        let shown = folder.display().to_string();
        self.remember_export(folder, &file);
        Ok(Some(CopyView {
            file,
            folder: shown,
        }))
    }
}

fn view(open: &Open) -> HouseholdsView {
    let document = &open.document;
    let attached = |household: &Household, id: &AttachmentId| {
        let paper = household
            .scans_of
            .get(id)
            .filter(|of| document.is_open(&of.application))
            .map(|of| of.paper.clone());
        let elsewhere = paper.is_none() && household.scans_of.contains_key(id);
        let known = open.vault.attachment(*id).ok();
        known.map(|known| attachment(known, paper, elsewhere))
    };
    let household = |household: &Household| HouseholdView {
        id: household.id.clone(),
        name: text_of(household.name.as_ref()),
        applications: household
            .applications
            .iter()
            .map(|application| ApplicationView {
                id: application.id.clone(),
                name: text_of(application.name.as_ref()),
                open: document.is_open(&application.id),
            })
            .collect(),
        attachments: household
            .attachments
            .iter()
            .filter_map(|id| attached(household, id))
            .collect(),
    };
    HouseholdsView {
        revision: open.revision,
        households: document.households.iter().map(household).collect(),
        can_undo_delete: document.deleted() > 0,
    }
}

fn attachment(attachment: &Attachment, paper: Option<String>, elsewhere: bool) -> AttachmentView {
    let kilobytes = attachment.length.div_ceil(1_000);
    AttachmentView {
        id: attachment.id.to_string(),
        name: attachment.name.as_str().to_owned(),
        media_type: attachment.kind.media_type().to_owned(),
        kilobytes: u32::try_from(kilobytes).unwrap_or(u32::MAX),
        paper,
        elsewhere,
    }
}
