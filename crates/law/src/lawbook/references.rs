//! Who refers to whom.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use toml::Value;

use super::book::Uses;
use super::entry::Entry;

/// Where a condition may stand, besides keys that end in `_if` or `_where`.
const CONDITIONS: [&str; 16] = [
    "all",
    "contradiction",
    "any",
    "not",
    "where",
    "when",
    "who",
    "needed_if",
    "unless",
    "held",
    "good_while",
    "applies_if",
    "ask_if",
    "exists",
    "every",
    "by_passport",
];

/// Keys whose words name nothing: ids of their own, words for people, codes of ours.
const NOTHING: [&str; 27] = [
    "id",
    "kk",
    "ru",
    "en",
    "unit",
    "tested_on",
    "first_day",
    "if_day_off",
    "standing",
    "stage",
    "number",
    "code",
    "url",
    "url_kk",
    "url_en",
    "value",
    "values",
    "type",
    "parts",
    "kind",
    "rate",
    "title",
    "what",
    "name",
    "short",
    "price",
    "months",
];

/// Whether a condition may stand under a key.
#[must_use]
pub fn is_condition_key(key: &str) -> bool {
    CONDITIONS.contains(&key) || key.ends_with("_if") || key.ends_with("_where")
}

/// The kinds of records that a word under a key can only mean; none where any kind may be meant.
#[must_use]
pub fn kinds_meant(key: &str) -> Option<&'static [&'static str]> {
    Some(match key {
        "list" => &["list"],
        "period" | "valid" => &["period"],
        "parameter" | "years" | "by_more_than" | "at_least" | "rate_parameter" | "index" => {
            &["parameter"]
        }
        "official" | "unknown" | "gap" => &["text"],
        "amount" => &["amount"],
        "procedure" | "adds_to" | "replaces" => &["procedure"],
        "carried_by" | "paper" => &["requirement"],
        "fact" | "born" | "after" | "date" | "of_each" | "issued_in" => &["fact"],
        "of_each_except" | "members" | "country" | "countries" => &["country"],
        "of_each_record" => &["entity"],
        "section" => &["section"],
        condition if is_condition_key(condition) => &["condition"],
        _ => return None,
    })
}

/// Everything that is referred to, by kind and id, with what refers to it.
pub(super) fn uses(entries: &[Entry]) -> Uses {
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entry in entries {
        known.entry(&entry.id).or_default().insert(&entry.kind);
    }
    let mut found = Uses::new();
    for entry in entries {
        let user = (entry.kind.clone(), entry.id.clone());
        let mut note = |kind: &str, id: &str| {
            let itself = kind == entry.kind && id == entry.id;
            let users = found.entry((kind.to_owned(), id.to_owned())).or_default();
            if !itself && !users.contains(&user) {
                users.push(user.clone());
            }
        };
        for (key, value) in &entry.body {
            strings(value, key, &mut |key, text| {
                for (kind, id) in meant(&known, key, text) {
                    note(kind, id);
                }
            });
        }
    }
    found.retain(|_, users| !users.is_empty());
    found
}

/// The records that a text under a key means.
fn meant<'a>(
    known: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    key: &str,
    text: &'a str,
) -> Vec<(&'a str, &'a str)> {
    if key == "cite" || key == "why_cite" {
        let act = text.split_once(':').map_or(text, |(act, _)| act);
        return vec![("act", act)];
    }
    if NOTHING.contains(&key) {
        return Vec::new();
    }
    let Some(there) = known.get(text) else {
        return Vec::new();
    };
    let only = kinds_meant(key).filter(|only| only.iter().any(|kind| there.contains(kind)));
    there
        .iter()
        .filter(|kind| match only {
            Some(only) => only.contains(kind),
            // A word of two letters under a key that we do not know is rather a country than anything else.
            None => text.len() > 2 || **kind == "country",
        })
        .map(|kind| (*kind, text))
        .collect()
}

/// Calls `visit` for every text of a value, with the nearest key above it.
pub(crate) fn strings<'a>(
    value: &'a Value,
    key: &'a str,
    visit: &mut impl FnMut(&'a str, &'a str),
) {
    match value {
        Value::String(text) => visit(key, text),
        Value::Array(parts) => parts.iter().for_each(|part| strings(part, key, visit)),
        Value::Table(table) => {
            for (key, part) in table {
                strings(part, key, visit);
            }
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}
