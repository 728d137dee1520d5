//! On which days of a plan a ground for refusal is tested.

use serde::Deserialize;

/// The days on which a ground for refusal is tested.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum GroundDays {
    /// Only the day on which the papers are handed in.
    Filing,
    /// Only the day of the decision.
    Decision,
    /// Every day from the filing day to the day of the decision, both inclusive: a ground that holds on one of them
    /// refuses. Article 49 speaks of persons who are to be given the permit, and a ground there at the filing is found then.
    #[default]
    FilingToDecision,
}
