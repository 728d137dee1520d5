//! The desk that a paper is laid out on.

use std::collections::BTreeMap;

use super::marks::{Mark, Page, Shade};
use super::sheets::Continued;
use super::{Layout, marks};
use crate::error::{Flaw, PaperError};
use crate::form::Form;
use crate::language::FormLanguage;
use crate::length::{Area, Length, TypeSize};
use crate::letters::{Block, Face, Faces, Typeface};
use crate::paper::{Filling, LanguageNote, Placed, PlacedKind};
use crate::say::Speaker;

pub(super) struct Desk<'a> {
    pub(super) form: &'a Form,
    pub(super) language: FormLanguage,
    pub(super) filling: Filling<'a>,
    pub(super) faces: &'a Faces,
    pub(super) pages: Vec<Page>,
    pub(super) placed: Vec<Placed>,
    pub(super) notes: Vec<LanguageNote>,
    pub(super) continued: Vec<Continued<'a>>,
    /// The box that is being filled.
    pub(super) owner: Option<&'a str>,
    /// Which mark belongs to which box: page and place in the page, both from 0.
    owned: BTreeMap<(usize, usize), String>,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) typeface: Typeface,
    pub(super) size: TypeSize,
    pub(super) shade: Shade,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        form: &'a Form,
        language: FormLanguage,
        filling: Filling<'a>,
        faces: &'a Faces,
    ) -> Self {
        Self {
            form,
            language,
            filling,
            faces,
            pages: (0..form.file.page.pages).map(|_| Page::default()).collect(),
            placed: Vec::new(),
            notes: Vec::new(),
            continued: Vec::new(),
            owner: None,
            owned: BTreeMap::new(),
        }
    }

    pub(super) fn speaker(&self) -> Speaker<'a> {
        Speaker {
            language: self.language,
            texts: &self.form.file.texts,
            words: self.filling.words,
        }
    }

    pub(super) fn answer_face(&self) -> &'a Face {
        self.faces.of(Typeface::Answer)
    }

    pub(super) fn mark(&mut self, page: usize, mark: Mark) {
        let Some(index) = page.checked_sub(1) else {
            return;
        };
        if let Some(page) = self.pages.get_mut(index) {
            if let Some(owner) = self.owner {
                self.owned
                    .insert((index, page.marks.len()), owner.to_owned());
            }
            page.marks.push(mark);
        }
    }

    /// Draws one line of text; returns where its pen ended.
    pub(super) fn draw(
        &mut self,
        page: usize,
        at: (Length, Length),
        text: &str,
        style: Style,
        place: &str,
    ) -> Result<Length, PaperError> {
        let run = self.faces.of(style.typeface).shape(text, place)?;
        let end = at.0 + run.width(style.size);
        if !run.glyphs.is_empty() {
            self.mark(
                page,
                Mark::Text {
                    x: at.0,
                    baseline: at.1,
                    typeface: style.typeface,
                    size: style.size,
                    shade: style.shade,
                    run,
                },
            );
        }
        Ok(end)
    }

    /// Draws a block from the top of an area.
    pub(super) fn draw_block(
        &mut self,
        page: usize,
        area: Area,
        block: &Block,
        place: &str,
    ) -> Result<(), PaperError> {
        let style = Style {
            typeface: Typeface::Answer,
            size: block.size,
            shade: Shade::INK,
        };
        let mut baseline = area.y + self.answer_face().ascent(block.size);
        for line in &block.lines {
            self.draw(page, (area.x, baseline), line, style, place)?;
            baseline += block.leading();
        }
        Ok(())
    }

    pub(super) fn line(&mut self, page: usize, from: (Length, Length), to: (Length, Length)) {
        self.mark(
            page,
            Mark::Line {
                from,
                to,
                thickness: marks::RULE,
                shade: Shade::RULE,
            },
        );
    }

    pub(super) fn place(
        &mut self,
        place: &str,
        page: usize,
        area: Area,
        text: &str,
        kind: PlacedKind,
    ) {
        self.placed.push(Placed {
            place: place.to_owned(),
            page,
            area,
            text: text.to_owned(),
            kind,
        });
    }

    /// The error for a text of the form itself that is too long for its place.
    pub(super) fn too_long(&self, place: &str) -> PaperError {
        PaperError::Flawed {
            form: self.form.name().to_owned(),
            place: place.to_owned(),
            flaw: Flaw::LabelTooLong,
        }
    }

    pub(super) fn finish(self) -> Layout {
        Layout {
            pages: self.pages,
            placed: self.placed,
            notes: self.notes,
            owned: self.owned,
        }
    }
}
