//! The file system as the vault uses it: few operations, each of which can fail.

mod access;
mod folder;

pub(crate) use access::{Disk, Staged, held_by_another, replace};
pub(crate) use folder::Folder;
