//! Letters: the bundled fonts, shaping, breaking into lines, and choosing a size.

mod clean;
mod face;
mod fit;
mod glue;
mod ruler;
mod run;
mod syllables;
mod wrap;

pub(crate) use clean::clean;
pub(crate) use face::{Face, Faces, Typeface};
pub(crate) use fit::{Block, fit, lines_height};
pub(crate) use run::Run;
pub(crate) use wrap::{Breaks, wrap};
