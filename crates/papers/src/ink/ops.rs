//! From marks to the operations of a page.

use printpdf::{
    Codepoint, Color, Greyscale, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Pt, Rect,
    TextItem, XObjectId, XObjectTransform,
};

use super::PHOTO;
use super::fonts::FontBook;
use crate::length::{Area, Length};
use crate::letters::{Run, Typeface};
use crate::place::{Mark, Page, Shade};

/// A length as PDF counts it.
pub(super) fn points(length: Length) -> Pt {
    Pt(thousandth(length.in_millipoints()))
}

#[allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "PDF's numbers are decimal; everything before is whole, so the bytes are the same everywhere"
)]
fn thousandth(number: i64) -> f32 {
    number as f32 / 1000.0
}

pub(super) fn operations(page: &Page, height: Length, book: &FontBook) -> Vec<Op> {
    let mut ops = Vec::new();
    for mark in &page.marks {
        match mark {
            Mark::Text {
                x,
                baseline,
                typeface,
                size,
                shade,
                run,
            } => {
                let start = Point {
                    x: points(*x),
                    y: points(height - *baseline),
                };
                let size = Pt(thousandth(size.in_millipoints()));
                text(&mut ops, start, (*typeface, size), *shade, run, book);
            }
            Mark::Line {
                from,
                to,
                thickness,
                shade,
            } => {
                stroke(&mut ops, *thickness, *shade);
                ops.push(Op::DrawLine {
                    line: Line {
                        points: [from, to]
                            .map(|(x, y)| LinePoint {
                                p: Point {
                                    x: points(*x),
                                    y: points(height - *y),
                                },
                                bezier: false,
                            })
                            .to_vec(),
                        is_closed: false,
                    },
                });
            }
            Mark::Outline {
                area,
                thickness,
                shade,
            } => {
                stroke(&mut ops, *thickness, *shade);
                ops.push(rectangle(*area, height, PaintMode::Stroke));
            }
            Mark::Fill { area, shade } => {
                ops.push(Op::SetFillColor { col: grey(*shade) });
                ops.push(rectangle(*area, height, PaintMode::Fill));
            }
            Mark::Photo { area } => ops.push(photo(*area, height)),
        }
    }
    ops
}

fn stroke(ops: &mut Vec<Op>, thickness: Length, shade: Shade) {
    ops.push(Op::SetOutlineColor { col: grey(shade) });
    ops.push(Op::SetOutlineThickness {
        pt: points(thickness),
    });
}

fn grey(shade: Shade) -> Color {
    Color::Greyscale(Greyscale {
        percent: thousandth(shade.0),
        icc_profile: None,
    })
}

fn rectangle(area: Area, height: Length, mode: PaintMode) -> Op {
    Op::DrawRectangle {
        rectangle: Rect {
            x: points(area.x),
            y: points(height - area.bottom()),
            width: points(area.width),
            height: points(area.height),
            mode: Some(mode),
            winding_order: None,
        },
    }
}

fn photo(area: Area, height: Length) -> Op {
    Op::UseXobject {
        id: XObjectId(PHOTO.to_owned()),
        transform: XObjectTransform {
            translate_x: Some(points(area.x)),
            translate_y: Some(points(height - area.bottom())),
            scale_x: Some(points(area.width).0),
            scale_y: Some(points(area.height).0),
            no_auto_scale: true,
            ..XObjectTransform::default()
        },
    }
}

/// One run of glyphs, kerned. Each glyph carries its text, so that the document reads back.
fn text(
    ops: &mut Vec<Op>,
    start: Point,
    (typeface, size): (Typeface, Pt),
    shade: Shade,
    run: &Run,
    book: &FontBook,
) {
    ops.push(Op::SetFillColor { col: grey(shade) });
    ops.push(Op::StartTextSection);
    ops.push(Op::SetTextCursor { pos: start });
    let mut font = None;
    let mut items = Vec::new();
    for glyph in &run.glyphs {
        // Every glyph was noted in the book when the page was read.
        let Some((subset, id)) = book.find(typeface, glyph.id, run.text_of(glyph)) else {
            continue;
        };
        if font != Some(subset) {
            show(ops, &mut items);
            ops.push(Op::SetFont {
                font: PdfFontHandle::External(book.font_id(subset)),
                size,
            });
            font = Some(subset);
        }
        if glyph.shift != 0 {
            items.push(TextItem::Offset(whole(-glyph.shift)));
        }
        let shown = Codepoint::with_cid(
            id,
            whole(glyph.width - glyph.advance + glyph.shift),
            run.text_of(glyph).to_owned(),
        );
        match items.last_mut() {
            Some(TextItem::GlyphIds(glyphs)) => glyphs.push(shown),
            Some(TextItem::Text(_) | TextItem::Offset(_)) | None => {
                items.push(TextItem::GlyphIds(vec![shown]));
            }
        }
    }
    show(ops, &mut items);
    ops.push(Op::EndTextSection);
}

fn show(ops: &mut Vec<Op>, items: &mut Vec<TextItem>) {
    if !items.is_empty() {
        ops.push(Op::ShowText {
            items: std::mem::take(items),
        });
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "thousandths of a size are small whole numbers"
)]
fn whole(thousandths: i64) -> f32 {
    thousandths as f32
}
