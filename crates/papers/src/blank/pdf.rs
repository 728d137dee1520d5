//! Reading a foreign PDF within limits: its pages and how they are shown.

use lopdf::{Dictionary, Document, Error, LoadOptions, Object, ObjectId};

use super::error::{Amount, BlankError};
use super::geometry::{Sight, Turn};
use super::limits::{self, within};
use crate::number::thousandths;

/// A4 in thousandths of a point, for pages that do not say their size.
const A4: [i64; 4] = [0, 0, 595_276, 841_890];
/// A page is between a stamp and a poster: 5 points to 200 inches.
const LEAST_SIDE: i64 = 5_000;
const MOST_SIDE: i64 = 14_400_000;

/// A PDF as it was read.
pub(super) struct PdfSource {
    pub(super) document: Document,
    /// The pages in their order.
    pub(super) pages: Vec<(ObjectId, Sight)>,
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the reader's own enum, not ours"
)]
pub(super) fn load(bytes: &[u8]) -> Result<PdfSource, BlankError> {
    // Every object of the file begins with these letters, so this is never fewer than there
    // are outside of object streams.
    let objects = bytes.windows(4).filter(|four| four == b" obj").count();
    within(Amount::Objects, objects, limits::OBJECTS)?;
    let options = LoadOptions::with_max_decompressed_size(limits::UNPACKED);
    let document =
        Document::load_mem_with_options(bytes, options).map_err(|error| match error {
            Error::Decryption(_)
            | Error::InvalidPassword
            | Error::UnsupportedSecurityHandler(_) => BlankError::Encrypted,
            other => BlankError::Damaged(other.to_string()),
        })?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(BlankError::Encrypted);
    }
    within(Amount::Objects, document.objects.len(), limits::OBJECTS)?;
    let ids: Vec<ObjectId> = document.page_iter().take(limits::PAGES + 1).collect();
    within(Amount::Pages, ids.len(), limits::PAGES)?;
    if ids.is_empty() {
        return Err(BlankError::Damaged("no page".to_owned()));
    }
    for (index, id) in ids.iter().enumerate() {
        if ids[..index].contains(id) {
            return Err(BlankError::Damaged("one page stands twice".to_owned()));
        }
    }
    let pages = ids
        .into_iter()
        .map(|id| Ok((id, sight(&document, id)?)))
        .collect::<Result<_, BlankError>>()?;
    Ok(PdfSource { document, pages })
}

fn sight(document: &Document, page: ObjectId) -> Result<Sight, BlankError> {
    let media = inherited(document, page, b"MediaBox")
        .and_then(|object| rectangle(document, object))
        .unwrap_or(A4);
    let crop = inherited(document, page, b"CropBox")
        .and_then(|object| rectangle(document, object))
        .map_or(media, |crop| {
            [
                crop[0].max(media[0]),
                crop[1].max(media[1]),
                crop[2].min(media[2]),
                crop[3].min(media[3]),
            ]
        });
    // A crop box beside the page shows nothing: readers then show the whole page.
    let crop = if crop[2] - crop[0] < LEAST_SIDE || crop[3] - crop[1] < LEAST_SIDE {
        media
    } else {
        crop
    };
    let (width, height) = (crop[2] - crop[0], crop[3] - crop[1]);
    if width.min(height) < LEAST_SIDE || width.max(height) > MOST_SIDE {
        return Err(BlankError::Damaged("a page has no usable size".to_owned()));
    }
    let turn = inherited(document, page, b"Rotate")
        .and_then(|object| object.as_i64().ok())
        .map_or(Turn::None, Turn::of_degrees);
    let unit = document
        .get_dictionary(page)
        .ok()
        .and_then(|page| thousandths(resolved(document, page.get(b"UserUnit").ok()?)))
        .filter(|unit| (1_000..=75_000).contains(unit))
        .unwrap_or(1000);
    Ok(Sight { crop, turn, unit })
}

/// What a page says itself or gets from the node above it.
pub(super) fn inherited<'a>(
    document: &'a Document,
    page: ObjectId,
    key: &[u8],
) -> Option<&'a Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..limits::DEPTH {
        if let Ok(found) = node.get(key) {
            return Some(resolved(document, found));
        }
        node = resolved(document, node.get(b"Parent").ok()?)
            .as_dict()
            .ok()?;
    }
    None
}

/// The object itself, or what the reference means; a reference to nothing stays one.
pub(super) fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document
        .dereference(object)
        .map_or(object, |(_, object)| object)
}

/// Left, bottom, right, top in thousandths of a unit.
pub(super) fn rectangle(document: &Document, object: &Object) -> Option<[i64; 4]> {
    let corners = resolved(document, object).as_array().ok()?;
    let mut numbers = [0; 4];
    if corners.len() != 4 {
        return None;
    }
    for (number, corner) in numbers.iter_mut().zip(corners) {
        *number = thousandths(resolved(document, corner))?;
    }
    let [x, y, to_x, to_y] = numbers;
    Some([x.min(to_x), y.min(to_y), x.max(to_x), y.max(to_y)])
}

/// A text of a PDF outside of its pages: UTF-16, UTF-8 or (nearly) Latin-1.
pub(super) fn text_string(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units: Vec<u16> = rest
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    } else if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        String::from_utf8_lossy(rest).into_owned()
    } else {
        bytes.iter().map(|byte| char::from(*byte)).collect()
    }
}

/// A dictionary that is given itself or by a reference.
pub(super) fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    resolved(document, object).as_dict().ok()
}
