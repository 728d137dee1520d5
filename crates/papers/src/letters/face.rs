//! The bundled fonts and shaping with them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustybuzz::{Direction, Feature, Script, ShapePlan, UnicodeBuffer, ttf_parser::Tag};

use super::run::{Glyph, Run};
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

/// A font ready for shaping.
pub(crate) struct Face {
    typeface: Typeface,
    shaper: rustybuzz::Face<'static>,
    features: [Feature; 3],
    /// Preparing to shape a script costs much more than shaping a line.
    plans: RefCell<Vec<(Script, Rc<ShapePlan>)>>,
    /// The same words are measured again at every size that is tried, and then drawn.
    runs: RefCell<HashMap<String, Rc<Run>>>,
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
            runs: RefCell::new(HashMap::new()),
        })
    }

    /// Shapes one line. `place` names the box in the error for a character without a glyph.
    pub(crate) fn shape(&self, text: &str, place: &str) -> Result<Rc<Run>, PaperError> {
        if let Some(run) = self.runs.borrow().get(text) {
            return Ok(Rc::clone(run));
        }
        self.shape_anew(text, place).map(|run| self.keep(run))
    }

    pub(super) fn knows(&self, text: &str) -> bool {
        self.runs.borrow().contains_key(text)
    }

    /// Notes a shaped line for whoever asks for it next.
    pub(super) fn keep(&self, run: Run) -> Rc<Run> {
        let run = Rc::new(run);
        self.runs
            .borrow_mut()
            .insert(run.text.clone(), Rc::clone(&run));
        run
    }

    pub(super) fn shape_anew(&self, text: &str, place: &str) -> Result<Run, PaperError> {
        let mut buffer = spelled(text);
        // Forms run from left to right; a stray right-to-left letter has no glyph anyway.
        buffer.set_direction(Direction::LeftToRight);
        let script = buffer.script();
        let plan = self.plan(script);
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
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            if id == 0 {
                let stands_for = text.get(start..end).unwrap_or_default();
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
                from: start,
                to: if first { end } else { start },
                separable: first && !info.unsafe_to_break(),
            });
        }
        Ok(Run {
            text: text.to_owned(),
            script,
            glyphs,
        })
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
        Ok(self.shape(text, place)?.width(size))
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

/// The script that a text is shaped in: that of its first letter.
pub(super) fn script(text: &str) -> Script {
    spelled(text).script()
}

fn spelled(text: &str) -> UnicodeBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer
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
