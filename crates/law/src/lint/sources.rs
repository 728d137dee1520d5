//! No value without a source, no float.

use toml::Value;

use crate::lawbook::Entry;
use crate::lawbook::Lawbook;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;
use crate::words::Standing;

/// Kinds that are no statement of law: an act is the source itself, a country is a name, a condition tests answers, and
/// what cannot be true needs no law to say so.
const WITHOUT_SOURCE: [&str; 4] = ["act", "country", "condition", "sanity"];

/// Parts of a record that make a statement of their own.
const REMARKS: [&str; 2] = ["note", "disagreement"];

pub(super) fn all(law: &Lawbook) -> Vec<LintFinding> {
    let mut found = Vec::new();
    for entry in law.entries() {
        if !WITHOUT_SOURCE.contains(&entry.kind.as_str()) {
            source(entry, &mut found);
        }
        for key in REMARKS {
            remarks(entry, key, &mut found);
        }
        for (key, value) in &entry.body {
            if has_float(value) {
                found.push(LintFinding::of(
                    LintRule::Float,
                    entry,
                    format!("{key} is a float; write the number between quotation marks"),
                ));
            }
        }
    }
    found
}

fn source(entry: &Entry, found: &mut Vec<LintFinding>) {
    let cited = entry.text("cite").is_some() || entry.body.contains_key("source");
    // What nobody could tell us has no place in an act; what an official decides says how well it is known.
    let open = entry.standing() == Some(Standing::Unknown)
        || (entry.kind == "text" && entry.standing().is_some());
    if !cited && !open {
        found.push(LintFinding::of(
            LintRule::Source,
            entry,
            "the record has no cite",
        ));
    }
    if entry.text("cite").is_some() && entry.cite().is_none() {
        found.push(LintFinding::of(
            LintRule::Source,
            entry,
            "the cite is not of the form act:place",
        ));
    }
}

fn remarks(entry: &Entry, key: &str, found: &mut Vec<LintFinding>) {
    for remark in entry
        .body
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if remark.get("cite").is_none() && remark.get("standing").is_none() {
            found.push(LintFinding::of(
                LintRule::Source,
                entry,
                format!("a {key} has neither cite nor standing"),
            ));
        }
    }
}

fn has_float(value: &Value) -> bool {
    match value {
        Value::Float(_) => true,
        Value::Array(parts) => parts.iter().any(has_float),
        Value::Table(table) => table.values().any(has_float),
        Value::String(_) | Value::Integer(_) | Value::Boolean(_) | Value::Datetime(_) => false,
    }
}
