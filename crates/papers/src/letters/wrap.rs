//! Breaking a text into lines of a given width.

use std::ops::Range;

use super::face::Face;
use super::glue::stays;
use super::ruler::Ruler;
use super::syllables::breaks_of;
use crate::error::PaperError;
use crate::length::{Length, TypeSize};

/// Where lines may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// At spaces, and after a hyphen or slash within a word.
    BetweenWords,
    /// Also within a word that is wider than the line by itself: between syllables with a hyphen, and where there is
    /// no syllable, anywhere.
    Anywhere,
}

/// What stays together on a line, by its bytes in the paragraph.
struct Atom {
    part: Range<usize>,
    /// Whether the line is not broken at the space behind it.
    held: bool,
}

/// The lines of a text, or `None` when a word is wider than the line.
pub(crate) fn wrap(
    face: &Face,
    text: &str,
    size: TypeSize,
    width: Length,
    breaks: Breaks,
    place: &str,
) -> Result<Option<Vec<String>>, PaperError> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let words: Vec<&str> = paragraph
            .split(' ')
            .filter(|word| !word.is_empty())
            .collect();
        let paragraph = words.join(" ");
        let ruler = Ruler::new(face, &paragraph, size, place);
        let mut line = 0..0;
        for group in groups(&ruler, atoms(&words), width)? {
            let longer = if line.is_empty() {
                group.clone()
            } else {
                line.start..group.end
            };
            if ruler.width(&longer)? <= width {
                line = longer;
            } else {
                if !line.is_empty() {
                    lines.push(ruler.line(&line));
                }
                if ruler.width(&group)? <= width {
                    line = group;
                } else {
                    match breaks {
                        Breaks::BetweenWords => return Ok(None),
                        Breaks::Anywhere => {
                            let word = ruler.of(&group);
                            let last = chop(face, word, size, width, place, &mut lines)?;
                            line = group.end - last.len()..group.end;
                        }
                    }
                }
            }
        }
        lines.push(ruler.line(&line));
    }
    Ok(Some(lines))
}

/// Fills whole lines with pieces of a word and returns the last piece.
fn chop(
    face: &Face,
    word: &str,
    size: TypeSize,
    width: Length,
    place: &str,
    lines: &mut Vec<String>,
) -> Result<String, PaperError> {
    let mut word = word;
    // Between syllables as long as one fits, from the end of the line backwards.
    while face.width(word, size, place)? > width {
        let mut cut = None;
        for at in breaks_of(word).into_iter().rev() {
            let piece = format!("{}-", &word[..at]);
            if face.width(&piece, size, place)? <= width {
                cut = Some((piece, at));
                break;
            }
        }
        let Some((piece, at)) = cut else {
            break;
        };
        lines.push(piece);
        word = &word[at..];
    }
    let mut piece = String::new();
    for c in word.chars() {
        let mut longer = piece.clone();
        longer.push(c);
        if face.width(&longer, size, place)? <= width {
            piece = longer;
        } else if piece.is_empty() {
            return Err(PaperError::DoesNotFit {
                place: place.to_owned(),
            });
        } else {
            lines.push(std::mem::replace(&mut piece, c.to_string()));
        }
    }
    Ok(piece)
}

/// The atoms of a paragraph, those that stay together as one; a group that is wider than the line falls apart.
fn groups(
    ruler: &Ruler<'_>,
    atoms: Vec<Atom>,
    width: Length,
) -> Result<Vec<Range<usize>>, PaperError> {
    let mut found: Vec<Vec<Atom>> = Vec::new();
    let mut open = false;
    for atom in atoms {
        let held = atom.held;
        match found.last_mut() {
            Some(group) if open => group.push(atom),
            Some(_) | None => found.push(vec![atom]),
        }
        open = held;
    }
    let mut fitting = Vec::with_capacity(found.len());
    for group in found {
        let [first, .., last] = group.as_slice() else {
            fitting.extend(group.into_iter().map(|atom| atom.part));
            continue;
        };
        let together = first.part.start..last.part.end;
        if ruler.width(&together)? > width {
            fitting.extend(group.into_iter().map(|atom| atom.part));
        } else {
            fitting.push(together);
        }
    }
    Ok(fitting)
}

/// The atoms of words that one space parts from each other.
fn atoms(words: &[&str]) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut begins = 0;
    for (index, word) in words.iter().copied().enumerate() {
        let previous = index.checked_sub(1).and_then(|at| words.get(at).copied());
        let held = words
            .get(index + 1)
            .is_some_and(|next| stays(previous, word, next));
        let mut start = begins;
        let mut before = None;
        let mut letters = word.char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            // A number and what hangs on it (4-пәтер) stay together.
            let joins = match c {
                '-' => {
                    before.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic)
                }
                '/' | '@' => {
                    before.is_some_and(char::is_alphanumeric)
                        && next.is_some_and(char::is_alphanumeric)
                }
                _ => false,
            };
            if joins {
                let end = begins + at + c.len_utf8();
                atoms.push(Atom {
                    part: start..end,
                    held: false,
                });
                start = end;
            }
            before = Some(c);
        }
        let end = begins + word.len();
        atoms.push(Atom {
            part: start..end,
            held,
        });
        begins = end + 1;
    }
    atoms
}
