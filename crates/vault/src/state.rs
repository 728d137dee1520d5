//! What is found in a folder before a vault is opened.

use crate::keys::{KeyError, KeyringStatus};
use crate::recovery::RecoverySecret;

/// What to do with a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VaultState {
    /// No vault, or one whose making was cut short before anything could be saved:
    /// [`crate::Vault::create`].
    Fresh {
        /// Whether a keyring can hold the key; if not, `create` needs a passphrase.
        keyring: KeyringStatus,
    },
    /// The keyring has the key: [`crate::Vault::open`].
    Ready,
    /// The passphrase or recovery code must be asked for:
    /// [`crate::Vault::open_with_passphrase`]. Never a reason to make a new vault.
    NeedsPassphrase {
        /// Why the keyring does not do.
        why: WhyPassphrase,
        /// What to ask for, if the header can still say so.
        secret: Option<RecoverySecret>,
    },
    /// The keyring does not open it and the recovery file is missing. Nothing can be done here
    /// but to make the keyring work, or to put the recovery file back.
    NoWayIn {
        /// Why the keyring does not do.
        why: WhyPassphrase,
    },
}

/// Why the keyring alone does not open a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyPassphrase {
    /// There is no keyring: the usual case for a vault made with a passphrase.
    NoService,
    /// The keyring is locked or denies access; it may work after unlocking.
    Locked,
    /// The keyring works but has no key for this vault: a new computer, a reset keyring.
    KeyLost,
    /// The keyring has a key that does not belong to this vault.
    KeyDiffers,
    /// The keyring failed in another way.
    KeyringFailed,
    /// The header is missing, so the key can't be looked up.
    HeaderLost,
    /// The header is unreadable, so the key can't be looked up.
    HeaderDamaged,
}

impl WhyPassphrase {
    /// A fixed word for logs and codes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NoService => "no_service",
            Self::Locked => "locked",
            Self::KeyLost => "key_lost",
            Self::KeyDiffers => "key_differs",
            Self::KeyringFailed => "keyring_failed",
            Self::HeaderLost => "header_lost",
            Self::HeaderDamaged => "header_damaged",
        }
    }
}

impl From<KeyError> for WhyPassphrase {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::NoService => Self::NoService,
            KeyError::Locked => Self::Locked,
            KeyError::NoEntry => Self::KeyLost,
            KeyError::Other { .. } => Self::KeyringFailed,
        }
    }
}
