//! The countries of machine-readable lines.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const FILE: &str = include_str!("../../../assets/entry/countries.toml");

static COUNTRIES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    toml::from_str::<BTreeMap<String, BTreeMap<String, String>>>(FILE)
        .ok()
        .and_then(|mut file| file.remove("countries"))
        .unwrap_or_default()
});

/// The country of a code of machine-readable lines, as ISO 3166-1 alpha-2. None for what is no country: stateless persons (XXA),
/// refugees (XXB, XXC), organisations, other classes of nationals; and for what nobody knows.
#[must_use]
pub fn country_of_zone(code: &str) -> Option<&'static str> {
    COUNTRIES
        .get(code.trim_end_matches('<'))
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_what_is_none() {
        assert_eq!(country_of_zone("RUS"), Some("RU"));
        assert_eq!(
            country_of_zone("D<<"),
            Some("DE"),
            "Germany writes one letter"
        );
        for none in ["XXA", "XXB", "XXC", "XXX", "GBN", "UNO", "UTO", "<<<", ""] {
            assert_eq!(country_of_zone(none), None, "{none}");
        }
        assert_eq!(
            COUNTRIES.len(),
            251,
            "249 of ISO 3166-1, and two more codes"
        );
    }
}
