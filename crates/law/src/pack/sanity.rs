//! What cannot be true of a person, whatever the law says: checks that find a slip of the pen.

use serde::Deserialize;

use crate::answers::FactPath;
use crate::condition::Condition;
use crate::words::Words;

/// Two days of one entity of which the first may not lie after the second.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InOrder {
    /// The day that comes first.
    pub first: FactPath,
    /// The day that comes after it, or is the same.
    pub then: FactPath,
}

/// Answers that cannot stand together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// When they contradict one another.
    pub when: Condition,
    /// The answers to look at again.
    pub look_at: Vec<FactPath>,
}

/// A check of the answers against one another and against today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SanityCheck {
    /// Its id.
    pub id: String,
    /// What is wrong, and what to do.
    pub words: Words,
    /// Days that lie in the past by their nature.
    #[serde(default)]
    pub not_after_today: Vec<FactPath>,
    /// Days of one entity in their order.
    #[serde(default)]
    pub in_order: Vec<InOrder>,
    /// Answers that cannot stand together.
    #[serde(default)]
    pub contradiction: Vec<Contradiction>,
}
