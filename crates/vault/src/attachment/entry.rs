//! What the vault knows about one attachment.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{AttachmentId, AttachmentKind, DisplayName};
use crate::id::hex;

/// One attachment, as the sealed state knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Its name within the vault.
    pub id: AttachmentId,
    /// What the person calls it.
    pub name: DisplayName,
    /// What it is.
    pub kind: AttachmentKind,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256 of its content.
    pub(crate) sha256: Fingerprint,
}

/// SHA-256 of a content, as 64 small hexadecimal digits. It would tell whether a known file is the
/// attached one, so it prints as nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fingerprint(String);

impl Fingerprint {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self::finish(Sha256::new_with_prefix(bytes))
    }

    pub(crate) fn finish(hash: Sha256) -> Self {
        Self(hex(&hash.finalize()))
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Fingerprint")
    }
}
