//! The sheet of photos, once laid out and printed in two ways: as a picture for a shop and as a PDF.

use chrono::NaiveDate;
use image::RgbImage;
use image::codecs::jpeg::PixelDensity;
use image::imageops::FilterType;
use qonys_texts::Lang;

use super::cut::{CutPhoto, QUALITY, encoded};
use super::layout::PhotoLayout;
use super::picture::Opened;
use super::raster;
use crate::error::PaperError;
use crate::ink::{self, Imprint};
use crate::length::{Area, Length};
use crate::letters::{Breaks, Faces, Typeface, wrap};
use crate::place::{Mark, Page, Shade};

/// The dots per inch of the sheet as a picture: 1181 × 1772 pixels.
const DOTS: u16 = 300;

/// The pixels of the sheet across: 100 mm.
pub const SHEET_WIDTH: u16 = 1181;
/// The pixels of the sheet down: 150 mm.
pub const SHEET_HEIGHT: u16 = 1772;

/// The sheet as a JPEG of 1181 × 1772 pixels that says that it is 10 × 15 cm large.
///
/// # Errors
/// When the photo does not decode or a caption does not fit.
pub fn photo_sheet_jpeg(photo: &CutPhoto, lang: Lang) -> Result<Vec<u8>, PaperError> {
    let layout = PhotoLayout::built_in()?;
    let faces = Faces::bundled()?;
    let page = lay_out(&layout, lang, &faces)?;
    let (width, height) = (
        raster::pixels(layout.photo.width, DOTS),
        raster::pixels(layout.photo.height, DOTS),
    );
    let photo: RgbImage = Opened::open(photo.jpeg.bytes())?
        .decode()?
        .resize_exact(width, height, FilterType::Lanczos3)
        .into_rgb8();
    let size = (layout.sheet.width, layout.sheet.height);
    let picture = raster::draw(&page, size, DOTS, &photo, &faces);
    Ok(encoded(&picture, QUALITY, PixelDensity::dpi(DOTS))?)
}

/// The sheet as a PDF page of 100 × 150 mm; the photo goes in as it is. The day stands in the document's metadata.
///
/// # Errors
/// When a caption does not fit or the document cannot be written.
pub fn photo_sheet_pdf(photo: &CutPhoto, lang: Lang, on: NaiveDate) -> Result<Vec<u8>, PaperError> {
    let layout = PhotoLayout::built_in()?;
    let faces = Faces::bundled()?;
    let page = lay_out(&layout, lang, &faces)?;
    ink::write(
        &Imprint {
            id: &layout.id,
            edition: &layout.edition,
            title: layout.sheet.title.in_lang(lang),
            language: lang.code(),
            on,
            width: layout.sheet.width,
            height: layout.sheet.height,
            photo: Some(&photo.jpeg),
        },
        &faces,
        &[page],
    )
}

fn lay_out(layout: &PhotoLayout, lang: Lang, faces: &Faces) -> Result<Page, PaperError> {
    let sheet = &layout.sheet;
    let mut page = Page::default();
    for y in &sheet.rows {
        for x in &sheet.columns {
            page.marks.push(Mark::Photo {
                area: Area {
                    x: *x,
                    y: *y,
                    width: layout.photo.width,
                    height: layout.photo.height,
                },
            });
        }
    }
    let line = |from, to| Mark::Line {
        from,
        to,
        thickness: sheet.thickness,
        shade: Shade::INK,
    };
    for strip in strips(layout, &sheet.rows, layout.photo.height, sheet.height) {
        for x in edges(&sheet.columns, layout.photo.width) {
            page.marks.push(line((x, strip.0), (x, strip.1)));
        }
    }
    // To the right of the photos stands the caption, not the edge of the sheet.
    for strip in strips(layout, &sheet.columns, layout.photo.width, sheet.width) {
        for y in edges(&sheet.rows, layout.photo.height) {
            page.marks.push(line((strip.0, y), (strip.1, y)));
        }
    }
    caption(&mut page, layout, lang, faces)?;
    Ok(page)
}

/// Both edges of every photo along one direction.
fn edges(starts: &[Length], size: Length) -> impl Iterator<Item = Length> {
    starts.iter().flat_map(move |start| [*start, *start + size])
}

/// Where marks run along one direction: before, between and after the photos, away from them and from the edge.
fn strips(
    layout: &PhotoLayout,
    starts: &[Length],
    size: Length,
    whole: Length,
) -> Vec<(Length, Length)> {
    let sheet = &layout.sheet;
    let mut strips = Vec::new();
    let mut before = None;
    for start in starts {
        let end = *start - sheet.away;
        strips.push(match before {
            None => (sheet.edge.max(end - sheet.longest), end),
            Some(last) => (last, end),
        });
        before = Some(*start + size + sheet.away);
    }
    if let Some(last) = before {
        strips.push((last, (last + sheet.longest).min(whole - sheet.edge)));
    }
    strips
}

fn caption(
    page: &mut Page,
    layout: &PhotoLayout,
    lang: Lang,
    faces: &Faces,
) -> Result<(), PaperError> {
    const PLACE: &str = "sheet.caption";
    let sheet = &layout.sheet;
    let face = faces.of(Typeface::Label);
    let leading = face.ascent(sheet.size) + face.descent(sheet.size);
    let does_not_fit = || PaperError::DoesNotFit {
        place: PLACE.to_owned(),
    };
    let mut top = sheet.caption.y;
    for words in &sheet.lines {
        let text = words.in_lang(lang);
        let width = sheet.caption.width;
        let lines = wrap(face, text, sheet.size, width, Breaks::BetweenWords, PLACE)?
            .ok_or_else(does_not_fit)?;
        for line in lines {
            page.marks.push(Mark::Text {
                x: sheet.caption.x,
                baseline: top + face.ascent(sheet.size),
                typeface: Typeface::Label,
                size: sheet.size,
                shade: Shade::INK,
                run: face.shape(&line, PLACE)?,
            });
            top += leading;
        }
        top += leading;
    }
    if top > sheet.caption.bottom() {
        return Err(does_not_fit());
    }
    Ok(())
}
