//! Words in the three languages, and how sure a source is.

use serde::Deserialize;
use serde::Serialize;

/// One text in Kazakh, Russian and English. All three always exist.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

/// How sure a statement of the pack is, from the surest to the least sure.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The official text, or a full copy of it, was read.
    #[default]
    Official,
    /// News, a guide or another page about the text was read.
    Secondary,
    /// A reading or a deduction of ours, or memory.
    Unconfirmed,
    /// Nobody could tell us.
    Unknown,
}

impl Standing {
    /// The less sure of two.
    #[must_use]
    pub fn weaker(self, other: Self) -> Self {
        self.max(other)
    }
}
