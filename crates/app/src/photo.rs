//! The photo, from a foreign picture to the files that are printed.

use std::fmt;
use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_papers::Crop;
use qonys_papers::CutPhoto;
use qonys_papers::PhotoLayout;
use qonys_papers::photo_sheet_pdf;
use qonys_reader::Foreign;
use qonys_reader::ForeignReader;
use qonys_texts::Lang;

use crate::error::AppError;
use crate::files;
use crate::view::PhotoGuidesView;

/// The photo as a file for a shop or a form on the web.
pub(crate) const PHOTO: &str = "photo_35x45mm.jpg";
/// The sheet for a shop.
pub(crate) const SHEET_JPEG: &str = "photo_sheet_10x15cm.jpg";
/// The sheet for a printer.
pub(crate) const SHEET_PDF: &str = "photo_sheet_10x15cm.pdf";

/// The photo, not yet written. Its `Debug` shows only sizes.
#[derive(Clone, PartialEq, Eq)]
pub struct FinishedPhoto {
    /// The photo.
    pub photo: CutPhoto,
    /// The sheet of six photos as a JPEG.
    pub sheet_jpeg: Vec<u8>,
    /// The sheet of six photos as a PDF.
    pub sheet_pdf: Vec<u8>,
    /// The part of the picture that it is.
    pub crop: Crop,
}

impl fmt::Debug for FinishedPhoto {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "FinishedPhoto({:?})", self.photo)
    }
}

/// The files of a photo, as they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoFiles {
    /// The photo alone.
    pub photo: PathBuf,
    /// The sheet as a JPEG.
    pub sheet_jpeg: PathBuf,
    /// The sheet as a PDF.
    pub sheet_pdf: PathBuf,
}

/// Cuts the photo out of a picture, without a part out of the middle, and lays out its sheet. The language is that of
/// the captions; the day stands in the PDF's metadata.
///
/// # Errors
/// Not such a picture, a wrong part of it, or whatever befell the process that read it.
pub fn finish_photo(
    reader: &ForeignReader,
    picture: &Path,
    crop: Option<Crop>,
    lang: Lang,
    on: NaiveDate,
) -> Result<FinishedPhoto, AppError> {
    let crop = match crop {
        Some(crop) => crop,
        None => reader.inspect_photo(Foreign::open(picture)?)?.suggested,
    };
    let photo = reader.cut_photo(Foreign::open(picture)?, crop)?;
    Ok(FinishedPhoto {
        sheet_jpeg: reader.photo_sheet(Foreign::open(picture)?, crop, lang)?,
        sheet_pdf: photo_sheet_pdf(&photo, lang, on)?,
        photo,
        crop,
    })
}

/// The lines that help to cut the photo, for whoever draws them over the picture.
///
/// # Errors
/// When the built-in layout cannot be read; a test sees that it can.
pub fn photo_guides(lang: Lang) -> Result<PhotoGuidesView, AppError> {
    Ok(PhotoGuidesView::of(&PhotoLayout::built_in()?, lang))
}

impl FinishedPhoto {
    /// Writes the files into a folder; one that lies there already is kept, and the new one gets a number.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn write_into(&self, folder: &Path) -> Result<PhotoFiles, AppError> {
        Ok(PhotoFiles {
            photo: files::write_new(folder, PHOTO, self.photo.jpeg.bytes())?,
            sheet_jpeg: files::write_new(folder, SHEET_JPEG, &self.sheet_jpeg)?,
            sheet_pdf: files::write_new(folder, SHEET_PDF, &self.sheet_pdf)?,
        })
    }
}
