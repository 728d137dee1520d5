//! What is drawn on a page of a foreign PDF: ruled lines and words, with their places.
#![allow(
    clippy::float_arithmetic,
    reason = "the operators of a page come with decimal numbers and matrices"
)]

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Encoding, Object, ObjectId};

use super::error::BlankError;
use super::geometry::Sight;
use super::limits;
use super::pdf::PdfSource;
use super::ruled::Stroke;
use crate::length::Length;

/// No page of a form has more.
const MOST_OPERATIONS: usize = 400_000;
const MOST_STROKES: usize = 20_000;
/// A rectangle thinner than this is a line.
const THIN: Length = Length::micrometres(1_000);
/// The part of the size that a letter is wide, about.
const LETTER: f64 = 0.5;

/// Words on a page.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: String,
    /// Where they begin, and their baseline.
    pub(super) x: Length,
    pub(super) baseline: Length,
    /// Where they end, about.
    pub(super) right: Length,
}

/// The strokes and words of a page.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) strokes: Vec<Stroke>,
    pub(super) words: Vec<Words>,
}

type Matrix = [f64; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `one`, then `other`.
fn after(one: Matrix, other: Matrix) -> Matrix {
    [
        one[0] * other[0] + one[1] * other[2],
        one[0] * other[1] + one[1] * other[3],
        one[2] * other[0] + one[3] * other[2],
        one[2] * other[1] + one[3] * other[3],
        one[4] * other[0] + one[5] * other[2] + other[4],
        one[4] * other[1] + one[5] * other[3] + other[5],
    ]
}

fn moved(matrix: Matrix, (x, y): (f64, f64)) -> (f64, f64) {
    (
        x * matrix[0] + y * matrix[2] + matrix[4],
        x * matrix[1] + y * matrix[3] + matrix[5],
    )
}

/// Reads what a page draws. Objects drawn inside of it are not followed.
pub(super) fn drawn(source: &PdfSource, page: usize) -> Result<Drawn, BlankError> {
    let Some((id, sight)) = source.pages.get(page) else {
        return Ok(Drawn::default());
    };
    let damaged = |error: lopdf::Error| BlankError::Damaged(error.to_string());
    let content = source
        .document
        .get_page_content_with_limit(*id, limits::CONTENT)
        .map_err(damaged)?;
    let content = Content::decode(&content).map_err(damaged)?;
    let mut walk = Walk {
        sight: *sight,
        encodings: encodings(&source.document, *id),
        state: State::default(),
        saved: Vec::new(),
        path: Vec::new(),
        start: None,
        at: (0.0, 0.0),
        text: SAME,
        line: SAME,
        drawn: Drawn::default(),
    };
    for operation in content.operations.iter().take(MOST_OPERATIONS) {
        walk.step(operation);
    }
    Ok(walk.drawn)
}

fn encodings(document: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, Encoding<'_>> {
    document
        .get_page_fonts(page)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(name, font)| {
            let encoding = font
                .get_font_encoding_with_limit(document, limits::CONTENT)
                .ok()?;
            Some((name, encoding))
        })
        .collect()
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Vec<u8>,
    size: f64,
    leading: f64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            matrix: SAME,
            font: Vec::new(),
            size: 0.0,
            leading: 0.0,
        }
    }
}

struct Walk<'a> {
    sight: Sight,
    encodings: BTreeMap<Vec<u8>, Encoding<'a>>,
    state: State,
    saved: Vec<State>,
    /// Lines of the path that is being made, in the page's units.
    path: Vec<((f64, f64), (f64, f64))>,
    start: Option<(f64, f64)>,
    at: (f64, f64),
    text: Matrix,
    line: Matrix,
    drawn: Drawn,
}

fn numbers<const N: usize>(operation: &Operation) -> Option<[f64; N]> {
    let mut out = [0.0; N];
    if operation.operands.len() != N {
        return None;
    }
    for (number, operand) in out.iter_mut().zip(&operation.operands) {
        *number = f64::from(operand.as_float().ok()?);
    }
    Some(out)
}

impl Walk<'_> {
    fn step(&mut self, operation: &Operation) {
        match operation.operator.as_str() {
            "q" if self.saved.len() < 1_000 => self.saved.push(self.state.clone()),
            "Q" => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            "cm" => {
                if let Some(matrix) = numbers::<6>(operation) {
                    self.state.matrix = after(matrix, self.state.matrix);
                }
            }
            "m" => {
                if let Some([x, y]) = numbers::<2>(operation) {
                    self.at = (x, y);
                    self.start = Some((x, y));
                }
            }
            "l" => {
                if let Some([x, y]) = numbers::<2>(operation) {
                    self.edge(self.at, (x, y));
                    self.at = (x, y);
                }
            }
            "h" => self.close(),
            "re" => {
                if let Some([x, y, width, height]) = numbers::<4>(operation) {
                    let corners = [
                        (x, y),
                        (x + width, y),
                        (x + width, y + height),
                        (x, y + height),
                    ];
                    for (index, corner) in corners.iter().enumerate() {
                        self.edge(*corner, corners[(index + 1) % 4]);
                    }
                }
            }
            "s" | "b" | "b*" => {
                self.close();
                self.paint();
            }
            "S" | "f" | "F" | "f*" | "B" | "B*" => self.paint(),
            "n" => self.path.clear(),
            _ => self.text_step(operation),
        }
    }

    fn edge(&mut self, from: (f64, f64), to: (f64, f64)) {
        if self.path.len() < MOST_STROKES {
            let matrix = self.state.matrix;
            self.path.push((moved(matrix, from), moved(matrix, to)));
        }
    }

    fn close(&mut self) {
        if let Some(start) = self.start {
            self.edge(self.at, start);
            self.at = start;
        }
    }

    fn paint(&mut self) {
        for (from, to) in std::mem::take(&mut self.path) {
            if self.drawn.strokes.len() >= MOST_STROKES {
                return;
            }
            let (from, to) = (self.shown(from), self.shown(to));
            self.drawn.strokes.extend(Stroke::between(from, to, THIN));
        }
        self.start = None;
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "a number that is no place on a page stays at its edge"
    )]
    fn shown(&self, (x, y): (f64, f64)) -> (Length, Length) {
        let whole = |number: f64| (number * 1000.0).clamp(-1e9, 1e9).round() as i64;
        self.sight.point(whole(x), whole(y))
    }

    fn text_step(&mut self, operation: &Operation) {
        match operation.operator.as_str() {
            "BT" => {
                self.text = SAME;
                self.line = SAME;
            }
            "Tf" => {
                if let [Object::Name(font), size] = operation.operands.as_slice() {
                    self.state.font.clone_from(font);
                    self.state.size = size.as_float().map_or(0.0, f64::from);
                }
            }
            "TL" => {
                if let Some([leading]) = numbers::<1>(operation) {
                    self.state.leading = leading;
                }
            }
            "Tm" => {
                if let Some(matrix) = numbers::<6>(operation) {
                    self.line = matrix;
                    self.text = matrix;
                }
            }
            "Td" | "TD" => {
                if let Some([x, y]) = numbers::<2>(operation) {
                    if operation.operator == "TD" {
                        self.state.leading = -y;
                    }
                    self.next_line(x, y);
                }
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" => self.show(&operation.operands),
            "'" | "\"" => {
                self.next_line(0.0, -self.state.leading);
                if let Some(text) = operation.operands.last() {
                    self.show(std::slice::from_ref(text));
                }
            }
            "TJ" => {
                if let Some(Object::Array(parts)) = operation.operands.first() {
                    self.show(parts);
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = after([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn show(&mut self, parts: &[Object]) {
        let Some(encoding) = self.encodings.get(&self.state.font) else {
            return;
        };
        let mut text = String::new();
        for part in parts {
            if let Object::String(bytes, _) = part {
                text.push_str(&Document::decode_text(encoding, bytes).unwrap_or_default());
            } else if part.as_float().is_ok_and(|gap| gap < -200.0) {
                text.push(' ');
            }
        }
        let letters = u32::try_from(text.chars().count()).map_or(0.0, f64::from);
        let width = letters * self.state.size * LETTER;
        let matrix = after(self.text, self.state.matrix);
        let begin = self.shown(moved(matrix, (0.0, 0.0)));
        let end = self.shown(moved(matrix, (width, 0.0)));
        self.text = after([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text);
        if !text.trim().is_empty() && self.drawn.words.len() < MOST_STROKES {
            self.drawn.words.push(Words {
                text,
                x: begin.0,
                baseline: begin.1,
                right: end.0.max(begin.0),
            });
        }
    }
}
