//! The papers: form layouts and answers to PDF.
//!
//! A [`Form`] is data (`assets/forms/<form>.toml`). [`render`] lays the person's
//! answers over it and returns the finished [`Paper`]: the bytes, where every value
//! was placed, and notes about the language of free texts. Nothing here reads the
//! clock, the file system or the system's fonts: the same input gives the same bytes.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )
)]

mod blank;
mod copy_sheet;
mod error;
mod facts;
mod flow;
mod form;
mod ink;
mod language;
mod length;
mod letters;
mod number;
mod paper;
mod photo;
mod place;
mod say;

pub use blank::{
    Alignment, Amount, Blank, BlankBoxes, BlankEdition, BlankError, BlankField, BlankKind,
    BlankPage, BoxFlaw, BoxSummary, FactNames, FieldKind, FieldOption, FieldSpot, Manner, Measured,
    PlainBox, PlainDatePart, PlainFill, PlainOption, PlainPlace, RuledKind, RuledPlace,
    SheetLanguage, Suggestion, Turn, calibration_sheet, fill_blank,
};
pub use copy_sheet::{CopyOrder, copy_sheet};
pub use error::{Flaw, PaperError, PhotoFlaw};
pub use facts::{FactPath, FormFacts, FormValue, FormWords, NoFacts};
pub use flow::{ComposedText, Composition, FlowFilling, FlowPaper, compose, print};
pub use form::{BoxView, Form, Standing};
pub use language::{FormLanguage, Words};
pub use length::{Area, Length};
pub use paper::{
    Filling, LanguageNote, LeftOut, NoteKind, Paper, Placed, PlacedKind, language_notes, render,
};
pub use photo::{
    Crop, CutPhoto, Jpeg, LEAST_HEIGHT, LEAST_WIDTH, MOST_HEIGHT, MOST_PICTURE_BYTES, MOST_PIXELS,
    MOST_WIDTH, MeasureStanding, PhotoGuide, PhotoGuides, PhotoLayout, PhotoMeasure, PictureFacts,
    PictureKind, Preview, QUALITY, SHEET_HEIGHT, SHEET_WIDTH, cut_photo, inspect_picture,
    photo_sheet_jpeg, photo_sheet_pdf, preview_picture,
};
