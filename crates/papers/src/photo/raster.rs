//! A page of marks as a picture of dots.
#![allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "outlines of letters are decimal, and dots are counted"
)]

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use image::{Rgb, RgbImage};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use crate::length::{Area, Length, TypeSize};
use crate::letters::{Faces, Run, Typeface};
use crate::place::{Mark, Page, Shade};

/// A length in dots, rounded to the nearest.
pub(super) fn pixels(length: Length, dots: u16) -> u32 {
    let inch = 25_400;
    let rounded = (length.in_micrometres() * i64::from(dots) + inch / 2).div_euclid(inch);
    u32::try_from(rounded).unwrap_or(0)
}

/// Draws the page; photos are given in the dots of the sheet.
pub(super) fn draw(
    page: &Page,
    (width, height): (Length, Length),
    dots: u16,
    photo: &RgbImage,
    faces: &Faces,
) -> RgbImage {
    let white = Rgb([255; 3]);
    let mut sheet = RgbImage::from_pixel(pixels(width, dots), pixels(height, dots), white);
    for mark in &page.marks {
        match mark {
            Mark::Photo { area } => {
                let (x, y) = (pixels(area.x, dots), pixels(area.y, dots));
                image::imageops::replace(&mut sheet, photo, i64::from(x), i64::from(y));
            }
            Mark::Line {
                from,
                to,
                thickness,
                shade,
            } => fill(&mut sheet, stroke(*from, *to, *thickness), dots, *shade),
            Mark::Outline {
                area,
                thickness,
                shade,
            } => {
                let corners = [
                    (area.x, area.y),
                    (area.right(), area.y),
                    (area.right(), area.bottom()),
                    (area.x, area.bottom()),
                ];
                for (index, from) in corners.iter().enumerate() {
                    let to = corners[(index + 1) % corners.len()];
                    fill(&mut sheet, stroke(*from, to, *thickness), dots, *shade);
                }
            }
            Mark::Fill { area, shade } => fill(&mut sheet, *area, dots, *shade),
            Mark::Text {
                x,
                baseline,
                typeface,
                size,
                shade,
                run,
            } => text(
                &mut sheet,
                (*x, *baseline),
                (*typeface, *size, *shade),
                run,
                faces,
                dots,
            ),
        }
    }
    sheet
}

/// A line along one of the two directions as the area that its ink covers.
fn stroke(from: (Length, Length), to: (Length, Length), thickness: Length) -> Area {
    let (left, top) = (from.0.min(to.0), from.1.min(to.1));
    let (right, bottom) = (from.0.max(to.0), from.1.max(to.1));
    let upright = left == right;
    let (sides, ends) = if upright {
        (thickness / 2, Length::ZERO)
    } else {
        (Length::ZERO, thickness / 2)
    };
    Area {
        x: left - sides,
        y: top - ends,
        width: right - left + sides * 2,
        height: bottom - top + ends * 2,
    }
}

fn grey(shade: Shade) -> u8 {
    u8::try_from(shade.0 * 255 / 1000).unwrap_or(u8::MAX)
}

fn fill(sheet: &mut RgbImage, area: Area, dots: u16, shade: Shade) {
    let (left, top) = (pixels(area.x, dots), pixels(area.y, dots));
    // The thinnest line is one dot thick.
    let right = pixels(area.right(), dots).max(left + 1).min(sheet.width());
    let bottom = pixels(area.bottom(), dots).max(top + 1).min(sheet.height());
    for y in top..bottom {
        for x in left..right {
            sheet.put_pixel(x, y, Rgb([grey(shade); 3]));
        }
    }
}

/// The outline of a letter on its way to dots.
struct Pen<'a> {
    rasterizer: &'a mut Rasterizer,
    scale: f32,
    origin: Point,
    start: Point,
    at: Point,
}

impl Pen<'_> {
    fn dot(&self, x: f32, y: f32) -> Point {
        point(
            self.origin.x + x * self.scale,
            self.origin.y - y * self.scale,
        )
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.dot(x, y);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.dot(x, y);
        self.rasterizer.draw_line(self.at, to);
        self.at = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.dot(x1, y1), self.dot(x, y));
        self.rasterizer.draw_quad(self.at, by, to);
        self.at = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.dot(x1, y1), self.dot(x2, y2), self.dot(x, y));
        self.rasterizer.draw_cubic(self.at, first, second, to);
        self.at = to;
    }

    fn close(&mut self) {
        self.rasterizer.draw_line(self.at, self.start);
        self.at = self.start;
    }
}

fn text(
    sheet: &mut RgbImage,
    (x, baseline): (Length, Length),
    (typeface, size, shade): (Typeface, TypeSize, Shade),
    run: &Run,
    faces: &Faces,
    dots: u16,
) {
    let tables = faces.of(typeface).tables();
    let tall = size.in_millipoints() as f32 / 72_000.0 * f32::from(dots);
    let scale = tall / f32::from(tables.units_per_em().max(1));
    let wide = run.units() as f32 / 1000.0 * tall;
    // Room for what hangs over on every side.
    let room = tall.ceil();
    let mut rasterizer = Rasterizer::new(
        (wide + 2.0 * room).ceil() as usize,
        (3.0 * room).ceil() as usize,
    );
    let mut pen = room;
    for glyph in &run.glyphs {
        let origin = point(pen + glyph.shift as f32 / 1000.0 * tall, 2.0 * room);
        tables.outline_glyph(
            GlyphId(glyph.id),
            &mut Pen {
                rasterizer: &mut rasterizer,
                scale,
                origin,
                start: origin,
                at: origin,
            },
        );
        pen += glyph.advance as f32 / 1000.0 * tall;
    }
    let left = i64::from(pixels(x, dots)) - room as i64;
    let top = i64::from(pixels(baseline, dots)) - 2 * room as i64;
    rasterizer.for_each_pixel_2d(|across, down, covered| {
        let place = (
            u32::try_from(left + i64::from(across)),
            u32::try_from(top + i64::from(down)),
        );
        let (Ok(x), Ok(y)) = place else { return };
        if let Some(pixel) = sheet.get_pixel_mut_checked(x, y) {
            let ink = covered.clamp(0.0, 1.0);
            for part in &mut pixel.0 {
                let mixed = f32::from(*part) * (1.0 - ink) + f32::from(grey(shade)) * ink;
                *part = mixed.round() as u8;
            }
        }
    });
}
