//! The size at which a text fits its place.

use super::face::Face;
use super::wrap::{Breaks, wrap};
use crate::error::PaperError;
use crate::length::{Length, TypeSize};

/// Distance between baselines, in thousandths of the size.
const LEADING: i64 = 1250;

/// A text broken into lines at a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) size: TypeSize,
    pub(crate) lines: Vec<String>,
}

impl Block {
    pub(crate) fn height(&self, face: &Face) -> Length {
        lines_height(face, self.size, self.lines.len())
    }

    pub(crate) fn leading(&self) -> Length {
        self.size.times_thousandths(LEADING)
    }
}

/// The height of so many lines, from the top of the first to the foot of the last.
pub(crate) fn lines_height(face: &Face, size: TypeSize, lines: usize) -> Length {
    let between = i64::try_from(lines.saturating_sub(1)).unwrap_or(i64::MAX / 1_000_000);
    if lines == 0 {
        Length::ZERO
    } else {
        size.times_thousandths(LEADING) * between + face.ascent(size) + face.descent(size)
    }
}

/// The largest of the sizes at which the text fits, broken between words only.
pub(crate) fn fit(
    face: &Face,
    text: &str,
    sizes: (TypeSize, TypeSize),
    room: (Length, Length),
    place: &str,
) -> Result<Option<Block>, PaperError> {
    let (largest, floor) = sizes;
    let (width, height) = room;
    for size in largest.down_to(floor) {
        if let Some(lines) = wrap(face, text, size, width, Breaks::BetweenWords, place)? {
            let block = Block { size, lines };
            if block.height(face) <= height {
                return Ok(Some(block));
            }
        }
    }
    Ok(None)
}
