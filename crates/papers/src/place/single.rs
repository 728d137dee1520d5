//! What only the boxes of somebody else's blank hold: ticks, states, parts of a date, and
//! words on ruled lines.

use chrono::Datelike;

use super::desk::Desk;
use super::marks::RULE;
use crate::error::PaperError;
use crate::facts::FormValue;
use crate::form::{DateFill, DatePart, FormBox, StatesFill, TickFill};
use crate::length::{Area, Length};
use crate::letters::{Block, Breaks, lines_height, wrap};
use crate::paper::PlacedKind;

impl<'a> Desk<'a> {
    /// Ticks the square when all of its conditions hold.
    pub(super) fn tick_box(
        &mut self,
        one: &'a FormBox,
        fill: &TickFill,
        _: Area,
    ) -> Result<(), PaperError> {
        if !self.asked(one).hold(&fill.when) {
            return Ok(());
        }
        let side = one.at.width.min(one.at.height) - RULE * 2;
        if side <= Length::ZERO {
            return Err(PaperError::DoesNotFit {
                place: one.id.clone(),
            });
        }
        let square = Area {
            x: one.at.x + (one.at.width - side) / 2,
            y: one.at.y + (one.at.height - side) / 2,
            width: side,
            height: side,
        };
        self.tick(one.page, square);
        self.place(&one.id, one.page, one.at, "", PlacedKind::Tick);
        Ok(())
    }

    /// Prints the words of the state that the answer stands for.
    pub(super) fn state(
        &mut self,
        one: &'a FormBox,
        fill: &StatesFill,
        area: Area,
    ) -> Result<(), PaperError> {
        let Some(value) = self.asked(one).value(&fill.fact) else {
            return Ok(());
        };
        let option = match value {
            FormValue::Choice(option) | FormValue::Country(option) => option,
            FormValue::YesNo(yes) => if yes { "yes" } else { "no" }.to_owned(),
            FormValue::Text { .. } | FormValue::Date(_) | FormValue::Number(_) => {
                return Err(self.wrong_kind(one, fill.fact.as_str()));
            }
        };
        let Some(words) = fill.states.get(&option) else {
            return Err(PaperError::UnknownOption {
                place: one.id.clone(),
                option,
            });
        };
        self.answer(one, words, area)
    }

    /// A day, or the part of it that the box asks.
    pub(super) fn date(
        &mut self,
        one: &'a FormBox,
        fill: &DateFill,
        area: Area,
    ) -> Result<(), PaperError> {
        let day = match self.asked(one).value(&fill.fact) {
            None => return Ok(()),
            Some(FormValue::Date(day)) => day,
            Some(
                FormValue::Text { .. }
                | FormValue::Choice(_)
                | FormValue::YesNo(_)
                | FormValue::Country(_)
                | FormValue::Number(_),
            ) => return Err(self.wrong_kind(one, fill.fact.as_str())),
        };
        let text = match fill.part {
            DatePart::Whole => day.format("%d.%m.%Y").to_string(),
            DatePart::Day => day.format("%d").to_string(),
            DatePart::Month => day.format("%m").to_string(),
            DatePart::MonthName => self
                .form
                .file
                .texts
                .month(self.language, day.month())
                .to_owned(),
            DatePart::Year => day.format("%Y").to_string(),
        };
        self.answer(one, &text, area)
    }

    fn wrong_kind(&self, one: &FormBox, fact: &str) -> PaperError {
        PaperError::WrongKind {
            place: one.id.clone(),
            fact: fact.to_owned(),
        }
    }

    /// Sets a text so that its lines stand on the ruled lines of the paper.
    pub(super) fn ruled_answer(
        &mut self,
        one: &'a FormBox,
        text: &str,
        area: Area,
        pitch: Length,
    ) -> Result<(), PaperError> {
        if text.is_empty() {
            return Ok(());
        }
        let face = self.answer_face();
        let sizes = &self.form.file.sizes;
        for size in sizes.answer.down_to(sizes.floor) {
            if lines_height(face, size, 1) > pitch {
                continue;
            }
            let Some(lines) = wrap(face, text, size, area.width, Breaks::BetweenWords, &one.id)?
            else {
                continue;
            };
            let count = i64::try_from(lines.len()).unwrap_or(i64::MAX / 1_000_000);
            if pitch * count > area.height {
                continue;
            }
            let mut rule = area.y;
            for line in lines {
                rule += pitch;
                let line = Block {
                    size,
                    lines: vec![line],
                };
                let top = rule - lines_height(face, size, 1);
                self.draw_block(one.page, Area { y: top, ..area }, &line, &one.id)?;
            }
            self.place(&one.id, one.page, area, text, PlacedKind::Text);
            return Ok(());
        }
        self.go_on(one, text, area)
    }
}
