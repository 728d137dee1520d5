//! The papers that can be printed, in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;

/// Where a paper to print stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrintableCode {
    /// Everything that it wants is answered.
    Ready,
    /// It can be printed, but answers are missing.
    Incomplete,
    /// The person does not need it.
    NotNeeded,
    /// Whether the person needs it is not decided.
    Open,
}

/// A question whose answer a paper wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct MissingAnswerView {
    /// `entity.fact` or `entity/record.fact`; `entity.complete` is "that is all".
    pub key: String,
    /// Its short name, with the record.
    pub label: String,
}

/// What was noticed about an answer's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperNoteCode {
    /// The other language's text was given, this one's was not.
    NoTwin,
    /// Kazakh letters on the Russian paper.
    SeemsKazakh,
    /// Several words without a Kazakh letter on the Kazakh paper.
    SeemsRussian,
    /// Latin letters where Cyrillic ones are wanted.
    LatinLetters,
    /// Cyrillic letters where Latin ones are wanted.
    CyrillicLetters,
    /// A list was said to be whole and has no such record, but another answer says otherwise.
    AnswersDisagree,
    /// A number below the least that the paper is for.
    TooFew,
    /// An answer that says too little without another one, which is missing.
    PartOnly,
}

/// An answer to look at before printing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PaperNoteView {
    /// The fact, as `entity.fact`.
    pub fact: String,
    /// Its short name.
    pub label: String,
    /// The language of the paper: `kk` or `ru`.
    pub language: String,
    /// What was noticed.
    pub kind: PaperNoteCode,
    /// The same as a sentence.
    pub text: String,
}

/// A paper that can be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PrintableView {
    /// `paper` or `paper/record`: the key to print it by.
    pub key: String,
    /// The paper.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whose paper it is, where there is one for each child or relative.
    pub person: Option<String>,
    /// The languages it is printed in: `kk`, `ru`, `en`.
    pub languages: Vec<String>,
    /// Whether it is only a draft for the notary.
    pub draft: bool,
    /// Whether texts of one's own may stand in the place of composed ones.
    pub own_texts: bool,
    /// Where it stands.
    pub state: PrintableCode,
    /// The same in words.
    pub state_text: String,
    /// Why it is not needed.
    pub why: Option<String>,
    /// What is not answered; printed blank.
    pub missing: Vec<MissingAnswerView>,
    /// Answers that are still in the other language or script.
    pub notes: Vec<PaperNoteView>,
}

/// All papers of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PapersView {
    /// The language of the words.
    pub language: String,
    /// The day that the papers bear.
    pub on: DayView,
    /// The papers in the order in which one needs them.
    pub papers: Vec<PrintableView>,
}

/// One text of a paper, to read and to replace.
#[derive(Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PaperTextView {
    /// The block.
    pub block: String,
    /// The text.
    pub text: String,
    /// Whether a text of one's own may stand in its place.
    pub editable: bool,
    /// Whether it is the person's own.
    pub own: bool,
}

impl std::fmt::Debug for PaperTextView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[text]")
    }
}
