//! A finished paper, and the one function that makes it.

use std::fmt;

use chrono::NaiveDate;

use crate::error::PaperError;
use crate::facts::{FormFacts, FormWords};
use crate::form::Form;
use crate::ink::{self, Imprint};
use crate::language::FormLanguage;
use crate::length::Area;
use crate::letters::Faces;
use crate::photo::Jpeg;
use crate::place;

/// What a form is filled with.
#[derive(Clone, Copy)]
pub struct Filling<'a> {
    /// The answers.
    pub facts: &'a dyn FormFacts,
    /// The names of countries and options.
    pub words: &'a dyn FormWords,
    /// The photo, if it is to be printed; else its box stays free for a glued one.
    pub photo: Option<&'a Jpeg>,
    /// The day that stands beside the signature and in the document's metadata.
    pub on: NaiveDate,
}

/// A finished paper. Its `Debug` says only sizes: it holds personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// The document.
    pub pdf: Vec<u8>,
    /// Pages, continuation sheets included.
    pub pages: usize,
    /// What was printed where: answers, ticks, the photo, references to other sheets.
    pub placed: Vec<Placed>,
    /// Answers that seem to be in the other language or script.
    pub notes: Vec<LanguageNote>,
    /// Lists of which the paper has boxes for some records only.
    pub left_out: Vec<LeftOut>,
}

impl fmt::Debug for Paper {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "Paper({} pages, {} bytes, {} placed, {} notes)",
            self.pages,
            self.pdf.len(),
            self.placed.len(),
            self.notes.len()
        )
    }
}

/// Something filled in. Its `Debug` does not say the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Placed {
    /// The box; for tables with the column and the record, counted from 1:
    /// `relatives.name.3`; for combs with the cell.
    pub place: String,
    /// The page, from 1.
    pub page: usize,
    /// The place reserved for it: all of the text lies inside, and nothing else does.
    pub area: Area,
    /// The text, as printed; empty for ticks and the photo.
    pub text: String,
    /// What it is.
    pub kind: PlacedKind,
}

impl fmt::Debug for Placed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "Placed({}, page {}, {:?})",
            self.place, self.page, self.kind
        )
    }
}

/// Records of a list for which somebody else's blank has no box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The list.
    pub entity: String,
    /// How many of its records are not on the paper.
    pub records: usize,
}

/// What was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlacedKind {
    /// An answer, or a part of it on one page.
    Text,
    /// "None", because the person said that the list is complete.
    None,
    /// A ticked square.
    Tick,
    /// The photo.
    Photo,
    /// A reference to a continuation sheet.
    Reference,
}

/// An answer to look at before printing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageNote {
    /// The box.
    pub box_id: String,
    /// Its number on the form.
    pub item: Option<String>,
    /// The fact.
    pub fact: String,
    /// What was noticed.
    pub kind: NoteKind,
}

/// What was noticed about an answer's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// The other language's twin was given, this one's was not.
    NoTwin,
    /// Kazakh letters on the Russian form.
    SeemsKazakh,
    /// Several words without a Kazakh letter on the Kazakh form.
    SeemsRussian,
    /// Latin letters in a box for Cyrillic.
    LatinLetters,
    /// Cyrillic letters in a box for Latin.
    CyrillicLetters,
    /// A list was said to be whole and has no such record, but another answer says otherwise: the place stays empty.
    AnswersDisagree,
    /// A number below the least that the paper is for: the place stays empty.
    TooFew,
    /// An answer that says too little without another one, which is missing: the place stays empty.
    PartOnly,
}

/// What is to be looked at before a form is printed, without printing it.
///
/// # Errors
/// As [`render`].
pub fn language_notes(
    form: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
) -> Result<Vec<LanguageNote>, PaperError> {
    place::notes(form, language, filling)
}

/// Fills a form and prints it. Pure: the same input gives the same bytes.
///
/// Unanswered facts stay blank. Fails when a character has no glyph, a word for an option or
/// a country is missing, or a text fits neither its box nor may go on to another sheet;
/// nothing is ever cut.
pub fn render(
    form: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
) -> Result<Paper, PaperError> {
    let faces = Faces::bundled()?;
    let layout = place::lay_out(form, language, filling, &faces)?;
    let imprint = Imprint {
        id: form.id(),
        edition: form.edition(),
        title: form.title().of(language),
        language: language.code(),
        on: filling.on,
        width: form.file.page.width,
        height: form.file.page.height,
        photo: filling.photo,
    };
    let pdf = ink::write(&imprint, &faces, &layout.pages)?;
    Ok(Paper {
        pdf,
        pages: layout.pages.len(),
        placed: layout.placed,
        notes: layout.notes,
        left_out: Vec::new(),
    })
}
