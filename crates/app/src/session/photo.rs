//! The photo of the open case.

use std::sync::Arc;
use std::sync::PoisonError;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qonys_papers::Crop;
use qonys_papers::CutPhoto;
use qonys_papers::Jpeg;
use qonys_papers::LEAST_HEIGHT;
use qonys_papers::LEAST_WIDTH;
use qonys_papers::photo_sheet_pdf;
use qonys_reader::Foreign;
use qonys_reader::ReadError;
use qonys_texts::Lang;
use qonys_texts::text;

use super::Session;
use crate::case::Case;
use crate::error::AppError;
use crate::photo::PHOTO;
use crate::photo::SHEET_JPEG;
use crate::photo::SHEET_PDF;
use crate::photo::photo_guides;
use crate::ports::ReadFiles;
use crate::view::CaseView;
use crate::view::KeptPhotoView;
use crate::view::PhotoCrop;
use crate::view::PhotoPageView;
use crate::view::PhotoPictureView;

/// The heading of the dialog.
const CHOOSE_PHOTO: &str = "photo.dialog";
/// The longest edge of the picture on the screen, in pixels.
const PREVIEW_EDGE: u32 = 1200;

/// A picture that was chosen, out of which the photo is cut. It is never written anywhere.
pub(super) struct ChosenPicture {
    bytes: Vec<u8>,
    view: PhotoPictureView,
}

impl Session {
    fn picture(&self) -> Option<Arc<ChosenPicture>> {
        self.picture
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The photo of a case, if it has one and its file is there.
    pub(super) fn photo_of(&self, case: &Case) -> Option<Jpeg> {
        let bytes = self.sealed(case.photo.as_ref()?).ok()?;
        Jpeg::read(bytes).ok()
    }

    fn cut(&self) -> Result<CutPhoto, AppError> {
        self.photo_of(&self.case_now()?)
            .and_then(CutPhoto::of)
            .ok_or(AppError::NoPhoto)
    }

    /// The page of the photo.
    ///
    /// # Errors
    /// When no case is open.
    pub fn photo_page(&self, lang: Lang) -> Result<PhotoPageView, AppError> {
        let case = self.case_now()?;
        Ok(PhotoPageView {
            guides: photo_guides(lang)?,
            least_width: LEAST_WIDTH,
            least_height: LEAST_HEIGHT,
            picture: self.picture().map(|picture| picture.view.clone()),
            kept: self.photo_of(&case).map(|jpeg| KeptPhotoView {
                width: u32::from(jpeg.width()),
                height: u32::from(jpeg.height()),
                jpeg: STANDARD.encode(jpeg.bytes()),
            }),
        })
    }

    /// Asks for a picture and reads it in the limited process; whether one was chosen.
    ///
    /// # Errors
    /// A picture that is not read, with what to do about it.
    pub fn choose_picture(&self, lang: Lang) -> Result<bool, AppError> {
        let chosen = self
            .files
            .choose(&text(lang, CHOOSE_PHOTO), ReadFiles::Photo)?;
        let Some(file) = chosen.into_iter().next() else {
            return Ok(false);
        };
        let reader = self.foreign_reader()?;
        let facts = reader.inspect_photo(Foreign::bytes(file.bytes.clone()))?;
        let preview = reader.preview_photo(Foreign::bytes(file.bytes.clone()), PREVIEW_EDGE)?;
        let picture = ChosenPicture {
            bytes: file.bytes,
            view: PhotoPictureView {
                width: facts.width,
                height: facts.height,
                preview: STANDARD.encode(&preview.jpeg),
                suggested: facts.suggested.into(),
            },
        };
        *self.picture.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(picture));
        Ok(true)
    }

    /// Cuts the photo out of the chosen picture and keeps it in the case, sealed, in place of an earlier one.
    ///
    /// # Errors
    /// [`AppError::NoPhoto`] before a picture was chosen; a wrong part of it; else as [`Session::answer`].
    pub fn cut_photo(
        &self,
        lang: Lang,
        revision: u32,
        crop: PhotoCrop,
    ) -> Result<CaseView, AppError> {
        let picture = self.picture().ok_or(AppError::NoPhoto)?;
        let photo = self
            .foreign_reader()?
            .cut_photo(Foreign::bytes(picture.bytes.clone()), crop.into())?;
        let id = self.seal(photo.jpeg.bytes(), PHOTO)?;
        self.change_or_unseal(lang, revision, std::slice::from_ref(&id), |case| {
            case.photo = Some(id.clone());
            Ok(())
        })
    }

    /// Takes the photo out of the case. Undoing brings it back until the store is locked; then its sealed file goes.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub fn remove_photo(&self, lang: Lang, revision: u32) -> Result<CaseView, AppError> {
        self.change(lang, revision, |_, case| {
            case.photo = None;
            Ok(())
        })
    }

    /// The sheet of photos as a PDF.
    ///
    /// # Errors
    /// [`AppError::NoPhoto`]; when the sheet cannot be written.
    pub fn photo_sheet(&self, lang: Lang) -> Result<Vec<u8>, AppError> {
        Ok(photo_sheet_pdf(&self.cut()?, lang, self.clock.today())?)
    }

    /// Saves the photo and its sheet, for a shop and for a printer, into the folder for papers; the names of the files.
    ///
    /// # Errors
    /// As [`Session::photo_sheet`] and [`Session::save_paper`].
    pub fn save_photo(&self, lang: Lang) -> Result<Vec<String>, AppError> {
        let photo = self.cut()?;
        let pdf = photo_sheet_pdf(&photo, lang, self.clock.today())?;
        let whole = Crop::in_the_middle(photo.width, photo.height).map_err(ReadError::Photo)?;
        let bytes = photo.jpeg.bytes().to_vec();
        let jpeg = self
            .foreign_reader()?
            .photo_sheet(Foreign::bytes(bytes), whole, lang)?;
        [
            (PHOTO, photo.jpeg.bytes()),
            (SHEET_JPEG, &jpeg),
            (SHEET_PDF, &pdf),
        ]
        .into_iter()
        .map(|(name, bytes)| self.write_finished(name, bytes))
        .collect()
    }
}
