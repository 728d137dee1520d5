//! Printing onto a blank of paper: where the printer puts the ink, measured once on a test
//! sheet.

use chrono::NaiveDate;
use lopdf::dictionary;
use serde::Deserialize;

use super::fresh::Fresh;
use crate::error::PaperError;
use crate::ink::{FontBook, content, embed};
use crate::language::Words;
use crate::length::{Area, Length, TypeSize};
use crate::letters::{Breaks, Faces, Typeface, wrap};
use crate::number::decimal;
use crate::place::{Mark, Page, Shade};

/// Where the cross of the test sheet is meant to be, from the left and from the top.
const CROSS: Length = Length::millimetres(20);
/// How long the rulers of the test sheet are meant to be.
const ACROSS: Length = Length::millimetres(150);
const DOWN: Length = Length::millimetres(200);
/// A millionth.
const WHOLE: i64 = 1_000_000;
/// More than this no printer is wrong: two centimetres, and a tenth of the size.
const MOST_SHIFT: Length = Length::millimetres(40);
const SCALES: std::ops::RangeInclusive<i64> = 900_000..=1_100_000;

/// How ink is moved so that it comes to lie where the blank wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alignment {
    /// To the right; negative: to the left.
    right: Length,
    /// Downwards; negative: upwards.
    down: Length,
    /// Millionths of the width.
    across: i64,
    /// Millionths of the height.
    along: i64,
}

/// What was measured on the printed test sheet, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// From the left edge of the paper to the cross; 200 is right.
    pub left: i32,
    /// From the upper edge of the paper to the cross; 200 is right.
    pub top: i32,
    /// The length of the ruler across; 1500 is right.
    pub across: i32,
    /// The length of the ruler down; 2000 is right.
    pub down: i32,
}

impl Default for Alignment {
    fn default() -> Self {
        Self::shifted(0, 0)
    }
}

impl Alignment {
    /// Moved by so many tenths of a millimetre to the right and downwards.
    pub fn shifted(right: i32, down: i32) -> Self {
        Self {
            right: tenths(right),
            down: tenths(down),
            across: WHOLE,
            along: WHOLE,
        }
    }

    /// What undoes what the printer did on the test sheet; `None` when the figures cannot be
    /// those of a test sheet.
    pub fn of_test_sheet(measured: Measured) -> Option<Self> {
        let scale = |meant: Length, printed: i32| {
            let printed = tenths(printed).in_micrometres();
            (printed > 0)
                .then(|| meant.in_micrometres() * WHOLE / printed)
                .filter(|scale| SCALES.contains(scale))
        };
        let across = scale(ACROSS, measured.across)?;
        let along = scale(DOWN, measured.down)?;
        // A point meant for x is printed at cross + (x - 20 mm) / scale.
        let shift = |printed: i32, scale: i64| {
            CROSS - Length::micrometres(tenths(printed).in_micrometres() * scale / WHOLE)
        };
        let (right, down) = (shift(measured.left, across), shift(measured.top, along));
        Some(Self {
            right,
            down,
            across,
            along,
        })
        .filter(|alignment| alignment.is_usual())
    }

    /// Whether a printer may be wrong by so much.
    pub(super) fn is_usual(self) -> bool {
        let usual = |shift: Length| shift <= MOST_SHIFT && Length::ZERO - shift <= MOST_SHIFT;
        usual(self.right) && usual(self.down)
    }

    /// Where ink that is meant for this area comes to lie.
    pub(super) fn moved(self, area: Area) -> Area {
        let scaled = |length: Length, scale: i64| {
            Length::micrometres(length.in_micrometres() * scale / WHOLE)
        };
        Area {
            x: self.right + scaled(area.x, self.across),
            y: self.down + scaled(area.y, self.along),
            width: scaled(area.width, self.across),
            height: scaled(area.height, self.along),
        }
    }

    /// Moved once more.
    #[must_use]
    pub fn and_shifted(self, right: i32, down: i32) -> Self {
        Self {
            right: self.right + tenths(right),
            down: self.down + tenths(down),
            ..self
        }
    }

    /// The matrix for a page of this height, as an operator's operands.
    pub(super) fn operands(self, height: Length) -> String {
        // The page is scaled from its upper left corner, PDF counts from the lower one.
        let lift = Length::micrometres(
            height.in_micrometres() - height.in_micrometres() * self.along / WHOLE,
        );
        format!(
            "{} 0 0 {} {} {}",
            millionths(self.across),
            millionths(self.along),
            decimal(self.right.in_millipoints()),
            decimal((lift - self.down).in_millipoints())
        )
    }
}

fn tenths(number: i32) -> Length {
    Length::micrometres(i64::from(number) * 100)
}

fn millionths(number: i64) -> String {
    let (whole, rest) = (number / WHOLE, number % WHOLE);
    format!("{whole}.{rest:06}")
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// A language of sheets that are for the person and not for the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetLanguage {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl SheetLanguage {
    fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    fn of(self, words: &Words) -> &str {
        match self {
            Self::Kk => &words.kk,
            Self::Ru => &words.ru,
            Self::En => words.en.as_deref().unwrap_or_default(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetTexts {
    title: Words,
    steps: Vec<Words>,
    /// What is to be measured, and what it should be.
    measures: Vec<Words>,
    footer: Words,
}

/// The test sheet: a cross, two rulers, and what to measure. `texts` is the file
/// `assets/forms/calibration.toml`.
///
/// # Errors
/// When the file of texts is not right, or a text has a character that the font lacks.
pub fn calibration_sheet(
    texts: &str,
    language: SheetLanguage,
    on: NaiveDate,
) -> Result<Vec<u8>, PaperError> {
    let texts: SheetTexts = toml::from_str(texts).map_err(|error| PaperError::Malformed {
        form: "calibration".to_owned(),
        message: error.to_string(),
    })?;
    let faces = Faces::bundled()?;
    let mut drawing = Drawing {
        faces: &faces,
        page: Page::default(),
    };
    drawing.cross();
    drawing.ruler(ACROSS, true)?;
    drawing.ruler(DOWN, false)?;
    let mut y = Length::millimetres(50);
    let title = language.of(&texts.title);
    y = drawing.paragraph(title, (Typeface::Heading, 15_000), y)?;
    for (number, step) in (1..).zip(&texts.steps) {
        let step = format!("{number}. {}", language.of(step));
        y = drawing.paragraph(&step, (Typeface::Label, 11_000), y)?;
    }
    y += Length::millimetres(4);
    for (letter, measure) in ('A'..='Z').zip(&texts.measures) {
        let measure = format!("{letter}: {}", language.of(measure));
        y = drawing.paragraph(&measure, (Typeface::Number, 11_000), y)?;
    }
    drawing.paragraph(
        language.of(&texts.footer),
        (Typeface::Label, 8_000),
        Length::millimetres(270),
    )?;
    let page = drawing.page;
    let mut book = FontBook::default();
    book.read(&page);
    let mut fresh = Fresh::new();
    let fonts = embed(&book, &mut fresh.document, &faces)?;
    let size = (Length::millimetres(210), Length::millimetres(297));
    let drawn = content(page.marks.iter(), size.1, &book);
    fresh.page(size, drawn, dictionary! { "Font" => fonts });
    fresh.finish(title, language.code(), on)
}

struct Drawing<'a> {
    faces: &'a Faces,
    page: Page,
}

impl Drawing<'_> {
    fn line(&mut self, from: (Length, Length), to: (Length, Length), thickness: i64) {
        self.page.marks.push(Mark::Line {
            from,
            to,
            thickness: Length::micrometres(thickness),
            shade: Shade::INK,
        });
    }

    fn cross(&mut self) {
        let arm = Length::millimetres(8);
        self.line((CROSS - arm, CROSS), (CROSS + arm, CROSS), 200);
        self.line((CROSS, CROSS - arm), (CROSS, CROSS + arm), 200);
    }

    /// A ruler that begins at the cross, in millimetres.
    fn ruler(&mut self, length: Length, across: bool) -> Result<(), PaperError> {
        let place = |along: Length, aside: Length| {
            if across {
                (CROSS + along, CROSS + aside)
            } else {
                (CROSS + aside, CROSS + along)
            }
        };
        self.line(
            place(Length::ZERO, Length::ZERO),
            place(length, Length::ZERO),
            150,
        );
        let millimetres = length.in_micrometres() / 1000;
        for mark in 0..=millimetres {
            let tick = match mark {
                _ if mark % 10 == 0 => 5000,
                _ if mark % 5 == 0 => 3500,
                _ => 2000,
            };
            let along = Length::millimetres(mark);
            self.line(
                place(along, Length::ZERO),
                place(along, Length::micrometres(tick)),
                120,
            );
            // The first figure stands on one ruler only: in the corner two would collide.
            if mark % 10 == 0 && (mark > 10 || across && mark > 0) {
                let aside = Length::micrometres(if across { 8200 } else { 5800 });
                let (x, y) = place(along, aside);
                let lower = Length::micrometres(if across { 0 } else { 900 });
                self.text(
                    &mark.to_string(),
                    (Typeface::Label, TypeSize::millipoints(7_000)),
                    (
                        x - Length::micrometres(if across { 1700 } else { 0 }),
                        y + lower,
                    ),
                )?;
            }
        }
        Ok(())
    }

    fn text(
        &mut self,
        text: &str,
        (typeface, size): (Typeface, TypeSize),
        (x, baseline): (Length, Length),
    ) -> Result<(), PaperError> {
        let run = self.faces.of(typeface).shape(text, "calibration")?;
        self.page.marks.push(Mark::Text {
            x,
            baseline,
            typeface,
            size,
            shade: Shade::INK,
            run,
        });
        Ok(())
    }

    /// A paragraph from this height; returns the height below it.
    fn paragraph(
        &mut self,
        text: &str,
        (typeface, size): (Typeface, i64),
        top: Length,
    ) -> Result<Length, PaperError> {
        let size = TypeSize::millipoints(size);
        let face = self.faces.of(typeface);
        let area = Area {
            x: Length::millimetres(45),
            y: top,
            width: Length::millimetres(145),
            height: Length::ZERO,
        };
        let lines = wrap(
            face,
            text,
            size,
            area.width,
            Breaks::Anywhere,
            "calibration",
        )?
        .unwrap_or_default();
        let mut baseline = top + face.ascent(size);
        for line in &lines {
            self.text(line, (typeface, size), (area.x, baseline))?;
            baseline += size.times_thousandths(1350);
        }
        Ok(baseline - face.ascent(size) + Length::millimetres(2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a printer puts a point of the test sheet, in micrometres.
    fn printed(meant: i64, cross: i64, ruler: i64, length: i64) -> i64 {
        cross + (meant - 20_000) * ruler / length
    }

    #[test]
    fn what_was_measured_is_undone() {
        let measured = Measured {
            left: 215,
            top: 190,
            across: 1485,
            down: 2010,
        };
        let alignment = Alignment::of_test_sheet(measured).unwrap();
        for meant in [20_000, 57_300, 180_000] {
            let sent = meant * alignment.across / WHOLE + alignment.right.in_micrometres();
            let lies = printed(sent, 21_500, 148_500, 150_000);
            assert!(lies.abs_diff(meant) <= 2, "{meant} lies at {lies}");
            let sent = meant * alignment.along / WHOLE + alignment.down.in_micrometres();
            let lies = printed(sent, 19_000, 201_000, 200_000);
            assert!(lies.abs_diff(meant) <= 2, "{meant} lies at {lies}");
        }
    }

    #[test]
    fn a_right_sheet_changes_nothing_and_a_wrong_one_is_refused() {
        let right = Measured {
            left: 200,
            top: 200,
            across: 1500,
            down: 2000,
        };
        assert_eq!(Alignment::of_test_sheet(right), Some(Alignment::default()));
        for wrong in [
            Measured { across: 0, ..right },
            Measured {
                down: -2000,
                ..right
            },
            Measured {
                across: 150,
                ..right
            },
            Measured { left: 900, ..right },
        ] {
            assert_eq!(Alignment::of_test_sheet(wrong), None);
        }
    }
}
