//! From marks to the operators of a content stream, for pages that are not ours.

use std::fmt::Write;

use super::fonts::{FontBook, tag};
use crate::length::{Area, Length};
use crate::letters::Run;
use crate::number::decimal;
use crate::place::{Mark, Shade};

/// The name of the photo among the resources.
pub(crate) const PHOTO_NAME: &str = super::PHOTO;

/// The operators that draw the marks on a sheet of this height, in points from its bottom
/// left corner.
pub(crate) fn content<'a>(
    marks: impl Iterator<Item = &'a Mark>,
    height: Length,
    book: &FontBook,
) -> String {
    let mut out = String::new();
    let point = |(x, y): (Length, Length)| format!("{} {}", points(x), points(height - y));
    for mark in marks {
        match mark {
            Mark::Text {
                x,
                baseline,
                typeface,
                size,
                shade,
                run,
            } => {
                line(&mut out, &format!("{} g BT", grey(*shade)));
                line(&mut out, &format!("{} Td", point((*x, *baseline))));
                let size = decimal(size.in_millipoints());
                text(&mut out, run, &size, |glyph, words| {
                    book.find(*typeface, glyph, words)
                });
                line(&mut out, "ET");
            }
            Mark::Line {
                from,
                to,
                thickness,
                shade,
            } => line(
                &mut out,
                &format!(
                    "{} G {} w {} m {} l S",
                    grey(*shade),
                    points(*thickness),
                    point(*from),
                    point(*to)
                ),
            ),
            Mark::Outline {
                area,
                thickness,
                shade,
            } => line(
                &mut out,
                &format!(
                    "{} G {} w {} re S",
                    grey(*shade),
                    points(*thickness),
                    rectangle(*area, height)
                ),
            ),
            Mark::Fill { area, shade } => line(
                &mut out,
                &format!("{} g {} re f", grey(*shade), rectangle(*area, height)),
            ),
            Mark::Photo { area } => line(
                &mut out,
                &format!(
                    "q {} 0 0 {} {} {} cm /{PHOTO_NAME} Do Q",
                    points(area.width),
                    points(area.height),
                    points(area.x),
                    points(height - area.bottom())
                ),
            ),
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn points(length: Length) -> String {
    decimal(length.in_millipoints())
}

fn grey(shade: Shade) -> String {
    decimal(shade.0)
}

fn rectangle(area: Area, height: Length) -> String {
    format!(
        "{} {} {} {}",
        points(area.x),
        points(height - area.bottom()),
        points(area.width),
        points(area.height)
    )
}

/// One run of glyphs, kerned.
fn text(out: &mut String, run: &Run, size: &str, find: impl Fn(u16, &str) -> Option<(usize, u16)>) {
    let mut font = None;
    let mut shown = String::new();
    for glyph in &run.glyphs {
        // Every glyph was noted in the book when the page was read.
        let Some((subset, id)) = find(glyph.id, run.text_of(glyph)) else {
            continue;
        };
        if font != Some(subset) {
            show(out, &mut shown);
            line(out, &format!("/{} {size} Tf", tag(subset)));
            font = Some(subset);
        }
        adjust(&mut shown, -glyph.shift);
        // Writing into a string does not fail.
        let _ = write!(shown, "<{id:04X}>");
        adjust(&mut shown, glyph.width - glyph.advance + glyph.shift);
    }
    show(out, &mut shown);
}

fn adjust(shown: &mut String, thousandths: i64) {
    if thousandths != 0 {
        shown.push_str(&thousandths.to_string());
        shown.push(' ');
    }
}

fn show(out: &mut String, shown: &mut String) {
    if !shown.is_empty() {
        line(out, &format!("[{shown}] TJ"));
        shown.clear();
    }
}
