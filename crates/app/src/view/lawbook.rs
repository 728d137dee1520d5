//! The law pack itself in words: records with their editions, and what is different between two days or packs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::view::DayView;
use crate::view::LawUsedView;
use crate::view::SourceView;
use crate::view::StandingCode;

/// What the pack knows of a record on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawStatusCode {
    /// An edition is in force.
    InForce,
    /// It did not exist on the day.
    Absent,
    /// The pack does not know.
    NotKnown,
}

/// A line of a statement; a deeper line belongs to the one above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawLineView {
    /// How deep it stands, from zero.
    pub depth: usize,
    /// The words.
    pub text: String,
}

/// One field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawFieldView {
    /// Its name in the pack.
    pub key: String,
    /// Its name in the language.
    pub label: String,
    /// What it says.
    pub lines: Vec<LawLineView>,
}

/// The name of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawNameView {
    /// The kind, as `fee`.
    pub kind: String,
    /// The kind in the language.
    pub kind_text: String,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// One edition of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawEditionView {
    /// The first day; none when it reaches back as far as the pack looks.
    pub from: Option<DayView>,
    /// The last day; none when no end is known.
    pub until: Option<DayView>,
    /// The same in words.
    pub days: String,
    /// Whether it says that there was nothing on these days.
    pub absent: bool,
    /// Whether it is the one that speaks of the day.
    pub of_the_day: bool,
    /// What it says.
    pub fields: Vec<LawFieldView>,
    /// Where it stands.
    pub source: Option<SourceView>,
    /// How sure it is; none where nothing is stated of the law.
    pub standing: Option<StandingCode>,
    /// The same in words.
    pub standing_text: Option<String>,
    /// The file of the pack.
    pub file: String,
    /// The line in the file, from one.
    pub line: usize,
}

/// A record of the law pack as it stands on a day, with all its editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawRecordView {
    /// The language of the words.
    pub language: String,
    /// What it is.
    pub name: LawNameView,
    /// The day.
    pub day: DayView,
    /// What is known of it on the day.
    pub status: LawStatusCode,
    /// The same as a sentence.
    pub status_text: String,
    /// All editions, the oldest first.
    pub editions: Vec<LawEditionView>,
    /// What refers to it.
    pub used_by: Vec<LawNameView>,
}

/// How a record is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawChangeCode {
    /// It is there now.
    Appeared,
    /// It is known to be no more.
    Ended,
    /// It was there, and nobody knows what holds now.
    NoLongerKnown,
    /// It says something else.
    Changed,
}

/// A field that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawFieldChangeView {
    /// Its name in the pack.
    pub key: String,
    /// Its name in the language.
    pub label: String,
    /// What it said; nothing where it was not there.
    pub was: Vec<LawLineView>,
    /// What it says; nothing where it is not there.
    pub now: Vec<LawLineView>,
}

/// A record that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawDifferenceView {
    /// What it is.
    pub name: LawNameView,
    /// How it is different.
    pub change: LawChangeCode,
    /// The same as a sentence.
    pub change_text: String,
    /// Field by field.
    pub fields: Vec<LawFieldChangeView>,
    /// Where it stands.
    pub source: Option<SourceView>,
}

/// The records that an id names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawRecordsView {
    /// One, or one of each kind that has the id.
    pub records: Vec<LawRecordView>,
}

/// What is different between two days of one pack, or between two packs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawDifferencesView {
    /// By which law, or which law one of two packs is; none for two packs in folders, which have no version.
    pub law: Option<LawUsedView>,
    /// The language of the words.
    pub language: String,
    /// What is compared, as a sentence.
    pub heading: String,
    /// Record by record.
    pub differences: Vec<LawDifferenceView>,
}

/// A kind of records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawKindView {
    /// The kind, as `fee`.
    pub kind: String,
    /// The kind in the language.
    pub kind_text: String,
    /// The records, each once.
    pub records: Vec<LawNameView>,
}

/// What the pack holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawListView {
    /// The language of the words.
    pub language: String,
    /// Kind by kind.
    pub kinds: Vec<LawKindView>,
}

/// Something that a lint found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LintFindingView {
    /// The rule that is not kept.
    pub rule: String,
    /// The file.
    pub file: String,
    /// The line, from one.
    pub line: usize,
    /// Kind and id of the record; empty where no record is meant.
    pub record: String,
    /// What is wrong.
    pub problem: String,
    /// All of it in one line.
    pub text: String,
}

/// What the lints say of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LintView {
    /// The law that was looked at; none for a pack in a folder, which has no version.
    pub law: Option<LawUsedView>,
    /// What must be mended.
    pub faults: Vec<LintFindingView>,
    /// What is worth knowing.
    pub notices: Vec<LintFindingView>,
}
