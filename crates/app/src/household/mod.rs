//! What a vault holds: households, and in each one application for every adult. Children under
//! sixteen apply jointly with a parent: they stand in the parent's application as records.
//! The household shares its address and its scans of papers.

mod change;
mod document;
mod format;
mod shared;

pub(crate) use document::Application;
pub(crate) use document::Deleted;
pub(crate) use document::Document;
pub(crate) use document::Household;
pub(crate) use document::ScanOf;
