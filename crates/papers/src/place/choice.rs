//! Choices: every option with a square, the chosen one ticked. Squares and ticks are paths.

use super::desk::{Desk, Style};
use super::marks::{Mark, RULE, Shade};
use crate::error::PaperError;
use crate::facts::FormValue;
use crate::form::{ChoiceFill, FormBox};
use crate::length::{Area, Length};
use crate::letters::Typeface;
use crate::paper::PlacedKind;

/// The side of a square.
const SQUARE: Length = Length::micrometres(3000);
/// Between a square and its words.
const GAP: Length = Length::micrometres(1300);
/// Between an option and the next square.
const APART: Length = Length::micrometres(4200);
/// From one line of options to the next.
const LINE: Length = Length::micrometres(4900);
/// The stroke of a tick.
const STROKE: Length = Length::micrometres(500);

impl Desk<'_> {
    pub(super) fn choice(
        &mut self,
        one: &FormBox,
        fill: &ChoiceFill,
        area: Area,
    ) -> Result<(), PaperError> {
        let chosen = match self.filling.facts.value(&fill.fact) {
            None => None,
            Some(FormValue::Choice(option)) => Some(option),
            Some(FormValue::YesNo(yes)) => Some(if yes { "yes" } else { "no" }.to_owned()),
            Some(
                FormValue::Text { .. }
                | FormValue::Date(_)
                | FormValue::Country(_)
                | FormValue::Number(_),
            ) => {
                return Err(PaperError::WrongKind {
                    place: one.id.clone(),
                    fact: fill.fact.to_string(),
                });
            }
        };
        if let Some(option) = &chosen
            && !fill.unticked.contains(option)
            && !fill
                .options
                .iter()
                .any(|offered| offered.is_ticked_by(option))
        {
            return Err(PaperError::UnknownOption {
                place: one.id.clone(),
                option: option.clone(),
            });
        }
        let size = self.form.file.sizes.option;
        let face = self.faces.of(Typeface::Label);
        let style = Style {
            typeface: Typeface::Label,
            size,
            shade: Shade::INK,
        };
        let (mut x, mut y) = (area.x, area.y + Length::micrometres(700));
        for option in &fill.options {
            let words = option.words.of(self.language);
            let width = SQUARE + GAP + face.width(words, size, &one.id)?;
            if x > area.x && x + width > area.right() {
                x = area.x;
                y += LINE;
            }
            if x + width > area.right() || y + SQUARE > area.bottom() {
                return Err(self.too_long(&one.id));
            }
            let square = Area {
                x,
                y,
                width: SQUARE,
                height: SQUARE,
            };
            self.mark(
                one.page,
                Mark::Outline {
                    area: square,
                    thickness: RULE,
                    shade: Shade::INK,
                },
            );
            if chosen
                .as_deref()
                .is_some_and(|chosen| option.is_ticked_by(chosen))
            {
                self.tick(one.page, square);
                let place = format!("{}.{}", one.id, option.id);
                self.place(&place, one.page, square, "", PlacedKind::Tick);
            }
            // The words stand on the foot of the square, less the optical overshoot.
            let baseline = square.bottom() - Length::micrometres(400);
            self.draw(
                one.page,
                (x + SQUARE + GAP, baseline),
                words,
                style,
                &one.id,
            )?;
            x += width + APART;
        }
        Ok(())
    }

    pub(super) fn tick(&mut self, page: usize, square: Area) {
        let at = |x: i64, y: i64| {
            (
                square.x + square.width * x / 100,
                square.y + square.height * y / 100,
            )
        };
        for (from, to) in [(at(18, 52), at(42, 78)), (at(42, 78), at(84, 20))] {
            self.mark(
                page,
                Mark::Line {
                    from,
                    to,
                    thickness: STROKE,
                    shade: Shade::INK,
                },
            );
        }
    }
}
