//! Tables that are ruled on somebody else's blank: every record in a row of the given height.
//! Records that do not fit go on, with the same columns, on a continuation sheet.

use super::desk::Desk;
use super::marks::{PAD, PAD_ENDS};
use super::rows::{Row, SetRow, tries};
use super::sheets::Continued;
use crate::error::PaperError;
use crate::form::{FormBox, TableFill};
use crate::length::{Area, Length};
use crate::paper::PlacedKind;

impl<'a> Desk<'a> {
    /// Fills the rows of a ruled table; `body` begins at the upper rule of its first row.
    pub(super) fn printed_table(
        &mut self,
        one: &'a FormBox,
        table: &'a TableFill,
        body: Area,
    ) -> Result<(), PaperError> {
        let mut rows = self.rows_of(one, table)?;
        if rows.is_empty() {
            if table.says_none && self.filling.facts.list_complete(&table.entity) {
                let none = self.form.file.texts.none.of(self.language);
                let first = table
                    .columns
                    .first()
                    .map_or(body.width, |column| column.width);
                let area = Area {
                    width: first,
                    height: table.row.min(body.height),
                    ..body
                };
                self.answer_of_kind(one, none, area.inset(PAD, Length::ZERO), PlacedKind::None)?;
            }
            return Ok(());
        }
        let widths: Vec<Length> = table.columns.iter().map(|column| column.width).collect();
        let room = usize::try_from(body.height.in_micrometres() / row_height(table)).unwrap_or(0);
        let mut set = Vec::new();
        for row in rows.iter().take(room) {
            match self.in_one_row(row, &widths, table.row)? {
                Some(row) => set.push(row),
                None => break,
            }
        }
        if set.len() < rows.len() {
            if !table.continues || room == 0 {
                return Err(PaperError::DoesNotFit {
                    place: one.id.clone(),
                });
            }
            // The row after the last record that is printed holds the reference.
            set.truncate(room - 1);
        }
        let mut top = body.y;
        for row in &set {
            self.draw_row(one.page, (body.x, top), row, &widths)?;
            top += table.row;
        }
        let rest = rows.split_off(set.len());
        if !rest.is_empty() {
            let reference = Area {
                y: top,
                height: table.row,
                ..body
            };
            // A table wider than our sheet goes on as lines.
            let wide = widths.iter().copied().sum::<Length>() > self.form.file.sheet.body.width;
            let (table, rows) = if wide {
                let lines = rest.iter().map(|row| self.as_line(one, table, row));
                (None, lines.collect())
            } else {
                (Some(table), rest)
            };
            self.continued.push(Continued {
                one,
                reference: reference.inset(PAD, PAD_ENDS),
                table,
                rows,
            });
        }
        Ok(())
    }

    /// A record as one text: what each column is called, and its words.
    fn as_line(&self, one: &FormBox, table: &TableFill, row: &Row) -> Row {
        let parts: Vec<String> = table
            .columns
            .iter()
            .zip(&row.cells)
            .filter(|(_, cell)| !cell.text.is_empty())
            .map(|(column, cell)| format!("{}: {}", column.words.of(self.language), cell.text))
            .collect();
        Row::single(&one.id, &parts.join("; "))
    }

    /// The row at the largest size at which it is no higher than the ruled one.
    fn in_one_row(
        &self,
        row: &Row,
        widths: &[Length],
        height: Length,
    ) -> Result<Option<SetRow>, PaperError> {
        let sizes = &self.form.file.sizes;
        for (size, breaks) in tries(sizes.table, sizes.floor) {
            if let Some(set) = self.set_row(row, widths, size, height, breaks)?
                && self.row_height(&set) <= height
            {
                return Ok(Some(set));
            }
        }
        Ok(None)
    }
}

fn row_height(table: &TableFill) -> i64 {
    table.row.in_micrometres().max(1)
}
