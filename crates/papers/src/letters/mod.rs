//! Letters: the bundled fonts, shaping, breaking into lines, and choosing a size.

mod clean;
mod face;
mod fit;
mod glue;
mod syllables;
mod wrap;

pub(crate) use clean::clean;
pub(crate) use face::{Face, Faces, Run, Typeface};
pub(crate) use fit::{Block, fit, lines_height};
pub(crate) use wrap::{Breaks, wrap};
