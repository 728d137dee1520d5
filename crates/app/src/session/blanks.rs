//! The office's blanks of the open case.

use std::sync::Arc;
use std::sync::PoisonError;

use qonys_papers::BlankBoxes;
use qonys_papers::BlankEdition;
use qonys_papers::FormLanguage;
use qonys_papers::PaperError;
use qonys_reader::Foreign;
use qonys_reader::ForeignReader;
use qonys_reader::ReadError;
use qonys_texts::Lang;
use qonys_texts::text;
use qonys_vault::DisplayName;
use qonys_vault::VaultError;

use super::Session;
use crate::case::Case;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::office_blanks;
use crate::office_blanks::KeptBlank;
use crate::office_blanks::MOST_BLANKS;
use crate::office_blanks::OpenBlank;
use crate::office_blanks::area_of;
use crate::ports::ChosenFile;
use crate::ports::ReadFiles;
use crate::speak::Speaker;
use crate::view::BlankSuggestionView;
use crate::view::BlanksView;
use crate::view::CaseView;
use crate::view::KeptBlankView;
use crate::view::OfficeBlankView;

/// The heading of the dialog.
const CHOOSE_BLANK: &str = "blank.dialog.blank";

/// What the windows of the blank keep beside the case.
#[derive(Default)]
pub(super) struct BlankDesk {
    /// The blank that was read last.
    open: Option<(String, Arc<OpenBlank>)>,
    /// Boxes of another blank that were offered for this one.
    pub(super) offered: Option<String>,
}

impl Session {
    pub(super) fn desk<T>(&self, work: impl FnOnce(&mut BlankDesk) -> T) -> T {
        work(&mut self.blanks.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn foreign_reader(&self) -> Result<&ForeignReader, AppError> {
        self.reader
            .as_ref()
            .ok_or_else(|| ReadError::NotStarted("no reader".to_owned()).into())
    }

    /// The blanks of the case, and what can be written on them.
    ///
    /// # Errors
    /// When no case is open.
    pub fn blanks(&self, lang: Lang) -> Result<BlanksView, AppError> {
        let case = self.case_now()?;
        let blanks = case.blanks.iter().filter_map(|kept| {
            let boxes = kept.read().ok()?;
            Some(KeptBlankView {
                boxes: u32::try_from(boxes.boxes().len()).unwrap_or(u32::MAX),
                digest: boxes.blank.digest,
                title: boxes.blank.title,
                language: boxes.blank.language.code().to_owned(),
            })
        });
        Ok(BlanksView {
            blanks: blanks.collect(),
            data: office_blanks::data(&Speaker {
                knowledge: &self.knowledge(),
                answers: &case.answers,
                lang,
            })?,
        })
    }

    /// Asks for a blank, reads it in the limited process and keeps it in the case, sealed; the digest by which it is opened,
    /// or none when the person chose none. A blank that the case has already is opened only.
    ///
    /// # Errors
    /// A file that cannot be used as a blank; too many blanks; else as [`Session::answer`].
    pub fn choose_blank(
        &self,
        lang: Lang,
        revision: u32,
        language: FormLanguage,
    ) -> Result<Option<(CaseView, String)>, AppError> {
        let chosen = self
            .files
            .choose(&text(lang, CHOOSE_BLANK), ReadFiles::Blank)?;
        let Some(first) = chosen.first() else {
            return Ok(None);
        };
        let title = DisplayName::of_file(&first.name).as_str().to_owned();
        let read = self.read_blank(chosen.iter().map(|file| file.bytes.clone()).collect())?;
        let digest = read.blank.digest().to_owned();
        let case = self.case_at(revision)?;
        if let Some(index) = case.blanks.iter().position(|kept| kept.is(&digest)) {
            // The same blank again: its sealed file may have been gone.
            let files = self.seal_all(&chosen)?;
            let view = self.change_or_unseal(lang, revision, &files, |case| {
                case.blanks[index].files.clone_from(&files);
                Ok(())
            })?;
            self.desk(|desk| desk.open = Some((digest.clone(), Arc::new(read))));
            return Ok(Some((view, digest)));
        }
        if case.blanks.len() >= MOST_BLANKS {
            return Err(AppError::field(
                "blanks",
                FieldProblem::TooMany { most: MOST_BLANKS },
            ));
        }
        let boxes = BlankBoxes::new(BlankEdition {
            digest: digest.clone(),
            title,
            language,
            edition: String::new(),
        })
        .to_toml()
        .map_err(PaperError::from)?;
        let files = self.seal_all(&chosen)?;
        let view = self.change_or_unseal(lang, revision, &files, |case| {
            case.blanks.push(KeptBlank {
                boxes,
                files: files.clone(),
            });
            Ok(())
        })?;
        self.desk(|desk| desk.open = Some((digest.clone(), Arc::new(read))));
        Ok(Some((view, digest)))
    }

    fn seal_all(&self, chosen: &[ChosenFile]) -> Result<Vec<String>, AppError> {
        let mut ids = Vec::new();
        for file in chosen {
            match self.seal(&file.bytes, &file.name) {
                Ok(id) => ids.push(id),
                Err(error) => {
                    self.unseal(&ids);
                    return Err(error);
                }
            }
        }
        Ok(ids)
    }

    /// Reads files to their end in the limited process, and then here.
    fn read_blank(&self, files: Vec<Vec<u8>>) -> Result<OpenBlank, AppError> {
        let reader = self.foreign_reader()?;
        for file in &files {
            reader.check_blank(Foreign::bytes(file.clone()))?;
        }
        OpenBlank::read(files)
    }

    /// The blank of a digest with its boxes.
    pub(super) fn blank_of(
        &self,
        digest: &str,
    ) -> Result<(Case, Arc<OpenBlank>, BlankBoxes), AppError> {
        let case = self.case_now()?;
        let kept = case
            .blanks
            .iter()
            .find(|kept| kept.is(digest))
            .ok_or(AppError::NoBlank)?;
        let boxes = kept.read()?;
        let known = self.desk(|desk| match &desk.open {
            Some((open, blank)) if open == digest => Some(Arc::clone(blank)),
            Some(_) | None => None,
        });
        if let Some(known) = known {
            return Ok((case, known, boxes));
        }
        let mut files = Vec::new();
        for id in &kept.files {
            files.push(self.sealed(id).map_err(|error| {
                let is_gone = matches!(
                    error,
                    AppError::Vault(
                        VaultError::AttachmentUnknown | VaultError::AttachmentMissing { .. }
                    )
                );
                if is_gone { AppError::NoBlank } else { error }
            })?);
        }
        let read = Arc::new(self.read_blank(files)?);
        if read.blank.digest() != digest {
            return Err(AppError::NoBlank);
        }
        self.desk(|desk| desk.open = Some((digest.to_owned(), Arc::clone(&read))));
        Ok((case, read, boxes))
    }

    /// A blank with its pages, fields, boxes and ruled places.
    ///
    /// # Errors
    /// [`AppError::NoBlank`] when the case has none of this digest, or its file is gone.
    pub fn blank(&self, digest: &str) -> Result<OfficeBlankView, AppError> {
        let (_, open, boxes) = self.blank_of(digest)?;
        office_blanks::look(&self.knowledge(), &open, &boxes)
    }

    /// Which datum a place is for, guessed from the words beside it. Lengths are micrometres.
    ///
    /// # Errors
    /// As [`Session::blank`].
    pub fn suggest_for_place(
        &self,
        digest: &str,
        page: u32,
        [x, y, width, height]: [i32; 4],
    ) -> Result<Option<BlankSuggestionView>, AppError> {
        let (_, open, _) = self.blank_of(digest)?;
        let page = usize::try_from(page).unwrap_or(0);
        office_blanks::suggestion(&self.knowledge(), &open, page, area_of(x, y, width, height))
    }

    /// Takes a blank with its boxes out of the case. Undoing brings it back until the store is locked; then its sealed files go.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub fn remove_blank(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
    ) -> Result<CaseView, AppError> {
        self.change(lang, revision, |_, case| {
            case.blanks.retain(|kept| !kept.is(digest));
            Ok(())
        })
    }
}
