//! Tables in the form: a row of headings, then a row a record. What does not fit goes on
//! with the same columns on a continuation sheet.

use super::desk::{Desk, Style};
use super::marks::{Mark, PAD, PAD_ENDS, RULE, Shade};
use super::rows::{Cell, Row, SetRow, tries};
use super::sheets::Continued;
use crate::error::PaperError;
use crate::form::{FormBox, TableFill};
use crate::length::{Area, Length};
use crate::letters::{Breaks, Typeface, clean, lines_height, wrap};
use crate::paper::PlacedKind;
use crate::say::{Asked, Watch, doubt, in_doubt};

/// Less than this is no row.
const SLIVER: Length = Length::millimetres(3);
/// Between the label of a table and its headings.
const BELOW_LABEL: Length = Length::micrometres(500);

impl<'a> Desk<'a> {
    pub(super) fn table(
        &mut self,
        one: &'a FormBox,
        table: &'a TableFill,
        inner: Area,
    ) -> Result<(), PaperError> {
        // The rows go to the very edge of the box.
        let area = Area {
            x: one.at.x,
            width: one.at.width,
            ..inner.below(BELOW_LABEL)
        };
        self.table_head(one, table, one.page, area)?;
        let body = area.below(table.head);
        let widths: Vec<Length> = table.columns.iter().map(|column| column.width).collect();
        let rows = self.rows_of(one, table)?;
        let mut end = body.y;
        let mut rules_to = body.bottom();
        if rows.is_empty() {
            if table.says_none && self.filling.facts.list_complete(&table.entity) {
                match doubt(self.filling.facts, &table.doubts) {
                    None => self.say_none(one, table, body)?,
                    Some(doubt) => self
                        .notes
                        .extend(in_doubt(&one.id, one.item.as_deref(), doubt)),
                }
            }
        } else if let Some(set) = self.all_fitting(&rows, &widths, table.row, body.height)? {
            for row in &set {
                end = self.ruled_row(one.page, (body.x, end), row, &widths, area)?;
            }
        } else if table.continues {
            (end, rules_to) = self.first_rows(one, table, rows, &widths, body)?;
        } else {
            return Err(PaperError::DoesNotFit {
                place: one.id.clone(),
            });
        }
        while rules_to == body.bottom() && end + table.row * 2 <= body.bottom() {
            end += table.row;
            self.line(one.page, (area.x, end), (area.right(), end));
        }
        self.column_rules(one.page, &widths, (area.x, area.y), rules_to);
        Ok(())
    }

    /// The records as words.
    pub(super) fn rows_of(
        &mut self,
        one: &'a FormBox,
        table: &'a TableFill,
    ) -> Result<Vec<Row>, PaperError> {
        let mut rows = Vec::new();
        for index in 0..self.filling.facts.records(&table.entity) {
            let asked = Asked::record(self.filling.facts, index);
            if !asked.hold(&table.records) {
                continue;
            }
            let number = rows.len() + 1;
            let mut cells = Vec::new();
            for column in &table.columns {
                let place = format!("{}.{}.{number}", one.id, column.id);
                let watch = Watch {
                    box_id: &one.id,
                    item: one.item.as_deref(),
                    script: column.script,
                    names: column.names,
                };
                let said = self.speaker().say(
                    &place,
                    &column.parts,
                    &column.join,
                    asked,
                    &watch,
                    &mut self.notes,
                )?;
                cells.push(Cell {
                    place,
                    text: clean(&said),
                });
            }
            rows.push(Row { cells });
        }
        Ok(rows)
    }

    /// All rows at the largest size at which they fit the height, or `None`.
    fn all_fitting(
        &self,
        rows: &[Row],
        widths: &[Length],
        least: Length,
        height: Length,
    ) -> Result<Option<Vec<SetRow>>, PaperError> {
        let sizes = &self.form.file.sizes;
        for (size, breaks) in tries(sizes.table, sizes.floor) {
            if let Some(set) = self.set_rows(rows, widths, least, size, breaks)?
                && set.iter().map(|row| self.row_height(row)).sum::<Length>() <= height
            {
                return Ok(Some(set));
            }
        }
        Ok(None)
    }

    /// As many rows as fit above a reference; the others go to a continuation sheet. Returns
    /// where the rows and where the rules between the columns end.
    fn first_rows(
        &mut self,
        one: &'a FormBox,
        table: &'a TableFill,
        mut rows: Vec<Row>,
        widths: &[Length],
        body: Area,
    ) -> Result<(Length, Length), PaperError> {
        let floor = self.form.file.sizes.floor;
        let reference = lines_height(self.answer_face(), floor, 1) + PAD_ENDS * 2;
        let last = body.bottom() - reference;
        let set = self
            .set_rows(&rows, widths, table.row, floor, Breaks::Anywhere)?
            .ok_or_else(|| PaperError::DoesNotFit {
                place: one.id.clone(),
            })?;
        let mut end = body.y;
        let mut drawn = 0;
        for row in &set {
            if end + self.row_height(row) > last {
                break;
            }
            end = self.ruled_row(one.page, (body.x, end), row, widths, body)?;
            drawn += 1;
        }
        let rest = rows.split_off(drawn);
        self.continued.push(Continued {
            one,
            reference: Area {
                y: end,
                height: body.bottom() - end,
                ..body
            }
            .inset(PAD, PAD_ENDS),
            table: Some(table),
            rows: rest,
        });
        Ok((end, end))
    }

    fn ruled_row(
        &mut self,
        page: usize,
        left_top: (Length, Length),
        row: &SetRow,
        widths: &[Length],
        area: Area,
    ) -> Result<Length, PaperError> {
        self.draw_row(page, left_top, row, widths)?;
        let end = left_top.1 + self.row_height(row);
        // A rule close above the frame would leave a sliver that nothing can be written in.
        if end + SLIVER < area.bottom() {
            self.line(page, (area.x, end), (area.right(), end));
        }
        Ok(end)
    }

    fn say_none(&mut self, one: &FormBox, table: &TableFill, body: Area) -> Result<(), PaperError> {
        let Some(first) = table.columns.first() else {
            return Ok(());
        };
        let size = self.form.file.sizes.table;
        let face = self.answer_face();
        let area = Area {
            width: first.width,
            height: table.row.min(body.height),
            ..body
        }
        .inset(PAD, PAD_ENDS);
        let none = self.form.file.texts.none.of(self.language);
        if face.width(none, size, &one.id)? > area.width {
            return Err(self.too_long(&one.id));
        }
        let style = Style {
            typeface: Typeface::Answer,
            size,
            shade: Shade::INK,
        };
        self.draw(
            one.page,
            (area.x, area.y + face.ascent(size)),
            none,
            style,
            &one.id,
        )?;
        self.place(&one.id, one.page, area, none, PlacedKind::None);
        Ok(())
    }

    /// The row of headings, on a faint ground.
    pub(super) fn table_head(
        &mut self,
        one: &FormBox,
        table: &TableFill,
        page: usize,
        area: Area,
    ) -> Result<(), PaperError> {
        let head = Area {
            height: table.head,
            ..area
        };
        self.mark(
            page,
            Mark::Fill {
                area: head,
                shade: Shade::HEAD,
            },
        );
        // The ground lies over the inner half of the frame: rule its four sides again.
        self.mark(
            page,
            Mark::Outline {
                area: head,
                thickness: RULE,
                shade: Shade::RULE,
            },
        );
        let size = self.form.file.sizes.label;
        let face = self.faces.of(Typeface::Label);
        let style = Style {
            typeface: Typeface::Label,
            size,
            shade: Shade::LABEL,
        };
        let mut x = head.x;
        for column in &table.columns {
            let place = format!("{}.{}", one.id, column.id);
            let width = column.width - PAD * 3 / 2;
            let lines = wrap(
                face,
                column.words.of(self.language),
                size,
                width,
                Breaks::BetweenWords,
                &place,
            )?
            .filter(|lines| lines_height(face, size, lines.len()) <= head.height)
            .ok_or_else(|| self.too_long(&place))?;
            let text_height = lines_height(face, size, lines.len());
            let mut baseline = head.y + (head.height - text_height) / 2 + face.ascent(size);
            for line in &lines {
                self.draw(page, (x + PAD * 3 / 4, baseline), line, style, &place)?;
                baseline += size.times_thousandths(1250);
            }
            x += column.width;
        }
        Ok(())
    }

    /// The rules between the columns.
    pub(super) fn column_rules(
        &mut self,
        page: usize,
        widths: &[Length],
        left_top: (Length, Length),
        bottom: Length,
    ) {
        let mut x = left_top.0;
        for width in &widths[..widths.len().saturating_sub(1)] {
            x += *width;
            self.line(page, (x, left_top.1), (x, bottom));
        }
    }
}
