//! Answers in single boxes: text, combs, lines, the photo, the date of signing.

use super::desk::{Desk, Style};
use super::marks::{Mark, Shade};
use super::rows::Row;
use super::sheets::Continued;
use crate::error::PaperError;
use crate::facts::FormValue;
use crate::form::{CombFill, FormBox, Frame, LinesFill, TextFill};
use crate::length::{Area, Length};
use crate::letters::{clean, fit};
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
            Asked::whole(self.filling.facts),
            &watch,
            &mut self.notes,
        )?;
        self.answer(one, &clean(&said), area)
    }

    /// Sets a text into its box, or sends it to a continuation sheet.
    fn answer(&mut self, one: &'a FormBox, text: &str, area: Area) -> Result<(), PaperError> {
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
                    // A line that had to shrink keeps the baseline of its neighbours.
                    Frame::Box | Frame::None if block.lines.len() == 1 => {
                        (face.ascent(sizes.answer) - face.ascent(block.size)).min(spare)
                    }
                    Frame::Box | Frame::None => Length::ZERO,
                };
                self.draw_block(one.page, area.below(lower), &block, &one.id)?;
                self.place(&one.id, one.page, area, text, PlacedKind::Text);
                Ok(())
            }
            None if one.continues() => {
                self.continued.push(Continued {
                    one,
                    reference: area,
                    table: None,
                    rows: vec![Row::single(&one.id, text)],
                });
                Ok(())
            }
            None => Err(PaperError::DoesNotFit {
                place: one.id.clone(),
            }),
        }
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
        let text = match self.filling.facts.value(&fill.fact) {
            None => String::new(),
            Some(FormValue::Text { text, .. }) => {
                clean(&text).chars().filter(|c| *c != ' ').collect()
            }
            Some(
                FormValue::Date(_)
                | FormValue::Choice(_)
                | FormValue::YesNo(_)
                | FormValue::Country(_)
                | FormValue::Number(_),
            ) => {
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
        for index in 1..fill.cells {
            let x = at(index).x;
            let top = area.y + area.height / 2;
            self.line(one.page, (x, top), (x, area.bottom()));
        }
        let size = self.form.file.sizes.answer;
        let face = self.answer_face();
        for (index, letter) in (0..).zip(text.chars()) {
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
                (x, area.y + face.ascent(size)),
                &letter,
                style,
                &place,
            )?;
            self.place(&place, one.page, area, &letter, PlacedKind::Text);
        }
        Ok(())
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
