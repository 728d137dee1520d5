//! A backup: the whole vault in one file under a passphrase, on any system, for ever.
//!
//! It is a tar archive in an age file, so `age -d backup.age | tar x` gives everything back without
//! this program: `qonys-backup.json` says what there is, `state` holds what was saved, and
//! `attachments/` the files. The order is fixed, so that it is written and read in one go.

mod manifest;
mod reader;
mod writer;

pub(crate) use manifest::Manifest;
pub(crate) use reader::BackupReader;
pub(crate) use writer::write;
