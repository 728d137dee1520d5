//! How much of a foreign file is read. A blank of an office is far below all of these.

use super::error::{Amount, BlankError};

/// Bytes of one file.
pub(super) const BYTES: usize = 32 * 1024 * 1024;
/// Pictures that make one blank, and pages of a PDF.
pub(super) const PAGES: usize = 60;
/// Objects of a PDF.
pub(super) const OBJECTS: usize = 60_000;
/// Fields of a PDF, and how deep they lie in each other.
pub(super) const FIELDS: usize = 3_000;
pub(super) const DEPTH: usize = 24;
/// Bytes of one stream, unpacked.
pub(super) const UNPACKED: usize = 48 * 1024 * 1024;
/// Bytes of the content of one page, unpacked.
pub(super) const CONTENT: usize = 12 * 1024 * 1024;
/// Points of a picture: A3 at 400 dpi.
pub(super) const PIXELS: usize = 32_000_000;
/// Boxes of a blank.
pub(super) const BOXES: usize = 2_000;

/// Fails when there is more than the most.
pub(super) fn within(what: Amount, amount: usize, most: usize) -> Result<(), BlankError> {
    if amount > most {
        Err(BlankError::TooMuch { what, most })
    } else {
        Ok(())
    }
}
