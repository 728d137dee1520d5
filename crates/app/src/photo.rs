//! The photo, from a foreign picture to the files that are printed.

use std::fmt;
use std::path::Path;
use std::path::PathBuf;

use qonys_papers::Crop;
use qonys_papers::CutPhoto;
use qonys_reader::Foreign;
use qonys_reader::ForeignReader;

use crate::error::AppError;
use crate::files;

/// The photo as a file for a shop or a form on the web.
const PHOTO: &str = "photo_35x45mm.jpg";

/// The photo, not yet written. Its `Debug` shows only sizes.
#[derive(Clone, PartialEq, Eq)]
pub struct FinishedPhoto {
    /// The photo.
    pub photo: CutPhoto,
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
}

/// Cuts the photo out of a picture; without a part, out of the middle.
///
/// # Errors
/// Not such a picture, a wrong part of it, or whatever befell the process that read it.
pub fn finish_photo(
    reader: &ForeignReader,
    picture: &Path,
    crop: Option<Crop>,
) -> Result<FinishedPhoto, AppError> {
    let crop = match crop {
        Some(crop) => crop,
        None => reader.inspect_photo(Foreign::open(picture)?)?.suggested,
    };
    Ok(FinishedPhoto {
        photo: reader.cut_photo(Foreign::open(picture)?, crop)?,
        crop,
    })
}

impl FinishedPhoto {
    /// Writes the files into a folder; one that lies there already is kept, and the new one gets a number.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn write_into(&self, folder: &Path) -> Result<PhotoFiles, AppError> {
        Ok(PhotoFiles {
            photo: files::write_new(folder, PHOTO, self.photo.jpeg.bytes())?,
        })
    }
}
