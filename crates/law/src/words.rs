//! Words in the three languages, and how sure a source is.

use std::ops::Deref;
use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

/// One text in Kazakh, Russian and English. All three always exist. Shared: findings carry the words of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(from = "InThreeLanguages", into = "InThreeLanguages")]
pub struct Words(Arc<InThreeLanguages>);

/// The text in each language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct InThreeLanguages {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl Words {
    /// A text in its three languages.
    #[must_use]
    pub fn new(kk: String, ru: String, en: String) -> Self {
        InThreeLanguages { kk, ru, en }.into()
    }
}

impl Deref for Words {
    type Target = InThreeLanguages;

    fn deref(&self) -> &InThreeLanguages {
        &self.0
    }
}

impl From<InThreeLanguages> for Words {
    fn from(texts: InThreeLanguages) -> Self {
        Self(Arc::new(texts))
    }
}

impl From<Words> for InThreeLanguages {
    fn from(words: Words) -> Self {
        words.0.as_ref().clone()
    }
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
