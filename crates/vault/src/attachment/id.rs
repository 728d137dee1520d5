//! The name of an attachment within its vault.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::VaultError;
use crate::id::hex;

/// Bytes of chance: no two attachments ever meet, and a name is never used again.
const BYTES: usize = 16;

/// A random, meaningless name for an attachment: 32 small hexadecimal digits. No secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AttachmentId([u8; BYTES]);

impl AttachmentId {
    pub(crate) fn generate() -> Result<Self, VaultError> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// Reads an id; nothing else than 32 small hexadecimal digits is one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 2 * BYTES {
            return None;
        }
        let mut bytes = [0; BYTES];
        for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let [high, low] = digits else { return None };
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Some(Self(bytes))
    }
}

fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for AttachmentId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&hex(&self.0))
    }
}

impl TryFrom<String> for AttachmentId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not the id of an attachment")
    }
}

impl From<AttachmentId> for String {
    fn from(id: AttachmentId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_text_and_nothing_else_is_one() {
        let id = AttachmentId::generate().unwrap();
        assert_eq!(AttachmentId::parse(&id.to_string()), Some(id));
        for text in [
            "",
            "0123",
            "0123456789abcdef0123456789ABCDEF",
            "0123456789abcdef0123456789abcdeg",
            "0123456789abcdef0123456789abcdef0",
            "../3456789abcdef0123456789abcdef",
            "ққққққққққққққққ",
        ] {
            assert_eq!(AttachmentId::parse(text), None, "{text}");
        }
    }
}
