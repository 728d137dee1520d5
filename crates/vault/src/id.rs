//! The name of a vault in the keyring.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::VaultError;

/// Bytes of chance in an id: enough that two vaults of one user never meet.
const BYTES: usize = 16;

/// A random, meaningless name for a vault: 32 small hexadecimal digits. No secret.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VaultId(String);

impl VaultId {
    /// Makes a new id from the system's randomness.
    pub(crate) fn generate() -> Result<Self, VaultError> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
        Ok(Self(hex(&bytes)))
    }

    /// Reads an id; nothing else than 32 small hexadecimal digits is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 2 * BYTES && text.bytes().all(digits)).then(|| Self(text.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for VaultId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl TryFrom<String> for VaultId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not the id of a vault")
    }
}

impl From<VaultId> for String {
    fn from(id: VaultId) -> Self {
        id.0
    }
}

/// Small hexadecimal digits of bytes.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
