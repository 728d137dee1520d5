//! The second entry of every day and every number of the law pack, kept as double-entry book-keeping is kept: entered from the
//! sources and not from the pack, so that a slip of the finger must happen twice, and alike, to go unseen.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use toml::Table;
use toml::Value;

use crate::files;

/// Words that are as much a number as a number is.
const COUNTED_WORDS: [&str; 6] = [
    "first_day",
    "if_day_off",
    "index",
    "number",
    "tested_on",
    "unit",
];

/// Keys below which nothing is a value of the law: words that people read, and the place in a list.
const NOT_ENTERED: [&str; 2] = ["order", "price"];

/// The members of a list: not numbers, but each a statement that a slip of the finger would change.
const MEMBERS: &str = "members";

/// Kinds of records that hold on all days.
const WITHOUT_DAYS: [&str; 6] = [
    "condition",
    "country",
    "holiday",
    "period",
    "sanity",
    "text",
];

/// What stands for a day that is not given.
const OPEN: &str = "open";

/// The documents that a value may be taken from, as an entry names them.
const DOCUMENTS: [&str; 5] = [
    "law ",
    "supplement ",
    "seed ",
    "general knowledge",
    "editorial",
];

/// One record, entered a second time.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The record, as [`record_name`] spells it.
    record: String,
    /// Sections of the documents, separated by semicolons.
    source: String,
    /// By its path, each value.
    values: Table,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LedgerFile {
    entry: Vec<Entry>,
}

static LEDGER: LazyLock<BTreeMap<String, Entry>> = LazyLock::new(|| {
    let mut entries = BTreeMap::new();
    for file in files::below("tests/ledger", &["toml"]) {
        let name = files::name(&file);
        let read: LedgerFile = toml::from_str(&files::text(&file))
            .unwrap_or_else(|problem| panic!("{name}: {problem}"));
        for entry in read.entry {
            for source in entry.source.split("; ") {
                assert!(
                    DOCUMENTS
                        .iter()
                        .any(|document| source.starts_with(document)),
                    "{name}: {}: \"{source}\" is no document",
                    entry.record
                );
            }
            let record = entry.record.clone();
            let twice = entries.insert(record.clone(), entry);
            assert!(twice.is_none(), "{name}: {record} is entered twice");
        }
    }
    entries
});

/// How a record of the pack is called here: the kind, the id, and which edition.
pub(crate) fn record_name(kind: &str, body: &Table) -> String {
    let said = |key: &str| body.get(key).and_then(Value::as_str);
    let id = said("id")
        .or_else(|| said("of"))
        .or_else(|| said("code"))
        .unwrap_or(kind);
    let mut name = format!("{kind} {id}");
    if let Some(list) = said("list") {
        name.push_str(&format!(" of {list}"));
    }
    for key in ["from", "until", "year"] {
        if let Some(value) = body.get(key) {
            name.push_str(&format!(" {key} {value}"));
            break;
        }
    }
    name
}

/// All records of the ledger.
pub(crate) fn entered() -> impl Iterator<Item = &'static str> {
    LEDGER.keys().map(String::as_str)
}

/// Where a record and its entry differ, one sentence a difference; nothing if they say the same. A record that holds no value needs
/// no entry.
pub(crate) fn differences(record: &str, body: &Table) -> Vec<String> {
    let values = values(record, body);
    let Some(entry) = LEDGER.get(record) else {
        if values.is_empty() {
            return Vec::new();
        }
        let paths: Vec<&str> = values.keys().map(String::as_str).collect();
        return vec![format!(
            "{record}: not in the ledger: enter it from the source ({})",
            paths.join(", ")
        )];
    };
    let mut found = Vec::new();
    for (path, value) in &values {
        match entry.values.get(path) {
            Some(entered) if same(entered, value) => {}
            Some(entered) => found.push(format!(
                "{record}: {path}: {entered} is entered from {}, {value} stands in the pack",
                entry.source
            )),
            None => found.push(format!(
                "{record}: {path} is not entered: enter it from the source"
            )),
        }
    }
    for (path, entered) in &entry.values {
        if values.contains_key(path) {
            continue;
        }
        // An entry may say more than it must: the place in the act, how well it is known, which of a few words stands there, of how many
        // parts a list is.
        match body.get(path) {
            Some(value) if value == entered || counts(entered, value) => {}
            Some(value) => found.push(format!(
                "{record}: {path}: {entered} is entered from {}, {value} stands in the pack",
                entry.source
            )),
            None => found.push(format!(
                "{record}: {path}: {entered} is entered from {}, nothing stands in the pack",
                entry.source
            )),
        }
    }
    found
}

/// By its path, every value of a record that must be entered.
fn values(record: &str, body: &Table) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    collect_table(body, "", &mut found);
    let kind = record.split(' ').next().unwrap_or_default();
    if !WITHOUT_DAYS.contains(&kind) {
        for day in ["from", "until"] {
            found
                .entry(day.to_owned())
                .or_insert_with(|| Value::String(OPEN.to_owned()));
        }
    }
    found
}

fn collect_table(table: &Table, way: &str, found: &mut BTreeMap<String, Value>) {
    for (key, value) in table {
        if NOT_ENTERED.contains(&key.as_str()) || is_words(value) {
            continue;
        }
        let path = if way.is_empty() {
            key.clone()
        } else {
            format!("{way}.{key}")
        };
        if let (MEMBERS, Value::Array(members)) = (key.as_str(), value) {
            found.insert(path, Value::Array(sorted(members)));
            continue;
        }
        collect(key, value, path, found);
    }
}

fn collect(key: &str, value: &Value, path: String, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Table(table) => collect_table(table, &path, found),
        Value::Array(parts) => {
            for (place, part) in parts.iter().enumerate() {
                collect(key, part, format!("{path}[{place}]"), found);
            }
        }
        Value::String(word) => {
            if COUNTED_WORDS.contains(&key) || is_decimal(word) {
                found.insert(path, value.clone());
            }
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            found.insert(path, value.clone());
        }
    }
}

/// Whether an entry is the number of parts of a list.
fn counts(entered: &Value, value: &Value) -> bool {
    match (entered.as_integer(), value.as_array()) {
        (Some(entered), Some(parts)) => usize::try_from(entered).is_ok_and(|n| n == parts.len()),
        _ => false,
    }
}

/// Whether an entry says what a record says; members of a list stand in no order.
fn same(entered: &Value, value: &Value) -> bool {
    entered.as_array().map_or(entered == value, |members| {
        Value::Array(sorted(members)) == *value
    })
}

fn sorted(members: &[Value]) -> Vec<Value> {
    let mut members = members.to_vec();
    members.sort_by_key(ToString::to_string);
    members
}

fn is_words(value: &Value) -> bool {
    value.as_table().is_some_and(|table| {
        table
            .keys()
            .all(|key| ["kk", "ru", "en"].contains(&key.as_str()))
    })
}

fn is_decimal(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || c == '.')
}
