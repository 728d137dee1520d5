//! What a vault holds: households, and in each one application for every adult. Children under
//! sixteen apply jointly with a parent: they stand in the parent's application as records.
//! The household shares its address and its scans of papers; whom one application names another may take over.

mod change;
mod document;
mod format;
mod person_facts;
mod persons;
mod shared;

pub(crate) use document::Application;
pub(crate) use document::Deleted;
pub(crate) use document::Document;
pub(crate) use document::Household;
pub(crate) use document::ScanOf;
pub(crate) use persons::Person;
pub(crate) use persons::persons;
