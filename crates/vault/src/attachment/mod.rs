//! Attachments: scans and photos of papers, each sealed in a file of its own.

mod catalogue;
mod entry;
mod id;
mod kind;
mod name;
mod sealed;

pub(crate) use catalogue::Catalogue;
pub use entry::Attachment;
pub(crate) use entry::Fingerprint;
pub use id::AttachmentId;
pub use kind::AttachmentKind;
pub use name::DisplayName;
pub(crate) use sealed::{Measured, Opened, Room, StagedWriter, open, seal};
