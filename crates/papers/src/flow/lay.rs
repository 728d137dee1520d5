//! Blocks in words on sheets.

use qonys_texts::Lang;

use super::block::{ItemMark, Style};
use super::compose::{Composed, Kind};
use super::file::FlowFile;
use super::sheet::{Set, Sheets};
use crate::error::PaperError;
use crate::form::Align;
use crate::length::{Area, Length};
use crate::letters::{Faces, Typeface};
use crate::paper::{Placed, PlacedKind};
use crate::place::{Mark, Page, Shade};

/// Above a paragraph.
const ABOVE_TEXT: Length = Length::micrometres(1800);
/// Above a heading.
const ABOVE_SECTION: Length = Length::micrometres(4500);
/// A heading stays with so much of what follows it.
const WITH_HEADING: Length = Length::millimetres(16);
/// Above a line of a list.
const ABOVE_ITEM: Length = Length::micrometres(900);
/// From the edge to the words of a list.
const ITEM_INDENT: Length = Length::micrometres(6000);
/// The side of a square to tick.
pub(super) const SQUARE: Length = Length::micrometres(3200);
/// Thin rules.
pub(super) const RULE: Length = Length::micrometres(180);
/// The room above a line for a signature.
const SIGNATURE_ROOM: Length = Length::millimetres(13);
/// The length that is checked with a ruler.
const CHECKED: Length = Length::millimetres(100);
/// A tick of the pen.
const STROKE: Length = Length::micrometres(500);

pub(super) fn lay_out(
    file: &FlowFile,
    lang: Lang,
    faces: &Faces,
    blocks: &[Composed],
) -> Result<(Vec<Page>, Vec<Placed>), PaperError> {
    let mut sheets = Sheets::new(file, lang, faces);
    let mut rest = blocks;
    while !rest.is_empty() {
        let headings = rest.iter().take_while(|block| is_heading(block)).count();
        let (group, after) = rest.split_at((headings + 1).min(rest.len()));
        sheets.group(group, headings)?;
        rest = after;
    }
    sheets.footers()?;
    Ok((sheets.pages, sheets.placed))
}

fn is_heading(block: &Composed) -> bool {
    match &block.kind {
        Kind::Text { style, .. } => match style {
            Style::Title | Style::Subtitle | Style::Section => true,
            Style::Body | Style::Small => false,
        },
        Kind::Items { .. }
        | Kind::Fields { .. }
        | Kind::Table { .. }
        | Kind::Signature { .. }
        | Kind::CheckLine { .. }
        | Kind::PageBreak => false,
    }
}

impl Sheets<'_> {
    /// Headings and the block that they stand over. Whatever that block is, its beginning is on the sheet of its heading:
    /// where it is not, all of them go on to the next.
    fn group(&mut self, blocks: &[Composed], headings: usize) -> Result<(), PaperError> {
        let (over, under) = blocks.split_at(headings);
        let (pages, placed, y) = (self.pages.len(), self.placed.len(), self.y);
        let marks = self.marks_on(pages);
        self.blocks(over)?;
        let heading = self.pages.len();
        let drawn = self.marks_on(heading);
        self.blocks(under)?;
        let parted = self.pages.len() > heading && self.marks_on(heading) == drawn;
        if over.is_empty() || !parted || heading > pages || (y == self.body().y && marks == 0) {
            return Ok(());
        }
        self.pages.truncate(pages);
        if let Some(page) = self.pages.last_mut() {
            page.marks.truncate(marks);
        }
        self.placed.truncate(placed);
        self.new_page();
        self.blocks(blocks)
    }

    fn blocks(&mut self, blocks: &[Composed]) -> Result<(), PaperError> {
        for block in blocks {
            self.space(block.above);
            self.block(block)?;
        }
        Ok(())
    }

    /// How many marks a sheet has, by its number from 1.
    fn marks_on(&self, page: usize) -> usize {
        page.checked_sub(1)
            .and_then(|index| self.pages.get(index))
            .map_or(0, |page| page.marks.len())
    }

    pub(super) fn set(&self, style: Style) -> Set {
        let sizes = &self.file.sizes;
        let (typeface, size, shade) = match style {
            Style::Title => (Typeface::Heading, sizes.title, Shade::INK),
            Style::Subtitle => (Typeface::Answer, sizes.subtitle, Shade::INK),
            Style::Section => (Typeface::Heading, sizes.section, Shade::INK),
            Style::Body => (Typeface::Answer, sizes.body, Shade::INK),
            Style::Small => (Typeface::Label, sizes.small, Shade::LABEL),
        };
        Set {
            typeface,
            size,
            shade,
        }
    }

    fn block(&mut self, block: &Composed) -> Result<(), PaperError> {
        let place = block.place.as_str();
        match &block.kind {
            Kind::Text {
                text, style, align, ..
            } => self.text(place, text, *style, *align),
            Kind::Items { mark, lines } => self.items(place, *mark, lines),
            Kind::Fields { labels, rows } => self.fields(place, *labels, rows),
            Kind::Table { columns, rows } => self.table(place, columns, rows),
            Kind::Signature { caption, date, day } => {
                self.signature(place, caption, date, day.as_deref())
            }
            Kind::CheckLine { text } => self.check_line(place, text),
            Kind::PageBreak => {
                if !self.at_top() {
                    self.new_page();
                }
                Ok(())
            }
        }
    }

    fn text(
        &mut self,
        place: &str,
        text: &str,
        style: Style,
        align: Align,
    ) -> Result<(), PaperError> {
        let set = self.set(style);
        let body = self.body();
        self.space(match style {
            Style::Section => ABOVE_SECTION,
            Style::Title | Style::Subtitle | Style::Body | Style::Small => ABOVE_TEXT,
        });
        let lines = self.wrapped(text, set, body.width, place)?;
        match style {
            Style::Title | Style::Subtitle | Style::Section => {
                self.keep_together(self.height(set, lines.len()) + WITH_HEADING);
            }
            Style::Body | Style::Small => {}
        }
        self.running(place, &lines, set, (body.x, body.width), align)
    }

    /// Lines that may run on to the next sheet. Of a paragraph never one line alone stays behind or goes on.
    fn running(
        &mut self,
        place: &str,
        lines: &[String],
        set: Set,
        (x, width): (Length, Length),
        align: Align,
    ) -> Result<(), PaperError> {
        let mut rest = lines;
        while !rest.is_empty() {
            let mut now = self.lines_within(set, rest.len(), self.left());
            if now < rest.len() {
                if rest.len() - now == 1 {
                    now = now.saturating_sub(1);
                }
                if now < 2 && !self.at_top() {
                    self.new_page();
                    continue;
                }
                now = now.max(1);
            }
            let (part, after) = rest.split_at(now);
            let area = Area {
                x,
                y: self.y,
                width,
                height: self.height(set, part.len()),
            };
            self.draw_lines(area, part, set, align == Align::Centre, place)?;
            self.place(place, area, &part.join(" "), PlacedKind::Text);
            self.y += area.height;
            rest = after;
            if !rest.is_empty() {
                self.new_page();
            }
        }
        Ok(())
    }

    fn items(&mut self, place: &str, mark: ItemMark, lines: &[String]) -> Result<(), PaperError> {
        let set = self.set(Style::Body);
        let body = self.body();
        let indent = match mark {
            ItemMark::Dash | ItemMark::Square => ITEM_INDENT,
            ItemMark::None => Length::ZERO,
        };
        let width = body.width - indent;
        for (index, line) in lines.iter().enumerate() {
            let place = format!("{place}.{}", index + 1);
            self.space(ABOVE_ITEM);
            let wrapped = self.wrapped(line, set, width, &place)?;
            self.keep_together(self.height(set, wrapped.len().min(2)));
            let face = self.face(set);
            let baseline = self.y + face.ascent(set.size);
            match mark {
                ItemMark::Dash => self.draw(
                    (body.x + Length::millimetres(1), baseline),
                    "–",
                    set,
                    &place,
                )?,
                ItemMark::Square => {
                    let area = Area {
                        x: body.x,
                        y: baseline - SQUARE + Length::micrometres(350),
                        width: SQUARE,
                        height: SQUARE,
                    };
                    self.square(area, false);
                }
                ItemMark::None => {}
            }
            self.running(&place, &wrapped, set, (body.x + indent, width), Align::Left)?;
        }
        Ok(())
    }

    /// A square, ticked or free. Squares and ticks are paths.
    pub(super) fn square(&mut self, area: Area, ticked: bool) {
        self.mark(Mark::Outline {
            area,
            thickness: RULE,
            shade: Shade::INK,
        });
        if ticked {
            let at = |x: i64, y: i64| {
                (
                    area.x + area.width * x / 100,
                    area.y + area.height * y / 100,
                )
            };
            for (from, to) in [(at(18, 52), at(42, 78)), (at(42, 78), at(84, 20))] {
                self.rule(from, to, STROKE, Shade::INK);
            }
        }
    }

    fn signature(
        &mut self,
        place: &str,
        caption: &str,
        date: &str,
        day: Option<&str>,
    ) -> Result<(), PaperError> {
        let body = self.body();
        let small = self.set(Style::Small);
        let set = self.set(Style::Body);
        let half = Length::millimetres(75);
        let captions = self.height(small, 1) + Length::micrometres(400);
        self.keep_together(SIGNATURE_ROOM + captions);
        let line = self.y + SIGNATURE_ROOM;
        let right = body.right() - half;
        for (x, words, name) in [(body.x, date, "date"), (right, caption, "signature")] {
            self.rule((x, line), (x + half, line), RULE, Shade::RULE);
            let area = Area {
                x,
                y: line + Length::micrometres(400),
                width: half,
                height: self.height(small, 1),
            };
            let place = format!("{place}.{name}");
            let lines = self.wrapped(words, small, half, &place)?;
            self.draw_lines(area, &lines[..1.min(lines.len())], small, false, &place)?;
        }
        if let Some(day) = day {
            let place = format!("{place}.day");
            let area = Area {
                x: body.x,
                y: line - self.height(set, 1),
                width: half,
                height: self.height(set, 1),
            };
            self.draw_lines(area, &[day.to_owned()], set, false, &place)?;
            self.place(&place, area, day, PlacedKind::Text);
        }
        self.y = line + captions;
        Ok(())
    }

    /// A line of 100 mm with its ends marked, and what it is for.
    fn check_line(&mut self, place: &str, text: &str) -> Result<(), PaperError> {
        let body = self.body();
        let set = self.set(Style::Small);
        let tick = Length::millimetres(2);
        let lines = self.wrapped(text, set, body.width, place)?;
        let words = self.height(set, lines.len());
        self.space(ABOVE_SECTION);
        self.keep_together(tick * 2 + ABOVE_ITEM + words);
        let y = self.y + tick;
        let right = body.x + CHECKED;
        self.rule((body.x, y), (right, y), RULE, Shade::INK);
        for x in [body.x, right] {
            self.rule((x, y - tick), (x, y + tick), RULE, Shade::INK);
        }
        self.y += tick * 2 + ABOVE_ITEM;
        self.running(place, &lines, set, (body.x, body.width), Align::Left)
    }
}
