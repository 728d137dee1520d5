//! The fonts of a page that is not ours: subsets that the document carries itself, with the
//! text that every glyph stands for.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};

use super::fonts::{FontBook, Subset, tag};
use super::pack::Packer;
use crate::error::PaperError;
use crate::letters::Faces;

/// Puts the fonts into the document; returns the dictionary of fonts for resources.
pub(crate) fn embed(
    book: &FontBook,
    document: &mut Document,
    faces: &Faces,
) -> Result<Dictionary, PaperError> {
    let mut fonts = Dictionary::new();
    for (index, subset) in book.subsets().iter().enumerate() {
        let font = font(subset, index, document, faces)?;
        fonts.set(tag(index), font);
    }
    Ok(fonts)
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

fn font(
    subset: &Subset,
    index: usize,
    document: &mut Document,
    faces: &Faces,
) -> Result<Object, PaperError> {
    let unusable = || PaperError::Font(subset.typeface.name());
    let bytes =
        subsetter::subset(subset.typeface.bytes(), 0, &subset.remapper).map_err(|_| unusable())?;
    let face = faces.of(subset.typeface);
    let tables = face.tables();
    let em = i64::from(tables.units_per_em()).max(1);
    let scaled = |units: i16| Object::Integer(i64::from(units) * 1000 / em);
    let base = subset.name(index);
    let length = i64::try_from(bytes.len()).map_err(|_| unusable())?;
    let file = document.add_object(compressed(Stream::new(
        dictionary! { "Length1" => length },
        bytes,
    )));
    let bounds = tables.global_bounding_box();
    let descriptor = document.add_object(dictionary! {
        "Type" => name("FontDescriptor"),
        "FontName" => name(&base),
        // Symbolic: its letters are named by nothing but their numbers.
        "Flags" => 4,
        "FontBBox" => [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
            .map(scaled)
            .to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => scaled(tables.ascender()),
        "Descent" => scaled(tables.descender()),
        "CapHeight" => scaled(tables.capital_height().unwrap_or(tables.ascender())),
        "StemV" => i64::from(tables.weight().to_number()) / 5,
        "FontFile2" => file,
    });
    let widths: Vec<Object> = subset
        .remapper
        .remapped_gids()
        .map(|old| Object::Integer(face.natural_width(old)))
        .collect();
    let system = dictionary! {
        "Registry" => plain("Adobe"),
        "Ordering" => plain("Identity"),
        "Supplement" => 0,
    };
    let descendant = document.add_object(dictionary! {
        "Type" => name("Font"),
        "Subtype" => name("CIDFontType2"),
        "BaseFont" => name(&base),
        "CIDSystemInfo" => system,
        "FontDescriptor" => descriptor,
        "CIDToGIDMap" => name("Identity"),
        "DW" => 0,
        "W" => vec![Object::Integer(0), Object::Array(widths)],
    });
    let texts = document.add_object(compressed(Stream::new(
        Dictionary::new(),
        to_unicode(subset).into_bytes(),
    )));
    let font = document.add_object(dictionary! {
        "Type" => name("Font"),
        "Subtype" => name("Type0"),
        "BaseFont" => name(&base),
        "Encoding" => name("Identity-H"),
        "DescendantFonts" => vec![Object::Reference(descendant)],
        "ToUnicode" => texts,
    });
    Ok(Object::Reference(font))
}

fn plain(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

pub(crate) fn compressed(mut stream: Stream) -> Stream {
    Packer::new().pack(&mut stream);
    stream
}

/// The text of every glyph.
fn to_unicode(subset: &Subset) -> String {
    let pairs: Vec<(u16, String)> = subset
        .texts
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .filter_map(|(old, text)| {
            let hex = text.encode_utf16().fold(String::new(), |mut hex, unit| {
                // Writing into a string does not fail.
                let _ = write!(hex, "{unit:04X}");
                hex
            });
            Some((subset.remapper.get(*old)?, hex))
        })
        .collect();
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for block in pairs.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for (glyph, hex) in block {
            let _ = writeln!(map, "<{glyph:04X}> <{hex}>");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
