//! Filling a blank: its fields, over its pages, or on empty pages for a blank of paper.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::alignment::Alignment;
use super::boxfile::BlankBoxes;
use super::error::BlankError;
use super::expand::{Expanded, expand};
use super::flatten::flatten;
use super::fresh::{Fresh, bytes, identify, page};
use super::geometry::{Sight, Turn};
use super::left_out::left_out;
use super::overlay::{draw_over, operands, sheet_object, to_page};
use super::pdf::PdfSource;
use super::picture::{Picture, PictureInk};
use super::read::{Blank, Source};
use super::widgets;
use crate::error::PaperError;
use crate::form::Form;
use crate::ink::{FontBook, PHOTO_NAME, compressed, content, embed};
use crate::language::FormLanguage;
use crate::length::{Area, Length};
use crate::letters::Faces;
use crate::paper::{Filling, Paper};
use crate::photo::Jpeg;
use crate::place::{self, Layout, Mark};

/// How a blank is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// A fillable blank stays fillable.
    Fillable,
    /// Fields become ink.
    Flat,
    /// Only the answers, to be printed onto the blank of paper.
    TextOnly(Alignment),
}

/// Fills a blank. `base` says the running words, sizes of type and the continuation sheet.
/// Pure: the same input gives the same bytes.
///
/// # Errors
/// Boxes of another blank or language; what [`crate::render`] refuses: a character without a
/// glyph, a text that fits nowhere, an option that the blank does not offer.
pub fn fill_blank(
    blank: &Blank,
    boxes: &BlankBoxes,
    base: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
    manner: Manner,
) -> Result<Paper, PaperError> {
    boxes.suit(blank)?;
    if boxes.blank.language != language {
        return Err(BlankError::OtherLanguage {
            language: boxes.blank.language.code(),
        }
        .into());
    }
    let faces = Faces::bundled()?;
    let expanded = expand(blank, boxes, base, filling.facts)?;
    let layout = place::lay_out(&expanded.form, language, filling, &faces)?;
    let mut book = FontBook::default();
    for page in &layout.pages {
        book.read(page);
    }
    let work = Work {
        blank,
        boxes,
        language,
        filling,
        faces: &faces,
        expanded: &expanded,
        layout: &layout,
        book: &book,
    };
    let pdf = match (manner, &blank.source) {
        (Manner::TextOnly(alignment), _) => work.text_only(alignment)?,
        (Manner::Fillable, Source::Pdf(source)) => work.pdf(source, false)?,
        (Manner::Flat, Source::Pdf(source)) => work.pdf(source, true)?,
        (Manner::Fillable | Manner::Flat, Source::Pictures(pictures)) => work.scan(pictures)?,
    };
    Ok(Paper {
        pdf,
        pages: layout.pages.len(),
        placed: layout.placed,
        notes: layout.notes,
        left_out: left_out(boxes, filling),
    })
}

struct Work<'a> {
    blank: &'a Blank,
    boxes: &'a BlankBoxes,
    language: FormLanguage,
    filling: &'a Filling<'a>,
    faces: &'a Faces,
    expanded: &'a Expanded,
    layout: &'a Layout,
    book: &'a FontBook,
}

impl Work<'_> {
    fn pdf(&self, source: &PdfSource, flat: bool) -> Result<Vec<u8>, PaperError> {
        let mut document = source.document.clone();
        let resources = self.resources(&mut document)?;
        for (index, (page, sight)) in source.pages.iter().enumerate() {
            let marks = self.on_page(index);
            if !marks.is_empty() {
                let sheet = sheet(*sight, &marks, self.book, resources.clone());
                let sheet = document.add_object(sheet);
                draw_over(&mut document, *page, sheet)?;
            }
        }
        let pen = widgets::Pen {
            blank: self.blank,
            expanded: self.expanded,
            layout: self.layout,
            book: self.book,
            resources: &resources,
        };
        widgets::fill(&mut document, &pen)?;
        self.add_sheets(&mut document, &resources)?;
        if flat {
            flatten(&mut document, source)?;
        }
        if let Ok(catalog) = document.catalog_mut() {
            // Rights that some programs grant only to the file as it was.
            catalog.remove(b"Perms");
        }
        if document.version.as_str() < "1.4" {
            "1.4".clone_into(&mut document.version);
        }
        identify(&mut document, &self.name());
        bytes(&mut document)
    }

    /// The continuation sheets, behind the blank's own pages.
    fn add_sheets(
        &self,
        document: &mut Document,
        resources: &Dictionary,
    ) -> Result<(), PaperError> {
        let first = self.blank.pages().len();
        if self.layout.pages.len() == first {
            return Ok(());
        }
        let damaged = |error: lopdf::Error| BlankError::Damaged(error.to_string());
        let root = document
            .catalog()
            .and_then(|catalog| catalog.get(b"Pages"))
            .and_then(Object::as_reference)
            .map_err(damaged)?;
        let mut added = Vec::new();
        for index in first..self.layout.pages.len() {
            let (size, drawn) = self.own_sheet(index);
            let id = page(document, root, size, drawn, resources.clone());
            added.push(Object::Reference(id));
        }
        let kids = document
            .get_dictionary(root)
            .and_then(|pages| pages.get_deref(b"Kids", document))
            .and_then(Object::as_array)
            .cloned()
            .map_err(damaged)?;
        let count = i64::try_from(self.layout.pages.len()).unwrap_or(i64::MAX);
        let pages = document.get_dictionary_mut(root).map_err(damaged)?;
        pages.set("Kids", [kids, added].concat());
        pages.set("Count", count);
        Ok(())
    }

    fn scan(&self, pictures: &[Picture]) -> Result<Vec<u8>, PaperError> {
        let mut fresh = Fresh::new();
        let resources = self.resources(&mut fresh.document)?;
        for (index, picture) in pictures.iter().enumerate() {
            let image = fresh.document.add_object(image(picture));
            let mut own = resources.clone();
            let mut objects = own
                .get(b"XObject")
                .and_then(Object::as_dict)
                .cloned()
                .unwrap_or_default();
            objects.set("Page", image);
            own.set("XObject", objects);
            let drawn = format!(
                "q {} cm /Page Do Q\n{}",
                operands(picture_matrix(picture)),
                content(self.all_on(index), picture.shown.1, self.book)
            );
            fresh.page(picture.shown, drawn, own);
        }
        self.finish(fresh, &resources)
    }

    fn text_only(&self, alignment: Alignment) -> Result<Vec<u8>, PaperError> {
        let mut fresh = Fresh::new();
        let resources = self.resources(&mut fresh.document)?;
        for (index, page) in self.blank.pages().iter().enumerate() {
            let paper = Area {
                x: Length::ZERO,
                y: Length::ZERO,
                width: page.width,
                height: page.height,
            };
            let mut ink = self.all_on(index).map(|mark| mark.extent(self.faces));
            if !alignment.is_usual() || !ink.all(|ink| alignment.moved(ink).inside(paper)) {
                return Err(BlankError::ShiftedAway.into());
            }
            let drawn = format!(
                "q {} cm\n{}Q\n",
                alignment.operands(page.height),
                content(self.all_on(index), page.height, self.book)
            );
            fresh.page((page.width, page.height), drawn, resources.clone());
        }
        self.finish(fresh, &resources)
    }

    fn finish(&self, mut fresh: Fresh, resources: &Dictionary) -> Result<Vec<u8>, PaperError> {
        for index in self.blank.pages().len()..self.layout.pages.len() {
            let (size, drawn) = self.own_sheet(index);
            fresh.page(size, drawn, resources.clone());
        }
        fresh.finish(
            self.expanded.form.title().of(self.language),
            self.language.code(),
            self.filling.on,
        )
    }

    fn own_sheet(&self, index: usize) -> ((Length, Length), String) {
        let shape = &self.expanded.form.file.page;
        (
            (shape.width, shape.height),
            content(self.all_on(index), shape.height, self.book),
        )
    }

    fn all_on(&self, index: usize) -> impl Iterator<Item = &Mark> {
        self.layout
            .pages
            .get(index)
            .into_iter()
            .flat_map(|page| &page.marks)
    }

    /// What lies on the page itself and not in a field.
    fn on_page(&self, index: usize) -> Vec<&Mark> {
        self.all_on(index)
            .enumerate()
            .filter(|(number, _)| {
                self.layout
                    .owned
                    .get(&(index, *number))
                    .is_none_or(|owner| !self.expanded.targets.contains_key(owner))
            })
            .map(|(_, mark)| mark)
            .collect()
    }

    /// Fonts and photo, for everything that is drawn.
    fn resources(&self, document: &mut Document) -> Result<Dictionary, PaperError> {
        let fonts = embed(self.book, document, self.faces)?;
        let fonts = document.add_object(fonts);
        let mut resources = dictionary! { "Font" => fonts };
        let shown = self
            .layout
            .pages
            .iter()
            .flat_map(|page| &page.marks)
            .any(|mark| matches!(mark, Mark::Photo { .. }));
        if let (Some(photo), true) = (self.filling.photo, shown) {
            let photo = document.add_object(photo_object(photo));
            resources.set(
                "XObject",
                Object::Dictionary(dictionary! { PHOTO_NAME => photo }),
            );
        }
        Ok(resources)
    }

    /// What the file's second id follows from: never an answer.
    fn name(&self) -> String {
        format!(
            "{} {} {}",
            self.boxes.blank.digest,
            self.language.code(),
            self.filling.on
        )
    }
}

fn sheet(sight: Sight, marks: &[&Mark], book: &FontBook, resources: Dictionary) -> Stream {
    let (width, height) = sight.shown();
    let drawn = content(marks.iter().copied(), height, book);
    sheet_object(
        (width.in_millipoints(), height.in_millipoints()),
        to_page(sight),
        drawn,
        resources,
    )
}

fn image_dictionary((across, down): (u32, u32), grey: bool) -> Dictionary {
    let colours: &[u8] = if grey { b"DeviceGray" } else { b"DeviceRGB" };
    dictionary! {
        "Type" => Object::Name(b"XObject".to_vec()),
        "Subtype" => Object::Name(b"Image".to_vec()),
        "Width" => i64::from(across),
        "Height" => i64::from(down),
        "ColorSpace" => Object::Name(colours.to_vec()),
        "BitsPerComponent" => 8,
    }
}

/// A JPEG as it came: decoding and encoding again would lose quality.
fn jpeg_object(pixels: (u32, u32), grey: bool, bytes: Vec<u8>) -> Stream {
    let mut dict = image_dictionary(pixels, grey);
    dict.set("Filter", Object::Name(b"DCTDecode".to_vec()));
    Stream::new(dict, bytes).with_compression(false)
}

fn photo_object(photo: &Jpeg) -> Stream {
    let pixels = (u32::from(photo.width()), u32::from(photo.height()));
    jpeg_object(pixels, photo.is_grey(), photo.bytes().to_vec())
}

fn image(picture: &Picture) -> Stream {
    match &picture.ink {
        PictureInk::Jpeg { bytes, grey } => jpeg_object(picture.pixels, *grey, bytes.clone()),
        PictureInk::Plain { bytes, grey } => compressed(Stream::new(
            image_dictionary(picture.pixels, *grey),
            bytes.clone(),
        )),
    }
}

/// From the picture's unit square to the page: upright, undistorted, in the middle.
fn picture_matrix(picture: &Picture) -> [i64; 6] {
    let area = picture.area();
    let (x, y) = (
        area.x.in_millipoints(),
        (picture.shown.1 - area.bottom()).in_millipoints(),
    );
    let (width, height) = (area.width.in_millipoints(), area.height.in_millipoints());
    match picture.turn {
        Turn::None => [width, 0, 0, height, x, y],
        Turn::Right => [0, -height, width, 0, x, y + height],
        Turn::Over => [-width, 0, 0, -height, x + width, y + height],
        Turn::Left => [0, height, -width, 0, x + width, y],
    }
}
