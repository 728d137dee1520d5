//! No keyring at all.

use super::{KeyError, KeySource, KeyringStatus};
use crate::id::VaultId;
use crate::key::KeyText;

/// Keeps nothing: for systems without a keyring and users who don't want one.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoKeys;

impl KeySource for NoKeys {
    fn status(&self) -> KeyringStatus {
        KeyringStatus::Unusable(KeyError::NoService)
    }

    fn get(&self, _id: &VaultId) -> Result<KeyText, KeyError> {
        Err(KeyError::NoService)
    }

    fn put(&self, _id: &VaultId, _key: &KeyText) -> Result<(), KeyError> {
        Err(KeyError::NoService)
    }

    fn delete(&self, _id: &VaultId) -> Result<(), KeyError> {
        Err(KeyError::NoService)
    }
}
