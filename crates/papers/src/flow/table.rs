//! Tables that run over sheets: the row of headings comes again on each of them.

use super::block::Style;
use super::lay::{RULE, SQUARE};
use super::sheet::{Set, Sheets};
use crate::error::PaperError;
use crate::length::{Area, Length};
use crate::letters::{Breaks, Typeface, wrap};
use crate::paper::PlacedKind;
use crate::place::{Mark, Shade};

/// Free space beside the words of a cell.
const PAD: Length = Length::micrometres(1100);
/// Free space above and below the words of a cell.
const PAD_ENDS: Length = Length::micrometres(650);
/// Above a table.
const ABOVE: Length = Length::micrometres(2200);

type Columns = [(Option<String>, Length)];

/// A row broken into lines; a cell of a column of squares has none.
struct Row {
    cells: Vec<(String, Vec<String>)>,
    height: Length,
}

impl Sheets<'_> {
    pub(super) fn table(
        &mut self,
        place: &str,
        columns: &Columns,
        rows: &[Vec<String>],
    ) -> Result<(), PaperError> {
        let set = self.cell_set(columns, rows, place)?;
        let head = Set {
            typeface: Typeface::Label,
            size: self.file.sizes.small,
            shade: Shade::LABEL,
        };
        let titles: Vec<String> = columns
            .iter()
            .map(|(title, _)| title.clone().unwrap_or_default())
            .collect();
        let titled = titles.iter().any(|title| !title.is_empty());
        let head_row = self.row(columns, &titles, head, place, true)?;
        let mut set_rows = Vec::with_capacity(rows.len());
        for row in rows {
            set_rows.push(self.row(columns, row, set, place, false)?);
        }
        self.space(ABOVE);
        // The row of headings stays with the first row; of a row that no sheet holds a part is enough.
        let first = set_rows.first().map_or(Length::ZERO, |row| row.height);
        let whole = self.body().height - head_row.height;
        let begun = if first > whole {
            self.body().height / 3
        } else {
            first
        };
        self.keep_together(head_row.height + begun);
        let mut fresh = true;
        for (number, row) in set_rows.into_iter().enumerate() {
            let mut row = row;
            loop {
                if fresh && titled {
                    self.draw_row(place, columns, &head_row, head, None)?;
                }
                fresh = false;
                if row.height <= self.left() {
                    break;
                }
                let whole = self.body().height - head_row.height;
                // Only a row that no sheet holds is parted.
                if row.height > whole && self.lines_within(set, 1, self.left() - PAD_ENDS * 2) > 0 {
                    let rest = self.part(&mut row, set);
                    self.draw_row(place, columns, &row, set, Some(number + 1))?;
                    row = rest;
                }
                self.new_page();
                fresh = true;
            }
            self.draw_row(place, columns, &row, set, Some(number + 1))?;
        }
        Ok(())
    }

    /// The largest size at which no word is broken, else the floor.
    fn cell_set(
        &self,
        columns: &Columns,
        rows: &[Vec<String>],
        place: &str,
    ) -> Result<Set, PaperError> {
        let sizes = &self.file.sizes;
        let face = self.faces.of(Typeface::Label);
        let mut found = sizes.floor;
        for size in sizes.table.down_to(sizes.floor) {
            let mut fits = true;
            for row in rows {
                for (cell, (title, width)) in row.iter().zip(columns) {
                    fits &= title.is_none()
                        || wrap(
                            face,
                            cell,
                            size,
                            *width - PAD * 2,
                            Breaks::BetweenWords,
                            place,
                        )?
                        .is_some();
                }
            }
            if fits {
                found = size;
                break;
            }
        }
        Ok(Set {
            typeface: Typeface::Label,
            size: found,
            shade: Shade::INK,
        })
    }

    fn row(
        &self,
        columns: &Columns,
        cells: &[String],
        set: Set,
        place: &str,
        heading: bool,
    ) -> Result<Row, PaperError> {
        let mut found = Vec::with_capacity(columns.len());
        let mut height = Length::ZERO;
        for (cell, (title, width)) in cells.iter().zip(columns) {
            let lines = if cell.is_empty() || (title.is_none() && !heading) {
                Vec::new()
            } else {
                self.wrapped(cell, set, *width - PAD * 2, place)?
            };
            height = height.max(self.height(set, lines.len()));
            if title.is_none() && !heading {
                height = height.max(SQUARE);
            }
            found.push((cell.clone(), lines));
        }
        Ok(Row {
            cells: found,
            height: height + PAD_ENDS * 2,
        })
    }

    /// Leaves in the row what goes on this sheet and returns the rest.
    fn part(&self, row: &mut Row, set: Set) -> Row {
        let most = row
            .cells
            .iter()
            .map(|(_, lines)| lines.len())
            .max()
            .unwrap_or(0);
        let now = self
            .lines_within(set, most, self.left() - PAD_ENDS * 2)
            .max(1);
        let mut cells = Vec::with_capacity(row.cells.len());
        let (mut kept, mut rest) = (0, 0);
        for (text, lines) in &mut row.cells {
            let after = lines.split_off(now.min(lines.len()));
            kept = kept.max(lines.len());
            rest = rest.max(after.len());
            *text = lines.join(" ");
            cells.push((after.join(" "), after));
        }
        row.height = self.height(set, kept) + PAD_ENDS * 2;
        Row {
            cells,
            height: self.height(set, rest) + PAD_ENDS * 2,
        }
    }

    /// Draws a row with its rules and moves the pen below it.
    fn draw_row(
        &mut self,
        place: &str,
        columns: &Columns,
        row: &Row,
        set: Set,
        number: Option<usize>,
    ) -> Result<(), PaperError> {
        let body = self.body();
        let whole = Area {
            y: self.y,
            height: row.height,
            ..body
        };
        if number.is_none() {
            self.mark(Mark::Fill {
                area: whole,
                shade: Shade::HEAD,
            });
        }
        let mut x = body.x;
        for (index, ((title, width), (text, lines))) in columns.iter().zip(&row.cells).enumerate() {
            let cell = Area {
                x,
                y: self.y,
                width: *width,
                height: row.height,
            };
            self.mark(Mark::Outline {
                area: cell,
                thickness: RULE,
                shade: Shade::RULE,
            });
            let inner = cell.inset(PAD, PAD_ENDS);
            match number {
                Some(_) if title.is_none() => self.square(
                    Area {
                        x: cell.x + (cell.width - SQUARE) / 2,
                        y: inner.y,
                        width: SQUARE,
                        height: SQUARE,
                    },
                    !text.is_empty(),
                ),
                Some(number) => {
                    let place = format!("{place}.{}.{number}", index + 1);
                    self.draw_lines(inner, lines, set, false, &place)?;
                    if !lines.is_empty() {
                        self.place(&place, inner, &lines.join(" "), PlacedKind::Text);
                    }
                }
                None => self.draw_lines(inner, lines, set, false, place)?,
            }
            x += *width;
        }
        self.y += row.height;
        Ok(())
    }

    /// Pairs of label and answer, without rules; a missing answer has a line to write on.
    pub(super) fn fields(
        &mut self,
        place: &str,
        labels: Length,
        rows: &[(String, String)],
    ) -> Result<(), PaperError> {
        let body = self.body();
        let small = self.set(Style::Small);
        let set = self.set(Style::Body);
        for (index, (label, answer)) in rows.iter().enumerate() {
            let place = format!("{place}.{}", index + 1);
            let width = body.width - labels;
            let lines = self.wrapped(answer, set, width, &place)?;
            let names = self.wrapped(label, small, labels - PAD * 2, &place)?;
            let count = if answer.is_empty() { 1 } else { lines.len() };
            let height = self.height(set, count).max(self.height(small, names.len()));
            self.space(ABOVE / 2);
            self.keep_together(height + PAD_ENDS);
            let right = Area {
                x: body.x + labels,
                y: self.y,
                width,
                height,
            };
            // The first lines of both stand on one line.
            let lower = self.face(set).ascent(set.size) - self.face(small).ascent(small.size);
            let left = Area {
                x: body.x,
                y: self.y + lower.at_least_zero(),
                width: labels - PAD * 2,
                height,
            };
            self.draw_lines(left, &names, small, false, &place)?;
            let bottom = self.y + height + PAD_ENDS / 2;
            self.rule(
                (right.x, bottom),
                (right.right(), bottom),
                RULE,
                Shade::RULE,
            );
            if !answer.is_empty() {
                self.draw_lines(right, &lines, set, false, &place)?;
                self.place(&place, right, answer, PlacedKind::Text);
            }
            self.y = bottom + PAD_ENDS / 2;
        }
        Ok(())
    }
}
