//! What a user types to open a vault.

use std::fmt;

use zeroize::Zeroizing;

use crate::error::VaultError;

/// The least length of a passphrase for a new vault, in characters.
const LEAST: usize = 8;

/// A passphrase or a typed recovery code. Wiped when dropped; prints as nothing.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes over what was typed, unchanged: blanks at its ends count.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it may guard a new vault.
    pub(crate) fn long_enough(&self) -> Result<(), VaultError> {
        if self.0.chars().count() < LEAST {
            return Err(VaultError::PassphraseTooShort { least: LEAST });
        }
        Ok(())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Passphrase")
    }
}
