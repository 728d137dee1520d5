//! A flowing paper, and the functions that compose and print it.

use std::fmt;

use chrono::NaiveDate;
use qonys_texts::Lang;

use super::block::Show;
use super::bound::Bound;
use super::compose::{Composed, Composer, Kind, facts_of};
use super::file::FlowFile;
use super::say::Teller;
use super::{check, lay};
use crate::error::PaperError;
use crate::facts::{FactPath, FormFacts, FormWords};
use crate::form::Standing;
use crate::ink::{self, Imprint};
use crate::language::Words;
use crate::letters::Faces;
use crate::paper::{LanguageNote, Paper};
use crate::say::Asked;

/// A flowing paper, read from its file and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowPaper {
    file: FlowFile,
}

/// What a flowing paper is filled with.
#[derive(Clone, Copy)]
pub struct FlowFilling<'a> {
    /// The answers, and what the caller gives by name. A person's own text of a block `b` is given as `own.b`.
    pub facts: &'a dyn FormFacts,
    /// The names of countries and options.
    pub words: &'a dyn FormWords,
    /// The day that the paper bears.
    pub on: NaiveDate,
    /// The record it is about, for a paper of which each record of a list has its own.
    pub subject: Option<usize>,
}

/// One text of a paper. Its `Debug` does not say it.
#[derive(Clone, PartialEq, Eq)]
pub struct ComposedText {
    /// The block.
    pub block: String,
    /// The text, with strokes where an answer is missing.
    pub text: String,
    /// Whether the person may put an own text in its place.
    pub editable: bool,
    /// Whether it is the person's own.
    pub own: bool,
}

impl fmt::Debug for ComposedText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "ComposedText({})", self.block)
    }
}

/// A paper in words, before it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// Its texts in their order.
    pub texts: Vec<ComposedText>,
    /// Answers that seem to be in the other language.
    pub notes: Vec<LanguageNote>,
}

impl FlowPaper {
    /// Reads a paper from the text of its file. `name` is only used to say where an error is.
    pub fn parse(name: &str, toml_text: &str) -> Result<Self, PaperError> {
        let file: FlowFile = toml::from_str(toml_text).map_err(|error| PaperError::Malformed {
            form: name.to_owned(),
            message: error.to_string(),
        })?;
        check::check(name, &file)?;
        Ok(Self { file })
    }

    /// The id of the paper.
    pub fn id(&self) -> &str {
        &self.file.id
    }

    /// The edition that stands in the footer.
    pub fn edition(&self) -> &str {
        &self.file.edition
    }

    /// Whose layout it is.
    pub fn standing(&self) -> Standing {
        self.file.standing
    }

    /// What it was made from.
    pub fn source(&self) -> &Words {
        &self.file.source
    }

    /// The title, as it stands in the document's metadata.
    pub fn title(&self) -> &Words {
        &self.file.title
    }

    /// The languages it is printed in.
    pub fn languages(&self) -> &[Lang] {
        &self.file.languages
    }

    /// The list of which each chosen record has a paper of its own.
    pub fn subject(&self) -> Option<&str> {
        self.file.subject.as_deref()
    }

    /// The paper of the checklist that it is or becomes; none for what is only for the person.
    pub fn paper(&self) -> Option<&str> {
        self.file.paper.as_deref()
    }

    /// Whether it is only a draft for somebody who makes the paper itself.
    pub fn is_draft(&self) -> bool {
        self.file.draft
    }

    /// Why the person does not need it although the checklist has its paper; none when nothing speaks against it.
    pub fn not_needed(&self, facts: &dyn FormFacts) -> Option<&Words> {
        self.file
            .unless
            .iter()
            .find(|unless| Asked::whole(facts).hold(&unless.when))
            .map(|unless| &unless.words)
    }

    /// Every fact that it may print or that decides what it prints, without repetition, in the order of the file.
    pub fn facts(&self) -> Vec<&FactPath> {
        let mut found: Vec<&FactPath> = Vec::new();
        for block in &self.file.blocks {
            for fact in facts_of(&self.file, block) {
                if !found.contains(&fact) {
                    found.push(fact);
                }
            }
        }
        found
    }

    /// The blocks in whose place the person may put a text of their own.
    pub fn editable_blocks(&self) -> impl Iterator<Item = &str> {
        self.file
            .blocks
            .iter()
            .filter_map(|block| match &block.show {
                Show::Paragraph(paragraph) if paragraph.editable => Some(block.id.as_str()),
                Show::Paragraph(_)
                | Show::Items(_)
                | Show::Fields(_)
                | Show::Table(_)
                | Show::Signature(_)
                | Show::CheckLine(_)
                | Show::PageBreak => None,
            })
    }

    fn composed(
        &self,
        lang: Lang,
        filling: &FlowFilling<'_>,
    ) -> Result<(Vec<Composed>, Vec<LanguageNote>), PaperError> {
        if !self.file.languages.contains(&lang) {
            return Err(PaperError::NoSuchLanguage {
                paper: self.file.id.clone(),
                language: lang.code(),
            });
        }
        let whole = Bound::new(filling.facts);
        let facts = match (&self.file.subject, filling.subject) {
            (Some(entity), Some(index)) => whole.with(entity, index),
            (Some(_) | None, Some(_) | None) => whole,
        };
        let mut composer = Composer {
            file: &self.file,
            teller: Teller {
                lang,
                yes: &self.file.texts.yes,
                no: &self.file.texts.no,
                words: filling.words,
                on: filling.on,
            },
            facts,
            notes: Vec::new(),
        };
        let blocks = composer.compose()?;
        Ok((blocks, composer.notes))
    }
}

/// A paper in words: what the window shows before anything is printed.
///
/// # Errors
/// A language that the paper is not printed in; a missing word for an option or a country.
pub fn compose(
    paper: &FlowPaper,
    lang: Lang,
    filling: &FlowFilling<'_>,
) -> Result<Composition, PaperError> {
    let (blocks, notes) = paper.composed(lang, filling)?;
    let texts = blocks
        .into_iter()
        .filter_map(|composed| match composed.kind {
            Kind::Text {
                text,
                editable,
                own,
                ..
            } => Some(ComposedText {
                block: composed.block,
                text,
                editable,
                own,
            }),
            Kind::Items { .. }
            | Kind::Fields { .. }
            | Kind::Table { .. }
            | Kind::Signature { .. }
            | Kind::CheckLine { .. }
            | Kind::PageBreak => None,
        })
        .collect();
    Ok(Composition { texts, notes })
}

/// Fills a flowing paper and prints it. Pure: the same input gives the same bytes.
///
/// # Errors
/// As [`compose`]; a character without a glyph.
pub fn print(
    paper: &FlowPaper,
    lang: Lang,
    filling: &FlowFilling<'_>,
) -> Result<Paper, PaperError> {
    let (blocks, notes) = paper.composed(lang, filling)?;
    let faces = Faces::bundled()?;
    let (pages, placed) = lay::lay_out(&paper.file, lang, &faces, &blocks)?;
    let imprint = Imprint {
        id: paper.id(),
        edition: paper.edition(),
        title: paper.file.title.in_lang(lang),
        language: lang.code(),
        on: filling.on,
        width: paper.file.page.width,
        height: paper.file.page.height,
        photo: None,
    };
    Ok(Paper {
        pdf: ink::write(&imprint, &faces, &pages)?,
        pages: pages.len(),
        placed,
        notes,
        left_out: Vec::new(),
    })
}
