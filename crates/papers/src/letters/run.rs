//! Shaped text.

use std::ops::Range;

use rustybuzz::Script;

use crate::length::{Length, TypeSize};

/// A shaped glyph; lengths in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the pen moves, kerning included.
    pub(crate) advance: i64,
    /// How far it would move by the font's own width.
    pub(crate) width: i64,
    /// How far the glyph stands from the pen.
    pub(crate) shift: i64,
    /// The characters it stands for, as bytes of the text; none for a further glyph of the same characters.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether what begins with this glyph, and what ends before it, has the same glyphs when it stands alone.
    pub(super) separable: bool,
}

/// A line of glyphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(super) text: String,
    pub(super) script: Script,
    pub(crate) glyphs: Vec<Glyph>,
}

impl Run {
    /// The characters that a glyph stands for; empty for a further glyph of the same characters.
    pub(crate) fn text_of(&self, glyph: &Glyph) -> &str {
        self.text.get(glyph.from..glyph.to).unwrap_or_default()
    }

    /// The width in thousandths of the size.
    pub(crate) fn units(&self) -> i64 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    pub(crate) fn width(&self, size: TypeSize) -> Length {
        size.times_thousandths(self.units())
    }

    /// Which glyphs a part of the text has, if it has the same ones when it stands alone in the same script.
    pub(super) fn glyphs_of(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let at = |byte: usize| {
            let index = self.glyphs.partition_point(|glyph| glyph.from < byte);
            match self.glyphs.get(index) {
                None => (byte == self.text.len()).then_some(index),
                Some(glyph) => (glyph.from == byte && glyph.separable).then_some(index),
            }
        };
        Some(at(part.start)?..at(part.end)?)
    }

    /// A part of the text as a line of its own.
    pub(super) fn part(&self, part: &Range<usize>) -> Option<Self> {
        let glyphs = self.glyphs.get(self.glyphs_of(part)?)?;
        Some(Self {
            text: self.text.get(part.clone())?.to_owned(),
            script: self.script,
            glyphs: glyphs
                .iter()
                .map(|glyph| Glyph {
                    from: glyph.from - part.start,
                    to: glyph.to - part.start,
                    ..*glyph
                })
                .collect(),
        })
    }
}
