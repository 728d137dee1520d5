//! Keys in memory, for tests.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{KeyError, KeySource, KeyringStatus};
use crate::id::VaultId;
use crate::key::KeyText;

/// A keyring in memory for tests; clones share the same keys. Everything is gone at the end of the
/// process.
#[derive(Clone, Default)]
pub struct MemoryKeys(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    keys: BTreeMap<VaultId, KeyText>,
    failure: Option<KeyError>,
}

impl MemoryKeys {
    /// An empty keyring that works.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on every call fails with this error, or works again with `None`.
    pub fn fail_with(&self, failure: Option<KeyError>) {
        self.inner().failure = failure;
    }

    /// Forgets all keys, as a new computer or a reset keyring would.
    pub fn forget_all(&self) {
        self.inner().keys.clear();
    }

    /// How many keys are stored.
    #[must_use]
    pub fn count(&self) -> usize {
        self.inner().keys.len()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn working(&self) -> Result<MutexGuard<'_, Inner>, KeyError> {
        let inner = self.inner();
        match inner.failure {
            Some(failure) => Err(failure),
            None => Ok(inner),
        }
    }
}

impl KeySource for MemoryKeys {
    fn status(&self) -> KeyringStatus {
        match self.working() {
            Ok(_) => KeyringStatus::Usable,
            Err(error) => KeyringStatus::Unusable(error),
        }
    }

    fn get(&self, id: &VaultId) -> Result<KeyText, KeyError> {
        let inner = self.working()?;
        inner.keys.get(id).cloned().ok_or(KeyError::NoEntry)
    }

    fn put(&self, id: &VaultId, key: &KeyText) -> Result<(), KeyError> {
        self.working()?.keys.insert(id.clone(), key.clone());
        Ok(())
    }

    fn delete(&self, id: &VaultId) -> Result<(), KeyError> {
        let gone = self.working()?.keys.remove(id);
        gone.map(drop).ok_or(KeyError::NoEntry)
    }
}

impl fmt::Debug for MemoryKeys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("MemoryKeys")
    }
}
