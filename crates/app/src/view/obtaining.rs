//! How a paper is obtained, and what it needs as a foreign paper, in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::NoteView;
use crate::view::SourceView;
use crate::view::StandingCode;

/// What a step on the way to a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepCode {
    /// Something that must be done before the paper is issued at all.
    Before,
    /// The paper is issued.
    Issue,
    /// A notary certifies it.
    Notary,
    /// The apostille is put on it.
    Apostille,
}

/// How long a step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct TakesView {
    /// The fewest days; zero means "on the same day".
    pub at_least: u32,
    /// The most days, inclusive.
    pub at_most: u32,
    /// Whether these are working days; else calendar days.
    pub working_days: bool,
    /// Whether the source adds "and more".
    pub or_more: bool,
}

/// One step on the way to a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct StepView {
    /// What it is.
    pub kind: StepCode,
    /// The same in words.
    pub kind_text: String,
    /// Where it is done.
    pub office: String,
    /// How long it takes; none when that is not known.
    pub takes: Option<TakesView>,
    /// The same in words, also that it is not known.
    pub takes_text: String,
    /// What it costs, as the source says.
    pub price: Option<String>,
    /// How sure it is.
    pub standing: StandingCode,
}

/// How a paper is obtained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ObtainingView {
    /// The steps in their order, each after the one before it.
    pub steps: Vec<StepView>,
    /// Whether the time of every step is known.
    pub timed: bool,
    /// What to ask, and whom, where something is not known.
    pub ask: Option<String>,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// The page that says so, where it is no act.
    pub page: Option<String>,
    /// The act that says so.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// What a paper needs because another state issued it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LegalisationCode {
    /// Neither an apostille nor legalisation.
    NotNeeded,
    /// An apostille.
    Apostille,
    /// Legalisation by consuls, unless a treaty provides otherwise.
    Legalisation,
}

/// What a foreign paper needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct LegalisationView {
    /// What it needs.
    pub form: LegalisationCode,
    /// The same as a sentence.
    pub text: String,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}
