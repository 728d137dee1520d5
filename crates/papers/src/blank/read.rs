//! A blank, read from its file or files.

use std::fmt;

use sha2::{Digest, Sha256};

use super::error::{Amount, BlankError};
use super::fields::{self, BlankField, FieldKind};
use super::geometry::Turn;
use super::limits::{self, within};
use super::pdf::{self, PdfSource};
use super::picture::Picture;
use crate::length::Length;

/// A blank of an office. Its `Debug` says only sizes: somebody may have filled it already.
pub struct Blank {
    pub(super) source: Source,
    digest: String,
    pages: Vec<BlankPage>,
    fields: Vec<BlankField>,
}

/// What the blank was read from.
pub(super) enum Source {
    Pdf(Box<PdfSource>),
    Pictures(Vec<Picture>),
}

/// What kind of file a blank is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlankKind {
    /// A PDF with fields.
    Fillable,
    /// A PDF without fields.
    Flat,
    /// Pictures of pages.
    Scan,
}

/// A page of a blank as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlankPage {
    /// Its width.
    pub width: Length,
    /// Its height.
    pub height: Length,
    /// How the file's page is turned when it is shown.
    pub turn: Turn,
    /// How far the shown part lies from the left and the bottom of the file's page.
    pub offset: (Length, Length),
    /// The file does not say how large the paper is, so A4 was taken.
    pub assumed: bool,
}

impl fmt::Debug for Blank {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "Blank({:?}, {} pages, {} fields)",
            self.kind(),
            self.pages.len(),
            self.fields.len()
        )
    }
}

impl Blank {
    /// Reads a blank: one PDF, or one picture (JPEG, PNG) a page in the order given.
    ///
    /// # Errors
    /// Encrypted, signed, XFA only, damaged or larger than any blank; another kind of file.
    pub fn read(files: &[Vec<u8>]) -> Result<Self, BlankError> {
        within(Amount::Pages, files.len(), limits::PAGES)?;
        for file in files {
            within(Amount::Bytes, file.len(), limits::BYTES)?;
        }
        let digest = digest(files);
        match files {
            [] => Err(BlankError::UnknownKind),
            [file] if is_pdf(file) => Self::of_pdf(file, digest),
            pictures => {
                if pictures.len() > 1 && !pictures.iter().all(|file| is_picture(file)) {
                    return Err(BlankError::MixedFiles);
                }
                Self::of_pictures(pictures, digest)
            }
        }
    }

    fn of_pdf(file: &[u8], digest: String) -> Result<Self, BlankError> {
        let source = pdf::load(file)?;
        let fields = fields::fields(&source)?;
        if fields::is_signed(&source, &fields) {
            return Err(BlankError::Signed);
        }
        let pages = source
            .pages
            .iter()
            .map(|(_, sight)| {
                let (width, height) = sight.shown();
                BlankPage {
                    width,
                    height,
                    turn: sight.turn,
                    offset: (
                        Length::from_millipoints(sight.crop[0]),
                        Length::from_millipoints(sight.crop[1]),
                    ),
                    assumed: false,
                }
            })
            .collect();
        Ok(Self {
            source: Source::Pdf(Box::new(source)),
            digest,
            pages,
            fields,
        })
    }

    fn of_pictures(files: &[Vec<u8>], digest: String) -> Result<Self, BlankError> {
        let mut pictures = Vec::with_capacity(files.len());
        for file in files {
            if !is_picture(file) {
                return Err(BlankError::UnknownKind);
            }
            pictures.push(Picture::read(file)?);
        }
        let pages = pictures
            .iter()
            .map(|picture| BlankPage {
                width: picture.shown.0,
                height: picture.shown.1,
                turn: picture.turn,
                offset: (Length::ZERO, Length::ZERO),
                assumed: picture.assumed,
            })
            .collect();
        Ok(Self {
            source: Source::Pictures(pictures),
            digest,
            pages,
            fields: Vec::new(),
        })
    }

    /// What kind of file it is.
    pub fn kind(&self) -> BlankKind {
        let to_fill = |field: &BlankField| match field.kind {
            FieldKind::Text
            | FieldKind::CheckBox
            | FieldKind::Radio
            | FieldKind::EditableList
            | FieldKind::List => true,
            FieldKind::Button | FieldKind::Signature => false,
        };
        match &self.source {
            Source::Pictures(_) => BlankKind::Scan,
            Source::Pdf(_) if self.fields.iter().any(to_fill) => BlankKind::Fillable,
            Source::Pdf(_) => BlankKind::Flat,
        }
    }

    /// SHA-256 of the file or files, in hexadecimal digits: the files of boxes name it.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The pages, in their order.
    pub fn pages(&self) -> &[BlankPage] {
        &self.pages
    }

    /// The fields of a fillable blank, in the order of the file.
    pub fn fields(&self) -> &[BlankField] {
        &self.fields
    }

    /// The field of this name.
    pub(super) fn field(&self, name: &str) -> Option<&BlankField> {
        self.fields.iter().find(|field| field.name == name)
    }
}

fn is_pdf(file: &[u8]) -> bool {
    // Some programs put other bytes before the mark; readers look this far.
    file.get(..file.len().min(1024))
        .is_some_and(|start| start.windows(5).any(|five| five == b"%PDF-"))
}

fn is_picture(file: &[u8]) -> bool {
    file.starts_with(&[0xFF, 0xD8, 0xFF]) || file.starts_with(b"\x89PNG\r\n\x1a\n")
}

fn digest(files: &[Vec<u8>]) -> String {
    let mut all = Sha256::new();
    match files {
        [file] => all.update(file),
        files => {
            for file in files {
                all.update(Sha256::digest(file));
            }
        }
    }
    all.finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
