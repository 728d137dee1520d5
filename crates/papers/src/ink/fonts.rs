//! The fonts of one document: only the glyphs it uses, and for each the text it stands for.

use std::collections::BTreeMap;

use printpdf::{FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use crate::error::PaperError;
use crate::letters::{Faces, Typeface};
use crate::place::{Mark, Page};

/// The fonts of one document.
#[derive(Default)]
pub(crate) struct FontBook {
    subsets: Vec<Subset>,
}

/// A subset of a typeface. A glyph that stands for two different texts (a space and a
/// no-break space) is in two subsets, so that every letter reads back as it was written.
pub(super) struct Subset {
    pub(super) typeface: Typeface,
    pub(super) texts: BTreeMap<u16, String>,
    pub(super) remapper: GlyphRemapper,
}

impl FontBook {
    /// Notes every glyph of a page.
    pub(crate) fn read(&mut self, page: &Page) {
        for mark in &page.marks {
            if let Mark::Text { typeface, run, .. } = mark {
                for glyph in &run.glyphs {
                    self.note(*typeface, glyph.id, run.text_of(glyph));
                }
            }
        }
    }

    fn note(&mut self, typeface: Typeface, glyph: u16, text: &str) {
        if self.find(typeface, glyph, text).is_some() {
            return;
        }
        let free = self
            .subsets
            .iter()
            .position(|subset| subset.typeface == typeface && !subset.texts.contains_key(&glyph));
        let index = free.unwrap_or_else(|| {
            self.subsets.push(Subset {
                typeface,
                texts: BTreeMap::new(),
                remapper: GlyphRemapper::new(),
            });
            self.subsets.len() - 1
        });
        if let Some(subset) = self.subsets.get_mut(index) {
            subset.texts.insert(glyph, text.to_owned());
            subset.remapper.remap(glyph);
        }
    }

    /// The subset that has the glyph for this text, and the glyph's number there.
    pub(crate) fn find(&self, typeface: Typeface, glyph: u16, text: &str) -> Option<(usize, u16)> {
        self.subsets.iter().enumerate().find_map(|(index, subset)| {
            (subset.typeface == typeface
                && subset.texts.get(&glyph).is_some_and(|known| known == text))
            .then(|| subset.remapper.get(glyph).map(|new| (index, new)))
            .flatten()
        })
    }

    /// The name of a subset among the document's resources: six capitals, because readers
    /// take them for the mark of a subset.
    pub(super) fn font_id(&self, index: usize) -> FontId {
        FontId(tag(index))
    }

    /// The font's name in the document and how many glyphs it holds.
    pub(super) fn named(&self) -> impl Iterator<Item = (String, u16)> {
        self.subsets
            .iter()
            .enumerate()
            .map(|(index, subset)| (subset.name(index), subset.remapper.num_gids()))
    }

    pub(super) fn subsets(&self) -> &[Subset] {
        &self.subsets
    }

    pub(super) fn add_to(
        &self,
        document: &mut PdfDocument,
        faces: &Faces,
    ) -> Result<(), PaperError> {
        for (index, subset) in self.subsets.iter().enumerate() {
            let font = subset.embedded(index, faces)?;
            document
                .resources
                .fonts
                .map
                .insert(self.font_id(index), PdfFont::new(font));
        }
        Ok(())
    }
}

impl Subset {
    pub(super) fn name(&self, index: usize) -> String {
        format!("{}+{}", tag(index), self.typeface.name())
    }

    fn embedded(&self, index: usize, faces: &Faces) -> Result<ParsedFont, PaperError> {
        let unusable = || PaperError::Font(self.typeface.name());
        let bytes =
            subsetter::subset(self.typeface.bytes(), 0, &self.remapper).map_err(|_| unusable())?;
        let face = faces.of(self.typeface);
        let tables = face.tables();
        let widths = (0..)
            .zip(self.remapper.remapped_gids())
            .map(|(new, old): (u16, u16)| {
                (new, u16::try_from(face.natural_width(old)).unwrap_or(0))
            })
            .collect();
        let em = i32::from(tables.units_per_em()).max(1);
        let scaled =
            |units: i16| i16::try_from(i32::from(units) * 1000 / em).map_err(|_| unusable());
        let metrics = FontMetrics {
            ascent: scaled(tables.ascender())?,
            descent: scaled(tables.descender())?,
        };
        // Widths and metrics are given in thousandths, whatever the font's own units.
        let mut font = ParsedFont::with_glyph_data(
            bytes,
            0,
            Some(self.name(index)),
            BTreeMap::new(),
            widths,
            1000,
            metrics,
        );
        let bounds = tables.global_bounding_box();
        font.pdf_font_metrics.x_min = scaled(bounds.x_min)?;
        font.pdf_font_metrics.y_min = scaled(bounds.y_min)?;
        font.pdf_font_metrics.x_max = scaled(bounds.x_max)?;
        font.pdf_font_metrics.y_max = scaled(bounds.y_max)?;
        font.pdf_font_metrics.us_weight_class = tables.weight().to_number();
        Ok(font)
    }
}

/// `QONYSA`, `QONYSB`, …
pub(super) fn tag(index: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    format!("QONY{}{}", letter(18 + index / 26), letter(index))
}
