//! A vault: making, opening, saving, loading, attaching, backing up.

mod aside;
mod attachments;
mod backup;
mod handle;
mod limits;
mod restore;

pub use backup::BackedUp;
pub use handle::{Created, KeyKept, Vault};
pub(crate) use handle::{keep_key, unmake, write_recovery};
pub use limits::Limits;
