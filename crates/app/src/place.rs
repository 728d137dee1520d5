//! The place in an act as lawyers of the language write it.

use qonys_law::Parts;
use qonys_texts::Lang;
use qonys_texts::has;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::speak::Speaker;

impl Speaker<'_> {
    /// The place of a cite in words.
    pub(crate) fn place(&self, parts: Parts, place: &str) -> String {
        let known = self.knowledge.pack.countries.contains_key(place);
        place_in(self.lang, parts, place, known.then(|| self.country(place)))
    }
}

/// The place of a cite in words: a phrase that the locale knows, a country, or a numbered part.
pub(crate) fn place_in(lang: Lang, parts: Parts, place: &str, country: Option<String>) -> String {
    let phrase = format!("findings.place.{}", key_of(place));
    if has(lang, &phrase) {
        return text(lang, &phrase);
    }
    if let Some(country) = country {
        return country;
    }
    match parts {
        Parts::Article => article(lang, place),
        Parts::Item => {
            let key = match (place.ends_with(')'), place.contains(',')) {
                (true, true) => "findings.place.subitems",
                (true, false) => "findings.place.subitem",
                (false, _) => "findings.place.item",
            };
            text_with(lang, key, &[("number", place)])
        }
        Parts::Plain => place.to_owned(),
    }
}

/// `49(14-1)` as an article with its items: `3)(2)` becomes `3), 2)`.
fn article(lang: Lang, place: &str) -> String {
    match place.split_once('(') {
        None => text_with(lang, "findings.place.article", &[("number", place)]),
        Some((number, items)) => text_with(
            lang,
            "findings.place.article_item",
            &[("number", number), ("item", &items.replace(")(", "), "))],
        ),
    }
}

/// A phrase as a key of the locale files.
fn key_of(place: &str) -> String {
    let mut key = String::new();
    for character in place.chars() {
        if character.is_ascii_alphanumeric() {
            key.push(character.to_ascii_lowercase());
        } else if !key.is_empty() && !key.ends_with('_') {
            key.push('_');
        }
    }
    key.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_becomes_a_key() {
        assert_eq!(
            key_of("annex 3, ch. 2, para 5(13)"),
            "annex_3_ch_2_para_5_13"
        );
        assert_eq!(key_of("4)"), "4");
    }
}
