//! A newer law, and what it changes for somebody.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::wire::Problem;

/// By which law an answer was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct LawUsedView {
    /// The version of the law pack.
    pub version: u32,
    /// The day on which it was put together.
    pub issued: DayView,
    /// Both as one line.
    pub text: String,
}

/// An answer with the law by which it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ByLaw<T> {
    /// By which law.
    pub law: LawUsedView,
    /// The answer; its fields stand beside the law.
    #[serde(flatten)]
    pub answer: T,
}

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawChangeArea {
    /// Whether one may apply.
    Result,
    /// A route.
    Route,
    /// A ground for refusal.
    Ground,
    /// A procedure.
    Procedure,
    /// A paper that is handed in.
    Paper,
    /// A fee.
    Fee,
    /// The days on which all papers are valid together.
    Window,
    /// A stage of a procedure.
    Stage,
    /// A deadline.
    Deadline,
    /// A part of what all of it costs.
    Cost,
    /// Something that holds otherwise from a later day on.
    Ahead,
}

impl LawChangeArea {
    /// Its name in the files of words.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::Route => "route",
            Self::Ground => "ground",
            Self::Procedure => "procedure",
            Self::Paper => "paper",
            Self::Fee => "fee",
            Self::Window => "window",
            Self::Stage => "stage",
            Self::Deadline => "deadline",
            Self::Cost => "cost",
            Self::Ahead => "ahead",
        }
    }
}

/// One thing that is otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct LawChangeView {
    /// What it is about.
    pub area: LawChangeArea,
    /// The same in words.
    pub area_text: String,
    /// The id of the rule, or the key of the deadline.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What held; none where there was no such rule.
    pub before: Option<String>,
    /// What holds; none where there is no such rule any more.
    pub after: Option<String>,
}

/// What a newer law changes for a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct LawPackChangesView {
    /// The language of the words.
    pub language: String,
    /// The law that was in use.
    pub from_version: u32,
    /// The newer one.
    pub to_version: u32,
    /// What is new in it, in the words of the pack.
    pub title: String,
    /// Whether anything changes for this case, as a sentence.
    pub heading: String,
    /// What is otherwise, by area.
    pub changes: Vec<LawChangeView>,
}

/// What a newer law changes for one application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ApplicationLawChangesView {
    /// The id of the application.
    pub application: String,
    /// What the person calls it; none while nobody named it.
    pub name: Option<String>,
    /// What changes.
    pub changes: LawPackChangesView,
}

/// A newer law that was chosen and not taken yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LawOfferView {
    /// Its version.
    pub version: u32,
    /// The day on which it was put together.
    pub issued: DayView,
    /// What is new in it, in the words of the pack.
    pub title: String,
    /// What it changes, for each application of the store.
    pub applications: Vec<ApplicationLawChangesView>,
}

/// The law in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LawStateView {
    /// Its version.
    pub version: u32,
    /// The day on which it was put together.
    pub issued: DayView,
    /// What is new in it, in the words of the pack.
    pub title: String,
    /// Why the pack that was taken is not used any more, if so.
    pub refused: Option<Problem>,
}
