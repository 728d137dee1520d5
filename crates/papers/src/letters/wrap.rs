//! Breaking a text into lines of a given width.

use super::face::Face;
use super::glue::stays;
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

/// What stays together on a line, and whether a space follows it.
#[derive(Clone, Copy)]
struct Atom<'a> {
    text: &'a str,
    space: bool,
    /// Whether the line is not broken at that space.
    held: bool,
}

/// Atoms that stay on one line together, as they are written.
struct Group<'a> {
    atoms: Vec<Atom<'a>>,
    text: String,
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
        for group in groups(face, paragraph, size, width, place)? {
            let longer = match (line.is_empty(), space) {
                (true, _) => group.text.clone(),
                (false, true) => format!("{line} {}", group.text),
                (false, false) => format!("{line}{}", group.text),
            };
            if face.width(&longer, size, place)? <= width {
                line = longer;
            } else {
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                if face.width(&group.text, size, place)? <= width {
                    line.clone_from(&group.text);
                } else {
                    match breaks {
                        Breaks::BetweenWords => return Ok(None),
                        Breaks::Anywhere => {
                            line = chop(face, &group.text, size, width, place, &mut lines)?;
                        }
                    }
                }
            }
            space = group.atoms.last().is_some_and(|atom| atom.space);
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
fn groups<'a>(
    face: &Face,
    paragraph: &'a str,
    size: TypeSize,
    width: Length,
    place: &str,
) -> Result<Vec<Group<'a>>, PaperError> {
    let mut found: Vec<Group<'a>> = Vec::new();
    let mut open = false;
    for atom in atoms(paragraph) {
        let held = atom.held;
        match found.last_mut() {
            Some(group) if open => {
                group.text = format!("{} {}", group.text, atom.text);
                group.atoms.push(atom);
            }
            Some(_) | None => found.push(Group {
                text: atom.text.to_owned(),
                atoms: vec![atom],
            }),
        }
        open = held;
    }
    let mut fitting = Vec::with_capacity(found.len());
    for group in found {
        if group.atoms.len() > 1 && face.width(&group.text, size, place)? > width {
            fitting.extend(group.atoms.into_iter().map(|atom| Group {
                text: atom.text.to_owned(),
                atoms: vec![atom],
            }));
        } else {
            fitting.push(group);
        }
    }
    Ok(fitting)
}

fn atoms(paragraph: &str) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    let words: Vec<&str> = paragraph
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect();
    for (index, word) in words.iter().copied().enumerate() {
        let previous = index.checked_sub(1).and_then(|at| words.get(at).copied());
        let held = words
            .get(index + 1)
            .is_some_and(|next| stays(previous, word, next));
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
                    held: false,
                });
                start = end;
            }
            before = Some(c);
        }
        atoms.push(Atom {
            text: &word[start..],
            space: true,
            held,
        });
    }
    atoms
}
