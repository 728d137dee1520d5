//! How fresh the law pack is, in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;

/// An act whose wording is to be read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ReviewView {
    /// The act.
    pub act: String,
    /// Its full title.
    pub title: String,
    /// Its official address.
    pub url: String,
    /// The day to read it again.
    pub due: DayView,
    /// The day on which it was last read.
    pub seen: Option<DayView>,
    /// All of it as a sentence.
    pub text: String,
}

/// How fresh the law pack is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ReviewsView {
    /// The newest day on which an act was read.
    pub read_on: Option<DayView>,
    /// Acts that were to be read again before today.
    pub overdue: Vec<ReviewView>,
    /// Acts that are to be read again before the last day of the plan.
    pub before_plan: Vec<ReviewView>,
    /// A warning where the plan lies beyond everything that the pack was read for.
    pub beyond: Option<BeyondView>,
    /// All of it in one sentence, for a place where a list is too much.
    pub text: String,
}

/// A plan that lies beyond everything that the pack was read for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BeyondView {
    /// The last day for which anything was read.
    pub last: DayView,
    /// The warning as a sentence.
    pub text: String,
}
