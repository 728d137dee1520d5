//! Measuring parts of a paragraph without shaping each of them anew.

use std::ops::Range;
use std::rc::Rc;

use rustybuzz::Script;

use super::face::{Face, script};
use super::run::Run;
use crate::error::PaperError;
use crate::length::{Length, TypeSize};

/// Measures the parts of a paragraph, whose words one space parts from each other.
pub(super) struct Ruler<'a> {
    face: &'a Face,
    text: &'a str,
    size: TypeSize,
    place: &'a str,
    whole: Option<Whole>,
}

/// The paragraph shaped at once.
struct Whole {
    run: Rc<Run>,
    /// Where the pen stands before each glyph and after the last, in thousandths of the size.
    pens: Vec<i64>,
    /// Every word with the script that it would be shaped in by itself.
    words: Vec<(Range<usize>, Script)>,
}

impl<'a> Ruler<'a> {
    pub(super) fn new(face: &'a Face, text: &'a str, size: TypeSize, place: &'a str) -> Self {
        // A character without a glyph is reported by the part that has it, if that is measured at all.
        let whole = face.shape(text, place).ok().map(Whole::new);
        Self {
            face,
            text,
            size,
            place,
            whole,
        }
    }

    pub(super) fn width(&self, part: &Range<usize>) -> Result<Length, PaperError> {
        match self.whole.as_ref().and_then(|whole| whole.units(part)) {
            Some(units) => Ok(self.size.times_thousandths(units)),
            None => self.face.width(self.of(part), self.size, self.place),
        }
    }

    pub(super) fn of(&self, part: &Range<usize>) -> &'a str {
        self.text.get(part.clone()).unwrap_or_default()
    }

    /// A part that has become a line: whoever draws it finds it shaped.
    pub(super) fn line(&self, part: &Range<usize>) -> String {
        let line = self.of(part);
        if !self.face.knows(line)
            && let Some(run) = self.whole.as_ref().and_then(|whole| whole.part(part))
        {
            self.face.keep(run);
        }
        line.to_owned()
    }
}

impl Whole {
    fn new(run: Rc<Run>) -> Self {
        let mut pens = Vec::with_capacity(run.glyphs.len() + 1);
        let mut pen = 0;
        pens.push(pen);
        for glyph in &run.glyphs {
            pen += glyph.advance;
            pens.push(pen);
        }
        let mut words = Vec::new();
        let mut start = 0;
        for word in run.text.split(' ') {
            let end = start + word.len();
            words.push((start..end, script(word)));
            start = end + 1;
        }
        Self { run, pens, words }
    }

    fn units(&self, part: &Range<usize>) -> Option<i64> {
        if !self.in_one_script(part) {
            return None;
        }
        let glyphs = self.run.glyphs_of(part)?;
        Some(self.pens.get(glyphs.end)? - self.pens.get(glyphs.start)?)
    }

    fn part(&self, part: &Range<usize>) -> Option<Run> {
        self.in_one_script(part)
            .then(|| self.run.part(part))
            .flatten()
    }

    /// Whether a part by itself would be shaped in the script of the paragraph: the script of its first letter decides.
    fn in_one_script(&self, part: &Range<usize>) -> bool {
        let first = self
            .words
            .partition_point(|(word, _)| word.end <= part.start);
        for (word, known) in self.words.iter().skip(first) {
            if word.start >= part.end {
                break;
            }
            let inside = word.start.max(part.start)..word.end.min(part.end);
            let found = if inside == *word {
                *known
            } else {
                script(self.run.text.get(inside).unwrap_or_default())
            };
            if found != rustybuzz::script::UNKNOWN {
                return found == self.run.script;
            }
        }
        self.run.script == rustybuzz::script::UNKNOWN
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::letters::{Faces, Typeface};

    const SIZE: TypeSize = TypeSize::millipoints(10_000);

    /// Kerned pairs, two scripts and none, marks that combine, letters that would be joined.
    const TEXTS: [&str; 6] = [
        "Алматы қаласы, Абай көшесі, 12-үй, 4-пәтер",
        "12 Абай 2026 ж. AVATAR To Ta Ту Уа «Та» Г. А. Ту",
        "75 / 12 – 30",
        "AV Та 15 Өзбекстан Ǆ fi ff Ω 1/2",
        "е\u{301}лка и\u{306} й̆о \u{301}а AV\u{301}A",
        "r. f. Р. У. Т, L’A „V“ Ұ. Ғ, Ү-Ұ",
    ];

    #[test]
    fn a_part_is_as_wide_as_when_it_is_shaped_alone() {
        let faces = Faces::bundled().unwrap();
        let mut measured = 0;
        for typeface in Typeface::ALL {
            for text in TEXTS {
                let run = faces.of(typeface).shape(text, "here").unwrap();
                let whole = Whole::new(run);
                let bounds: Vec<usize> = (0..=text.len())
                    .filter(|at| text.is_char_boundary(*at))
                    .collect();
                for start in &bounds {
                    for end in bounds.iter().filter(|end| *end > start) {
                        let part = *start..*end;
                        // A face of its own: nothing of it is known beforehand.
                        let alone = faces.of(typeface).shape_anew(&text[part.clone()], "here");
                        let Some(found) = whole.part(&part) else {
                            assert_eq!(whole.units(&part), None);
                            continue;
                        };
                        let alone = alone.unwrap();
                        let place = &text[part.clone()];
                        assert_eq!(whole.units(&part), Some(alone.units()), "{place}");
                        assert_eq!(found.text, alone.text);
                        let drawn = |run: &Run| -> Vec<_> {
                            let of = |glyph: &_| run.text_of(glyph).to_owned();
                            run.glyphs
                                .iter()
                                .map(|g| (g.id, g.advance, g.width, g.shift, of(g)))
                                .collect()
                        };
                        assert_eq!(drawn(&found), drawn(&alone), "{place}");
                        measured += 1;
                    }
                }
            }
        }
        assert!(measured > 5000, "{measured}");
    }

    #[test]
    fn a_part_in_another_script_than_the_paragraph_is_measured_by_itself() {
        let faces = Faces::bundled().unwrap();
        let face = faces.of(Typeface::Answer);
        let text = "Абай 75 AVATAR";
        let ruler = Ruler::new(face, text, SIZE, "here");
        let whole = ruler.whole.as_ref().unwrap();
        let words = [0..8, 9..11, 12..18];
        let known = words.clone().map(|word| whole.in_one_script(&word));
        assert_eq!(known, [true, false, false]);
        for word in words {
            let alone = face.width(ruler.of(&word), SIZE, "here").unwrap();
            assert_eq!(ruler.width(&word).unwrap(), alone);
        }
    }

    #[test]
    fn a_character_without_a_glyph_is_the_fault_of_its_own_part() {
        let faces = Faces::bundled().unwrap();
        let ruler = Ruler::new(faces.of(Typeface::Answer), "Абай 北京", SIZE, "here");
        assert!(ruler.width(&(0..8)).is_ok());
        assert_eq!(
            ruler.width(&(9..15)),
            Err(PaperError::MissingGlyph {
                place: "here".to_owned(),
                character: '北',
            })
        );
    }
}
