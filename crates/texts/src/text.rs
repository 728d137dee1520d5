//! A text by its key.

use std::collections::BTreeSet;

use crate::Lang;

/// The text of `key`.
///
/// A key that a language lacks is given in English, and one that English lacks as the key itself: a strange
/// word on the screen is better than none. [`has`] tells the difference.
#[must_use]
pub fn text(lang: Lang, key: &str) -> String {
    match crate::_rust_i18n_try_translate(lang.code(), key) {
        Some(text) => text.into_owned(),
        None => key.to_owned(),
    }
}

/// The text of `key` with each `%{name}` replaced by its value.
///
/// Values are put in as they are and never searched for placeholders; a placeholder without a value stays.
#[must_use]
pub fn text_with(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let (names, values): (Vec<&str>, Vec<String>) = args
        .iter()
        .map(|&(name, value)| (name, value.to_owned()))
        .unzip();
    rust_i18n::replace_patterns(&text(lang, key), &names, &values)
}

/// Whether the language itself has the key, without falling back to English.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    crate::_RUST_I18N_BACKEND
        .translate(lang.code(), key)
        .is_some()
}

/// All keys of a language, for comparing the languages with one another.
#[must_use]
pub fn keys(lang: Lang) -> BTreeSet<String> {
    crate::_RUST_I18N_BACKEND
        .messages_for_locale(lang.code())
        .unwrap_or_default()
        .into_iter()
        .map(|(key, _)| key.into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_visible() {
        for lang in Lang::ALL {
            assert!(!has(lang, "dates.no_such_key"));
            assert_eq!(text(lang, "dates.no_such_key"), "dates.no_such_key");
        }
        assert!(has(Lang::Kk, "dates.long"));
    }

    #[test]
    fn a_branch_is_not_a_text() {
        assert!(!has(Lang::Ru, "units.days"));
    }

    #[test]
    fn every_language_has_its_own_texts() {
        assert_eq!(text(Lang::Kk, "dates.weekday.7"), "жексенбі");
        assert_eq!(text(Lang::Ru, "dates.weekday.7"), "воскресенье");
        assert_eq!(text(Lang::En, "dates.weekday.7"), "Sunday");
    }

    #[test]
    fn values_are_not_searched_for_placeholders() {
        let args = [("day", "%{month}"), ("month", "%{year}"), ("year", "1")];
        assert_eq!(
            text_with(Lang::En, "dates.long", &args),
            "%{month} %{year} 1"
        );
    }

    #[test]
    fn a_placeholder_without_a_value_stays() {
        assert_eq!(
            text_with(Lang::En, "dates.long", &[("day", "3"), ("unused", "x")]),
            "3 %{month} %{year}"
        );
    }

    #[test]
    fn dates_and_units_have_the_same_keys_in_every_language() {
        let names = |lang| -> BTreeSet<String> {
            keys(lang)
                .into_iter()
                .filter(|key| key.starts_with("dates.") || key.starts_with("units."))
                .map(|key| match key.rsplit_once('.') {
                    Some((stem, "one" | "few" | "many" | "other")) => stem.to_owned(),
                    Some(_) | None => key,
                })
                .collect()
        };
        let english = names(Lang::En);
        assert!(english.contains("units.days") && english.contains("dates.month.12"));
        assert_eq!(names(Lang::Kk), english);
        assert_eq!(names(Lang::Ru), english);
    }
}
