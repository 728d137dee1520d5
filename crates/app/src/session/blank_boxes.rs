//! The boxes of the office's blanks.

use qonys_papers::BlankBoxes;
use qonys_papers::FormLanguage;
use qonys_papers::PaperError;
use qonys_texts::Lang;
use qonys_texts::text;
use qonys_vault::DisplayName;

use super::Session;
use crate::blanks;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::office_blanks;
use crate::office_blanks::OpenBlank;
use crate::ports::ReadFiles;
use crate::view::CaseView;
use crate::wire_blank::BlankBoxInput;
use crate::wire_blank::BlankTitleInput;

/// The heading of the dialog.
const CHOOSE_BOXES: &str = "blank.dialog.boxes";
/// The stem of the name under which a file of boxes is exported.
const BOXES: &str = "boxes";

impl Session {
    /// Changes the boxes of a blank.
    fn change_boxes(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
        make: impl FnOnce(&OpenBlank, &mut BlankBoxes) -> Result<(), AppError>,
    ) -> Result<CaseView, AppError> {
        let (_, open, _) = self.blank_of(digest)?;
        self.change(lang, revision, |_, case| {
            let kept = case
                .blanks
                .iter_mut()
                .find(|kept| kept.is(digest))
                .ok_or(AppError::NoBlank)?;
            let mut boxes = kept.read()?;
            make(&open, &mut boxes)?;
            boxes.suit(&open.blank).map_err(PaperError::from)?;
            kept.boxes = boxes.to_toml().map_err(PaperError::from)?;
            Ok(())
        })
    }

    /// Puts a box, new or changed.
    ///
    /// # Errors
    /// A box that cannot be right; else as [`Session::answer`].
    pub fn put_blank_box(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
        input: &BlankBoxInput,
    ) -> Result<CaseView, AppError> {
        self.change_boxes(lang, revision, digest, |_, boxes| {
            let one = office_blanks::plain_box(&self.knowledge(), boxes, input)?;
            Ok(boxes.put_plain(&one).map_err(PaperError::from)?)
        })
    }

    /// Takes a box away.
    ///
    /// # Errors
    /// As [`Session::put_blank_box`].
    pub fn remove_blank_box(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
        id: &str,
    ) -> Result<CaseView, AppError> {
        self.change_boxes(lang, revision, digest, |_, boxes| {
            boxes.remove(id);
            Ok(())
        })
    }

    /// Calls a blank otherwise.
    ///
    /// # Errors
    /// As [`Session::put_blank_box`].
    pub fn name_blank(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
        input: &BlankTitleInput,
    ) -> Result<CaseView, AppError> {
        let title = DisplayName::new(&input.title)?;
        let edition = input.edition.trim();
        if edition.chars().count() > DisplayName::MOST {
            return Err(AppError::field(
                "blank.edition",
                FieldProblem::TextTooLong {
                    most: DisplayName::MOST,
                },
            ));
        }
        self.change_boxes(lang, revision, digest, |_, boxes| {
            title.as_str().clone_into(&mut boxes.blank.title);
            edition.clone_into(&mut boxes.blank.edition);
            Ok(())
        })
    }

    /// Says in which language a blank is printed.
    ///
    /// # Errors
    /// As [`Session::put_blank_box`].
    pub fn set_blank_language(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
        language: FormLanguage,
    ) -> Result<CaseView, AppError> {
        self.change_boxes(lang, revision, digest, |_, boxes| {
            boxes.blank.language = language;
            Ok(())
        })
    }

    /// Asks for a file of boxes and puts its boxes in place of the blank's own; none when the person chose none. Boxes of
    /// another blank are kept for [`Session::adopt_boxes`].
    ///
    /// # Errors
    /// [`qonys_papers::BlankError::OtherBlank`] for boxes of another blank; a file that is not right; else as
    /// [`Session::answer`].
    pub fn import_boxes(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
    ) -> Result<Option<CaseView>, AppError> {
        let chosen = self
            .files
            .choose(&text(lang, CHOOSE_BOXES), ReadFiles::Boxes)?;
        let Some(file) = chosen.first() else {
            return Ok(None);
        };
        let imported = String::from_utf8_lossy(&file.bytes).into_owned();
        self.desk(|desk| desk.offered = Some(imported.clone()));
        let read = BlankBoxes::parse(&imported).map_err(PaperError::from)?;
        blanks::check_boxes(&self.knowledge(), &read)?;
        self.change_boxes(lang, revision, digest, |_, boxes| {
            *boxes = read;
            Ok(())
        })
        .map(Some)
    }

    /// Uses the boxes that were imported last although they were made for another blank: the person has compared the two.
    ///
    /// # Errors
    /// [`AppError::NoBlank`] when none were imported; boxes that do not suit the blank; else as [`Session::answer`].
    pub fn adopt_boxes(
        &self,
        lang: Lang,
        revision: u32,
        digest: &str,
    ) -> Result<CaseView, AppError> {
        let offered = self
            .desk(|desk| desk.offered.clone())
            .ok_or(AppError::NoBlank)?;
        let mut read = BlankBoxes::parse(&offered).map_err(PaperError::from)?;
        blanks::check_boxes(&self.knowledge(), &read)?;
        self.change_boxes(lang, revision, digest, |open, boxes| {
            read.adopt(&open.blank);
            *boxes = read;
            Ok(())
        })
    }

    /// Writes the file of boxes into the folder for papers and says under which name.
    ///
    /// # Errors
    /// [`AppError::NoFolder`] before a folder was chosen; when it cannot be written.
    pub fn export_boxes(&self, digest: &str) -> Result<String, AppError> {
        let case = self.case_now()?;
        let kept = case
            .blanks
            .iter()
            .find(|kept| kept.is(digest))
            .ok_or(AppError::NoBlank)?;
        let short = digest.get(..8).unwrap_or(BOXES);
        self.write_finished(&format!("{BOXES}_{short}.toml"), kept.boxes.as_bytes())
    }
}
