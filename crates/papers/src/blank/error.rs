//! What can go wrong with somebody else's blank and with the file of its boxes.

use thiserror::Error;

/// Why a blank cannot be read or filled. Holds names of fields and boxes, never an answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BlankError {
    /// Neither a PDF nor a JPEG nor a PNG.
    #[error("neither a PDF nor a JPEG nor a PNG")]
    UnknownKind,
    /// Several files, and not each of them is a picture.
    #[error("several files make one blank only when each is a picture of one page")]
    MixedFiles,
    /// The file holds more than is read.
    #[error("the file holds more than is read: {what:?}, at most {most}")]
    TooMuch {
        /// What there is too much of.
        what: Amount,
        /// The most that is read; bytes for sizes.
        most: usize,
    },
    /// The file cannot be read as what it seems to be.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// A picture in the colours of a printing house (CMYK): only those of a screen and greys are read.
    #[error("the picture is in the colours of a printing house")]
    Colours,
    /// Moved like this, answers would not lie where the blank wants them, or leave the paper.
    #[error("the answers would be printed beside their places or beside the paper")]
    ShiftedAway,
    /// The PDF asks for a password, or forbids changes by one.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// The PDF is signed: filling would break the signature.
    #[error("the PDF is signed")]
    Signed,
    /// The PDF is a form that only Adobe's programs show.
    #[error("the PDF is an XFA form without ordinary fields")]
    XfaOnly,
    /// The file of boxes cannot be read.
    #[error("line {line}, box {place}: {message}")]
    BoxFile {
        /// The line, from 1.
        line: usize,
        /// The box, as far as it is known.
        place: String,
        /// What the reader says.
        message: String,
    },
    /// A box that cannot be right.
    #[error("line {line}, box {place}: {flaw:?}")]
    BoxFlaw {
        /// The line of the file of boxes, from 1; 0 for a box that is in no file.
        line: usize,
        /// The box.
        place: String,
        /// What is wrong.
        flaw: BoxFlaw,
    },
    /// A box asks for an answer that no question gives.
    #[error("line {line}, box {place}: nothing asks for {fact}")]
    UnknownFact {
        /// The line of the file of boxes, from 1; 0 for a box that is in no file.
        line: usize,
        /// The box.
        place: String,
        /// The fact.
        fact: String,
    },
    /// The file of boxes belongs to another blank.
    #[error("these boxes belong to another blank: {title}")]
    OtherBlank {
        /// The title of the blank that they belong to.
        title: String,
    },
    /// The blank is in the other language.
    #[error("the blank is in {language}")]
    OtherLanguage {
        /// The code of the blank's language.
        language: &'static str,
    },
    /// A box of a blank that cannot be filled: its field has no such state.
    #[error("box {place}: the field {field} has no state {state}")]
    NoState {
        /// The box.
        place: String,
        /// The field.
        field: String,
        /// The state.
        state: String,
    },
}

/// What a file can hold too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Bytes of the file.
    Bytes,
    /// Bytes of a part of the file, unpacked.
    Unpacked,
    /// Pages.
    Pages,
    /// Objects of a PDF.
    Objects,
    /// Fields of a PDF.
    Fields,
    /// Points of a picture.
    Pixels,
    /// Boxes in a file of boxes.
    Boxes,
}

/// What is wrong with a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxFlaw {
    /// Two boxes have the same id.
    DuplicateId,
    /// The id is empty or holds something else than small Latin letters, digits, `_` and `-`.
    BadId,
    /// There is neither a place nor a field.
    NoPlace,
    /// The blank has no such page.
    NoSuchPage,
    /// The box leaves the page.
    OutsidePage,
    /// The box lies over another one.
    Overlaps,
    /// The blank has no such field.
    NoSuchField,
    /// Two boxes fill the same field.
    FieldTwice,
    /// The field is of another kind than the box.
    WrongField,
    /// Only the own layout draws this.
    OnlyInOwnLayout,
    /// The columns of the table are not as wide as the box.
    ColumnWidths,
    /// The box asks facts of another entity than its table's.
    ForeignFact,
    /// A comb without cells, or a table without height of row.
    NoRoom,
}

impl BoxFlaw {
    /// Every flaw, for the words of the errors.
    pub const ALL: [Self; 13] = [
        Self::DuplicateId,
        Self::BadId,
        Self::NoPlace,
        Self::NoSuchPage,
        Self::OutsidePage,
        Self::Overlaps,
        Self::NoSuchField,
        Self::FieldTwice,
        Self::WrongField,
        Self::OnlyInOwnLayout,
        Self::ColumnWidths,
        Self::ForeignFact,
        Self::NoRoom,
    ];

    /// The stable code of the error: each flaw has words of its own.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::DuplicateId => "blank.flaw.duplicate_id",
            Self::BadId => "blank.flaw.bad_id",
            Self::NoPlace => "blank.flaw.no_place",
            Self::NoSuchPage => "blank.flaw.no_such_page",
            Self::OutsidePage => "blank.flaw.outside_page",
            Self::Overlaps => "blank.flaw.overlaps",
            Self::NoSuchField => "blank.flaw.no_such_field",
            Self::FieldTwice => "blank.flaw.field_twice",
            Self::WrongField => "blank.flaw.wrong_field",
            Self::OnlyInOwnLayout => "blank.flaw.only_in_own_layout",
            Self::ColumnWidths => "blank.flaw.column_widths",
            Self::ForeignFact => "blank.flaw.foreign_fact",
            Self::NoRoom => "blank.flaw.no_room",
        }
    }
}

impl BlankError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKind => "blank.unknown_kind",
            Self::MixedFiles => "blank.mixed_files",
            Self::TooMuch { .. } => "blank.too_much",
            Self::Damaged(_) => "blank.damaged",
            Self::Colours => "blank.colours",
            Self::ShiftedAway => "blank.shifted_away",
            Self::Encrypted => "blank.encrypted",
            Self::Signed => "blank.signed",
            Self::XfaOnly => "blank.xfa_only",
            Self::BoxFile { place, .. } if place.is_empty() => "blank.box_file_line",
            Self::BoxFile { .. } => "blank.box_file",
            Self::BoxFlaw { flaw, .. } => flaw.code(),
            Self::UnknownFact { .. } => "blank.unknown_fact",
            Self::OtherBlank { .. } => "blank.other_blank",
            Self::OtherLanguage { .. } => "blank.other_language",
            Self::NoState { .. } => "blank.no_state",
        }
    }

    /// The arguments of the error's words.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownKind
            | Self::MixedFiles
            | Self::Colours
            | Self::ShiftedAway
            | Self::Encrypted
            | Self::Signed
            | Self::XfaOnly => Vec::new(),
            Self::TooMuch { what, most } => {
                vec![("what", format!("{what:?}")), ("most", most.to_string())]
            }
            Self::Damaged(message) => vec![("message", message.clone())],
            Self::BoxFile {
                line,
                place,
                message,
            } => vec![
                ("line", line.to_string()),
                ("place", place.clone()),
                ("message", message.clone()),
            ],
            Self::BoxFlaw { line, place, flaw } => vec![
                ("line", line.to_string()),
                ("place", place.clone()),
                // The window has its own words for a box that was just placed.
                ("flaw", format!("{flaw:?}")),
            ],
            Self::UnknownFact { line, place, fact } => vec![
                ("line", line.to_string()),
                ("place", place.clone()),
                ("fact", fact.clone()),
            ],
            Self::OtherBlank { title } => vec![("title", title.clone())],
            Self::OtherLanguage { language } => vec![("language", (*language).to_owned())],
            Self::NoState {
                place,
                field,
                state,
            } => vec![
                ("place", place.clone()),
                ("field", field.clone()),
                ("state", state.clone()),
            ],
        }
    }
}
