//! What the window of a blank sends.

use serde::Deserialize;
use serde::Serialize;
use specta::Type;

/// A box as the window means it. Lengths are micrometres from the top left corner of the page as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct BlankBoxInput {
    /// Its id; none for a new one.
    pub id: Option<String>,
    /// The field in which it lies; page and place then do not count.
    pub field: Option<String>,
    /// The page, from 1.
    pub page: u32,
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// To the right.
    pub width: i32,
    /// Downwards.
    pub height: i32,
    /// The number on the form.
    pub item: Option<String>,
    /// What the blank calls it.
    pub label: Option<String>,
    /// The record of a list, from 1.
    pub record: Option<u32>,
    /// What is written there.
    pub fill: BoxFill,
}

/// What is written into a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BoxFill {
    /// An answer as text.
    Text {
        /// The answer, as `entity.fact`.
        fact: String,
        /// From one ruled line to the next, in micrometres, where the words stand on lines.
        pitch: Option<i32>,
    },
    /// An answer letter by letter.
    Comb {
        /// The answer.
        fact: String,
        /// How many cells there are.
        cells: u32,
    },
    /// A tick, if the answer is this one.
    Tick {
        /// The answer.
        fact: String,
        /// The option; `yes` or `no` for a yes-or-no answer.
        option: String,
    },
    /// A day or a part of it.
    Date {
        /// The answer.
        fact: String,
        /// Which part.
        part: DatePart,
    },
    /// One of the named states of a field.
    States {
        /// The answer.
        fact: String,
        /// Which option sets which state.
        states: Vec<BoxState>,
    },
    /// Lines that are no answer: `enclosures`, `office`.
    Lines {
        /// Their name.
        given: String,
    },
    /// The photo.
    Photo,
    /// The day beside the signature.
    SigningDate,
    /// Left to the pen.
    Pen,
    /// What only the file of boxes can say; kept as it is.
    Other,
}

/// An option and the state of a field that stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BoxState {
    /// The option.
    pub option: String,
    /// The state.
    pub state: String,
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DatePart {
    /// 14.03.1990
    Whole,
    /// 14
    Day,
    /// 03
    Month,
    /// The name of the month.
    MonthName,
    /// 1990
    Year,
}

/// What is called a blank, as the fields of the window hold it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
pub struct BlankTitleInput {
    /// What the person calls it.
    pub title: String,
    /// Its edition.
    pub edition: String,
}

/// What is printed of a blank.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlankPaperInput {
    /// The blank without answers, as it is looked at.
    Empty,
    /// The filled blank.
    Filled {
        /// Whether fields become ink.
        flat: bool,
    },
    /// The answers alone, for a blank of paper.
    TextOnly {
        /// Tenths of a millimetre to the right.
        right: i32,
        /// Tenths of a millimetre downwards.
        down: i32,
        /// What was measured on the test sheet.
        measured: Option<TestSheetInput>,
    },
    /// The test sheet.
    TestSheet,
    /// The answers in the order of the blank, to be copied by hand.
    CopySheet,
}

/// What was measured on the test sheet, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
pub struct TestSheetInput {
    /// From the left edge of the paper to the cross.
    pub left: i32,
    /// From the upper edge of the paper to the cross.
    pub top: i32,
    /// The length of the ruler across.
    pub across: i32,
    /// The length of the ruler down.
    pub down: i32,
}
