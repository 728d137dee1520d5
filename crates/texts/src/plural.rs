//! Texts that depend on a number.

use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};

use crate::{Lang, has, text_with};

/// The form of `key` that the language uses with `n`; `%{count}` and `args` are filled in.
///
/// The forms are the leaves `one`, `few`, `many` and `other` under the key. A form that the language lacks is
/// taken from `other`.
#[must_use]
pub fn plural(lang: Lang, key: &str, n: i64, args: &[(&str, &str)]) -> String {
    let count = n.to_string();
    let mut filled = vec![("count", count.as_str())];
    filled.extend_from_slice(args);
    let form = format!("{key}.{}", form(lang, n));
    if has(lang, &form) {
        text_with(lang, &form, &filled)
    } else {
        text_with(lang, &format!("{key}.other"), &filled)
    }
}

/// A number of days in words: "270 дней", "270 күн", "270 days".
#[must_use]
pub fn days(lang: Lang, n: i64) -> String {
    plural(lang, "units.days", n, &[])
}

fn form(lang: Lang, n: i64) -> &'static str {
    let rules = PluralRules::try_new_cardinal(cldr_locale(lang).into());
    let category = rules.map_or(PluralCategory::Other, |rules| {
        rules.category_for(n.unsigned_abs())
    });
    match category {
        PluralCategory::One => "one",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Zero | PluralCategory::Two | PluralCategory::Other => "other",
    }
}

const fn cldr_locale(lang: Lang) -> Locale {
    match lang {
        Lang::Kk => locale!("kk"),
        Lang::Ru => locale!("ru"),
        Lang::En => locale!("en"),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "0 дней")]
    #[case(1, "1 день")]
    #[case(2, "2 дня")]
    #[case(4, "4 дня")]
    #[case(5, "5 дней")]
    #[case(11, "11 дней")]
    #[case(12, "12 дней")]
    #[case(14, "14 дней")]
    #[case(21, "21 день")]
    #[case(22, "22 дня")]
    #[case(101, "101 день")]
    #[case(111, "111 дней")]
    #[case(270, "270 дней")]
    #[case(-1, "-1 день")]
    #[case(-3, "-3 дня")]
    fn russian_days(#[case] n: i64, #[case] expected: &str) {
        assert_eq!(days(Lang::Ru, n), expected);
    }

    #[rstest]
    #[case(0, "0 күн")]
    #[case(1, "1 күн")]
    #[case(2, "2 күн")]
    #[case(270, "270 күн")]
    fn kazakh_days(#[case] n: i64, #[case] expected: &str) {
        assert_eq!(days(Lang::Kk, n), expected);
    }

    #[rstest]
    #[case(0, "0 days")]
    #[case(1, "1 day")]
    #[case(2, "2 days")]
    #[case(21, "21 days")]
    fn english_days(#[case] n: i64, #[case] expected: &str) {
        assert_eq!(days(Lang::En, n), expected);
    }

    #[test]
    fn kazakh_nouns_stay_singular_after_a_number() {
        for n in [1, 2, 5, 21] {
            assert_eq!(
                plural(Lang::Kk, "units.working_days", n, &[]),
                format!("{n} жұмыс күні")
            );
        }
    }

    #[test]
    fn years_have_a_form_of_their_own() {
        assert_eq!(plural(Lang::Ru, "units.years", 3, &[]), "3 года");
        assert_eq!(plural(Lang::Ru, "units.years", 10, &[]), "10 лет");
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        assert_eq!(days(Lang::Ru, i64::MIN), format!("{} дней", i64::MIN));
    }

    #[test]
    fn an_unknown_key_is_visible() {
        assert_eq!(plural(Lang::Kk, "units.moons", 2, &[]), "units.moons.other");
    }
}
