//! The boxes of a form.

use serde::Deserialize;

use super::part::{Condition, Part};
use crate::facts::FactPath;
use crate::language::Words;
use crate::length::{Area, Length};

/// A box: a place on a page and what fills it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormBox {
    pub(crate) id: String,
    /// From 1.
    pub(crate) page: usize,
    /// `[x, y, width, height]` in millimetres from the top left corner.
    pub(crate) at: Area,
    /// The number on the form; continuation sheets refer to it.
    pub(crate) item: Option<String>,
    /// Boxes that belong to the item of an earlier box print no number of their own.
    #[serde(default = "yes")]
    pub(crate) item_shown: bool,
    pub(crate) label: Option<Words>,
    /// How many lines the label may take; the answer starts below them.
    #[serde(default = "one")]
    pub(crate) label_lines: i64,
    #[serde(default)]
    pub(crate) frame: Frame,
    pub(crate) fill: Fill,
}

fn one() -> i64 {
    1
}

fn yes() -> bool {
    true
}

fn comma() -> String {
    ", ".to_owned()
}

/// The rules drawn around a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Frame {
    #[default]
    Box,
    /// A line below, the label under the line.
    Line,
    None,
}

/// What fills a box.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fill {
    Text(TextFill),
    Comb(CombFill),
    Choice(ChoiceFill),
    Table(TableFill),
    /// Lines that the caller gives.
    Lines(LinesFill),
    Static(StaticFill),
    Photo,
    SigningDate,
    /// Left to the pen.
    Blank,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextFill {
    pub(crate) parts: Vec<Part>,
    #[serde(default = "comma")]
    pub(crate) join: String,
    /// The script the answers are to be in.
    pub(crate) script: Option<Script>,
    /// Names are not free text: their language is never noted.
    #[serde(default)]
    pub(crate) names: bool,
    /// Whether a text that does not fit may go on to a continuation sheet.
    #[serde(default = "yes")]
    pub(crate) continues: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Script {
    Cyrillic,
    Latin,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CombFill {
    pub(crate) fact: FactPath,
    pub(crate) cells: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceFill {
    pub(crate) fact: FactPath,
    pub(crate) options: Vec<ChoiceOption>,
    /// Options for which no box is ticked.
    #[serde(default)]
    pub(crate) unticked: Vec<String>,
}

/// `yes` and `no` are the options of a yes-or-no fact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceOption {
    pub(crate) id: String,
    pub(crate) words: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableFill {
    pub(crate) entity: String,
    /// Only records for which all hold.
    #[serde(default)]
    pub(crate) records: Vec<Condition>,
    /// Height of the row of headings.
    pub(crate) head: Length,
    /// Least height of a row.
    pub(crate) row: Length,
    /// Print "none" when the list is complete and has no record.
    #[serde(default = "yes")]
    pub(crate) says_none: bool,
    #[serde(default = "yes")]
    pub(crate) continues: bool,
    pub(crate) columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Column {
    pub(crate) id: String,
    pub(crate) words: Words,
    pub(crate) width: Length,
    pub(crate) parts: Vec<Part>,
    #[serde(default = "comma")]
    pub(crate) join: String,
    pub(crate) script: Option<Script>,
    #[serde(default)]
    pub(crate) names: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinesFill {
    /// The name under which the caller gives them.
    pub(crate) given: String,
    /// Whether each line is numbered.
    #[serde(default)]
    pub(crate) numbered: bool,
    #[serde(default = "yes")]
    pub(crate) continues: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StaticFill {
    #[serde(default)]
    pub(crate) align: Align,
    pub(crate) kk: Vec<Paragraph>,
    pub(crate) ru: Vec<Paragraph>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Align {
    #[default]
    Left,
    Centre,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paragraph {
    pub(crate) style: ParagraphStyle,
    pub(crate) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ParagraphStyle {
    Title,
    Subtitle,
    Section,
    Body,
}

impl FormBox {
    /// Every fact that the box asks.
    pub(crate) fn facts(&self) -> Vec<&FactPath> {
        match &self.fill {
            Fill::Text(text) => text.parts.iter().flat_map(Part::facts).collect(),
            Fill::Comb(comb) => vec![&comb.fact],
            Fill::Choice(choice) => vec![&choice.fact],
            Fill::Table(table) => table.facts().collect(),
            Fill::Lines(_) | Fill::Static(_) | Fill::Photo | Fill::SigningDate | Fill::Blank => {
                Vec::new()
            }
        }
    }
}

impl FormBox {
    /// Whether its answer may go on to a continuation sheet.
    pub(crate) fn continues(&self) -> bool {
        match &self.fill {
            Fill::Text(text) => text.continues,
            Fill::Table(table) => table.continues,
            Fill::Lines(lines) => lines.continues,
            Fill::Comb(_) => true,
            Fill::Choice(_) | Fill::Static(_) | Fill::Photo | Fill::SigningDate | Fill::Blank => {
                false
            }
        }
    }
}

impl TableFill {
    pub(crate) fn facts(&self) -> impl Iterator<Item = &FactPath> {
        self.records.iter().map(|condition| &condition.fact).chain(
            self.columns
                .iter()
                .flat_map(|column| column.parts.iter().flat_map(Part::facts)),
        )
    }
}
