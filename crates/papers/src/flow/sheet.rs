//! The sheets that blocks are laid on, one after another, from the top.

use qonys_texts::Lang;

use super::file::FlowFile;
use crate::error::{Flaw, PaperError};
use crate::length::{Area, Length, TypeSize};
use crate::letters::{Breaks, Face, Faces, Typeface, lines_height, wrap};
use crate::paper::{Placed, PlacedKind};
use crate::place::{Mark, Page, Shade};

/// Distance between baselines, in thousandths of the size.
const LEADING: i64 = 1250;
/// Between the two halves of the footer, at least.
const FOOTER_GAP: Length = Length::millimetres(3);

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Set {
    pub(super) typeface: Typeface,
    pub(super) size: TypeSize,
    pub(super) shade: Shade,
}

/// The sheets and where the pen stands.
pub(super) struct Sheets<'a> {
    pub(super) file: &'a FlowFile,
    pub(super) lang: Lang,
    pub(super) faces: &'a Faces,
    pub(super) pages: Vec<Page>,
    pub(super) placed: Vec<Placed>,
    /// Where the next block begins, from the top of the sheet.
    pub(super) y: Length,
}

impl<'a> Sheets<'a> {
    pub(super) fn new(file: &'a FlowFile, lang: Lang, faces: &'a Faces) -> Self {
        Self {
            file,
            lang,
            faces,
            pages: vec![Page::default()],
            placed: Vec::new(),
            y: file.page.body().y,
        }
    }

    pub(super) fn body(&self) -> Area {
        self.file.page.body()
    }

    /// The room left on the sheet.
    pub(super) fn left(&self) -> Length {
        (self.body().bottom() - self.y).at_least_zero()
    }

    pub(super) fn at_top(&self) -> bool {
        self.y == self.body().y
    }

    pub(super) fn new_page(&mut self) {
        self.pages.push(Page::default());
        self.y = self.body().y;
    }

    /// Begins a new sheet unless so much room is left, or the sheet is empty anyway.
    pub(super) fn keep_together(&mut self, height: Length) {
        if height > self.left() && !self.at_top() {
            self.new_page();
        }
    }

    /// Free space, none at the top of a sheet.
    pub(super) fn space(&mut self, height: Length) {
        if !self.at_top() {
            self.y += height.min(self.left());
        }
    }

    pub(super) fn face(&self, set: Set) -> &'a Face {
        self.faces.of(set.typeface)
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(mark);
        }
    }

    pub(super) fn place(&mut self, place: &str, area: Area, text: &str, kind: PlacedKind) {
        self.placed.push(Placed {
            place: place.to_owned(),
            page: self.pages.len(),
            area,
            text: text.to_owned(),
            kind,
        });
    }

    pub(super) fn wrapped(
        &self,
        text: &str,
        set: Set,
        width: Length,
        place: &str,
    ) -> Result<Vec<String>, PaperError> {
        wrap(
            self.face(set),
            text,
            set.size,
            width,
            Breaks::Anywhere,
            place,
        )?
        .ok_or_else(|| PaperError::DoesNotFit {
            place: place.to_owned(),
        })
    }

    pub(super) fn height(&self, set: Set, lines: usize) -> Length {
        lines_height(self.face(set), set.size, lines)
    }

    /// How many lines go into a height.
    pub(super) fn lines_within(&self, set: Set, most: usize, height: Length) -> usize {
        (0..=most)
            .rev()
            .find(|lines| self.height(set, *lines) <= height)
            .unwrap_or(0)
    }

    /// Draws one line of text from its left end; nothing is placed.
    pub(super) fn draw(
        &mut self,
        (x, baseline): (Length, Length),
        text: &str,
        set: Set,
        place: &str,
    ) -> Result<(), PaperError> {
        let run = self.face(set).shape(text, place)?;
        if !run.glyphs.is_empty() {
            self.mark(Mark::Text {
                x,
                baseline,
                typeface: set.typeface,
                size: set.size,
                shade: set.shade,
                run,
            });
        }
        Ok(())
    }

    /// Draws lines from the top of an area; the words begin at the left, or stand in the middle.
    pub(super) fn draw_lines(
        &mut self,
        area: Area,
        lines: &[String],
        set: Set,
        centred: bool,
        place: &str,
    ) -> Result<(), PaperError> {
        let face = self.face(set);
        let mut baseline = area.y + face.ascent(set.size);
        for line in lines {
            let x = if centred {
                area.x + (area.width - face.width(line, set.size, place)?) / 2
            } else {
                area.x
            };
            self.draw((x, baseline), line, set, place)?;
            baseline += set.size.times_thousandths(LEADING);
        }
        Ok(())
    }

    pub(super) fn rule(
        &mut self,
        from: (Length, Length),
        to: (Length, Length),
        thickness: Length,
        shade: Shade,
    ) {
        self.mark(Mark::Line {
            from,
            to,
            thickness,
            shade,
        });
    }

    /// The footers, once the number of pages is known.
    pub(super) fn footers(&mut self) -> Result<(), PaperError> {
        let set = Set {
            typeface: Typeface::Label,
            size: self.file.sizes.footer,
            shade: Shade::LABEL,
        };
        let body = self.body();
        let pages = self.pages.len().to_string();
        let left = self
            .file
            .texts
            .footer
            .in_lang(self.lang)
            .replace("%{edition}", &self.file.edition);
        for index in 0..self.pages.len() {
            let right = self
                .file
                .texts
                .page_of
                .in_lang(self.lang)
                .replace("%{pages}", &pages)
                .replace("%{page}", &(index + 1).to_string());
            let face = self.face(set);
            let right_x = body.right() - face.width(&right, set.size, "footer")?;
            if body.x + face.width(&left, set.size, "footer")? + FOOTER_GAP > right_x {
                return Err(PaperError::Flawed {
                    form: self.file.id.clone(),
                    place: "footer".to_owned(),
                    flaw: Flaw::LabelTooLong,
                });
            }
            for (x, text) in [(body.x, &left), (right_x, &right)] {
                let run = face.shape(text, "footer")?;
                if let Some(page) = self.pages.get_mut(index) {
                    page.marks.push(Mark::Text {
                        x,
                        baseline: self.file.page.footer,
                        typeface: set.typeface,
                        size: set.size,
                        shade: set.shade,
                        run,
                    });
                }
            }
        }
        Ok(())
    }
}
