//! One record as it stands on a day, with all its editions and who uses it.

use chrono::NaiveDate;
use qonys_law::Entry;
use qonys_law::Lawbook;
use qonys_law::Status;
use qonys_texts::Lang;
use qonys_texts::date_long;

use super::scribe::Scribe;
use crate::speak::standing_code;
use crate::view::LawEditionView;
use crate::view::LawFieldView;
use crate::view::LawKindView;
use crate::view::LawListView;
use crate::view::LawRecordView;
use crate::view::LawStatusCode;

/// Fields that are said elsewhere: the name, the days, the source.
const SAID_ELSEWHERE: [&str; 8] = [
    "id", "title", "from", "until", "absent", "cite", "order", "standing",
];

/// Every record that `name` means, as it stands on a day; none where nothing is called so.
#[must_use]
pub fn law_record(book: &Lawbook, name: &str, day: NaiveDate, lang: Lang) -> Vec<LawRecordView> {
    book.named(name)
        .into_iter()
        .map(|(kind, id)| record(book, kind, id, day, lang))
        .collect()
}

fn record(book: &Lawbook, kind: &str, id: &str, day: NaiveDate, lang: Lang) -> LawRecordView {
    let scribe = Scribe {
        book,
        lang,
        day: Some(day),
    };
    let status = book.on(kind, id, day);
    let spoken_of = status.entry();
    LawRecordView {
        language: lang.code().to_owned(),
        name: scribe.name(kind, id),
        day: scribe.day_view(day),
        status: match status {
            Status::InForce(_) => LawStatusCode::InForce,
            Status::Absent(_) => LawStatusCode::Absent,
            Status::NotKnown { .. } => LawStatusCode::NotKnown,
        },
        status_text: status_text(&scribe, kind, status, day),
        editions: book
            .editions(kind, id)
            .into_iter()
            .map(|entry| {
                let this = spoken_of.is_some_and(|spoken| std::ptr::eq(spoken, entry));
                scribe.edition_view(entry, this)
            })
            .collect(),
        used_by: book
            .users(kind, id)
            .iter()
            .map(|(kind, id)| scribe.name(kind, id))
            .collect(),
    }
}

fn status_text(scribe: &Scribe<'_>, kind: &str, status: Status<'_>, day: NaiveDate) -> String {
    let day = date_long(scribe.lang, day);
    let args = [("day", day.as_str())];
    match status {
        Status::InForce(entry) if entry.has_days() => scribe.say_with("status.in_force", &args),
        Status::InForce(_) => scribe.say("status.always"),
        Status::Absent(_) => scribe.say_with("status.absent", &args),
        Status::NotKnown { .. } if kind == "act" => scribe.say_with("status.no_act", &args),
        Status::NotKnown { .. } => scribe.say_with("status.not_known", &args),
    }
}

/// Fields in the order in which a lawyer wants to read them; the others follow in the order of their names.
const FIRST: [&str; 41] = [
    "number",
    "text",
    "words",
    "question",
    "what",
    "on",
    "holiday",
    "kind",
    "where",
    "takes",
    "at_least",
    "at_most",
    "value",
    "unit",
    "rate",
    "index",
    "parameter",
    "first_day",
    "if_day_off",
    "procedure",
    "paper",
    "country",
    "who",
    "adds_to",
    "replaces",
    "when",
    "needed_if",
    "unless",
    "applies_if",
    "held",
    "good_while",
    "runs",
    "valid",
    "of_each",
    "amount",
    "tested_on",
    "yes",
    "no",
    "change",
    "because",
    "label",
];

/// Fields that come after all others.
const LAST: [&str; 6] = ["disagreement", "note", "standing", "cite", "seen", "url"];

/// The fields of a table in the order in which one reads them.
pub(super) fn in_order(table: &toml::Table) -> Vec<(&String, &toml::Value)> {
    let mut fields: Vec<(&String, &toml::Value)> = table.iter().collect();
    fields.sort_by_key(|(key, _)| {
        let place = |list: &[&str]| list.iter().position(|known| known == key);
        match (place(&FIRST), place(&LAST)) {
            (Some(place), _) => (0, place),
            (None, None) => (1, 0),
            (None, Some(place)) => (2, place),
        }
    });
    fields
}

impl Scribe<'_> {
    /// One edition in words.
    pub(super) fn edition_view(&self, entry: &Entry, of_the_day: bool) -> LawEditionView {
        let standing = self.standing(entry);
        LawEditionView {
            from: entry.from().map(|day| self.day_view(day)),
            until: entry.until().map(|day| self.day_view(day)),
            days: self.days(entry),
            absent: entry.absent(),
            of_the_day,
            fields: self.fields(entry),
            source: self.source(entry),
            standing: standing.map(standing_code),
            standing_text: standing.map(|standing| self.standing_text(standing)),
            file: entry.file.clone(),
            line: entry.line,
        }
    }

    /// What a record says, field by field.
    pub(super) fn fields(&self, entry: &Entry) -> Vec<LawFieldView> {
        in_order(&entry.body)
            .into_iter()
            .filter(|(key, _)| !SAID_ELSEWHERE.contains(&key.as_str()))
            .map(|(key, value)| LawFieldView {
                key: key.clone(),
                label: self.field(key),
                lines: self.lines(key, value),
            })
            .filter(|field| !field.lines.is_empty())
            .collect()
    }
}

/// Everything the pack holds, or one kind of it.
#[must_use]
pub fn law_list(book: &Lawbook, only: Option<&str>, lang: Lang) -> LawListView {
    let scribe = Scribe {
        book,
        lang,
        day: None,
    };
    let kinds = book
        .kinds()
        .into_iter()
        .filter(|kind| only.is_none_or(|only| only == *kind));
    LawListView {
        language: lang.code().to_owned(),
        kinds: kinds
            .map(|kind| LawKindView {
                kind: kind.to_owned(),
                kind_text: scribe.kind(kind),
                records: ids(book, kind)
                    .into_iter()
                    .map(|id| scribe.name(kind, id))
                    .collect(),
            })
            .collect(),
    }
}

/// The ids of a kind, each once, in the order of the files.
pub(super) fn ids<'a>(book: &'a Lawbook, kind: &'a str) -> Vec<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    book.of_kind(kind)
        .map(|entry| entry.id.as_str())
        .filter(|id| seen.insert(*id))
        .collect()
}
