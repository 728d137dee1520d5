//! The boxes of a form.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::part::{Condition, Doubt, Part, Say};
use crate::facts::FactPath;
use crate::language::Words;
use crate::length::{Area, Length};

/// A box: a place on a page and what fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormBox {
    pub(crate) id: String,
    /// From 1. A box that is a field of a fillable blank needs none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) page: usize,
    /// `[x, y, width, height]` in millimetres from the top left corner. A box that is a field
    /// of a fillable blank lies where the field does.
    #[serde(default, skip_serializing_if = "is_nowhere")]
    pub(crate) at: Area,
    /// The name of the field of a fillable blank; never in a form of our own layout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) field: Option<String>,
    /// The record of a list that the box asks about, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) record: Option<usize>,
    /// The number on the form; continuation sheets refer to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) item: Option<String>,
    /// Boxes that belong to the item of an earlier box print no number of their own.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub(crate) item_shown: bool,
    /// A text in one language stands for both: a blank is in one language.
    #[serde(
        default,
        deserialize_with = "label",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) label: Option<Words>,
    /// How many lines the label may take; the answer starts below them.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub(crate) label_lines: i64,
    #[serde(default, skip_serializing_if = "is_box")]
    pub(crate) frame: Frame,
    pub(crate) fill: Fill,
}

/// A label as a plain text or in several languages.
fn label<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Words>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Label {
        One(String),
        Several(Words),
    }
    Ok(
        Option::<Label>::deserialize(from)?.map(|label| match label {
            Label::One(text) => Words {
                kk: text.clone(),
                ru: text,
                en: None,
            },
            Label::Several(words) => words,
        }),
    )
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde gives the value by reference"
)]
mod usual {
    use super::{Area, Frame};

    pub(super) fn is_zero(page: &usize) -> bool {
        *page == 0
    }
    pub(super) fn is_nowhere(at: &Area) -> bool {
        *at == Area::default()
    }
    pub(super) fn is_yes(value: &bool) -> bool {
        *value
    }
    pub(super) fn is_no(value: &bool) -> bool {
        !*value
    }
    pub(super) fn is_one(value: &i64) -> bool {
        *value == 1
    }
    pub(super) fn is_box(frame: &Frame) -> bool {
        *frame == Frame::Box || *frame == Frame::Printed
    }
    pub(super) fn is_comma(text: &str) -> bool {
        text == ", "
    }
}
use usual::{is_box, is_comma, is_no, is_nowhere, is_one, is_yes, is_zero};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Frame {
    #[default]
    Box,
    /// A line below, the label under the line.
    Line,
    None,
    /// The paper bears its frame and label already: nothing but the answer is drawn.
    #[serde(skip)]
    Printed,
}

/// What fills a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fill {
    Text(TextFill),
    Comb(CombFill),
    Choice(ChoiceFill),
    Table(TableFill),
    /// Lines that the caller gives.
    Lines(LinesFill),
    Static(StaticFill),
    /// One square, ticked when all of its conditions hold.
    Tick(TickFill),
    /// A field with named states, one of which is set: radio buttons, check boxes, lists.
    States(StatesFill),
    /// A day, or a part of it.
    Date(DateFill),
    Photo,
    SigningDate,
    /// Left to the pen.
    Blank,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextFill {
    pub(crate) parts: Vec<Part>,
    #[serde(default = "comma", skip_serializing_if = "is_comma")]
    pub(crate) join: String,
    /// The script the answers are to be in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) script: Option<Script>,
    /// Names are not free text: their language is never noted.
    #[serde(default, skip_serializing_if = "is_no")]
    pub(crate) names: bool,
    /// Whether a text that does not fit may go on to a continuation sheet.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub(crate) continues: bool,
    /// From one ruled line of the paper to the next; the words then stand on the lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pitch: Option<Length>,
    /// The most characters that the field takes; what is longer goes on to another sheet.
    #[serde(skip)]
    pub(crate) most: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TickFill {
    pub(crate) when: Vec<Condition>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatesFill {
    pub(crate) fact: FactPath,
    /// Option, and the name of its state in the field; `yes` and `no` for a yes-or-no fact.
    pub(crate) states: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DateFill {
    pub(crate) fact: FactPath,
    #[serde(default, skip_serializing_if = "DatePart::is_whole")]
    pub(crate) part: DatePart,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DatePart {
    /// 14.03.1990
    #[default]
    Whole,
    /// 14
    Day,
    /// 03
    Month,
    /// As dates need it: наурыз, марта.
    MonthName,
    /// 1990
    Year,
}

impl DatePart {
    #[allow(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde gives the value by reference"
    )]
    fn is_whole(&self) -> bool {
        *self == Self::Whole
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Script {
    Cyrillic,
    Latin,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CombFill {
    pub(crate) fact: FactPath,
    pub(crate) cells: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceFill {
    pub(crate) fact: FactPath,
    pub(crate) options: Vec<ChoiceOption>,
    /// Options for which no box is ticked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) unticked: Vec<String>,
}

/// `yes` and `no` are the options of a yes-or-no fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceOption {
    pub(crate) id: String,
    /// Other answers that tick this box as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) also: Vec<String>,
    pub(crate) words: Words,
}

impl ChoiceOption {
    /// Whether an answer ticks this box.
    pub(crate) fn is_ticked_by(&self, answer: &str) -> bool {
        self.id == answer || self.also.iter().any(|also| also == answer)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableFill {
    pub(crate) entity: String,
    /// Only records for which all hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) records: Vec<Condition>,
    /// Height of the row of headings.
    pub(crate) head: Length,
    /// Least height of a row.
    pub(crate) row: Length,
    /// Print "none" when the list is complete and has no record.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub(crate) says_none: bool,
    /// Beside these answers "none" is not printed but noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) doubts: Vec<Doubt>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub(crate) continues: bool,
    pub(crate) columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Column {
    pub(crate) id: String,
    pub(crate) words: Words,
    pub(crate) width: Length,
    pub(crate) parts: Vec<Part>,
    #[serde(default = "comma", skip_serializing_if = "is_comma")]
    pub(crate) join: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) script: Option<Script>,
    #[serde(default, skip_serializing_if = "is_no")]
    pub(crate) names: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinesFill {
    /// The name under which the caller gives them.
    pub(crate) given: String,
    /// Whether each line is numbered.
    #[serde(default, skip_serializing_if = "is_no")]
    pub(crate) numbered: bool,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub(crate) continues: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StaticFill {
    #[serde(default)]
    pub(crate) align: Align,
    pub(crate) kk: Vec<Paragraph>,
    pub(crate) ru: Vec<Paragraph>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Align {
    #[default]
    Left,
    Centre,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paragraph {
    pub(crate) style: ParagraphStyle,
    pub(crate) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
            Fill::Tick(tick) => tick.when.iter().flat_map(Condition::facts).collect(),
            Fill::States(states) => vec![&states.fact],
            Fill::Date(date) => vec![&date.fact],
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
            Fill::Choice(_)
            | Fill::Static(_)
            | Fill::Tick(_)
            | Fill::States(_)
            | Fill::Date(_)
            | Fill::Photo
            | Fill::SigningDate
            | Fill::Blank => false,
        }
    }
}

impl TableFill {
    pub(crate) fn facts(&self) -> impl Iterator<Item = &FactPath> {
        self.records.iter().flat_map(Condition::facts).chain(
            self.columns
                .iter()
                .flat_map(|column| column.parts.iter().flat_map(Part::facts)),
        )
    }

    /// The facts that a row says and by which the records are chosen. A condition of a column may ask about the person
    /// too: whether a brother is the elder one.
    pub(crate) fn of_its_rows(&self) -> impl Iterator<Item = &FactPath> {
        let said = self.columns.iter().flat_map(|column| {
            column.parts.iter().filter_map(|part| match &part.say {
                Say::Fact(fact) => Some(fact),
                Say::Words(_) => None,
            })
        });
        self.records
            .iter()
            .map(|condition| &condition.fact)
            .chain(said)
    }
}
