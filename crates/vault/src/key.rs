//! The key of a vault.

use std::fmt;

use age::secrecy::ExposeSecret;
use age::x25519;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::id::hex;

/// Keeps the fingerprint of a key apart from any other use of the same hash.
const CHECK_LABEL: &[u8] = b"qonys vault key check 1\n";
/// Bytes of the fingerprint that the header keeps.
const CHECK_BYTES: usize = 16;

/// A vault's key as text, the way a [`crate::KeySource`] keeps it. Wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyText(Zeroizing<String>);

impl KeyText {
    /// Takes over the text that a key source gave back.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The secret itself, for the key source that stores it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for KeyText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("KeyText")
    }
}

/// The age identity that opens the snapshots of one vault.
pub(crate) struct VaultKey(x25519::Identity);

impl VaultKey {
    pub(crate) fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }

    pub(crate) fn text(&self) -> KeyText {
        KeyText::new(self.0.to_string().expose_secret().to_owned())
    }

    pub(crate) fn identity(&self) -> &x25519::Identity {
        &self.0
    }

    /// A fingerprint for the header. The public half itself must not stand there: whoever knows it
    /// can seal a snapshot of their own making.
    pub(crate) fn check(&self) -> String {
        let digest = Sha256::new()
            .chain_update(CHECK_LABEL)
            .chain_update(self.0.to_public().to_string())
            .finalize();
        hex(digest.get(..CHECK_BYTES).unwrap_or_default())
    }
}

impl fmt::Debug for VaultKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("VaultKey")
    }
}
