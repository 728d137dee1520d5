//! Sums of money.

use crate::{Lang, text, text_with};

const TIYN_IN_TENGE: u64 = 100;

/// A sum in tiyn as tenge with two decimals: "17 300,00 ₸", "17,300.00 ₸".
///
/// Kazakh and Russian use no-break spaces, so that a sum never falls apart at the end of a line.
#[must_use]
pub fn money(lang: Lang, tiyn: i64) -> String {
    let sum = tiyn.unsigned_abs();
    let tenge = grouped(sum / TIYN_IN_TENGE, &text(lang, "units.money.group"));
    let rest = format!("{:02}", sum % TIYN_IN_TENGE);
    let key = if tiyn < 0 {
        "units.money.negative"
    } else {
        "units.money.positive"
    };
    text_with(lang, key, &[("tenge", &tenge), ("tiyn", &rest)])
}

pub(crate) fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(1_730_000, "17\u{a0}300,00\u{a0}₸", "17,300.00 ₸")]
    #[case(86_500, "865,00\u{a0}₸", "865.00 ₸")]
    #[case(43_250, "432,50\u{a0}₸", "432.50 ₸")]
    #[case(100_000, "1\u{a0}000,00\u{a0}₸", "1,000.00 ₸")]
    #[case(570_900_000, "5\u{a0}709\u{a0}000,00\u{a0}₸", "5,709,000.00 ₸")]
    #[case(0, "0,00\u{a0}₸", "0.00 ₸")]
    #[case(5, "0,05\u{a0}₸", "0.05 ₸")]
    #[case(-5, "−0,05\u{a0}₸", "−0.05 ₸")]
    #[case(-123_456, "−1\u{a0}234,56\u{a0}₸", "−1,234.56 ₸")]
    fn a_sum(#[case] tiyn: i64, #[case] spaced: &str, #[case] english: &str) {
        assert_eq!(money(Lang::Ru, tiyn), spaced);
        assert_eq!(money(Lang::Kk, tiyn), spaced);
        assert_eq!(money(Lang::En, tiyn), english);
    }

    #[test]
    fn the_largest_sums_do_not_overflow() {
        assert_eq!(money(Lang::En, i64::MAX), "92,233,720,368,547,758.07 ₸");
        assert_eq!(money(Lang::En, i64::MIN), "−92,233,720,368,547,758.08 ₸");
    }
}
