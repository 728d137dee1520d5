//! What helps to fill in a field, and what the machine-readable lines of a passport say.

use std::fmt;

use serde::Serialize;
use specta::Type;

/// One answer that the lines give.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct MachineFieldView {
    /// The key of the question.
    pub key: String,
    /// Its short name.
    pub label: String,
    /// The answer in words.
    pub text: String,
    /// What the case says now, where that is something else.
    pub before: Option<String>,
    /// Whether the case says the same already.
    pub same: bool,
    /// Whether it is offered without being asked for.
    pub offered: bool,
}

/// What the lines say. Nothing of it is in the case yet.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct MachineZoneView {
    /// The answers.
    pub fields: Vec<MachineFieldView>,
    /// What one should know about them, as sentences.
    pub remarks: Vec<String>,
}

/// A spelling that may be taken over.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct SuggestionView {
    /// The spelling.
    pub text: String,
    /// The language (`kk`, `ru`) whose papers spell so; none for Latin letters.
    pub language: Option<String>,
}

/// The same text for papers in Kazakh and in Russian.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct TwinsView {
    /// In Kazakh.
    pub kk: Option<String>,
    /// In Russian.
    pub ru: Option<String>,
}

/// What is said beside a field while it is filled in. None of it forbids an answer.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct EntryHintsView {
    /// What should be looked at again, as sentences.
    pub doubts: Vec<String>,
    /// Spellings that may be taken over.
    pub suggestions: Vec<SuggestionView>,
    /// Twins that the same text has elsewhere in the case.
    pub twins: Option<TwinsView>,
}

/// They hold answers of people.
macro_rules! shows_nothing {
    ($($view:ty),*) => {$(
        impl fmt::Debug for $view {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[answers]")
            }
        }
    )*};
}

shows_nothing!(
    MachineFieldView,
    MachineZoneView,
    SuggestionView,
    TwinsView,
    EntryHintsView
);
