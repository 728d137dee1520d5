//! The filing window in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::PaperView;
use crate::view::ReasonView;
use crate::view::StandingCode;
use crate::view::VerdictCode;

/// The first and the last working day of a run of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct WorkingDaysView {
    /// The first; none where there is none, or where the calendar does not know.
    pub first: Option<DayView>,
    /// The last; none where there is none, where no end is in sight, or where the calendar does not know.
    pub last: Option<DayView>,
    /// What the calendar does not know.
    pub whys: Vec<ReasonView>,
    /// How sure the calendar is.
    pub standing: StandingCode,
}

/// Days in a row on which all papers in hand are surely valid together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct CertainDaysView {
    /// The first day.
    pub from: DayView,
    /// The last day; none when no end is in sight.
    pub until: Option<DayView>,
    /// Its first and last working day.
    pub working: WorkingDaysView,
}

/// A paper with a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PaperDayView {
    /// The key of the paper.
    pub key: String,
    /// Its name.
    pub title: String,
    /// The day.
    pub day: DayView,
}

/// Days in a row of the filing window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct WindowStretchView {
    /// The first day.
    pub from: DayView,
    /// The last day.
    pub until: Option<DayView>,
    /// Whether the papers can be handed in.
    pub verdict: VerdictCode,
    /// The same as a word or two.
    pub verdict_text: String,
    /// Why it is undecided.
    pub whys: Vec<ReasonView>,
    /// Its first and last working day.
    pub working: WorkingDaysView,
}

/// The days on which all papers in hand are valid together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct WindowView {
    /// The first day on which they are valid together, or perhaps are.
    pub first: Option<DayView>,
    /// The last day of that run of days.
    pub last: Option<DayView>,
    /// The first and last working day of that run of days.
    pub working: WorkingDaysView,
    /// The first days in a row of which it is sure: only of these it is said that the papers can be handed in.
    pub certain: Option<CertainDaysView>,
    /// All this as sentences.
    pub text: String,
    /// The papers that begin the window after today, the latest first.
    pub begins: Vec<PaperDayView>,
    /// The papers that end the window by name, the earliest first.
    pub ends: Vec<PaperDayView>,
    /// All stretches from today on.
    pub stretches: Vec<WindowStretchView>,
    /// The papers that end the window, the earliest first.
    pub limits: Vec<PaperView>,
    /// The keys of needed papers that are not in hand.
    pub missing: Vec<String>,
}
