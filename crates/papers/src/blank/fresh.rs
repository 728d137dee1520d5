//! A document of our own around pages that are not our layout: scans, text for paper that is
//! printed already, test sheets.

use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::error::PaperError;
use crate::ink::{AUTHOR, compressed};
use crate::length::Length;
use crate::number::real;

/// A document that gets its pages one by one.
pub(crate) struct Fresh {
    pub(crate) document: Document,
    pages: ObjectId,
    kids: Vec<Object>,
}

impl Fresh {
    pub(crate) fn new() -> Self {
        let mut document = Document::new();
        "1.7".clone_into(&mut document.version);
        let pages = document.new_object_id();
        Self {
            document,
            pages,
            kids: Vec::new(),
        }
    }

    /// Adds a page that draws these operators.
    pub(crate) fn page(
        &mut self,
        size: (Length, Length),
        content: String,
        resources: Dictionary,
    ) -> ObjectId {
        let page = page(&mut self.document, self.pages, size, content, resources);
        self.kids.push(Object::Reference(page));
        page
    }

    /// Closes the document.
    pub(crate) fn finish(
        mut self,
        title: &str,
        language: &str,
        on: NaiveDate,
    ) -> Result<Vec<u8>, PaperError> {
        let count = i64::try_from(self.kids.len()).unwrap_or(i64::MAX);
        self.document.objects.insert(
            self.pages,
            Object::Dictionary(dictionary! {
                "Type" => Object::Name(b"Pages".to_vec()),
                "Kids" => self.kids,
                "Count" => count,
            }),
        );
        let catalog = self.document.add_object(dictionary! {
            "Type" => Object::Name(b"Catalog".to_vec()),
            "Pages" => self.pages,
            "Lang" => plain(language),
            "ViewerPreferences" => dictionary! {
                "DisplayDocTitle" => true,
                "PrintScaling" => Object::Name(b"None".to_vec()),
            },
        });
        self.document.trailer.set("Root", catalog);
        let date = plain(&on.format("D:%Y%m%d000000Z").to_string());
        let info = self.document.add_object(dictionary! {
            "Title" => unicode(title),
            "Author" => unicode(AUTHOR),
            "Creator" => unicode(AUTHOR),
            "Producer" => unicode(AUTHOR),
            "CreationDate" => date.clone(),
            "ModDate" => date,
        });
        self.document.trailer.set("Info", info);
        identify(&mut self.document, &format!("{title} {language} {on}"));
        bytes(&mut self.document)
    }
}

/// Adds a page to a document, without hanging it into the tree.
pub(super) fn page(
    document: &mut Document,
    parent: ObjectId,
    (width, height): (Length, Length),
    content: String,
    resources: Dictionary,
) -> ObjectId {
    let content = document.add_object(compressed(Stream::new(
        Dictionary::new(),
        content.into_bytes(),
    )));
    document.add_object(dictionary! {
        "Type" => Object::Name(b"Page".to_vec()),
        "Parent" => parent,
        "MediaBox" => vec![
            0.into(),
            0.into(),
            real(width.in_millipoints()),
            real(height.in_millipoints()),
        ],
        "CropBox" => vec![
            0.into(),
            0.into(),
            real(width.in_millipoints()),
            real(height.in_millipoints()),
        ],
        "Rotate" => 0,
        "Resources" => resources,
        "Contents" => content,
    })
}

/// Two ids: the first stays if there is one, the second follows from the name.
pub(super) fn identify(document: &mut Document, name: &str) {
    let new = Object::String(
        Sha256::digest(name.as_bytes())[..16].to_vec(),
        StringFormat::Hexadecimal,
    );
    let first = document
        .trailer
        .get(b"ID")
        .and_then(Object::as_array)
        .ok()
        .and_then(|ids| ids.first().cloned())
        .filter(|id| id.as_str().is_ok())
        .unwrap_or_else(|| new.clone());
    document.trailer.set("ID", vec![first, new]);
}

/// The finished file.
pub(super) fn bytes(document: &mut Document) -> Result<Vec<u8>, PaperError> {
    let mut bytes = Vec::new();
    document
        .save_to(&mut bytes)
        .map_err(|error| PaperError::Unwritable(error.to_string()))?;
    Ok(bytes)
}

pub(super) fn plain(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// UTF-16 with its mark, as texts outside of pages want it.
pub(super) fn unicode(text: &str) -> Object {
    if text.is_ascii() {
        return plain(text);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
