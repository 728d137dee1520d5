//! Rows of a table, or of a plain text that is one column wide.

use super::desk::Desk;
use super::marks::{PAD, PAD_ENDS};
use crate::error::PaperError;
use crate::length::{Area, Length, TypeSize};
use crate::letters::{Block, Breaks, wrap};
use crate::paper::PlacedKind;

/// A record, as words.
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

pub(super) struct Cell {
    pub(super) place: String,
    pub(super) text: String,
}

/// A row set at a size, or what is left of it.
pub(super) struct SetRow {
    cells: Vec<SetCell>,
    size: TypeSize,
    least: Length,
}

struct SetCell {
    place: String,
    text: String,
    lines: Vec<String>,
}

/// From the largest size to the floor between words only; at the floor also within words.
pub(super) fn tries(
    largest: TypeSize,
    floor: TypeSize,
) -> impl Iterator<Item = (TypeSize, Breaks)> {
    largest
        .down_to(floor)
        .map(|size| (size, Breaks::BetweenWords))
        .chain([(floor, Breaks::Anywhere)])
}

impl Row {
    pub(super) fn single(place: &str, text: &str) -> Self {
        Self {
            cells: vec![Cell {
                place: place.to_owned(),
                text: text.to_owned(),
            }],
        }
    }
}

impl SetRow {
    fn lines(&self) -> usize {
        self.cells
            .iter()
            .map(|cell| cell.lines.len())
            .max()
            .unwrap_or(0)
    }

    /// Cuts the row after so many lines; returns the rest.
    pub(super) fn split(&mut self, lines: usize) -> Self {
        let cells = self
            .cells
            .iter_mut()
            .map(|cell| {
                let rest = cell.lines.split_off(lines.min(cell.lines.len()));
                cell.text = cell.lines.join(" ");
                SetCell {
                    place: cell.place.clone(),
                    text: rest.join(" "),
                    lines: rest,
                }
            })
            .collect();
        Self { cells, ..*self }
    }
}

impl Desk<'_> {
    /// Sets a row into columns of the given widths, or `None` when a word is too wide.
    pub(super) fn set_row(
        &self,
        row: &Row,
        widths: &[Length],
        size: TypeSize,
        least: Length,
        breaks: Breaks,
    ) -> Result<Option<SetRow>, PaperError> {
        let face = self.answer_face();
        let mut cells = Vec::with_capacity(row.cells.len());
        for (cell, width) in row.cells.iter().zip(widths) {
            let lines = if cell.text.is_empty() {
                Some(Vec::new())
            } else {
                wrap(
                    face,
                    &cell.text,
                    size,
                    *width - PAD * 2,
                    breaks,
                    &cell.place,
                )?
            };
            let Some(lines) = lines else {
                return Ok(None);
            };
            cells.push(SetCell {
                place: cell.place.clone(),
                text: cell.text.clone(),
                lines,
            });
        }
        Ok(Some(SetRow { cells, size, least }))
    }

    pub(super) fn set_rows(
        &self,
        rows: &[Row],
        widths: &[Length],
        least: Length,
        size: TypeSize,
        breaks: Breaks,
    ) -> Result<Option<Vec<SetRow>>, PaperError> {
        rows.iter()
            .map(|row| self.set_row(row, widths, size, least, breaks))
            .collect()
    }

    /// All rows at the largest size at which their words fit the columns.
    pub(super) fn set_to_widths(
        &self,
        rows: &[Row],
        widths: &[Length],
        least: Length,
        largest: TypeSize,
    ) -> Result<Option<Vec<SetRow>>, PaperError> {
        for (size, breaks) in tries(largest, self.form.file.sizes.floor) {
            let set = self.set_rows(rows, widths, least, size, breaks)?;
            if set.is_some() {
                return Ok(set);
            }
        }
        Ok(None)
    }

    pub(super) fn row_height(&self, row: &SetRow) -> Length {
        let text = crate::letters::lines_height(self.answer_face(), row.size, row.lines());
        row.least.max(text + PAD_ENDS * 2)
    }

    /// How many lines of the row go into a height.
    pub(super) fn lines_within(&self, row: &SetRow, height: Length) -> usize {
        (0..=row.lines())
            .rev()
            .find(|lines| {
                crate::letters::lines_height(self.answer_face(), row.size, *lines) + PAD_ENDS * 2
                    <= height
            })
            .unwrap_or(0)
    }

    /// Draws a row's words; `top` is its upper rule.
    pub(super) fn draw_row(
        &mut self,
        page: usize,
        left_top: (Length, Length),
        row: &SetRow,
        widths: &[Length],
    ) -> Result<(), PaperError> {
        let height = self.row_height(row);
        let mut x = left_top.0;
        for (cell, width) in row.cells.iter().zip(widths) {
            if !cell.lines.is_empty() {
                let area = Area {
                    x,
                    y: left_top.1,
                    width: *width,
                    height,
                }
                .inset(PAD, PAD_ENDS);
                let block = Block {
                    size: row.size,
                    lines: cell.lines.clone(),
                };
                self.draw_block(page, area, &block, &cell.place)?;
                self.place(&cell.place, page, area, &cell.text, PlacedKind::Text);
            }
            x += *width;
        }
        Ok(())
    }
}
