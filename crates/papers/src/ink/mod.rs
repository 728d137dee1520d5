//! From marks to the bytes of a PDF.

mod content;
mod embed;
mod finish;
mod fonts;
mod ops;
mod pack;
mod profile;
mod xmp;

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, Mm, PdfDocument, PdfPage, PdfSaveOptions, XObject,
    XObjectId,
};

use chrono::NaiveDate;

use crate::error::PaperError;
use crate::length::Length;
use crate::letters::Faces;
use crate::photo::Jpeg;
use crate::place::Page;

pub(crate) use content::{PHOTO_NAME, content};
pub(crate) use embed::{compressed, embed};
pub(crate) use fonts::FontBook;
pub(crate) use xmp::AUTHOR;

/// The name of the photo among the document's resources.
const PHOTO: &str = "Photo";

/// What a document says of itself. Nothing of it is an answer.
pub(crate) struct Imprint<'a> {
    /// The kind of paper; with the edition, the language and the day it makes the document's id.
    pub(crate) id: &'a str,
    /// The edition of its layout.
    pub(crate) edition: &'a str,
    /// The title in its language.
    pub(crate) title: &'a str,
    /// ISO 639-1.
    pub(crate) language: &'static str,
    /// The day that it bears.
    pub(crate) on: NaiveDate,
    /// The sheet.
    pub(crate) width: Length,
    /// The sheet.
    pub(crate) height: Length,
    /// The picture that its photo marks show.
    pub(crate) photo: Option<&'a Jpeg>,
}

pub(crate) fn write(
    imprint: &Imprint<'_>,
    faces: &Faces,
    pages: &[Page],
) -> Result<Vec<u8>, PaperError> {
    let mut book = FontBook::default();
    for page in pages {
        book.read(page);
    }
    let mut document = PdfDocument::new("");
    book.add_to(&mut document, faces)?;
    if let Some(photo) = imprint.photo {
        document
            .resources
            .xobjects
            .map
            .insert(XObjectId(PHOTO.to_owned()), picture(photo));
    }
    let (width, height) = (ops::points(imprint.width), ops::points(imprint.height));
    for page in pages {
        let drawn = ops::operations(page, imprint.height, &book);
        let mut sheet = PdfPage::new(Mm(0.0), Mm(0.0), drawn);
        for edge in [
            &mut sheet.media_box,
            &mut sheet.trim_box,
            &mut sheet.crop_box,
        ] {
            edge.width = width;
            edge.height = height;
        }
        document.pages.push(sheet);
    }
    let options = PdfSaveOptions {
        subset_fonts: false,
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut warnings = Vec::new();
    let mut bare = document.to_lopdf_document(&options, &mut warnings);
    finish::finish(&mut bare, imprint, &book)?;
    let mut bytes = Vec::new();
    bare.save_to(&mut bytes)
        .map_err(|error| PaperError::Unwritable(error.to_string()))?;
    Ok(bytes)
}

/// The JPEG as it came: decoding and encoding again would lose quality.
fn picture(photo: &Jpeg) -> XObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let colours = if photo.is_grey() {
        "DeviceGray"
    } else {
        "DeviceRGB"
    };
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(photo.width()))),
        ("Height", DictItem::Int(i64::from(photo.height()))),
        ("ColorSpace", name(colours)),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Filter", name("DCTDecode")),
    ];
    XObject::External(ExternalXObject {
        stream: ExternalStream {
            dict: dict
                .into_iter()
                .map(|(key, item)| (key.to_owned(), item))
                .collect(),
            content: photo.bytes().to_vec(),
            compress: false,
        },
        width: None,
        height: None,
        dpi: None,
    })
}
