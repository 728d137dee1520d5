//! Sealed case files and where their keys lie.
//!
//! A vault is one folder. It holds sealed snapshots in the age format, a small header without
//! secrets, and a recovery file that opens with a passphrase or a recovery code; the key itself
//! lies in the keyring of the operating system where there is one. Every file opens with the
//! standard `age` tool.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )
)]

mod attachment;
mod backup;
mod disk;
mod envelope;
mod error;
mod files;
mod generations;
mod header;
mod id;
mod key;
mod keys;
mod passphrase;
pub mod readers;
mod recovery;
mod recovery_code;
mod seal;
mod snapshot;
mod state;
mod vault;
mod ways;

#[cfg(test)]
mod attachment_fault_tests;
#[cfg(test)]
mod fault_tests;
#[cfg(test)]
mod model_disk;

pub use attachment::{Attachment, AttachmentId, AttachmentKind, DisplayName};
pub use error::VaultError;
pub use files::VaultFile;
pub use id::VaultId;
pub use key::KeyText;
pub use keys::{KeyError, KeySource, KeyringStatus, MemoryKeys, NoKeys, OsKeyring};
pub use passphrase::Passphrase;
pub use recovery::{RecoverySecret, WorkFactor};
pub use recovery_code::RecoveryCode;
pub use snapshot::{Recovered, Saved, Snapshot};
pub use state::{VaultState, WhyPassphrase};
pub use vault::{BackedUp, Created, KeyKept, Limits, Vault};
