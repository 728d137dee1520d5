//! What can go wrong with a paper.

use serde::{Deserialize, Serialize};
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
        /// The box by its label; by its id where it has none.
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
    #[error("the photo cannot be used: {0}")]
    Photo(#[from] PhotoFlaw),
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PhotoFlaw {
    /// Not a JPEG.
    #[error("it is not a JPEG")]
    NotJpeg,
    /// A picture that cannot be found or is empty.
    #[error("the file holds no picture")]
    NoPicture,
    /// Neither grey nor colour as screens have it (for example CMYK).
    #[error("its colours are not those of a screen")]
    Colours,
    /// The format in which telephones of Apple keep pictures.
    #[error("it is a HEIC file; save it as JPEG, PNG or WebP")]
    Heic,
    /// Neither JPEG nor PNG nor WebP.
    #[error("it is neither JPEG nor PNG nor WebP")]
    UnknownFormat,
    /// A kind of JPEG, PNG or WebP that is not read.
    #[error("it is of a kind of JPEG, PNG or WebP that is not read")]
    Unsupported,
    /// The file holds something that its format does not allow.
    #[error("the file is damaged")]
    Damaged,
    /// The end of the file is missing.
    #[error("the end of the file is missing")]
    CutOff,
    /// The file is larger than any photo.
    #[error("the file has more than {most} bytes")]
    TooManyBytes {
        /// The most bytes.
        most: u64,
    },
    /// The picture has more pixels than any photo.
    #[error("it has {width} × {height} pixels, more than {most} in all")]
    TooManyPixels {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// The most pixels in all.
        most: u64,
    },
    /// Decoding needs more memory than is allowed.
    #[error("it needs too much memory")]
    TooMuchMemory,
    /// The chosen part leaves the picture.
    #[error("the part leaves the picture of {width} × {height} pixels")]
    CropOutside {
        /// Pixels of the picture across.
        width: u32,
        /// Pixels of the picture down.
        height: u32,
    },
    /// The chosen part is not exactly 35:45.
    #[error("the part is not exactly 35:45; {width} × {height} pixels would be")]
    CropShape {
        /// The largest right width within it.
        width: u32,
        /// The height that belongs to it.
        height: u32,
    },
    /// The chosen part has too few pixels.
    #[error("the part has {width} × {height} pixels, fewer than {least_width} × {least_height}")]
    TooSmall {
        /// Its pixels across.
        width: u32,
        /// Its pixels down.
        height: u32,
        /// The fewest across.
        least_width: u32,
        /// The fewest down.
        least_height: u32,
    },
}

impl PhotoFlaw {
    /// The stable code of the error; its words are in the interface's locales.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotJpeg => "paper.photo_not_jpeg",
            Self::NoPicture => "paper.photo_no_picture",
            Self::Colours => "paper.photo_colours",
            Self::Heic => "paper.photo_heic",
            Self::UnknownFormat => "paper.photo_unknown_format",
            Self::Unsupported => "paper.photo_unsupported",
            Self::Damaged => "paper.photo_damaged",
            Self::CutOff => "paper.photo_cut_off",
            Self::TooManyBytes { .. } => "paper.photo_too_many_bytes",
            Self::TooManyPixels { .. } => "paper.photo_too_many_pixels",
            Self::TooMuchMemory => "paper.photo_too_much_memory",
            Self::CropOutside { .. } => "paper.photo_crop_outside",
            Self::CropShape { .. } => "paper.photo_crop_shape",
            Self::TooSmall { .. } => "paper.photo_too_small",
        }
    }

    /// The arguments of the error's words.
    pub fn arguments(self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotJpeg
            | Self::NoPicture
            | Self::Colours
            | Self::Heic
            | Self::UnknownFormat
            | Self::Unsupported
            | Self::Damaged
            | Self::CutOff
            | Self::TooMuchMemory => Vec::new(),
            Self::TooManyBytes { most } => vec![("most", (most / 1024 / 1024).to_string())],
            Self::TooManyPixels {
                width,
                height,
                most,
            } => vec![
                ("width", width.to_string()),
                ("height", height.to_string()),
                ("most", (most / 1_000_000).to_string()),
            ],
            Self::CropOutside { width, height } | Self::CropShape { width, height } => {
                vec![("width", width.to_string()), ("height", height.to_string())]
            }
            Self::TooSmall {
                width,
                height,
                least_width,
                least_height,
            } => vec![
                ("width", width.to_string()),
                ("height", height.to_string()),
                ("least_width", least_width.to_string()),
                ("least_height", least_height.to_string()),
            ],
        }
    }
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
            Self::Photo(flaw) => flaw.code(),
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
            Self::Photo(flaw) => flaw.arguments(),
            Self::Font(font) => vec![("font", (*font).to_owned())],
            Self::Unwritable(message) => vec![("message", message.clone())],
            Self::Blank(error) => error.arguments(),
        }
    }
}
