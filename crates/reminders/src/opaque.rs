//! Ids that say nothing.

use std::fmt;
use std::fmt::Write as _;

use serde::Deserialize;
use serde::Serialize;
use sha2::Digest;
use sha2::Sha256;

/// How many bytes of the hash an id keeps: enough that no two deadlines of a life share one.
const BYTES: usize = 16;

/// The id of a deadline outside the case: 32 hexadecimal digits. The same deadline of the same case always has the same id.
/// Without the seed of the case nobody can compute which deadline it is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OpaqueId(String);

impl OpaqueId {
    /// The id of a key of the agenda. `seed` belongs to the case; an empty one gives the same ids for everybody.
    #[must_use]
    pub fn of(seed: &str, key: &str) -> Self {
        let mut hash = Sha256::new();
        // The lengths keep seed and key apart.
        hash.update(format!(
            "qonys reminder {}:{seed}{}:{key}",
            seed.len(),
            key.len()
        ));
        let mut text = String::with_capacity(2 * BYTES);
        for byte in hash.finalize().iter().take(BYTES) {
            // Writing into a String cannot fail.
            let _written = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// An id that somebody wrote down; none where it has not the form of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(text.to_owned());
        id.is_sound().then_some(id)
    }

    /// Whether it has the form of an id.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.0.len() == 2 * BYTES
            && self
                .0
                .bytes()
                .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OpaqueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_stable_and_belongs_to_its_case() {
        let id = OpaqueId::of("seed", "registration");
        assert_eq!(id, OpaqueId::of("seed", "registration"));
        assert_eq!(OpaqueId::parse(id.as_str()), Some(id.clone()));
        for bad in [
            "",
            "registration",
            "--help",
            "5DC03B99C69F46F47C5F8EB21797A594",
        ] {
            assert_eq!(OpaqueId::parse(bad), None, "{bad}");
        }
        assert_ne!(id, OpaqueId::of("other", "registration"));
        assert_ne!(id, OpaqueId::of("seed", "host_notice"));
        assert_ne!(OpaqueId::of("a", "bc"), OpaqueId::of("ab", "c"));
        // A calendar that was imported once must find its events again: this never changes.
        assert_eq!(
            OpaqueId::of("", "registration").as_str(),
            "5dc03b99c69f46f47c5f8eb21797a594"
        );
    }
}
