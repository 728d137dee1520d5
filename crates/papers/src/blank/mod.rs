//! The office's own blank: read as PDF, scan or photo, filled where its boxes are.
//!
//! Foreign files are read within fixed limits, and what cannot be filled safely (encrypted,
//! signed, damaged) is refused with a code. The blank itself is never redrawn: answers go into
//! its fields or over its pages, and nothing else changes.

mod alignment;
mod boxfile;
mod drawn;
mod error;
mod expand;
mod fields;
mod fill;
mod flatten;
mod fresh;
mod geometry;
mod left_out;
mod limits;
mod overlay;
mod pdf;
mod picture;
mod plain;
mod read;
mod ruled;
mod suggest;
mod widgets;

pub use alignment::{Alignment, Measured, SheetLanguage, calibration_sheet};
pub use boxfile::{BlankBoxes, BlankEdition, BoxSummary};
pub use error::{Amount, BlankError, BoxFlaw};
pub use fields::{BlankField, FieldKind, FieldOption, FieldSpot};
pub use fill::{Manner, fill_blank};
pub(crate) use fresh::Fresh;
pub use geometry::Turn;
pub(crate) use left_out::left_out;
pub use plain::{PlainBox, PlainDatePart, PlainFill, PlainOption, PlainPlace};
pub use read::{Blank, BlankKind, BlankPage};
pub use ruled::{RuledKind, RuledPlace};
pub use suggest::{FactNames, Suggestion};
