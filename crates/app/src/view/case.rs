//! The interview of a case in words: sections, questions, lists and answers.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::LegalisationView;
use crate::view::ObtainingView;
use crate::view::SourceView;
use crate::view::StatusCode;
use crate::view::SummaryView;

/// What an answer looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// Yes or no.
    YesNo,
    /// One of the options.
    Choice,
    /// A day.
    Date,
    /// Free text.
    Text,
    /// A name in Latin letters.
    NameLatin,
    /// A name in Cyrillic letters.
    NameCyrillic,
    /// A country.
    Country,
    /// A whole number.
    Number,
    /// A sum of money in tenge and tiyn.
    Money,
    /// Digits.
    Digits,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct OptionView {
    /// Its id.
    pub id: String,
    /// The words.
    pub label: String,
    /// A remark.
    pub hint: Option<String>,
}

/// Why a question is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct WhyView {
    /// The sentences.
    pub text: String,
    /// Where the reason stands.
    pub source: Option<SourceView>,
}

/// An answer as the screen shows it and as its fields hold it.
#[derive(Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct AnswerView {
    /// The answer in words of the language.
    pub text: String,
    /// Whether the person said "I don't know yet".
    pub not_known_yet: bool,
    /// For a choice, a country, yes or no: the word. For text: the text. For a number: its digits.
    pub value: String,
    /// Day, month and year, for a date.
    pub date: Option<[String; 3]>,
    /// The Kazakh twin of free text.
    pub kk: Option<String>,
    /// The Russian twin of free text.
    pub ru: Option<String>,
    /// What is answered back: the weekday of a date.
    pub echo: Option<String>,
}

impl std::fmt::Debug for AnswerView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[answer]")
    }
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct QuestionView {
    /// `entity.fact`, or `entity/record.fact` within a list.
    pub key: String,
    /// The entity.
    pub entity: String,
    /// The record of a list.
    pub record: Option<String>,
    /// The fact.
    pub fact: String,
    /// What the answer looks like.
    pub kind: FactKind,
    /// The whole question.
    pub question: String,
    /// A short name.
    pub label: String,
    /// A remark.
    pub hint: Option<String>,
    /// Why it is asked.
    pub why: Option<WhyView>,
    /// The options of a choice.
    pub options: Vec<OptionView>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// Whether "I don't know yet" is offered.
    pub unknown_allowed: bool,
    /// Whether the answer is often longer than a line: an address, a reason.
    pub long: bool,
    /// How many digits.
    pub length: Option<u32>,
    /// Whether its answer could still decide whether the person may apply.
    pub decides: bool,
    /// What is to be looked at again in the answer, as sentences; a doubt forbids nothing.
    pub doubts: Vec<String>,
    /// The answer, if there is one.
    pub answer: Option<AnswerView>,
}

/// One record of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct RecordView {
    /// Its id.
    pub id: String,
    /// A heading of its first answers.
    pub heading: String,
    /// Its questions.
    pub questions: Vec<QuestionView>,
}

/// A list: one page with add, edit, remove and "that is all".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ListView {
    /// The kind of its records.
    pub entity: String,
    /// The heading.
    pub title: String,
    /// A remark.
    pub hint: Option<String>,
    /// One of them.
    pub one: String,
    /// The button for "there is none".
    pub none: String,
    /// The button for "that is all".
    pub that_is_all: String,
    /// The button that adds one.
    pub add: String,
    /// Whether the person said that it is complete.
    pub complete: bool,
    /// Whether its completeness could still decide whether the person may apply.
    pub decides: bool,
    /// The records.
    pub records: Vec<RecordView>,
}

/// How much of a paper the program fills from the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FilledCode {
    /// It is printed and signed.
    Whole,
    /// It is a draft for the notary.
    Draft,
}

/// One needed paper to say something about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PaperCardView {
    /// The key of its answers.
    pub key: String,
    /// What it is called, with the country.
    pub title: String,
    /// What it must be.
    pub what: String,
    /// Where it stands.
    pub status: StatusCode,
    /// The same in words.
    pub status_text: String,
    /// The last day on which it can be handed in.
    pub last_good_day: Option<DayView>,
    /// How it is obtained, while it is not in hand.
    pub obtaining: Option<ObtainingView>,
    /// What it needs as a foreign paper.
    pub legalisation: Option<LegalisationView>,
    /// What to bring instead, where the country issues none.
    pub instead: Option<String>,
    /// How much of it the program fills; none where others issue it.
    pub filled: Option<FilledCode>,
    /// The last day to order it, where the plan knows one.
    pub order_by: Option<DayView>,
    /// Its questions; empty where other answers say whether it is in hand.
    pub questions: Vec<QuestionView>,
    /// What differs between the name on it and that of the passport, as sentences.
    pub doubts: Vec<String>,
    /// The source.
    pub source: Option<SourceView>,
}

/// A page of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ItemView {
    /// One question.
    Question {
        /// The question.
        question: Box<QuestionView>,
    },
    /// A list.
    List {
        /// The list.
        list: ListView,
    },
    /// The papers.
    Papers {
        /// The needed papers.
        cards: Vec<PaperCardView>,
        /// What the papers are called of which nobody knows yet whether they are needed.
        perhaps: Vec<String>,
    },
    /// The plan of dates.
    Plan {},
}

/// How far a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SectionState {
    /// Nothing is answered.
    NotStarted,
    /// Something is answered.
    InProgress,
    /// Everything is answered.
    Ready,
    /// Something in it stands against an application.
    Blocked,
    /// A paper in it was good and is not, or will not be on the filing day.
    OutOfDate,
}

/// A part of the interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SectionView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub state: SectionState,
    /// The state in words.
    pub state_text: String,
    /// What stands against an application, or which papers are out of date; none for the other states.
    pub state_why: Option<String>,
    /// How many of its questions are open.
    pub open: u32,
    /// Its pages, only those that are asked.
    pub items: Vec<ItemView>,
}

/// An answer that is kept but no longer used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct UnusedView {
    /// The question's short name.
    pub label: String,
    /// The answer in words.
    pub answer: String,
}

/// The pre-check: the few questions to a first answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PrecheckView {
    /// Its questions, only those that are asked.
    pub questions: Vec<QuestionView>,
    /// How many are open.
    pub open: u32,
}

/// A country to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct CountryView {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Its name in the language.
    pub name: String,
}

/// A case as the screens see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct CaseView {
    /// Counts the changes; a change names the revision it saw.
    pub revision: u32,
    /// The language.
    pub language: String,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// The pre-check.
    pub precheck: PrecheckView,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// How many questions still decide whether the person may apply.
    pub deciding: u32,
    /// The same as a sentence.
    pub deciding_text: String,
    /// Answers that are kept but no longer used.
    pub unused: Vec<UnusedView>,
    /// The answer in short; its pages are asked for by themselves.
    pub result: SummaryView,
}
