//! The office's blank in the window: its pages, its boxes, what may be written there. Lengths are micrometres from the
//! top left corner of the page as it is shown.

use serde::Serialize;
use specta::Type;

use super::BlankView;
use super::FactKind;
use super::OptionView;
use crate::wire_blank::BoxFill;

/// The blanks that the case keeps, and what can be written on them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BlanksView {
    /// The blanks, in the order in which they were chosen.
    pub blanks: Vec<KeptBlankView>,
    /// The data of the questionnaire, in its order.
    pub data: Vec<BlankDatumView>,
}

/// A blank that the case keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct KeptBlankView {
    /// Its digest: the key by which it is opened.
    pub digest: String,
    /// What the person calls it.
    pub title: String,
    /// `kk` or `ru`.
    pub language: String,
    /// How many boxes it has.
    pub boxes: u32,
}

/// One datum that can be written on a blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BlankDatumView {
    /// The fact, as `entity.fact`.
    pub fact: String,
    /// A short name.
    pub label: String,
    /// What it belongs to.
    pub group: String,
    /// What the answer looks like.
    pub kind: FactKind,
    /// Whether there may be several: then a box asks the first, the second, and so on.
    pub list: bool,
    /// What can be ticked: the options of a choice, or yes and no.
    pub options: Vec<OptionView>,
}

/// A blank that is open in the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OfficeBlankView {
    /// Its pages and fields.
    pub blank: BlankView,
    /// What the person calls it.
    pub title: String,
    /// Its edition, as the person typed it.
    pub edition: String,
    /// The language that it is printed in: `kk` or `ru`.
    pub language: String,
    /// Its boxes.
    pub boxes: Vec<BlankBoxView>,
    /// What is ruled on its pages: boxes snap to it.
    pub ruled: Vec<RuledPlaceView>,
    /// Guesses for its fields. The person decides.
    pub suggestions: Vec<FieldSuggestionView>,
}

/// A box of a blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BlankBoxView {
    /// Its id.
    pub id: String,
    /// The field in which it lies; then it has no place of its own.
    pub field: Option<String>,
    /// The page, from 1; 0 for a field.
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

/// A place that is ruled on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RuledPlaceView {
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
    /// What it seems to be.
    pub kind: RuledCode,
    /// How many cells a comb has.
    pub cells: Option<u32>,
}

/// What a ruled place seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RuledCode {
    /// A cell.
    Cell,
    /// Equal cells, one for each character.
    Comb,
    /// A square to tick.
    Square,
    /// A line to write on.
    Line,
}

/// A guess for a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FieldSuggestionView {
    /// The field.
    pub field: String,
    /// The guess.
    pub suggestion: BlankSuggestionView,
}

/// A guess of what a place is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BlankSuggestionView {
    /// The fact.
    pub fact: String,
    /// The words of the blank from which it was guessed.
    pub from: String,
}
