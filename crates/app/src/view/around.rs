//! What stands around the application: procedures beside it, circumstances to state, answers to look at again.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::FindingView;
use crate::view::NoteView;
use crate::view::ProcedureView;
use crate::view::RequirementView;

/// A form in which a paper is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormCode {
    /// The paper itself.
    Original,
    /// The paper itself, shown only to compare the copy with it.
    OriginalShown,
    /// A copy.
    Copy,
    /// Attested by a notary.
    Notarised,
    /// Translated into Kazakh or Russian with a notary's attestation, where it is in another language.
    TranslatedIfForeign,
    /// In electronic form, through a portal.
    Electronic,
}

/// A form in which a paper is handed in, with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PaperFormView {
    /// The form.
    pub code: PaperFormCode,
    /// The same in words.
    pub text: String,
}

/// A procedure beside the application. It never changes whether one may apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BesideView {
    /// Whether it is open to the person.
    pub procedure: ProcedureView,
    /// What it asks for.
    pub requirements: Vec<RequirementView>,
}

/// A circumstance to state and prove: it gives no right by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct CircumstanceView {
    /// Yes means: state it and prove it.
    pub finding: FindingView,
    /// What it is called.
    pub title: String,
    /// What to state, and what to attach.
    pub proof: String,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// Other readings.
    pub disagreements: Vec<NoteView>,
}

/// An answer to look at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct LookAtView {
    /// The fact, as `entity.fact` or `entity/record.fact`.
    pub fact: String,
    /// Its short name.
    pub label: String,
    /// The answer; none when there is none.
    pub answer: Option<String>,
}

/// Answers that cannot be true as they stand. It changes no verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SanityView {
    /// The check.
    pub id: String,
    /// What is wrong, and what to do.
    pub text: String,
    /// The answers to look at again.
    pub look_at: Vec<LookAtView>,
}
