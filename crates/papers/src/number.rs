//! PDF's decimal numbers as whole thousandths, and back.

use lopdf::Object;

/// A number of a PDF in thousandths; `None` for something else or beyond any page.
#[allow(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "the file's decimal number becomes a whole number here"
)]
pub(crate) fn thousandths(object: &Object) -> Option<i64> {
    match object {
        Object::Integer(whole) => {
            (whole.unsigned_abs() < 1_000_000).then(|| whole.saturating_mul(1000))
        }
        Object::Real(number) => {
            let number = f64::from(*number) * 1000.0;
            (number.is_finite() && number.abs() < 1e9).then(|| number.round() as i64)
        }
        Object::Null
        | Object::Boolean(_)
        | Object::Name(_)
        | Object::String(..)
        | Object::Array(_)
        | Object::Dictionary(_)
        | Object::Stream(_)
        | Object::Reference(_) => None,
    }
}

/// Thousandths as PDF writes them: `12`, `-0.5`, `3.142`.
pub(crate) fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (
        thousandths.unsigned_abs() / 1000,
        thousandths.unsigned_abs() % 1000,
    );
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest:03}")
            .trim_end_matches('0')
            .to_owned()
    }
}

/// The same as an object.
#[allow(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "the number is a whole number of thousandths of a page's size"
)]
pub(crate) fn real(thousandths: i64) -> Object {
    if thousandths % 1000 == 0 {
        Object::Integer(thousandths / 1000)
    } else {
        Object::Real(thousandths as f32 / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_are() {
        for (number, written) in [
            (0, "0"),
            (12_000, "12"),
            (-500, "-0.5"),
            (3_140, "3.14"),
            (1, "0.001"),
        ] {
            assert_eq!(decimal(number), written);
        }
    }
}
