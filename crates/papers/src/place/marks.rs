//! What is drawn on a page, before it becomes PDF.

use std::rc::Rc;

use crate::length::{Area, Length, TypeSize};
use crate::letters::{Faces, Run, Typeface};

/// A shade of grey: 0 = black, 1000 = white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shade(pub(crate) i64);

impl Shade {
    pub(crate) const INK: Self = Self(0);
    pub(crate) const LABEL: Self = Self(330);
    pub(crate) const RULE: Self = Self(520);
    pub(crate) const HEAD: Self = Self(945);
}

pub(crate) enum Mark {
    Text {
        x: Length,
        baseline: Length,
        typeface: Typeface,
        size: TypeSize,
        shade: Shade,
        run: Rc<Run>,
    },
    Line {
        from: (Length, Length),
        to: (Length, Length),
        thickness: Length,
        shade: Shade,
    },
    Outline {
        area: Area,
        thickness: Length,
        shade: Shade,
    },
    Fill {
        area: Area,
        shade: Shade,
    },
    Photo {
        area: Area,
    },
}

impl Mark {
    /// The ink of it; of letters the room that the tallest and the lowest need.
    pub(crate) fn extent(&self, faces: &Faces) -> Area {
        match self {
            Self::Text {
                x,
                baseline,
                typeface,
                size,
                run,
                ..
            } => {
                let face = faces.of(*typeface);
                let ascent = face.ascent(*size);
                Area {
                    x: *x,
                    y: *baseline - ascent,
                    width: run.width(*size),
                    height: ascent + face.descent(*size),
                }
            }
            Self::Line { from, to, .. } => {
                let (left, top) = (from.0.min(to.0), from.1.min(to.1));
                Area {
                    x: left,
                    y: top,
                    width: from.0.max(to.0) - left,
                    height: from.1.max(to.1) - top,
                }
            }
            Self::Outline { area, .. } | Self::Fill { area, .. } | Self::Photo { area } => *area,
        }
    }
}

/// A page of marks.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) marks: Vec<Mark>,
}

/// The rule around boxes and between rows.
pub(crate) const RULE: Length = Length::micrometres(180);
/// Free space between a rule and what stands beside it.
pub(crate) const PAD: Length = Length::micrometres(1200);
/// Free space between a rule and what stands below or above it.
pub(crate) const PAD_ENDS: Length = Length::micrometres(450);
