//! Names, codes and sources of a pack in words.

use chrono::NaiveDate;
use qonys_law::ArticleItem;
use qonys_law::Entry;
use qonys_law::Lawbook;
use qonys_law::Parts;
use qonys_law::Standing;
use qonys_law::Words;
use qonys_texts::Lang;
use qonys_texts::date_long;
use qonys_texts::has;
use qonys_texts::text;
use qonys_texts::text_with;
use toml::Value;

use crate::place::Numbered;
use crate::place::place_in;
use crate::speak::in_language;
use crate::speak::standing_code;
use crate::view::DayView;
use crate::view::LawNameView;
use crate::view::SourceView;

/// Writes of a pack in one language.
#[derive(Clone, Copy)]
pub(super) struct Scribe<'a> {
    pub(super) book: &'a Lawbook,
    pub(super) lang: Lang,
    /// The day whose editions are meant where a record is named; the newest, if none.
    pub(super) day: Option<NaiveDate>,
}

impl<'a> Scribe<'a> {
    pub(super) fn say(&self, key: &str) -> String {
        text(self.lang, &format!("lawbook.{key}"))
    }

    pub(super) fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        text_with(self.lang, &format!("lawbook.{key}"), args)
    }

    /// The words under a key, if the program has them.
    pub(super) fn known(&self, key: &str) -> Option<String> {
        let key = format!("lawbook.{key}");
        has(self.lang, &key).then(|| text(self.lang, &key))
    }

    pub(super) fn words(&self, words: &Words) -> String {
        in_language(words, self.lang).to_owned()
    }

    pub(super) fn day_view(&self, day: NaiveDate) -> DayView {
        DayView {
            iso: day.to_string(),
            text: date_long(self.lang, day),
        }
    }

    /// A kind of records, in the plural; a kind that nobody has named yet by its own name.
    pub(super) fn kind(&self, kind: &str) -> String {
        self.known(&format!("kind.{kind}"))
            .unwrap_or_else(|| kind.replace('_', " "))
    }

    /// The name of a field; one that nobody has named yet by its own name.
    pub(super) fn field(&self, key: &str) -> String {
        // `one` is a plural form in the files of words.
        let key = if key == "one" { "one_of_them" } else { key };
        self.known(&format!("field.{key}"))
            .unwrap_or_else(|| key.replace('_', " "))
    }

    /// The edition of a thing that is meant: that of the day, else the newest.
    pub(super) fn edition(&self, kind: &str, id: &str) -> Option<&'a Entry> {
        self.day
            .and_then(|day| self.book.on(kind, id, day).entry())
            .or_else(|| self.book.editions(kind, id).last().copied())
    }

    /// What a record is called.
    pub(super) fn title(&self, kind: &str, id: &str) -> String {
        if let Some(words) = self.edition(kind, id).and_then(Entry::title) {
            return self.words(&words);
        }
        if id == kind {
            return self.kind(kind);
        }
        // A record without words of its own is called by what it names: a list and a state, a paper and a country.
        let named: Vec<String> = ["list", "paper", "of", "country"]
            .iter()
            .filter_map(|key| self.edition(kind, id)?.text(key))
            .map(|word| self.mention(word))
            .collect();
        if !named.is_empty() {
            return named.join(": ");
        }
        let parts: Vec<String> = id
            .split(['/', ':'])
            .map(|part| self.mention(part))
            .collect();
        parts.join(": ")
    }

    /// What is called so, whatever its kind.
    pub(super) fn mention(&self, id: &str) -> String {
        self.mention_of(id, &["country", "requirement"])
    }

    /// What is called so, preferably of one of these kinds.
    pub(super) fn mention_of(&self, id: &str, kinds: &[&str]) -> String {
        let mut named = self.book.named(id);
        named.sort_by_key(|(kind, _)| !kinds.contains(kind));
        named
            .into_iter()
            .filter_map(|(kind, id)| self.edition(kind, id))
            .find_map(Entry::title)
            .map_or_else(|| id.to_owned(), |words| self.words(&words))
    }

    pub(super) fn name(&self, kind: &str, id: &str) -> LawNameView {
        LawNameView {
            kind: kind.to_owned(),
            kind_text: self.kind(kind),
            id: id.to_owned(),
            title: self.title(kind, id),
        }
    }

    /// The days of an edition in words.
    pub(super) fn days(&self, entry: &Entry) -> String {
        match (entry.from(), entry.until()) {
            (None, None) => self.say("days.always"),
            (Some(from), None) => {
                self.say_with("days.from", &[("from", &date_long(self.lang, from))])
            }
            (None, Some(until)) => {
                self.say_with("days.until", &[("until", &date_long(self.lang, until))])
            }
            (Some(from), Some(until)) => self.say_with(
                "days.between",
                &[
                    ("from", &date_long(self.lang, from)),
                    ("until", &date_long(self.lang, until)),
                ],
            ),
        }
    }

    fn act(&self, id: &str) -> Option<&'a Entry> {
        self.book.first("act", id)
    }

    /// How sure a record is: its own standing, else that of its act; none where it states nothing of the law.
    pub(super) fn standing(&self, entry: &Entry) -> Option<Standing> {
        entry.standing().or_else(|| {
            entry
                .cite()
                .and_then(|cite| self.act(&cite.act)?.standing())
        })
    }

    pub(super) fn standing_text(&self, standing: Standing) -> String {
        text(
            self.lang,
            match standing {
                Standing::Official => "findings.standing.official",
                Standing::Secondary => "findings.standing.secondary",
                Standing::Unconfirmed => "findings.standing.unconfirmed",
                Standing::Unknown => "findings.standing.unknown",
            },
        )
    }

    /// A cite in words: the act's short name and the place in it.
    pub(super) fn cite(&self, cite: &str) -> String {
        let Some((act, place)) = cite.split_once(':') else {
            return cite.to_owned();
        };
        let short = self
            .act(act)
            .and_then(|act| act.words("short"))
            .map_or_else(|| act.to_owned(), |words| self.words(&words));
        let place = self.place(act, place);
        text_with(
            self.lang,
            "findings.source",
            &[("act", &short), ("place", &place)],
        )
    }

    fn place(&self, act: &str, place: &str) -> String {
        let parts = match self.act(act).and_then(|act| act.text("parts")) {
            Some("article") => Parts::Article,
            Some("item") => Parts::Item,
            Some(_) | None => Parts::Plain,
        };
        let article = place.split_once('(').map_or(place, |(article, _)| article);
        let item = self
            .act(act)
            .and_then(|act| act.body.get("items")?.as_array())
            .and_then(|items| {
                let named = |items: &&Value| {
                    let articles = items.get("articles").and_then(Value::as_array);
                    articles.is_some_and(|all| all.iter().any(|one| one.as_str() == Some(article)))
                };
                items.iter().find(named)?.get("are")?.as_str()
            })
            .and_then(|item| match item {
                "paragraph" => Some(ArticleItem::Paragraph),
                "subitem" => Some(ArticleItem::Subitem),
                "part" => Some(ArticleItem::Part),
                _unknown => None,
            });
        let country = self
            .book
            .first("country", place)
            .and_then(|country| country.words("name"))
            .map(|name| self.words(&name));
        place_in(self.lang, Numbered { parts, item }, place, country)
    }

    /// Where a record stands.
    pub(super) fn source(&self, entry: &Entry) -> Option<SourceView> {
        let cite = entry.cite()?;
        let act = self.act(&cite.act);
        let day = |key| entry.day(key).or_else(|| act.and_then(|act| act.day(key)));
        let standing = self.standing(entry).unwrap_or_default();
        Some(SourceView {
            text: self.cite(&format!("{}:{}", cite.act, cite.place)),
            title: act
                .and_then(|act| act.words("title"))
                .map_or_else(|| cite.act.clone(), |words| self.words(&words)),
            from: entry.from().map(|day| self.day_view(day)),
            until: entry.until().map(|day| self.day_view(day)),
            seen: day("seen").map(|day| self.day_view(day)),
            standing: standing_code(standing),
            standing_text: self.standing_text(standing),
            url: entry
                .text("url")
                .or_else(|| act.and_then(|act| self.address(act)))
                .unwrap_or_default()
                .to_owned(),
            act: cite.act,
            place: cite.place,
        })
    }

    /// The official address of an act, of its text in the language where there is one.
    fn address<'act>(&self, act: &'act Entry) -> Option<&'act str> {
        let own = match self.lang {
            Lang::Kk => act.text("url_kk"),
            Lang::Ru => None,
            Lang::En => act.text("url_en"),
        };
        own.or_else(|| act.text("url"))
    }
}
