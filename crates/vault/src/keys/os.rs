//! The keyring of the operating system.

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use super::{KeyError, KeySource, KeyringStatus};
use crate::id::VaultId;
use crate::key::KeyText;

/// The account of the trial entry; always the same, so that a kill leaves at most one behind.
const TRIAL_ACCOUNT: &str = "trial";
const TRIAL_VALUE: &str = "may be removed";

/// Windows Credential Manager, macOS Keychain or the Secret Service of a Linux desktop.
///
/// Which one is found out once a process: a keyring that appears later needs a new start.
#[derive(Debug, Clone)]
pub struct OsKeyring {
    service: String,
}

impl OsKeyring {
    /// The keyring entries of one application, named by its identifier.
    #[must_use]
    pub fn new(service: &str) -> Self {
        Self {
            service: service.to_owned(),
        }
    }

    fn entry(&self, account: &str) -> Result<Entry, KeyError> {
        if Entry::store_status().is_err() {
            return Err(KeyError::NoService);
        }
        Entry::new(&self.service, account).map_err(told)
    }

    /// Reading alone says "no entry" where nothing can be stored, so something is stored.
    fn trial(&self) -> Result<(), KeyError> {
        let entry = self.entry(TRIAL_ACCOUNT)?;
        entry.set_password(TRIAL_VALUE).map_err(told)?;
        let back = entry.get_password().map_err(told);
        // A trial entry that stays behind does no harm.
        drop(entry.delete_credential());
        if back? == TRIAL_VALUE {
            Ok(())
        } else {
            Err(KeyError::Other { what: "read_back" })
        }
    }
}

impl KeySource for OsKeyring {
    fn status(&self) -> KeyringStatus {
        match self.trial() {
            Ok(()) => KeyringStatus::Usable,
            Err(error) => KeyringStatus::Unusable(error),
        }
    }

    fn get(&self, id: &VaultId) -> Result<KeyText, KeyError> {
        let text = self.entry(id.as_str())?.get_password().map_err(told)?;
        Ok(KeyText::new(text))
    }

    fn put(&self, id: &VaultId, key: &KeyText) -> Result<(), KeyError> {
        let entry = self.entry(id.as_str())?;
        entry.set_password(key.reveal()).map_err(told)
    }

    fn delete(&self, id: &VaultId) -> Result<(), KeyError> {
        self.entry(id.as_str())?.delete_credential().map_err(told)
    }
}

/// Our word for the library's error, whose own text and contents may hold the secret.
fn told(error: Error) -> KeyError {
    let other = |what| KeyError::Other { what };
    match error {
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => KeyError::NoService,
        Error::NoStorageAccess(_) => KeyError::Locked,
        Error::NoEntry => KeyError::NoEntry,
        Error::PlatformFailure(_) => other("platform_failure"),
        Error::BadEncoding(secret) | Error::BadDataFormat(secret, _) => {
            drop(Zeroizing::new(secret));
            other("bad_data")
        }
        Error::BadStoreFormat(_) => other("bad_store"),
        Error::TooLong(..) => other("too_long"),
        Error::Invalid(..) => other("invalid"),
        Error::Ambiguous(_) => other("ambiguous"),
        _ => other("unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_told_apart_and_tell_no_secret() {
        let inner = || Box::new(std::io::Error::other("x"));
        assert_eq!(told(Error::NoDefaultStore), KeyError::NoService);
        assert_eq!(told(Error::NoStorageAccess(inner())), KeyError::Locked);
        assert_eq!(told(Error::NoEntry), KeyError::NoEntry);
        let bad = told(Error::BadEncoding(b"AGE-SECRET".to_vec()));
        assert_eq!(bad, KeyError::Other { what: "bad_data" });
    }
}
