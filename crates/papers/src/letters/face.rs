//! The bundled fonts and shaping with them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustybuzz::{Direction, Feature, Script, ShapePlan, UnicodeBuffer, ttf_parser::Tag};

use crate::error::PaperError;
use crate::length::{Length, TypeSize};

/// A bundled font by its use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Typeface {
    Answer,
    Heading,
    Label,
    Number,
}

impl Typeface {
    pub(crate) const ALL: [Self; 4] = [Self::Answer, Self::Heading, Self::Label, Self::Number];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Answer => "NotoSerif",
            Self::Heading => "NotoSerif-Bold",
            Self::Label => "NotoSans",
            Self::Number => "NotoSans-Bold",
        }
    }

    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Answer => include_bytes!("../../../../assets/fonts/NotoSerif-Regular.ttf"),
            Self::Heading => include_bytes!("../../../../assets/fonts/NotoSerif-Bold.ttf"),
            Self::Label => include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf"),
            Self::Number => include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf"),
        }
    }
}

/// A shaped glyph; lengths in thousandths of the size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the pen moves, kerning included.
    pub(crate) advance: i64,
    /// How far it would move by the font's own width.
    pub(crate) width: i64,
    /// How far the glyph stands from the pen.
    pub(crate) shift: i64,
    /// The characters it stands for; empty for a further glyph of the same characters.
    pub(crate) text: String,
}

/// A line of glyphs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Run {
    pub(crate) glyphs: Vec<Glyph>,
}

impl Run {
    /// The width in thousandths of the size.
    pub(crate) fn units(&self) -> i64 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    pub(crate) fn width(&self, size: TypeSize) -> Length {
        size.times_thousandths(self.units())
    }
}

/// A font ready for shaping.
pub(crate) struct Face {
    typeface: Typeface,
    shaper: rustybuzz::Face<'static>,
    features: [Feature; 3],
    /// Preparing to shape a script costs much more than shaping a line.
    plans: RefCell<Vec<(Script, Rc<ShapePlan>)>>,
    /// The same words are measured again at every size that is tried.
    measured: RefCell<HashMap<String, i64>>,
}

impl Face {
    fn new(typeface: Typeface) -> Result<Self, PaperError> {
        let shaper = rustybuzz::Face::from_slice(typeface.bytes(), 0)
            .ok_or(PaperError::Font(typeface.name()))?;
        // Without ligatures every letter keeps a glyph of its own, so the text reads back
        // letter by letter.
        let off = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 0, ..);
        Ok(Self {
            typeface,
            shaper,
            features: [off(b"liga"), off(b"clig"), off(b"dlig")],
            plans: RefCell::new(Vec::new()),
            measured: RefCell::new(HashMap::new()),
        })
    }

    /// Shapes one line. `place` names the box in the error for a character without a glyph.
    pub(crate) fn shape(&self, text: &str, place: &str) -> Result<Run, PaperError> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // Forms run from left to right; a stray right-to-left letter has no glyph anyway.
        buffer.set_direction(Direction::LeftToRight);
        let plan = self.plan(buffer.script());
        let shaped = rustybuzz::shape_with_plan(&self.shaper, &plan, buffer);
        let infos = shaped.glyph_infos();
        let mut glyphs = Vec::with_capacity(infos.len());
        for (index, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
            let start = info.cluster as usize;
            let first = index == 0 || infos[index - 1].cluster != info.cluster;
            let end = infos[index..]
                .iter()
                .map(|next| next.cluster as usize)
                .find(|cluster| *cluster != start)
                .unwrap_or(text.len());
            let stands_for = text.get(start..end).unwrap_or_default();
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            if id == 0 {
                return Err(PaperError::MissingGlyph {
                    place: place.to_owned(),
                    character: stands_for.chars().next().unwrap_or('\u{FFFD}'),
                });
            }
            glyphs.push(Glyph {
                id,
                advance: self.thousandths(i64::from(position.x_advance)),
                width: self.natural_width(id),
                shift: self.thousandths(i64::from(position.x_offset)),
                text: if first {
                    stands_for.to_owned()
                } else {
                    String::new()
                },
            });
        }
        Ok(Run { glyphs })
    }

    fn plan(&self, script: Script) -> Rc<ShapePlan> {
        let mut plans = self.plans.borrow_mut();
        if let Some((_, plan)) = plans.iter().find(|(known, _)| *known == script) {
            return Rc::clone(plan);
        }
        let plan = Rc::new(ShapePlan::new(
            &self.shaper,
            Direction::LeftToRight,
            Some(script),
            None,
            &self.features,
        ));
        plans.push((script, Rc::clone(&plan)));
        plan
    }

    /// The font's own width of a glyph, in thousandths of the size.
    pub(crate) fn natural_width(&self, id: u16) -> i64 {
        let units = self
            .shaper
            .glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(id))
            .unwrap_or(0);
        self.thousandths(i64::from(units))
    }

    pub(crate) fn width(
        &self,
        text: &str,
        size: TypeSize,
        place: &str,
    ) -> Result<Length, PaperError> {
        let known = self.measured.borrow().get(text).copied();
        let units = match known {
            Some(units) => units,
            None => {
                let units = self.shape(text, place)?.units();
                self.measured.borrow_mut().insert(text.to_owned(), units);
                units
            }
        };
        Ok(size.times_thousandths(units))
    }

    /// From the baseline up to the top of the tallest letters.
    pub(crate) fn ascent(&self, size: TypeSize) -> Length {
        size.times_thousandths(self.thousandths(i64::from(self.shaper.ascender())))
    }

    /// From the baseline down to the foot of the deepest letters.
    pub(crate) fn descent(&self, size: TypeSize) -> Length {
        size.times_thousandths(-self.thousandths(i64::from(self.shaper.descender())))
    }

    pub(crate) fn typeface(&self) -> Typeface {
        self.typeface
    }

    pub(crate) fn tables(&self) -> &rustybuzz::ttf_parser::Face<'static> {
        &self.shaper
    }

    fn thousandths(&self, units: i64) -> i64 {
        let em = i64::from(self.shaper.units_per_em()).max(1);
        (units * 1000 + em / 2).div_euclid(em)
    }
}

/// The bundled fonts.
pub(crate) struct Faces {
    faces: [Face; 4],
}

impl Faces {
    pub(crate) fn bundled() -> Result<Self, PaperError> {
        let [answer, heading, label, number] = Typeface::ALL;
        Ok(Self {
            faces: [
                Face::new(answer)?,
                Face::new(heading)?,
                Face::new(label)?,
                Face::new(number)?,
            ],
        })
    }

    pub(crate) fn of(&self, typeface: Typeface) -> &Face {
        &self.faces[typeface as usize]
    }
}
