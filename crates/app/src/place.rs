//! The place in an act as lawyers of the language write it.

use qonys_law::Act;
use qonys_law::ArticleItem;
use qonys_law::ItemsOfArticles;
use qonys_law::Parts;
use qonys_law::Words;
use qonys_texts::Lang;
use qonys_texts::has;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::speak::Speaker;

impl Speaker<'_> {
    /// The place of a cite in words.
    pub(crate) fn place(&self, act: Option<&Act>, place: &str) -> String {
        let known = self.knowledge.pack.countries.contains_key(place);
        let numbered = Numbered {
            parts: act.map(|act| act.parts).unwrap_or_default(),
            item: act.and_then(|act| {
                let article = place.split_once('(').map_or(place, |(article, _)| article);
                let of = |items: &&ItemsOfArticles| items.articles.iter().any(|one| one == article);
                act.items.iter().find(of).map(|items| items.are)
            }),
        };
        place_in(
            self.lang,
            numbered,
            place,
            known.then(|| self.country(place)),
        )
    }

    /// What an official decides, or what nobody could tell us.
    pub(crate) fn legal_text(&self, id: &str) -> String {
        self.knowledge.pack.texts.get(id).map_or_else(
            || self.say("reason.authority"),
            |text| self.words(&text.words),
        )
    }

    /// What a rule about stays is called, by its id: a rule of one state by the state's name, that of all others by its own.
    pub(crate) fn stay_rule(&self, id: &str) -> Option<&Words> {
        let pack = &self.knowledge.pack;
        let country = || {
            let rule = pack.stay_rules.iter().find(|rule| rule.id == id)?;
            let of_state = pack.countries.get(&rule.of).map(|country| &country.name);
            of_state.or(rule.title.as_ref())
        };
        let window = pack.stay_windows.iter().find(|record| record.id == id);
        let floor = pack.stay_floors.iter().find(|record| record.id == id);
        window
            .map(|record| &record.title)
            .or(floor.map(|record| &record.title))
            .or_else(country)
    }
}

/// What the numbers of a place stand for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Numbered {
    /// What the places of the act are.
    pub(crate) parts: Parts,
    /// What the items of the article are, where that was seen.
    pub(crate) item: Option<ArticleItem>,
}

/// The place of a cite in words: a phrase that the locale knows, a country, or a numbered part.
pub(crate) fn place_in(
    lang: Lang,
    numbered: Numbered,
    place: &str,
    country: Option<String>,
) -> String {
    let phrase = format!("findings.place.{}", key_of(place));
    if has(lang, &phrase) {
        return text(lang, &phrase);
    }
    if let Some(country) = country {
        return country;
    }
    match numbered.parts {
        Parts::Article => article(lang, numbered.item, place),
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

/// `49(14-1)` as an article with its item; `667(3)(2)` is the sub-item 2) of the paragraph 3. Where nobody saw what a single item is, a
/// paragraph, a sub-item or a part, it is named by its number alone.
fn article(lang: Lang, item: Option<ArticleItem>, place: &str) -> String {
    let Some((number, items)) = place.split_once('(') else {
        return text_with(lang, "findings.place.article", &[("number", place)]);
    };
    let single = items.trim_end_matches(')');
    match (single.split_once(")("), item) {
        (None, Some(kind)) => {
            let key = match kind {
                ArticleItem::Paragraph => "findings.place.article_paragraph",
                ArticleItem::Subitem => "findings.place.article_subitem",
                ArticleItem::Part => "findings.place.article_part",
            };
            text_with(lang, key, &[("number", number), ("item", single)])
        }
        (Some((item, sub)), _) if !sub.contains('(') => {
            let sub = if lang == Lang::En {
                sub.to_owned()
            } else {
                format!("{sub})")
            };
            text_with(
                lang,
                "findings.place.article_nested",
                &[("number", number), ("item", item), ("sub", &sub)],
            )
        }
        (Some(_), _) | (None, None) => text_with(
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
    fn an_article_is_cited_as_lawyers_do() {
        let cited = |lang, item, place| {
            let numbered = Numbered {
                parts: Parts::Article,
                item,
            };
            place_in(lang, numbered, place, None)
        };
        let (paragraph, subitem, part) = (
            Some(ArticleItem::Paragraph),
            Some(ArticleItem::Subitem),
            Some(ArticleItem::Part),
        );
        for (lang, item, place, words) in [
            (Lang::Ru, paragraph, "667(3)(2)", "подп. 2) п. 3 ст. 667"),
            (
                Lang::Kk,
                None,
                "667(3)(2)",
                "667-баптың 3-тармағының 2) тармақшасы",
            ),
            (Lang::En, None, "667(3)(2)", "Article 667(3)(2)"),
            (Lang::Ru, None, "613", "ст. 613"),
            (Lang::Ru, None, "49(14-1)", "ст. 49, 14-1)"),
            (Lang::Ru, subitem, "49(14-1)", "подп. 14-1) ст. 49"),
            (Lang::Kk, subitem, "49(14-1)", "49-баптың 14-1) тармақшасы"),
            (Lang::En, subitem, "49(14-1)", "Article 49(14-1)"),
            (Lang::Ru, paragraph, "6(4)", "п. 4 ст. 6"),
            (Lang::Kk, paragraph, "6(4)", "6-баптың 4-тармағы"),
            (Lang::Ru, part, "492(4)", "ч. 4 ст. 492"),
            (Lang::Kk, part, "492(4)", "492-баптың 4-бөлігі"),
            (Lang::Ru, subitem, "49", "ст. 49"),
        ] {
            assert_eq!(cited(lang, item, place), words);
        }
    }

    #[test]
    fn a_phrase_becomes_a_key() {
        assert_eq!(
            key_of("annex 3, ch. 2, para 5(13)"),
            "annex_3_ch_2_para_5_13"
        );
        assert_eq!(key_of("4)"), "4");
    }
}
