//! Breaking a text into lines of a given width.

use super::face::Face;
use crate::error::PaperError;
use crate::length::{Length, TypeSize};

/// Where lines may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// At spaces, and after a hyphen or slash within a word.
    BetweenWords,
    /// Also anywhere within a word that is wider than the line by itself.
    Anywhere,
}

/// What stays together on a line, and whether a space follows it.
struct Atom<'a> {
    text: &'a str,
    space: bool,
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
        let mut line = String::new();
        let mut space = false;
        for atom in atoms(paragraph) {
            let longer = match (line.is_empty(), space) {
                (true, _) => atom.text.to_owned(),
                (false, true) => format!("{line} {}", atom.text),
                (false, false) => format!("{line}{}", atom.text),
            };
            if face.width(&longer, size, place)? <= width {
                line = longer;
            } else {
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                if face.width(atom.text, size, place)? <= width {
                    atom.text.clone_into(&mut line);
                } else {
                    match breaks {
                        Breaks::BetweenWords => return Ok(None),
                        Breaks::Anywhere => {
                            line = chop(face, atom.text, size, width, place, &mut lines)?;
                        }
                    }
                }
            }
            space = atom.space;
        }
        lines.push(line);
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

fn atoms(paragraph: &str) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let mut start = 0;
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
                let end = at + c.len_utf8();
                atoms.push(Atom {
                    text: &word[start..end],
                    space: false,
                });
                start = end;
            }
            before = Some(c);
        }
        atoms.push(Atom {
            text: &word[start..],
            space: true,
        });
    }
    atoms
}
