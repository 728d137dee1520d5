//! Continuation sheets: answers and rows that did not fit their boxes, and in the boxes the
//! references to them.

use super::desk::{Desk, Style};
use super::marks::{Mark, PAD, Page, RULE, Shade};
use super::rows::{Row, SetRow};
use crate::error::PaperError;
use crate::form::{FormBox, TableFill};
use crate::length::{Area, Length};
use crate::letters::{Breaks, Typeface, fit, lines_height, wrap};
use crate::paper::PlacedKind;

/// What goes on to another sheet.
pub(super) struct Continued<'a> {
    pub(super) one: &'a FormBox,
    /// Where the reference is printed.
    pub(super) reference: Area,
    /// The table whose columns go on; a plain text has none.
    pub(super) table: Option<&'a TableFill>,
    pub(super) rows: Vec<Row>,
}

/// Between two continued answers.
const APART: Length = Length::millimetres(5);

/// The least that is begun below a heading.
const BEGUN: Length = Length::millimetres(12);

/// The pen on the sheets: page and height. No sheet yet: page 0.
struct Pen {
    page: usize,
    y: Length,
}

impl<'a> Desk<'a> {
    /// Prints everything that goes on, and the references to it.
    pub(super) fn sheets(&mut self) -> Result<(), PaperError> {
        let mut pen = Pen {
            page: 0,
            y: Length::ZERO,
        };
        for continued in std::mem::take(&mut self.continued) {
            let sheet = self.continue_box(&continued, &mut pen)?;
            self.owner = Some(&continued.one.id);
            self.refer(&continued, sheet)?;
            self.owner = None;
        }
        Ok(())
    }

    fn continue_box(
        &mut self,
        continued: &Continued<'a>,
        pen: &mut Pen,
    ) -> Result<usize, PaperError> {
        let file = &self.form.file;
        let body = file.sheet.body;
        let (widths, least, largest) = match continued.table {
            Some(table) => (
                table.columns.iter().map(|column| column.width).collect(),
                table.row,
                file.sizes.table,
            ),
            None => (vec![body.width], Length::ZERO, file.sizes.answer),
        };
        let heading = self.heading_lines(continued.one)?;
        let heading_height = self.heading_height(&heading, continued.table);
        let full = body.height - heading_height;
        let set = self
            .set_to_widths(&continued.rows, &widths, least, largest)?
            .ok_or_else(|| PaperError::DoesNotFit {
                place: continued.one.id.clone(),
            })?;
        // A heading stays with its first row; of a row that no sheet holds a part is enough.
        let first = set.first().map_or(Length::ZERO, |row| self.row_height(row));
        let first = if first > full {
            BEGUN
        } else {
            first.max(BEGUN)
        };
        let least_left = heading_height + first;
        if pen.page == 0 || pen.y + least_left > body.bottom() {
            self.new_sheet(pen)?;
        }
        let first_sheet = pen.page;
        let mut top = self.draw_heading(continued, &heading, pen)?;
        for mut row in set {
            loop {
                let height = self.row_height(&row);
                let left = body.bottom() - pen.y;
                if height <= left {
                    self.sheet_row(pen, &row, &widths, continued.table)?;
                    break;
                }
                if height > full {
                    let lines = self.lines_within(&row, left);
                    if lines > 0 {
                        let rest = row.split(lines);
                        self.sheet_row(pen, &row, &widths, continued.table)?;
                        row = rest;
                    }
                }
                self.close_table(continued.table, pen, top);
                self.new_sheet(pen)?;
                top = self.draw_heading(continued, &heading, pen)?;
            }
        }
        self.close_table(continued.table, pen, top);
        pen.y += APART;
        Ok(first_sheet)
    }

    fn sheet_row(
        &mut self,
        pen: &mut Pen,
        row: &SetRow,
        widths: &[Length],
        table: Option<&TableFill>,
    ) -> Result<(), PaperError> {
        let body = self.form.file.sheet.body;
        self.draw_row(pen.page, (body.x, pen.y), row, widths)?;
        pen.y += self.row_height(row);
        if table.is_some() {
            self.line(pen.page, (body.x, pen.y), (body.right(), pen.y));
        }
        Ok(())
    }

    /// The frame and the column rules of the part of a table on one sheet.
    fn close_table(&mut self, table: Option<&TableFill>, pen: &Pen, top: Length) {
        let Some(table) = table else {
            return;
        };
        let body = self.form.file.sheet.body;
        let widths: Vec<Length> = table.columns.iter().map(|column| column.width).collect();
        self.column_rules(pen.page, &widths, (body.x, top), pen.y);
        self.mark(
            pen.page,
            Mark::Outline {
                area: Area {
                    y: top,
                    height: pen.y - top,
                    ..body
                },
                thickness: RULE,
                shade: Shade::RULE,
            },
        );
    }

    fn heading_lines(&self, one: &FormBox) -> Result<Vec<String>, PaperError> {
        let file = &self.form.file;
        let label = one
            .label
            .as_ref()
            .map_or("", |label| label.of(self.language));
        let heading = file.texts.continued.with(
            self.language,
            &[
                ("item", one.item.as_deref().unwrap_or_default()),
                ("label", label),
            ],
        );
        let face = self.faces.of(Typeface::Number);
        let width = file.sheet.body.width;
        wrap(
            face,
            &heading,
            file.sizes.body,
            width,
            Breaks::Anywhere,
            &one.id,
        )?
        .ok_or_else(|| self.too_long(&one.id))
    }

    fn heading_height(&self, lines: &[String], table: Option<&TableFill>) -> Length {
        let face = self.faces.of(Typeface::Number);
        lines_height(face, self.form.file.sizes.body, lines.len())
            + PAD
            + table.map_or(Length::ZERO, |table| table.head)
    }

    /// Draws the heading and, for a table, its row of headings; returns where that begins.
    fn draw_heading(
        &mut self,
        continued: &Continued<'a>,
        lines: &[String],
        pen: &mut Pen,
    ) -> Result<Length, PaperError> {
        let size = self.form.file.sizes.body;
        let face = self.faces.of(Typeface::Number);
        let body = self.form.file.sheet.body;
        let style = Style {
            typeface: Typeface::Number,
            size,
            shade: Shade::INK,
        };
        let mut baseline = pen.y + face.ascent(size);
        for line in lines {
            self.draw(pen.page, (body.x, baseline), line, style, &continued.one.id)?;
            baseline += size.times_thousandths(1250);
        }
        pen.y += lines_height(face, size, lines.len()) + PAD;
        let top = pen.y;
        if let Some(table) = continued.table {
            let area = Area {
                y: pen.y,
                height: body.bottom() - pen.y,
                ..body
            };
            self.table_head(continued.one, table, pen.page, area)?;
            pen.y += table.head;
        }
        Ok(top)
    }

    fn new_sheet(&mut self, pen: &mut Pen) -> Result<(), PaperError> {
        self.pages.push(Page::default());
        let page = self.pages.len();
        let file = &self.form.file;
        let area = file.sheet.heading;
        let heading = file
            .texts
            .sheet_heading
            .with(self.language, &[("sheet", &page.to_string())]);
        let size = file.sizes.section;
        let face = self.faces.of(Typeface::Heading);
        if face.width(&heading, size, "sheet.heading")? > area.width {
            return Err(self.too_long("sheet.heading"));
        }
        let style = Style {
            typeface: Typeface::Heading,
            size,
            shade: Shade::INK,
        };
        let baseline = area.y + face.ascent(size);
        self.draw(page, (area.x, baseline), &heading, style, "sheet.heading")?;
        self.line(page, (area.x, area.bottom()), (area.right(), area.bottom()));
        self.sheet_signature(page)?;
        *pen = Pen {
            page,
            y: file.sheet.body.y,
        };
        Ok(())
    }

    fn sheet_signature(&mut self, page: usize) -> Result<(), PaperError> {
        let file = &self.form.file;
        let area = file.sheet.signature;
        let size = file.sizes.label;
        let face = self.faces.of(Typeface::Label);
        let caption = file.texts.signature.of(self.language);
        let caption_top = area.bottom() - lines_height(face, size, 1);
        self.line(page, (area.x, caption_top), (area.right(), caption_top));
        if face.width(caption, size, "sheet.signature")? > area.width {
            return Err(self.too_long("sheet.signature"));
        }
        let style = Style {
            typeface: Typeface::Label,
            size,
            shade: Shade::LABEL,
        };
        let baseline = caption_top + face.ascent(size);
        self.draw(page, (area.x, baseline), caption, style, "sheet.signature")?;
        Ok(())
    }

    fn refer(&mut self, continued: &Continued<'a>, sheet: usize) -> Result<(), PaperError> {
        let one = continued.one;
        let file = &self.form.file;
        let text = file.texts.see.with(
            self.language,
            &[
                ("sheet", &sheet.to_string()),
                ("item", one.item.as_deref().unwrap_or_default()),
            ],
        );
        let area = continued.reference;
        let sizes = (file.sizes.table, file.sizes.floor);
        let room = (area.width, area.height);
        let block = fit(self.answer_face(), &text, sizes, room, &one.id)?.ok_or_else(|| {
            PaperError::DoesNotFit {
                place: one.id.clone(),
            }
        })?;
        self.draw_block(one.page, area, &block, &one.id)?;
        self.place(&one.id, one.page, area, &text, PlacedKind::Reference);
        Ok(())
    }
}
