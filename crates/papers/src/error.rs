//! What can go wrong with a paper.

use thiserror::Error;

use crate::blank::BlankError;

/// Why a form could not be read or a paper not be printed. Never holds an answer, save the
/// one character that no bundled font has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PaperError {
    /// The form's file is not the TOML that a form is.
    #[error("form {form}: {message}")]
    Malformed {
        /// Name of the form's file.
        form: String,
        /// What the reader says, with the line.
        message: String,
    },
    /// The form's file reads, but its layout cannot be right.
    #[error("form {form}, box {place}: {flaw:?}")]
    Flawed {
        /// Name of the form's file.
        form: String,
        /// The box.
        place: String,
        /// What is wrong.
        flaw: Flaw,
    },
    /// The bundled font has no glyph for a character.
    #[error("box {place}: no glyph for {character:?}")]
    MissingGlyph {
        /// The box (and column) whose text holds it.
        place: String,
        /// The character.
        character: char,
    },
    /// A text neither fits its box nor may go on to another sheet.
    #[error("box {place}: the text does not fit")]
    DoesNotFit {
        /// The box (and column).
        place: String,
    },
    /// The caller has no word for a country or an option.
    #[error("box {place}: no word for {key}")]
    NoWord {
        /// The box (and column).
        place: String,
        /// Country code, or fact and option.
        key: String,
    },
    /// An answer is of a kind that the box cannot print.
    #[error("box {place}: {fact} is of the wrong kind")]
    WrongKind {
        /// The box.
        place: String,
        /// The fact.
        fact: String,
    },
    /// A choice was answered with an option that the box does not offer.
    #[error("box {place}: no tick for {option}")]
    UnknownOption {
        /// The box.
        place: String,
        /// The option.
        option: String,
    },
    /// The paper is not printed in the language.
    #[error("paper {paper} is not printed in {language}")]
    NoSuchLanguage {
        /// The paper.
        paper: String,
        /// The language's code.
        language: &'static str,
    },
    /// The photo cannot be used.
    #[error("the photo cannot be used: {0:?}")]
    Photo(PhotoFlaw),
    /// A bundled font cannot be read or subset.
    #[error("the font {0} cannot be used")]
    Font(&'static str),
    /// The document could not be written.
    #[error("the document could not be written: {0}")]
    Unwritable(String),
    /// Somebody else's blank, or its boxes, cannot be used.
    #[error(transparent)]
    Blank(#[from] BlankError),
}

/// What is wrong in a form's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Two boxes have the same id.
    DuplicateId,
    /// The box leaves the part of the page that every printer can print.
    OutsidePage,
    /// The box lies over another one.
    Overlaps,
    /// The box is on a page that the form does not have.
    NoSuchPage,
    /// The columns of the table are not as wide as the box.
    ColumnWidths,
    /// The box asks facts of an entity that its table does not list.
    ForeignFact,
    /// The answer may go on to another sheet, but has no number to refer to.
    NoItem,
    /// A text of the form itself is too long for its place.
    LabelTooLong,
    /// Twelve months are needed.
    Months,
    /// Only the boxes of somebody else's blank have this.
    OnlyInBlanks,
    /// A text names a slot that the file does not have.
    NoSuchSlot,
    /// A text is missing in a language that the paper offers.
    NoWords,
}

/// What is wrong with a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoFlaw {
    /// Not a JPEG.
    NotJpeg,
    /// A JPEG whose picture cannot be found or is empty.
    NoPicture,
    /// Neither grey nor colour as screens have it (for example CMYK).
    Colours,
}

impl PaperError {
    /// The stable code of the error; its words are in the interface's locales.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "paper.form_malformed",
            Self::Flawed { .. } => "paper.form_flawed",
            Self::MissingGlyph { .. } => "paper.missing_glyph",
            Self::DoesNotFit { .. } => "paper.does_not_fit",
            Self::NoWord { .. } => "paper.no_word",
            Self::WrongKind { .. } => "paper.wrong_kind",
            Self::UnknownOption { .. } => "paper.unknown_option",
            Self::NoSuchLanguage { .. } => "paper.no_such_language",
            Self::Photo(PhotoFlaw::NotJpeg) => "paper.photo_not_jpeg",
            Self::Photo(PhotoFlaw::NoPicture) => "paper.photo_no_picture",
            Self::Photo(PhotoFlaw::Colours) => "paper.photo_colours",
            Self::Font(_) => "paper.font",
            Self::Unwritable(_) => "paper.unwritable",
            Self::Blank(error) => error.code(),
        }
    }

    /// The arguments of the error's words.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Malformed { form, message } => {
                vec![("form", form.clone()), ("message", message.clone())]
            }
            Self::Flawed { form, place, flaw } => vec![
                ("form", form.clone()),
                ("place", place.clone()),
                ("flaw", format!("{flaw:?}")),
            ],
            Self::MissingGlyph { place, character } => vec![
                ("place", place.clone()),
                ("character", character.to_string()),
            ],
            Self::DoesNotFit { place } => vec![("place", place.clone())],
            Self::NoWord { place, key } => vec![("place", place.clone()), ("key", key.clone())],
            Self::WrongKind { place, fact } => {
                vec![("place", place.clone()), ("fact", fact.clone())]
            }
            Self::UnknownOption { place, option } => {
                vec![("place", place.clone()), ("option", option.clone())]
            }
            Self::NoSuchLanguage { paper, language } => vec![
                ("paper", paper.clone()),
                ("language", (*language).to_owned()),
            ],
            Self::Photo(_) => Vec::new(),
            Self::Font(font) => vec![("font", (*font).to_owned())],
            Self::Unwritable(message) => vec![("message", message.clone())],
            Self::Blank(error) => error.arguments(),
        }
    }
}
