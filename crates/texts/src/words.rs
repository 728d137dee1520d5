//! Numbers and sums in words, as receipts and contracts want them beside the figures.

use crate::money::grouped;
use crate::{Lang, plural, text, text_with};

const TIYN_IN_TENGE: u64 = 100;

/// The powers of a thousand that have names, the largest first.
const SCALES: [(u64, &str); 3] = [
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// A whole number in words: "двадцать одна тысяча шестьсот двадцать пять", "жиырма бір мың алты жүз жиырма бес".
///
/// Kazakh says the one before a hundred and a thousand, as the law does: "бір жүз сексен үш". A number of a trillion
/// or more comes as so many billions.
#[must_use]
pub fn number_in_words(lang: Lang, number: u64) -> String {
    if number == 0 {
        return text(lang, "numbers.0");
    }
    let mut said = Vec::new();
    let mut rest = number;
    for (scale, name) in SCALES {
        let count = rest / scale;
        rest %= scale;
        if count == 0 {
            continue;
        }
        if count < 1_000 {
            below_thousand(lang, count, name == "thousand", &mut said);
        } else {
            said.push(number_in_words(lang, count));
        }
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        said.push(plural(lang, &format!("numbers.{name}"), count, &[]));
    }
    below_thousand(lang, rest, false, &mut said);
    said.join(" ")
}

/// Words for 1 to 999; nothing for 0. Of thousands Russian counts one and two in the feminine.
fn below_thousand(lang: Lang, number: u64, of_thousands: bool, said: &mut Vec<String>) {
    let word = |number: u64| {
        let key = if of_thousands && number < 3 {
            format!("numbers.thousands.{number}")
        } else {
            format!("numbers.{number}")
        };
        (number > 0).then(|| text(lang, &key))
    };
    said.extend(word(number / 100 * 100));
    let tens = number % 100;
    if tens < 20 {
        said.extend(word(tens));
        return;
    }
    let (tens, ones) = (word(tens / 10 * 10), word(tens % 10));
    match (&tens, &ones) {
        (Some(tens), Some(ones)) => said.push(text_with(
            lang,
            "numbers.tens_and_ones",
            &[("tens", tens), ("ones", ones)],
        )),
        (Some(_) | None, Some(_) | None) => said.extend(tens.or(ones)),
    }
}

/// A sum in tiyn in figures and words: "17 300 (семнадцать тысяч триста) тенге 00 тиын". The tiyn stay figures, as in
/// such papers; "тенге" and "тиын" are not declined.
#[must_use]
pub fn money_in_words(lang: Lang, tiyn: i64) -> String {
    let sum = tiyn.unsigned_abs();
    let tenge = sum / TIYN_IN_TENGE;
    let mut figures = grouped(tenge, &text(lang, "units.money.group"));
    let mut words = number_in_words(lang, tenge);
    if tiyn < 0 {
        figures = format!("−{figures}");
        words = format!("{} {words}", text(lang, "numbers.minus"));
    }
    text_with(
        lang,
        "numbers.sum",
        &[
            ("tenge", &figures),
            ("words", &words),
            ("tiyn", &format!("{:02}", sum % TIYN_IN_TENGE)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "нөл", "ноль", "zero")]
    #[case(1, "бір", "один", "one")]
    #[case(2, "екі", "два", "two")]
    #[case(5, "бес", "пять", "five")]
    #[case(11, "он бір", "одиннадцать", "eleven")]
    #[case(19, "он тоғыз", "девятнадцать", "nineteen")]
    #[case(20, "жиырма", "двадцать", "twenty")]
    #[case(21, "жиырма бір", "двадцать один", "twenty-one")]
    #[case(40, "қырық", "сорок", "forty")]
    #[case(90, "тоқсан", "девяносто", "ninety")]
    #[case(100, "бір жүз", "сто", "one hundred")]
    #[case(101, "бір жүз бір", "сто один", "one hundred one")]
    #[case(
        183,
        "бір жүз сексен үш",
        "сто восемьдесят три",
        "one hundred eighty-three"
    )]
    #[case(211, "екі жүз он бір", "двести одиннадцать", "two hundred eleven")]
    #[case(
        999,
        "тоғыз жүз тоқсан тоғыз",
        "девятьсот девяносто девять",
        "nine hundred ninety-nine"
    )]
    #[case(1000, "бір мың", "одна тысяча", "one thousand")]
    #[case(1001, "бір мың бір", "одна тысяча один", "one thousand one")]
    #[case(2000, "екі мың", "две тысячи", "two thousand")]
    #[case(5000, "бес мың", "пять тысяч", "five thousand")]
    #[case(11_000, "он бір мың", "одиннадцать тысяч", "eleven thousand")]
    #[case(12_000, "он екі мың", "двенадцать тысяч", "twelve thousand")]
    #[case(
        21_000,
        "жиырма бір мың",
        "двадцать одна тысяча",
        "twenty-one thousand"
    )]
    #[case(
        22_002,
        "жиырма екі мың екі",
        "двадцать две тысячи два",
        "twenty-two thousand two"
    )]
    #[case(
        101_000,
        "бір жүз бір мың",
        "сто одна тысяча",
        "one hundred one thousand"
    )]
    #[case(
        111_000,
        "бір жүз он бір мың",
        "сто одиннадцать тысяч",
        "one hundred eleven thousand"
    )]
    #[case(1_000_000, "бір миллион", "один миллион", "one million")]
    #[case(2_000_000, "екі миллион", "два миллиона", "two million")]
    #[case(
        5_709_000,
        "бес миллион жеті жүз тоғыз мың",
        "пять миллионов семьсот девять тысяч",
        "five million seven hundred nine thousand"
    )]
    #[case(
        1_000_000_001,
        "бір миллиард бір",
        "один миллиард один",
        "one billion one"
    )]
    fn a_number_in_words(
        #[case] number: u64,
        #[case] kk: &str,
        #[case] ru: &str,
        #[case] en: &str,
    ) {
        assert_eq!(number_in_words(Lang::Kk, number), kk);
        assert_eq!(number_in_words(Lang::Ru, number), ru);
        assert_eq!(number_in_words(Lang::En, number), en);
    }

    #[rstest]
    #[case(0, "0 (нөл) теңге 00 тиын", "0 (ноль) тенге 00 тиын")]
    #[case(100, "1 (бір) теңге 00 тиын", "1 (один) тенге 00 тиын")]
    #[case(
        61_260,
        "612 (алты жүз он екі) теңге 60 тиын",
        "612 (шестьсот двенадцать) тенге 60 тиын"
    )]
    #[case(5, "0 (нөл) теңге 05 тиын", "0 (ноль) тенге 05 тиын")]
    #[case(
        570_900_000,
        "5\u{a0}709\u{a0}000 (бес миллион жеті жүз тоғыз мың) теңге 00 тиын",
        "5\u{a0}709\u{a0}000 (пять миллионов семьсот девять тысяч) тенге 00 тиын"
    )]
    #[case(-150, "−1 (минус бір) теңге 50 тиын", "−1 (минус один) тенге 50 тиын")]
    fn a_sum_in_words(#[case] tiyn: i64, #[case] kk: &str, #[case] ru: &str) {
        assert_eq!(money_in_words(Lang::Kk, tiyn), kk);
        assert_eq!(money_in_words(Lang::Ru, tiyn), ru);
    }

    #[test]
    fn every_word_below_a_million_is_there() {
        for lang in Lang::ALL {
            for number in (1..1_000).chain((1..1_000).map(|n| n * 1_000)) {
                let said = number_in_words(lang, number);
                assert!(!said.contains("numbers."), "{said}");
                assert!(!said.contains("  ") && said == said.trim(), "{said}");
            }
        }
    }

    #[test]
    fn the_largest_number_does_not_overflow() {
        assert!(number_in_words(Lang::Ru, u64::MAX).ends_with("пятнадцать"));
        assert!(money_in_words(Lang::Kk, i64::MIN).starts_with('−'));
    }
}
