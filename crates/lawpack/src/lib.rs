//! The one file in which a newer law travels to an installed copy: signed, versioned, read within bounds.
//!
//! Pure: bytes in, bytes out. The signature is checked before a byte of the content is looked at.

mod container;
mod content;
mod error;
mod manifest;

pub use container::PublicKey;
pub use container::open;
pub use container::seal;
pub use content::PackContent;
pub use error::LawPackError;
pub use manifest::ENGINE;
pub use manifest::PackManifest;
pub use manifest::PackTitle;
