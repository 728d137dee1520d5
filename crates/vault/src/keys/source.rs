//! The port to whatever keeps keys.

use crate::id::VaultId;
use crate::key::KeyText;

/// Keeps the keys of vaults, each under the vault's id.
///
/// Calls may block for as long as the system asks the user to unlock the keyring: keep them off
/// the thread that draws.
pub trait KeySource: Send + Sync {
    /// Whether keys can be stored here now; found out by storing something and taking it away.
    fn status(&self) -> KeyringStatus;

    /// The key of a vault.
    ///
    /// # Errors
    /// [`KeyError::NoEntry`] if there is none, also where nothing can be stored at all.
    fn get(&self, id: &VaultId) -> Result<KeyText, KeyError>;

    /// Stores the key of a vault, in place of an earlier one.
    ///
    /// # Errors
    /// Any [`KeyError`] but [`KeyError::NoEntry`].
    fn put(&self, id: &VaultId, key: &KeyText) -> Result<(), KeyError>;

    /// Forgets the key of a vault.
    ///
    /// # Errors
    /// [`KeyError::NoEntry`] if there is none.
    fn delete(&self, id: &VaultId) -> Result<(), KeyError>;
}

/// Whether a key source can store keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyringStatus {
    /// Keys can be stored and read back.
    Usable,
    /// They can't, and why.
    Unusable(KeyError),
}

/// Why a key source did not do as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There is no keyring: no session bus, no secret service, or an unsupported system.
    #[error("no keyring")]
    NoService,
    /// The keyring is locked or access was denied; it may work later.
    #[error("the keyring is locked or denies access")]
    Locked,
    /// No key is stored for the vault.
    #[error("no key in the keyring")]
    NoEntry,
    /// Anything else.
    #[error("the keyring failed: {what}")]
    Other {
        /// A fixed word for the class of failure; never a message, which could hold the secret.
        what: &'static str,
    },
}

impl KeyError {
    /// A fixed word for logs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NoService => "no_service",
            Self::Locked => "locked",
            Self::NoEntry => "no_entry",
            Self::Other { what } => what,
        }
    }
}

/// Stores a key and reads it back, since a keyring may take a key and not keep it.
pub(crate) fn keep(keys: &dyn KeySource, id: &VaultId, key: &KeyText) -> Result<(), KeyError> {
    keys.put(id, key)?;
    if keys.get(id)? == *key {
        Ok(())
    } else {
        Err(KeyError::Other { what: "read_back" })
    }
}
