//! From marks to the bytes of a PDF.

mod content;
mod embed;
mod finish;
mod fonts;
mod ops;
mod profile;
mod xmp;

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, Mm, PdfDocument, PdfPage, PdfSaveOptions, XObject,
    XObjectId,
};

use crate::error::PaperError;
use crate::form::Form;
use crate::language::FormLanguage;
use crate::letters::Faces;
use crate::paper::Filling;
use crate::photo::Jpeg;
use crate::place::Page;

pub(crate) use content::{PHOTO_NAME, content};
pub(crate) use embed::{compressed, embed};
pub(crate) use fonts::FontBook;
pub(crate) use xmp::AUTHOR;

/// The name of the photo among the document's resources.
const PHOTO: &str = "Photo";

pub(crate) fn write(
    form: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
    faces: &Faces,
    pages: &[Page],
) -> Result<Vec<u8>, PaperError> {
    let mut book = FontBook::default();
    for page in pages {
        book.read(page);
    }
    let mut document = PdfDocument::new("");
    book.add_to(&mut document, faces)?;
    if let Some(photo) = filling.photo {
        document
            .resources
            .xobjects
            .map
            .insert(XObjectId(PHOTO.to_owned()), picture(photo));
    }
    let shape = &form.file.page;
    let (width, height) = (ops::points(shape.width), ops::points(shape.height));
    for page in pages {
        let drawn = ops::operations(page, shape.height, &book);
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
    finish::finish(&mut bare, form, language, filling.on, &book)?;
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
