//! The agenda in words: what is due, possible or over on which day.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::FindingView;
use crate::view::NoteView;
use crate::view::ReasonView;
use crate::view::SourceView;
use crate::view::StandingCode;

/// What the day of an entry means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgendaKindCode {
    /// Something must be done by this day.
    Duty,
    /// Something may be done up to this day.
    Right,
    /// Something ends on this day.
    Ends,
    /// Something becomes possible on this day.
    Opens,
    /// Something else holds from this day on.
    Changes,
    /// A paper in hand is good up to this day.
    Paper,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActsByCode {
    /// The person of the case.
    Applicant,
    /// The person or organisation that hosts.
    Host,
    /// An authority.
    Authority,
}

/// Where an entry stands on the day on which the question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgendaStateCode {
    /// The day is still to come.
    Ahead,
    /// It is today.
    Today,
    /// The day has passed.
    Passed,
    /// It was done.
    Done,
    /// An answer is missing for the day, or for whether it concerns the person.
    NeedsAnswer,
    /// Nobody knows the day: the law or the calendar of that time is not known.
    NotKnown,
    /// It has not happened; should it happen, the time runs from then.
    IfItHappens,
}

/// A sentence about the day of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct AgendaRemarkView {
    /// What it is about: `overdue`, `moved`, `office_closed`, `at_the_latest`, `was_done`, `assumed`.
    pub id: String,
    /// The sentence.
    pub text: String,
}

/// Another reading of the same deadline, which did not decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct OtherTermView {
    /// What the other source says, with the day where it is known.
    pub text: String,
    /// Its last day.
    pub day: Option<DayView>,
    /// The next working day, where its last day is a day off and nobody knows whether it moves.
    pub moved: Option<DayView>,
    /// The other source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
}

/// One entry of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct AgendaEntryView {
    /// Yes: it concerns the person. Undecided: an answer is missing or an official decides.
    pub finding: FindingView,
    /// Its id; with the record's id behind a slash, where there is one for each record of a list.
    pub key: String,
    /// The record it is about: "Child 1".
    pub about: Option<String>,
    /// What the day means.
    pub kind: AgendaKindCode,
    /// Who acts.
    pub by: ActsByCode,
    /// Where it stands.
    pub state: AgendaStateCode,
    /// What it is called.
    pub title: String,
    /// What to do.
    pub what: String,
    /// What follows if it is missed.
    pub missed: Option<String>,
    /// Where that stands.
    pub missed_source: Option<SourceView>,
    /// The day from which, or up to which, the time runs.
    pub event: Option<DayView>,
    /// The day: the last one, or for what opens or changes the first one.
    pub day: Option<DayView>,
    /// The day in words: "by 10 December 2026".
    pub when_text: String,
    /// Whether the day can still turn out to be earlier, when an answer comes.
    pub at_the_latest: bool,
    /// The next working day, where the day is a day off and nobody knows whether the law moves it.
    pub moved: Option<DayView>,
    /// The last working day before, where the day is a day off.
    pub office_day: Option<DayView>,
    /// Days from today to the day; negative when it has passed.
    pub days_left: Option<i32>,
    /// The same in words.
    pub left_text: Option<String>,
    /// The day on which it was done.
    pub done: Option<DayView>,
    /// Sentences about the day.
    pub remarks: Vec<AgendaRemarkView>,
    /// What is not known of the day.
    pub unknown: Vec<ReasonView>,
    /// The questions whose answers the entry waits for.
    pub asks: Vec<String>,
    /// The same in words.
    pub asks_text: Option<String>,
    /// Other readings.
    pub others: Vec<OtherTermView>,
    /// Remarks of the law pack.
    pub notes: Vec<NoteView>,
}

/// The agenda: the entries with a day in the order of their days, then those without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct AgendaView {
    /// The day on which the question is asked.
    pub today: DayView,
    /// The entries.
    pub entries: Vec<AgendaEntryView>,
}
