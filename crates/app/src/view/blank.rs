//! A blank of an office, as it is looked at. Lengths are micrometres from the top left corner of
//! the page as it is shown.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

/// A blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BlankView {
    /// What kind of file it is.
    pub kind: BlankKindCode,
    /// SHA-256 of the file, in hexadecimal digits: its boxes name it.
    pub digest: String,
    /// Its pages.
    pub pages: Vec<BlankPageView>,
    /// Its fields; none for flat files and scans.
    pub fields: Vec<BlankFieldView>,
}

/// What kind of file a blank is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlankKindCode {
    /// A PDF with fields.
    Fillable,
    /// A PDF without fields.
    Flat,
    /// Pictures of pages.
    Scan,
}

/// A page of a blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BlankPageView {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// By how many degrees, clockwise, the file turns it.
    pub turned: i32,
    /// How far the shown part lies from the left of the file's page.
    pub offset_x: i32,
    /// How far it lies from the bottom.
    pub offset_y: i32,
    /// The file does not say how large the paper is, so A4 was taken.
    pub size_assumed: bool,
}

/// A field of a fillable blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BlankFieldView {
    /// Its full name.
    pub name: String,
    /// What it takes.
    pub kind: BlankFieldCode,
    /// Where it lies.
    pub places: Vec<BlankPlaceView>,
    /// The most characters that it takes.
    pub most_characters: Option<u32>,
    /// Each character has a cell of its own.
    pub comb: bool,
    /// It takes several lines.
    pub multiline: bool,
    /// The office does not let it be changed.
    pub read_only: bool,
    /// The office asks for it.
    pub required: bool,
    /// What a list shows.
    pub options: Vec<String>,
    /// What the file says about it.
    pub hint: Option<String>,
    /// It has a value already.
    pub filled: bool,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlankFieldCode {
    /// Text.
    Text,
    /// A tick.
    CheckBox,
    /// One of several ticks.
    Radio,
    /// One of a list, or any text.
    EditableList,
    /// One of a list.
    List,
    /// Something to press.
    Button,
    /// An electronic signature.
    Signature,
}

/// A place of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BlankPlaceView {
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
    /// For ticks: the state in which this place is ticked.
    pub state: Option<String>,
}
