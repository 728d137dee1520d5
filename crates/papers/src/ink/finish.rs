//! The last pass over the document: language, fixed ids and dates, metadata, and what PDF/A-1b
//! asks for. No answer gets into it.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};

use super::Imprint;
use super::fonts::FontBook;
use super::pack::Packer;
use super::profile;
use super::xmp::{AUTHOR, xmp};
use crate::error::PaperError;

pub(super) fn finish(
    document: &mut Document,
    imprint: &Imprint<'_>,
    book: &FontBook,
) -> Result<(), PaperError> {
    let (title, language, on) = (imprint.title, imprint.language, imprint.on);
    "1.4".clone_into(&mut document.version);
    name_glyphs(document, book);
    let profile = Stream::new(
        dictionary! {
            "N" => 3,
            "Alternate" => Object::Name(b"DeviceRGB".to_vec()),
        },
        profile::rgb(),
    );
    let profile = document.add_object(profile);
    let intent = dictionary! {
        "Type" => Object::Name(b"OutputIntent".to_vec()),
        "S" => Object::Name(b"GTS_PDFA1".to_vec()),
        "OutputConditionIdentifier" => plain("Custom"),
        "Info" => plain("RGB, sRGB primaries, gamma 2.2"),
        "DestOutputProfile" => profile,
    };
    Packer::new().pack_all(document);
    // PDF/A wants its metadata readable without unpacking, hence after the compression.
    let metadata = Stream::new(
        dictionary! {
            "Type" => Object::Name(b"Metadata".to_vec()),
            "Subtype" => Object::Name(b"XML".to_vec()),
        },
        xmp(title, language, &on.format("%Y-%m-%d").to_string()).into_bytes(),
    )
    .with_compression(false);
    let metadata = document.add_object(metadata);
    let catalog = document
        .catalog_mut()
        .map_err(|error| PaperError::Unwritable(error.to_string()))?;
    catalog.set("Lang", plain(language));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true, "PrintScaling" => Object::Name(b"None".to_vec()) },
    );
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    let date = plain(&on.format("D:%Y%m%d000000Z").to_string());
    let info = document.add_object(dictionary! {
        "Title" => unicode(title),
        "Author" => unicode(AUTHOR),
        "Creator" => unicode(AUTHOR),
        "Producer" => unicode(AUTHOR),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    });
    if let Ok(Object::Reference(old)) = document.trailer.get(b"Info").cloned() {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", info);
    let id = identifier(imprint);
    document.trailer.set(
        "ID",
        vec![
            Object::String(id.clone(), StringFormat::Hexadecimal),
            Object::String(id, StringFormat::Hexadecimal),
        ],
    );
    Ok(())
}

/// Says for each subset which glyphs it holds: all of them, because only those used are in it.
fn name_glyphs(document: &mut Document, book: &FontBook) {
    let glyphs: BTreeMap<String, u16> = book.named().collect();
    let descriptors: Vec<_> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let font = object.as_dict().ok().filter(|dict| is_descriptor(dict))?;
            let name = font.get(b"FontName").ok()?.as_name().ok()?;
            let count = glyphs.get(std::str::from_utf8(name).ok()?)?;
            Some((*id, usize::from(*count)))
        })
        .collect();
    for (id, count) in descriptors {
        let mut bits = vec![0xFF; count / 8];
        if !count.is_multiple_of(8) {
            bits.push(0xFF << (8 - count % 8));
        }
        let set = document.add_object(Stream::new(Dictionary::new(), bits));
        if let Ok(font) = document.get_dictionary_mut(id) {
            font.set("CIDSet", set);
        }
    }
}

fn is_descriptor(dict: &Dictionary) -> bool {
    dict.get(b"Type")
        .and_then(Object::as_name)
        .is_ok_and(|name| name == b"FontDescriptor")
}

/// Sixteen bytes that follow from the form, its edition, the language and the day.
fn identifier(imprint: &Imprint<'_>) -> Vec<u8> {
    let name = format!(
        "{} {} {} {}",
        imprint.id, imprint.edition, imprint.language, imprint.on
    );
    // FNV-1a: it need not be secret, only fixed.
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in name.bytes() {
        hash ^= u128::from(byte);
        hash = hash.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B);
    }
    hash.to_be_bytes().to_vec()
}

fn plain(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// UTF-16 with its mark, as the information dictionary wants it.
fn unicode(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
