//! Answers in single boxes: text, combs, lines, the photo, the date of signing.

use super::desk::{Desk, Style};
use super::marks::{Mark, Shade};
use super::rows::Row;
use super::sheets::Continued;
use crate::error::PaperError;
use crate::facts::FormValue;
use crate::form::{CombFill, FormBox, Frame, LinesFill, TextFill};
use crate::length::{Area, Length, TypeSize};
use crate::letters::{clean, fit, lines_height};
use crate::paper::PlacedKind;
use crate::say::{Asked, Watch};

impl<'a> Desk<'a> {
    pub(super) fn text(
        &mut self,
        one: &'a FormBox,
        fill: &'a TextFill,
        area: Area,
    ) -> Result<(), PaperError> {
        let watch = Watch {
            box_id: &one.id,
            item: one.item.as_deref(),
            script: fill.script,
            names: fill.names,
        };
        let said = self.speaker().say(
            &one.id,
            &fill.parts,
            &fill.join,
            self.asked(one),
            &watch,
            &mut self.notes,
        )?;
        let said = clean(&said);
        if fill.most.is_some_and(|most| said.chars().count() > most) {
            return self.go_on(one, &said, area);
        }
        match fill.pitch {
            Some(pitch) => self.ruled_answer(one, &said, area, pitch),
            None => self.answer(one, &said, area),
        }
    }

    /// Whose facts a box asks: the case's, or those of one record.
    pub(super) fn asked(&self, one: &FormBox) -> Asked<'a> {
        match one.record {
            None => Asked::whole(self.filling.facts),
            Some(number) => Asked::record(self.filling.facts, number.saturating_sub(1)),
        }
    }

    /// Sets a text into its box, or sends it to a continuation sheet.
    pub(super) fn answer(
        &mut self,
        one: &'a FormBox,
        text: &str,
        area: Area,
    ) -> Result<(), PaperError> {
        self.answer_of_kind(one, text, area, PlacedKind::Text)
    }

    pub(super) fn answer_of_kind(
        &mut self,
        one: &'a FormBox,
        text: &str,
        area: Area,
        kind: PlacedKind,
    ) -> Result<(), PaperError> {
        if text.is_empty() {
            return Ok(());
        }
        let sizes = &self.form.file.sizes;
        let face = self.answer_face();
        let room = (area.width, area.height);
        match fit(face, text, (sizes.answer, sizes.floor), room, &one.id)? {
            Some(block) => {
                let spare = (area.height - block.height(face)).at_least_zero();
                let lower = match one.frame {
                    // On a line one writes right above it.
                    Frame::Line => spare,
                    // The middle of what somebody else has ruled.
                    Frame::Printed if block.lines.len() == 1 => spare / 2,
                    Frame::Printed => Length::ZERO,
                    // A line that had to shrink keeps the baseline of its neighbours.
                    Frame::Box | Frame::None if block.lines.len() == 1 => {
                        (face.ascent(sizes.answer) - face.ascent(block.size)).min(spare)
                    }
                    Frame::Box | Frame::None => Length::ZERO,
                };
                self.draw_block(one.page, area.below(lower), &block, &one.id)?;
                self.place(&one.id, one.page, area, text, kind);
                Ok(())
            }
            None => self.go_on(one, text, area),
        }
    }

    /// Sends a text to a continuation sheet.
    pub(super) fn go_on(
        &mut self,
        one: &'a FormBox,
        text: &str,
        reference: Area,
    ) -> Result<(), PaperError> {
        if !one.continues() {
            return Err(PaperError::DoesNotFit {
                place: one.id.clone(),
            });
        }
        self.continued.push(Continued {
            one,
            reference,
            table: None,
            rows: vec![Row::single(&one.id, text)],
        });
        Ok(())
    }

    /// One character a cell. An answer with more characters than cells is printed as text.
    pub(super) fn comb(
        &mut self,
        one: &'a FormBox,
        fill: &'a CombFill,
        area: Area,
    ) -> Result<(), PaperError> {
        let cell = area.width / fill.cells;
        let at = |index: i64| Area {
            x: area.x + cell * index,
            width: cell,
            ..area
        };
        let text = match self.asked(one).value(&fill.fact) {
            None => String::new(),
            Some(FormValue::Text { text, .. }) => {
                let text = clean(&text);
                let letters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
                if one.frame == Frame::Printed && letters <= fill.cells {
                    text
                } else {
                    text.chars().filter(|c| *c != ' ').collect()
                }
            }
            Some(FormValue::Date(day)) => {
                let form = if fill.cells < 10 {
                    "%d%m%Y"
                } else {
                    "%d.%m.%Y"
                };
                day.format(form).to_string()
            }
            Some(FormValue::Number(number)) => number.to_string(),
            Some(FormValue::Choice(_) | FormValue::YesNo(_) | FormValue::Country(_)) => {
                return Err(PaperError::WrongKind {
                    place: one.id.clone(),
                    fact: fill.fact.to_string(),
                });
            }
        };
        let letters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
        if letters > fill.cells {
            return self.answer(one, &text, area);
        }
        let cells_drawn = match one.frame {
            Frame::Printed => 0,
            Frame::Box | Frame::Line | Frame::None => fill.cells,
        };
        for index in 1..cells_drawn {
            let x = at(index).x;
            let top = area.y + area.height / 2;
            self.line(one.page, (x, top), (x, area.bottom()));
        }
        let face = self.answer_face();
        let largest = self.form.file.sizes.answer;
        let (size, lower) = match one.frame {
            Frame::Box | Frame::Line | Frame::None => (largest, Length::ZERO),
            Frame::Printed => {
                let Some(size) = self.comb_size(&text, cell, area.height, &one.id)? else {
                    return self.answer(one, &text, area);
                };
                let spare = area.height - lines_height(face, size, 1);
                (size, spare.at_least_zero() / 2)
            }
        };
        for (index, letter) in (0..).zip(text.chars()) {
            if letter.is_whitespace() {
                continue;
            }
            let letter = letter.to_string();
            let place = format!("{}.{}", one.id, index + 1);
            let area = at(index);
            let x = area.x + (cell - face.width(&letter, size, &place)?) / 2;
            let style = Style {
                typeface: face.typeface(),
                size,
                shade: Shade::INK,
            };
            self.draw(
                one.page,
                (x, area.y + lower + face.ascent(size)),
                &letter,
                style,
                &place,
            )?;
            self.place(&place, one.page, area, &letter, PlacedKind::Text);
        }
        Ok(())
    }

    /// The largest size at which every letter is within its cell, or `None`.
    fn comb_size(
        &self,
        text: &str,
        cell: Length,
        height: Length,
        place: &str,
    ) -> Result<Option<TypeSize>, PaperError> {
        let face = self.answer_face();
        let sizes = &self.form.file.sizes;
        'sizes: for size in sizes.answer.down_to(sizes.floor) {
            if lines_height(face, size, 1) > height {
                continue;
            }
            for letter in text.chars() {
                if face.width(&letter.to_string(), size, place)? > cell {
                    continue 'sizes;
                }
            }
            return Ok(Some(size));
        }
        Ok(None)
    }

    pub(super) fn lines(
        &mut self,
        one: &'a FormBox,
        fill: &'a LinesFill,
        area: Area,
    ) -> Result<(), PaperError> {
        let lines = self
            .filling
            .facts
            .given(&fill.given)
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let line = clean(line).replace('\n', " ");
                if fill.numbered {
                    format!("{}) {line}", index + 1)
                } else {
                    line
                }
            })
            .collect::<Vec<_>>();
        self.answer(one, &lines.join("\n"), area)
    }

    pub(super) fn signing_date(&mut self, one: &'a FormBox, area: Area) -> Result<(), PaperError> {
        let date = self
            .form
            .file
            .texts
            .signature_date(self.language, self.filling.on);
        self.answer(one, &date, area)
    }

    /// The photo as large as its box allows, undistorted; or the place for a glued one.
    pub(super) fn photo(&mut self, one: &FormBox) -> Result<(), PaperError> {
        let Some(photo) = self.filling.photo else {
            if one.frame == Frame::Printed {
                return Ok(());
            }
            return self.label_in_middle(one);
        };
        let (width, height) = (i64::from(photo.width()), i64::from(photo.height()));
        let full = one.at;
        let by_width = full.width * height / width;
        let area = if by_width <= full.height {
            Area {
                y: full.y + (full.height - by_width) / 2,
                height: by_width,
                ..full
            }
        } else {
            let by_height = full.height * width / height;
            Area {
                x: full.x + (full.width - by_height) / 2,
                width: by_height,
                ..full
            }
        };
        self.mark(one.page, Mark::Photo { area });
        self.place(&one.id, one.page, area, "", PlacedKind::Photo);
        Ok(())
    }
}
