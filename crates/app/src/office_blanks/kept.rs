//! A blank in the case, and the same with its files read.

use qonys_papers::Blank;
use qonys_papers::BlankBoxes;
use qonys_papers::PaperError;
use qonys_papers::RuledPlace;

use crate::error::AppError;

/// More blanks than anybody hands in.
pub(crate) const MOST_BLANKS: usize = 12;

/// A blank that the case keeps: its boxes, and its sealed files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBlank {
    /// The file of its boxes (TOML). It names the blank and holds no answer.
    pub boxes: String,
    /// The ids of its files in the vault, in the order of the pages.
    pub files: Vec<String>,
}

impl KeptBlank {
    /// Its boxes.
    ///
    /// # Errors
    /// When the text is no file of boxes.
    pub(crate) fn read(&self) -> Result<BlankBoxes, AppError> {
        Ok(BlankBoxes::parse(&self.boxes).map_err(PaperError::from)?)
    }

    /// Whether it is the blank of this digest.
    pub(crate) fn is(&self, digest: &str) -> bool {
        self.read().is_ok_and(|boxes| boxes.blank.digest == digest)
    }
}

/// A blank whose files were read to their end in the limited process, and then here.
pub(crate) struct OpenBlank {
    pub(crate) files: Vec<Vec<u8>>,
    pub(crate) blank: Blank,
    /// What is ruled on its pages.
    pub(crate) ruled: Vec<RuledPlace>,
}

impl OpenBlank {
    /// Reads a blank. The files were checked.
    ///
    /// # Errors
    /// When they are none.
    pub(crate) fn read(files: Vec<Vec<u8>>) -> Result<Self, AppError> {
        let blank = Blank::read(&files).map_err(PaperError::from)?;
        let mut ruled = Vec::new();
        for page in 1..=blank.pages().len() {
            // Lines that cannot be read take nothing away: boxes are then placed without them.
            ruled.extend(blank.ruled_places(page).unwrap_or_default());
        }
        Ok(Self {
            files,
            blank,
            ruled,
        })
    }
}
