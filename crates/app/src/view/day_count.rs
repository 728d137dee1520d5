//! The answer to a question about days: where a term ends, or how many days lie between two.

use schemars::JsonSchema;
use serde::Serialize;

use crate::view::DayView;
use crate::view::ReasonView;
use crate::view::SourceView;
use crate::view::StandingCode;

/// A day that is not what its weekday says: a holiday from Monday to Friday, or a Saturday or Sunday on which people work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnusualDayView {
    /// The day.
    pub day: DayView,
    /// Whether it is a working day.
    pub working: bool,
    /// Why, in words.
    pub text: String,
}

/// Days counted from a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DayCountView {
    /// The language of the words.
    pub language: String,
    /// The answer in one sentence.
    pub text: String,
    /// How it was counted.
    pub rule: String,
    /// The day from which it was counted; it is not counted itself.
    pub from: DayView,
    /// The day that was found or named, the last one that is counted; none where it is not known.
    pub day: Option<DayView>,
    /// Whether that day is a working day; none where the calendar does not know.
    pub working: Option<bool>,
    /// The last working day before it, where it is a day off.
    pub working_day_before: Option<DayView>,
    /// The next working day, where it is a day off. Whether the law moves a term to it is a question of that law.
    pub working_day_after: Option<DayView>,
    /// How many calendar days were counted.
    pub calendar_days: Option<u32>,
    /// How many working days were counted; none where the calendar does not know every day.
    pub working_days: Option<u32>,
    /// The days on the way that are not what their weekday says.
    pub unusual_days: Vec<UnusualDayView>,
    /// What is not known.
    pub unknown: Vec<ReasonView>,
    /// Where the calendar stands.
    pub sources: Vec<SourceView>,
    /// How sure it is: the weakest of all days that were looked at.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
    /// What the answer is not.
    pub disclaimer: String,
}
