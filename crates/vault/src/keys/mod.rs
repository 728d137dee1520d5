//! Where keys lie between two starts of the application.

mod memory;
mod none;
mod os;
mod source;

pub use memory::MemoryKeys;
pub use none::NoKeys;
pub use os::OsKeyring;
pub(crate) use source::keep;
pub use source::{KeyError, KeySource, KeyringStatus};
