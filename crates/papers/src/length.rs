//! Lengths and places on the page, in whole micrometres, so that the layout is exact and
//! the same on every machine.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Sub};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A length in micrometres. Form files give it in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length(i64);

impl Length {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From micrometres.
    pub const fn micrometres(value: i64) -> Self {
        Self(value)
    }

    /// From whole millimetres.
    pub const fn millimetres(value: i64) -> Self {
        Self(value * 1000)
    }

    /// As micrometres.
    pub const fn in_micrometres(self) -> i64 {
        self.0
    }

    /// As thousandths of a PDF point (1/72 inch), rounded to the nearest.
    pub(crate) const fn in_millipoints(self) -> i64 {
        (self.0 * 7200 + 1270).div_euclid(2540)
    }

    /// From thousandths of a PDF point, rounded down to the micrometre.
    pub(crate) const fn from_millipoints(value: i64) -> Self {
        Self((value * 127).div_euclid(360))
    }

    pub(crate) fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, factor: i64) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, divisor: i64) -> Self {
        Self(self.0 / divisor)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(thousandths(from, "a length in millimetres")?))
    }
}

impl Serialize for Length {
    #[allow(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "files say millimetres with decimals; reading rounds back to the same micrometre"
    )]
    fn serialize<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        if self.0 % 1000 == 0 {
            into.serialize_i64(self.0 / 1000)
        } else {
            into.serialize_f64(self.0 as f64 / 1000.0)
        }
    }
}

/// A size of type, in thousandths of a point. Form files give it in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct TypeSize(i64);

impl TypeSize {
    /// How much smaller each try is when a text does not fit.
    pub(crate) const STEP: Self = Self(500);

    pub(crate) const fn in_millipoints(self) -> i64 {
        self.0
    }

    pub(crate) const fn millipoints(value: i64) -> Self {
        Self(value)
    }

    /// The length of `units` thousandths of this size, rounded up.
    pub(crate) const fn times_thousandths(self, units: i64) -> Length {
        Length((self.0 * units * 127 + 359_999).div_euclid(360_000))
    }

    /// From this size down to the floor, both included.
    pub(crate) fn down_to(self, floor: Self) -> impl Iterator<Item = Self> {
        let floor = floor.min(self);
        let steps = (self.0 - floor.0) / Self::STEP.0;
        (0..=steps)
            .map(move |step| Self(self.0 - step * Self::STEP.0))
            .chain(((self.0 - floor.0) % Self::STEP.0 != 0).then_some(floor))
    }
}

impl<'de> Deserialize<'de> for TypeSize {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(thousandths(from, "a size of type in points")?))
    }
}

/// Reads a number with up to three decimals as thousandths.
fn thousandths<'de, D: Deserializer<'de>>(
    from: D,
    expected: &'static str,
) -> Result<i64, D::Error> {
    struct Thousandths(&'static str);
    impl de::Visitor<'_> for Thousandths {
        type Value = i64;
        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str(self.0)
        }
        fn visit_i64<E: de::Error>(self, value: i64) -> Result<i64, E> {
            value
                .checked_mul(1000)
                .ok_or_else(|| E::invalid_value(de::Unexpected::Signed(value), &self))
        }
        #[allow(
            clippy::float_arithmetic,
            clippy::cast_possible_truncation,
            reason = "the file's decimal number becomes a whole number here and nowhere else"
        )]
        fn visit_f64<E: de::Error>(self, value: f64) -> Result<i64, E> {
            if value.is_finite() && value.abs() < 1e6 {
                Ok((value * 1000.0).round() as i64)
            } else {
                Err(E::invalid_value(de::Unexpected::Float(value), &self))
            }
        }
    }
    from.deserialize_any(Thousandths(expected))
}

/// A rectangle on a page, measured from the top left corner of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// From the left edge of the sheet.
    pub x: Length,
    /// From the top edge of the sheet.
    pub y: Length,
    /// To the right.
    pub width: Length,
    /// Downwards.
    pub height: Length,
}

impl Area {
    /// The right edge.
    pub fn right(self) -> Length {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(self) -> Length {
        self.y + self.height
    }

    pub(crate) fn inside(self, outer: Self) -> bool {
        self.x >= outer.x
            && self.y >= outer.y
            && self.right() <= outer.right()
            && self.bottom() <= outer.bottom()
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// The area without a strip along each edge.
    pub(crate) fn inset(self, sides: Length, ends: Length) -> Self {
        Self {
            x: self.x + sides,
            y: self.y + ends,
            width: (self.width - sides * 2).at_least_zero(),
            height: (self.height - ends * 2).at_least_zero(),
        }
    }

    /// What is left below a strip at the top.
    pub(crate) fn below(self, strip: Length) -> Self {
        Self {
            y: self.y + strip,
            height: (self.height - strip).at_least_zero(),
            ..self
        }
    }
}

impl Serialize for Area {
    fn serialize<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        [self.x, self.y, self.width, self.height].serialize(into)
    }
}

impl<'de> Deserialize<'de> for Area {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let [x, y, width, height] = <[Length; 4]>::deserialize(from)?;
        Ok(Self {
            x,
            y,
            width,
            height,
        })
    }
}
