//! What is printed on the blank form too: frames, numbers, labels, fixed texts, footers.

use super::desk::{Desk, Style};
use super::marks::{Mark, PAD, PAD_ENDS, RULE, Shade};
use crate::error::PaperError;
use crate::form::{Align, Fill, FormBox, Frame, ParagraphStyle, StaticFill};
use crate::language::FormLanguage;
use crate::length::{Area, Length};
use crate::letters::{Breaks, Typeface, lines_height, wrap};

/// Between the number of an item and its label.
const NUMBER_GAP: Length = Length::micrometres(1100);
/// What an answer on somebody else's blank keeps free at the left and right.
const PRINTED_SIDES: Length = Length::micrometres(500);
/// Between two paragraphs of a fixed text.
const PARAGRAPH_GAP: Length = Length::micrometres(900);

impl Desk<'_> {
    /// Draws the frame, number and label of a box; returns the area left for its answer.
    pub(super) fn furnish(&mut self, one: &FormBox) -> Result<Area, PaperError> {
        if one.frame == Frame::Printed {
            // The cells of a comb divide the whole width.
            let sides = if matches!(one.fill, Fill::Comb(_)) {
                Length::ZERO
            } else {
                PRINTED_SIDES
            };
            return Ok(one.at.inset(sides, Length::ZERO));
        }
        let captioned = one.label.is_some() && one.fill != Fill::Photo;
        let caption = if captioned {
            let face = self.faces.of(Typeface::Label);
            let lines = usize::try_from(one.label_lines).unwrap_or(1);
            lines_height(face, self.form.file.sizes.label, lines) + PAD_ENDS
        } else {
            Length::ZERO
        };
        let left_over = (one.at.height - caption).at_least_zero();
        let (caption_top, rest) = match one.frame {
            Frame::Box | Frame::None | Frame::Printed => {
                (one.at.y + PAD_ENDS, one.at.below(caption))
            }
            Frame::Line => (
                one.at.y + left_over + PAD_ENDS,
                Area {
                    height: left_over,
                    ..one.at
                },
            ),
        };
        match one.frame {
            Frame::Box => self.mark(
                one.page,
                Mark::Outline {
                    area: one.at,
                    thickness: RULE,
                    shade: Shade::RULE,
                },
            ),
            Frame::Line => self.line(
                one.page,
                (one.at.x, rest.bottom()),
                (one.at.right(), rest.bottom()),
            ),
            Frame::None | Frame::Printed => {}
        }
        if captioned {
            self.caption(one, caption_top)?;
        }
        Ok(match one.frame {
            Frame::Box | Frame::Line => rest.inset(PAD, Length::ZERO),
            Frame::None | Frame::Printed => rest,
        })
    }

    fn caption(&mut self, one: &FormBox, top: Length) -> Result<(), PaperError> {
        let Some(label) = &one.label else {
            return Ok(());
        };
        let size = self.form.file.sizes.label;
        let face = self.faces.of(Typeface::Label);
        let mut baseline = top + face.ascent(size);
        let left = match one.frame {
            Frame::Box => one.at.x + PAD,
            Frame::Line | Frame::None | Frame::Printed => one.at.x,
        };
        let mut x = left;
        if let (Some(item), true) = (&one.item, one.item_shown) {
            let style = Style {
                typeface: Typeface::Number,
                size,
                shade: Shade::INK,
            };
            x = self.draw(one.page, (x, baseline), &format!("{item}."), style, &one.id)?
                + NUMBER_GAP;
        }
        let width = one.at.right() - PAD / 2 - x;
        let words = label.of(self.language);
        let lines = wrap(face, words, size, width, Breaks::BetweenWords, &one.id)?
            .filter(|lines| i64::try_from(lines.len()).is_ok_and(|count| count <= one.label_lines))
            .ok_or_else(|| self.too_long(&one.id))?;
        let style = Style {
            typeface: Typeface::Label,
            size,
            shade: Shade::LABEL,
        };
        for line in &lines {
            self.draw(one.page, (x, baseline), line, style, &one.id)?;
            baseline += size.times_thousandths(1250);
        }
        Ok(())
    }

    /// The label in the middle of a box that is left free.
    pub(super) fn label_in_middle(&mut self, one: &FormBox) -> Result<(), PaperError> {
        let Some(label) = &one.label else {
            return Ok(());
        };
        let size = self.form.file.sizes.label;
        let face = self.faces.of(Typeface::Label);
        let area = one.at.inset(PAD * 2, PAD);
        let words = label.of(self.language);
        let lines = wrap(face, words, size, area.width, Breaks::BetweenWords, &one.id)?
            .ok_or_else(|| self.too_long(&one.id))?;
        let height = lines_height(face, size, lines.len());
        let style = Style {
            typeface: Typeface::Label,
            size,
            shade: Shade::LABEL,
        };
        let mut baseline = area.y + (area.height - height) / 2 + face.ascent(size);
        for line in &lines {
            let x = area.x + (area.width - face.width(line, size, &one.id)?) / 2;
            self.draw(one.page, (x, baseline), line, style, &one.id)?;
            baseline += size.times_thousandths(1250);
        }
        Ok(())
    }

    /// A fixed text of the form.
    pub(super) fn fixed(
        &mut self,
        one: &FormBox,
        fixed: &StaticFill,
        area: Area,
    ) -> Result<(), PaperError> {
        let sizes = &self.form.file.sizes;
        let paragraphs = match self.language {
            FormLanguage::Kk => &fixed.kk,
            FormLanguage::Ru => &fixed.ru,
        };
        let mut top = area.y;
        for paragraph in paragraphs {
            let (typeface, size, shade) = match paragraph.style {
                ParagraphStyle::Title => (Typeface::Heading, sizes.title, Shade::INK),
                ParagraphStyle::Subtitle => (Typeface::Answer, sizes.subtitle, Shade::INK),
                ParagraphStyle::Section => (Typeface::Heading, sizes.section, Shade::INK),
                ParagraphStyle::Body => (Typeface::Label, sizes.body, Shade::INK),
            };
            let face = self.faces.of(typeface);
            let lines = wrap(
                face,
                &paragraph.text,
                size,
                area.width,
                Breaks::BetweenWords,
                &one.id,
            )?
            .ok_or_else(|| self.too_long(&one.id))?;
            let mut baseline = top + face.ascent(size);
            for line in &lines {
                let x = match fixed.align {
                    Align::Left => area.x,
                    Align::Centre => area.x + (area.width - face.width(line, size, &one.id)?) / 2,
                };
                let style = Style {
                    typeface,
                    size,
                    shade,
                };
                self.draw(one.page, (x, baseline), line, style, &one.id)?;
                baseline += size.times_thousandths(1250);
            }
            top += lines_height(face, size, lines.len());
            if top > area.bottom() {
                return Err(self.too_long(&one.id));
            }
            top += PARAGRAPH_GAP;
        }
        Ok(())
    }

    /// The footers, once the number of pages is known.
    pub(super) fn footers(&mut self) -> Result<(), PaperError> {
        let file = &self.form.file;
        let pages = self.pages.len();
        let size = file.sizes.footer;
        let face = self.faces.of(Typeface::Label);
        let printable = file.page.printable();
        let style = Style {
            typeface: Typeface::Label,
            size,
            shade: Shade::LABEL,
        };
        for page in file.page.foreign + 1..=pages {
            let left = file
                .texts
                .footer
                .with(self.language, &[("edition", &file.edition)]);
            let right = file.texts.page_of.with(
                self.language,
                &[("page", &page.to_string()), ("pages", &pages.to_string())],
            );
            let right_x = printable.right() - face.width(&right, size, "footer")?;
            let end = self.draw(
                page,
                (printable.x, file.page.footer),
                &left,
                style,
                "footer",
            )?;
            if end + PAD > right_x {
                return Err(self.too_long("footer"));
            }
            self.draw(page, (right_x, file.page.footer), &right, style, "footer")?;
        }
        Ok(())
    }
}
