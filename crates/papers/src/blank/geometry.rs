//! From what PDF measures in (points from the bottom left corner, turned, cropped) to what a
//! person sees: millimetres from the top left corner of the page as it is shown.

use crate::length::{Area, Length};

/// How a page is turned when it is shown, clockwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// As it is.
    None,
    /// By 90 degrees.
    Right,
    /// By 180 degrees.
    Over,
    /// By 270 degrees.
    Left,
}

impl Turn {
    /// Any multiple of 90 degrees; everything else counts as none.
    pub(super) fn of_degrees(degrees: i64) -> Self {
        match degrees.rem_euclid(360) {
            90 => Self::Right,
            180 => Self::Over,
            270 => Self::Left,
            _ => Self::None,
        }
    }

    /// In degrees, clockwise.
    pub fn degrees(self) -> i64 {
        match self {
            Self::None => 0,
            Self::Right => 90,
            Self::Over => 180,
            Self::Left => 270,
        }
    }
}

/// The visible part of a page, in thousandths of a PDF unit, and how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sight {
    /// Left, bottom, right, top; ordered.
    pub(super) crop: [i64; 4],
    pub(super) turn: Turn,
    /// Thousandths of a point that a PDF unit is long: 1000, except on very large pages.
    pub(super) unit: i64,
}

/// A matrix in thousandths for the turning part and thousandths of a unit for the shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Matrix {
    pub(super) turn: [i64; 4],
    pub(super) shift: [i64; 2],
}

impl Sight {
    fn size(self) -> (i64, i64) {
        let [left, bottom, right, top] = self.crop;
        (right - left, top - bottom)
    }

    fn length(self, units: i64) -> Length {
        // A unit may be longer than a point by a factor of up to 75; pages stay far below the
        // range of the number.
        Length::from_millipoints(units.saturating_mul(self.unit) / 1000)
    }

    /// Width and height as shown.
    pub(super) fn shown(self) -> (Length, Length) {
        let (width, height) = self.size();
        match self.turn {
            Turn::None | Turn::Over => (self.length(width), self.length(height)),
            Turn::Right | Turn::Left => (self.length(height), self.length(width)),
        }
    }

    /// Where a point of the page is shown.
    pub(super) fn point(self, x: i64, y: i64) -> (Length, Length) {
        let [left, bottom, right, top] = self.crop;
        let (from_left, from_top) = match self.turn {
            Turn::None => (x - left, top - y),
            Turn::Right => (y - bottom, x - left),
            Turn::Over => (right - x, y - bottom),
            Turn::Left => (top - y, right - x),
        };
        (self.length(from_left), self.length(from_top))
    }

    /// Where a rectangle of the page is shown; its corners may come in any order.
    pub(super) fn area(self, rectangle: [i64; 4]) -> Area {
        let one = self.point(rectangle[0], rectangle[1]);
        let other = self.point(rectangle[2], rectangle[3]);
        let (x, y) = (one.0.min(other.0), one.1.min(other.1));
        Area {
            x,
            y,
            width: one.0.max(other.0) - x,
            height: one.1.max(other.1) - y,
        }
    }

    /// From points of the page as shown, counted from its bottom left corner upwards, to the
    /// page's own units.
    pub(super) fn to_page(self) -> Matrix {
        let [left, bottom, right, top] = self.crop;
        let one = 1_000_000 / self.unit.max(1);
        match self.turn {
            Turn::None => Matrix {
                turn: [one, 0, 0, one],
                shift: [left, bottom],
            },
            Turn::Right => Matrix {
                turn: [0, one, -one, 0],
                shift: [right, bottom],
            },
            Turn::Over => Matrix {
                turn: [-one, 0, 0, -one],
                shift: [right, top],
            },
            Turn::Left => Matrix {
                turn: [0, -one, one, 0],
                shift: [left, top],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sight(turn: Turn) -> Sight {
        Sight {
            crop: [10_000, 20_000, 110_000, 220_000],
            turn,
            unit: 1000,
        }
    }

    /// The page's own point that a shown point comes from, by the matrix.
    fn back(sight: Sight, shown: (Length, Length)) -> (i64, i64) {
        let height = sight.shown().1;
        let x = shown.0.in_millipoints();
        let y = (height - shown.1).in_millipoints();
        let Matrix { turn, shift } = sight.to_page();
        (
            (turn[0] * x + turn[2] * y) / 1000 + shift[0],
            (turn[1] * x + turn[3] * y) / 1000 + shift[1],
        )
    }

    #[test]
    fn what_is_shown_at_a_place_is_written_to_that_place() {
        for turn in [Turn::None, Turn::Right, Turn::Over, Turn::Left] {
            let sight = sight(turn);
            for (x, y) in [(10_000, 20_000), (30_000, 50_000), (109_000, 219_000)] {
                let (back_x, back_y) = back(sight, sight.point(x, y));
                assert!(
                    back_x.abs_diff(x) <= 6 && back_y.abs_diff(y) <= 6,
                    "{turn:?}: {x} {y} came back as {back_x} {back_y}"
                );
            }
        }
    }

    #[test]
    fn a_page_turned_to_the_right_shows_its_left_edge_at_the_top() {
        let sight = sight(Turn::Right);
        let (x, y) = sight.point(10_000, 20_000);
        assert_eq!((x, y), (Length::ZERO, Length::ZERO));
        let (width, height) = sight.shown();
        assert!(width > height);
    }
}
