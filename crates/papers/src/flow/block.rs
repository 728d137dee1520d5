//! What a flowing paper is made of.

use serde::Deserialize;

use crate::facts::FactPath;
use crate::form::{Align, Condition, Doubt, Part, Script};
use crate::language::Words;
use crate::length::Length;

/// How many strokes stand for an answer that is not there.
const BLANK: usize = 24;

/// An answer with a name, for the texts: `%{name}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) id: String,
    pub(crate) parts: Vec<Part>,
    #[serde(default = "comma")]
    pub(crate) join: String,
    /// How its dates are written.
    #[serde(default)]
    pub(crate) date: DateStyle,
    /// Whether its numbers are said in words too: 365 (триста шестьдесят пять).
    #[serde(default)]
    pub(crate) in_words: bool,
    /// A number below it is not printed but noted: what is signed must not contradict itself.
    pub(crate) least: Option<i64>,
    /// Names are not free text: their language is never noted.
    #[serde(default)]
    pub(crate) names: bool,
    /// The script the answers are to be in.
    pub(crate) script: Option<Script>,
    /// Without these the slot counts as not answered, whatever else of it is known: half a name is worse than none.
    #[serde(default)]
    pub(crate) required: Vec<FactPath>,
    /// For these a line stands among the other parts where they are not answered.
    #[serde(default)]
    pub(crate) lines: Vec<FactPath>,
    /// How many strokes stand for it where it is not answered.
    #[serde(default = "blank")]
    pub(crate) blank: usize,
}

fn comma() -> String {
    ", ".to_owned()
}

fn blank() -> usize {
    BLANK
}

/// How a day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DateStyle {
    /// 30.11.2026
    #[default]
    Numeric,
    /// 30 ноября 2026 г., 2026 жылғы 30 қараша
    Long,
    /// «30» ноября 2026 г., «30» қараша 2026 ж.
    Official,
}

/// One block, shown when all conditions hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Block {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) when: Vec<Condition>,
    /// Shown once for each record of this list.
    pub(crate) each: Option<String>,
    /// Only records for which all hold.
    #[serde(default)]
    pub(crate) records: Vec<Condition>,
    /// Shown only when the person said that this list is complete and it has no record for which `records` hold.
    pub(crate) none_of: Option<String>,
    /// Beside these answers `none_of` is not said but noted.
    #[serde(default)]
    pub(crate) doubts: Vec<Doubt>,
    /// Shown only where the other blocks say an answer, or only where none of them does.
    pub(crate) answered: Option<bool>,
    /// Free space above, beyond the usual.
    #[serde(default)]
    pub(crate) above: Length,
    pub(crate) show: Show,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Show {
    Paragraph(Paragraph),
    /// Lines with a mark before each.
    Items(Items),
    /// Pairs of label and answer.
    Fields(Fields),
    /// Rows that the caller gives.
    Table(GivenTable),
    Signature(Signature),
    /// A line of 100 mm, to see whether the printer scaled the page.
    CheckLine(CheckLine),
    PageBreak,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paragraph {
    #[serde(default)]
    pub(crate) style: Style,
    #[serde(default)]
    pub(crate) align: Align,
    /// What is done with a sentence of which an answer is missing.
    #[serde(default)]
    pub(crate) unanswered: Unanswered,
    /// Whether the person may put a text of their own in its place.
    #[serde(default)]
    pub(crate) editable: bool,
    pub(crate) sentences: Vec<Sentence>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unanswered {
    /// A line to write on.
    #[default]
    Blank,
    /// The sentence is left out where none of its answers is there; for one that is missing beside others a line stands, so
    /// that no answer is hidden.
    Skip,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Style {
    Title,
    Subtitle,
    Section,
    #[default]
    Body,
    Small,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sentence {
    pub(crate) words: Words,
    #[serde(default)]
    pub(crate) when: Vec<Condition>,
    pub(crate) unanswered: Option<Unanswered>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Items {
    #[serde(default)]
    pub(crate) mark: ItemMark,
    #[serde(default)]
    pub(crate) sentences: Vec<Sentence>,
    /// The name under which the caller gives further lines.
    pub(crate) given: Option<String>,
    /// Said instead when there is no line.
    pub(crate) empty: Option<Words>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ItemMark {
    #[default]
    Dash,
    /// A square to tick by hand.
    Square,
    /// Nothing, and no indent: plain lines.
    None,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fields {
    /// The width of the labels.
    pub(crate) labels: Length,
    pub(crate) rows: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub(crate) words: Words,
    /// The name of a slot.
    pub(crate) slot: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GivenTable {
    /// The name under which the caller gives the rows.
    pub(crate) given: String,
    pub(crate) columns: Vec<FlowColumn>,
    /// Said instead when there is no row.
    pub(crate) empty: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FlowColumn {
    /// A column of squares has none.
    pub(crate) words: Option<Words>,
    pub(crate) width: Length,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signature {
    /// Below the line for the signature.
    pub(crate) caption: Words,
    /// Below the line for the date.
    pub(crate) date: Words,
    /// Whether the day of the paper is printed on the line for the date.
    #[serde(default)]
    pub(crate) dated: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckLine {
    /// Beside the line.
    pub(crate) words: Words,
}
