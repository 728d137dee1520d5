//! Places that a blank itself has ruled: cells, combs, squares to tick, lines to write on.

use super::drawn::drawn;
use super::error::BlankError;
use super::picture::Picture;
use super::read::{Blank, Source};
use crate::length::{Area, Length};

/// What counts as the same line.
const TOLERANCE: Length = Length::micrometres(400);
/// Shorter strokes are letters and ornaments.
const SHORTEST: Length = Length::micrometres(2_500);
/// A cell is at least this high and wide.
const LEAST_CELL: Length = Length::micrometres(2_500);
/// Squares to tick are no larger.
const LARGEST_SQUARE: Length = Length::micrometres(7_000);
/// Cells of a comb are no wider.
const WIDEST_COMB: Length = Length::millimetres(11);
/// So many equal cells beside each other are a comb.
const LEAST_COMB: usize = 4;
/// A line to write on is at least this long; one writes so high above it.
const SHORTEST_LINE: Length = Length::millimetres(15);
const ABOVE_LINE: Length = Length::millimetres(7);
/// Lines of a page that are looked at in each direction; no form has more.
const MOST_LINES: usize = 1_200;
/// A point of a scan is ink when it is darker.
const DARK: u8 = 130;

/// A place that is ruled on a blank. A suggestion: the person decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuledPlace {
    /// The page, from 1.
    pub page: usize,
    /// Where it lies.
    pub area: Area,
    /// What it seems to be.
    pub kind: RuledKind,
}

/// What a ruled place seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuledKind {
    /// A cell or box.
    Cell,
    /// Equal cells beside each other, one for each character.
    Comb(usize),
    /// A square to tick.
    Square,
    /// A line to write on; the area lies above it.
    Line,
}

/// A stroke that lies level or upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stroke {
    upright: bool,
    /// From the top for level strokes, from the left for upright ones.
    at: Length,
    from: Length,
    to: Length,
}

impl Stroke {
    /// The stroke between two points; none when it is slanted or short.
    pub(super) fn between(
        one: (Length, Length),
        other: (Length, Length),
        thin: Length,
    ) -> Option<Self> {
        let (left, right) = (one.0.min(other.0), one.0.max(other.0));
        let (top, bottom) = (one.1.min(other.1), one.1.max(other.1));
        let (wide, high) = (right - left, bottom - top);
        if wide >= SHORTEST && high <= TOLERANCE.min(thin) {
            Some(Self {
                upright: false,
                at: top,
                from: left,
                to: right,
            })
        } else if high >= SHORTEST && wide <= TOLERANCE.min(thin) {
            Some(Self {
                upright: true,
                at: left,
                from: top,
                to: bottom,
            })
        } else {
            None
        }
    }

    /// Whether it covers a stretch.
    fn covers(self, from: Length, to: Length) -> bool {
        self.from <= from + TOLERANCE && self.to + TOLERANCE >= to
    }
}

impl Blank {
    /// The places that are ruled on a page, from 1: found in the operators of a PDF or in the
    /// dark runs of a scan (PNG or JPEG). From the top down, from left to right.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn ruled_places(&self, page: usize) -> Result<Vec<RuledPlace>, BlankError> {
        let Some(index) = page.checked_sub(1) else {
            return Ok(Vec::new());
        };
        let strokes = match &self.source {
            Source::Pdf(source) => drawn(source, index)?.strokes,
            Source::Pictures(pictures) => match pictures.get(index) {
                Some(picture) => dark_runs(picture)?,
                None => Vec::new(),
            },
        };
        Ok(places(strokes)
            .into_iter()
            .map(|(area, kind)| RuledPlace { page, area, kind })
            .collect())
    }
}

/// Strokes on one line that touch become one.
fn merged(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.sort_unstable();
    let mut out: Vec<Stroke> = Vec::new();
    for stroke in strokes {
        let same = out.iter_mut().rev().take(64).find(|known| {
            known.upright == stroke.upright
                && stroke.at - known.at <= TOLERANCE
                && stroke.from <= known.to + TOLERANCE
                && known.from <= stroke.to + TOLERANCE
        });
        match same {
            Some(known) => {
                known.from = known.from.min(stroke.from);
                known.to = known.to.max(stroke.to);
            }
            None => out.push(stroke),
        }
    }
    out
}

fn places(strokes: Vec<Stroke>) -> Vec<(Area, RuledKind)> {
    let (upright, level): (Vec<Stroke>, Vec<Stroke>) = merged(strokes)
        .into_iter()
        .partition(|stroke| stroke.upright);
    let level: Vec<Stroke> = level.into_iter().take(MOST_LINES).collect();
    let upright: Vec<Stroke> = upright.into_iter().take(MOST_LINES).collect();
    let mut cells = Vec::new();
    for top in &level {
        for left in &upright {
            cells.extend(cell(*top, *left, &level, &upright));
        }
    }
    cells.sort_unstable_by_key(|area: &Area| (area.y, area.x, area.width));
    cells.dedup_by(|one, other| near(*one, *other));
    let lines: Vec<Area> = level
        .iter()
        .filter(|line| line.to - line.from >= SHORTEST_LINE)
        .filter(|line| {
            !cells.iter().any(|cell| {
                let edge = (cell.y - line.at).max(line.at - cell.y) <= TOLERANCE
                    || (cell.bottom() - line.at).max(line.at - cell.bottom()) <= TOLERANCE;
                edge && cell.x < line.to && line.from < cell.right()
            })
        })
        .map(|line| {
            // Up to the line above, if that is closer.
            let above = level
                .iter()
                .filter(|other| {
                    other.at + LEAST_CELL < line.at && other.from < line.to && line.from < other.to
                })
                .map(|other| line.at - other.at)
                .min()
                .unwrap_or(ABOVE_LINE)
                .min(ABOVE_LINE)
                .min(line.at);
            Area {
                x: line.from,
                y: line.at - above,
                width: line.to - line.from,
                height: above,
            }
        })
        .collect();
    let mut places = combs(&cells);
    places.extend(lines.into_iter().map(|area| (area, RuledKind::Line)));
    places.sort_unstable_by_key(|(area, kind)| (area.y, area.x, *kind));
    places
}

fn near(one: Area, other: Area) -> bool {
    let close = |a: Length, b: Length| (a - b).max(b - a) <= TOLERANCE;
    close(one.x, other.x)
        && close(one.y, other.y)
        && close(one.width, other.width)
        && close(one.height, other.height)
}

/// The smallest cell with this upper left corner.
fn cell(top: Stroke, left: Stroke, level: &[Stroke], upright: &[Stroke]) -> Option<Area> {
    let corner =
        left.covers(top.at, top.at + LEAST_CELL) && top.covers(left.at, left.at + LEAST_CELL);
    if !corner {
        return None;
    }
    let right = upright
        .iter()
        .filter(|other| {
            other.at >= left.at + LEAST_CELL
                && other.covers(top.at, top.at + LEAST_CELL)
                && top.covers(left.at, other.at)
        })
        .min_by_key(|other| other.at)?;
    let bottom = level
        .iter()
        .filter(|other| {
            other.at >= top.at + LEAST_CELL
                && other.covers(left.at, right.at)
                && left.covers(top.at, other.at)
                && right.covers(top.at, other.at)
        })
        .min_by_key(|other| other.at)?;
    Some(Area {
        x: left.at,
        y: top.at,
        width: right.at - left.at,
        height: bottom.at - top.at,
    })
}

/// Cells beside each other that are equally large become a comb; small single ones squares.
fn combs(cells: &[Area]) -> Vec<(Area, RuledKind)> {
    let mut out = Vec::new();
    let mut used = vec![false; cells.len()];
    for index in 0..cells.len() {
        if used[index] {
            continue;
        }
        let first = cells[index];
        let mut row = vec![index];
        let mut last = first;
        if first.width <= WIDEST_COMB {
            while let Some(next) = (0..cells.len()).find(|other| {
                !used[*other]
                    && near(
                        cells[*other],
                        Area {
                            x: last.right(),
                            ..last
                        },
                    )
            }) {
                row.push(next);
                last = cells[next];
            }
        }
        if row.len() >= LEAST_COMB {
            for cell in &row {
                used[*cell] = true;
            }
            let area = Area {
                width: last.right() - first.x,
                ..first
            };
            out.push((area, RuledKind::Comb(row.len())));
        } else {
            used[index] = true;
            let sides = (first.width.min(first.height), first.width.max(first.height));
            let square = sides.1 <= LARGEST_SQUARE && sides.0 * 4 >= sides.1 * 3;
            let kind = if square {
                RuledKind::Square
            } else {
                RuledKind::Cell
            };
            out.push((first, kind));
        }
    }
    out
}

/// Long dark runs of a scan. A scan that is slanted by more than a little has none.
fn dark_runs(picture: &Picture) -> Result<Vec<Stroke>, BlankError> {
    let points = picture.points()?;
    let area = picture.area();
    let (across, down) = points.size;
    let dark = |x: usize, y: usize| points.at(x, y).is_some_and(|point| point < DARK);
    let place = |pixel: usize, of: usize, from: Length, length: Length| {
        let pixel = i64::try_from(pixel).unwrap_or(0);
        let of = i64::try_from(of.max(1)).unwrap_or(1);
        from + length * pixel / of
    };
    let x_of = |pixel: usize| place(pixel, across, area.x, area.width);
    let y_of = |pixel: usize| place(pixel, down, area.y, area.height);
    let mut strokes = Vec::new();
    for y in 0..down {
        runs(
            across,
            |x| dark(x, y),
            |from, to| {
                strokes.extend(Stroke::between(
                    (x_of(from), y_of(y)),
                    (x_of(to), y_of(y)),
                    TOLERANCE,
                ));
            },
        );
    }
    for x in 0..across {
        runs(
            down,
            |y| dark(x, y),
            |from, to| {
                strokes.extend(Stroke::between(
                    (x_of(x), y_of(from)),
                    (x_of(x), y_of(to)),
                    TOLERANCE,
                ));
            },
        );
    }
    Ok(strokes)
}

/// Runs of ink; a gap of two points is noise.
fn runs(length: usize, dark: impl Fn(usize) -> bool, mut found: impl FnMut(usize, usize)) {
    let mut start = None;
    let mut last = 0;
    for index in 0..length {
        if dark(index) {
            start.get_or_insert(index);
            last = index;
        } else if let Some(from) = start
            && index - last > 2
        {
            found(from, last + 1);
            start = None;
        }
    }
    if let Some(from) = start {
        found(from, last + 1);
    }
}
