//! Cites: the place is written as lawyers write it for this kind of act.

use toml::Value;

use crate::lawbook::Entry;
use crate::lawbook::Lawbook;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;

/// The keys under which a cite stands.
const CITES: [&str; 2] = ["cite", "why_cite"];

pub(super) fn all(book: &Lawbook) -> Vec<LintFinding> {
    let mut found = Vec::new();
    for entry in book.entries() {
        for (key, value) in &entry.body {
            cites(value, key, &mut |cite| {
                if let Some(problem) = problem(book, cite) {
                    found.push(LintFinding::of(LintRule::Place, entry, problem));
                }
            });
        }
    }
    found
}

fn cites(value: &Value, key: &str, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) if CITES.contains(&key) => visit(text),
        Value::Array(parts) => {
            for part in parts {
                cites(part, key, visit);
            }
        }
        Value::Table(table) => {
            for (key, part) in table {
                cites(part, key, visit);
            }
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

fn problem(book: &Lawbook, cite: &str) -> Option<String> {
    let Some((act, place)) = cite.split_once(':') else {
        return Some(format!("the cite \"{cite}\" is not of the form act:place"));
    };
    let Some(act) = book.of_kind("act").find(|known| known.id == act) else {
        return Some(format!("the cite \"{cite}\" names no act of the pack"));
    };
    let good = is_phrase(place)
        || match parts(act) {
            "article" => place.split(", ").all(is_article),
            "item" => place.split(", ").all(is_item),
            _ => place.chars().all(|letter| letter.is_ascii_alphanumeric()),
        };
    (!good).then(|| {
        format!(
            "\"{place}\" is no place of {}: {} is wanted",
            act.id,
            match parts(act) {
                "article" => "an article as 49 or 49(14-1)",
                "item" => "an item as 22 or 4)",
                _ => "a year, a country's code or a phrase",
            }
        )
    })
}

fn parts(act: &Entry) -> &str {
    act.text("parts").unwrap_or("plain")
}

/// A phrase in English words, such as `annex 1` or `list`; the texts of the program translate it.
fn is_phrase(place: &str) -> bool {
    place.starts_with(|letter: char| letter.is_ascii_lowercase())
        && place
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || " ,.()-".contains(letter))
}

/// `49`, `20-1`, `49(14-1)`, `667(3)(2)`.
fn is_article(place: &str) -> bool {
    match place.split_once('(') {
        None => is_number(place),
        Some((number, items)) => {
            is_number(number)
                && items
                    .strip_suffix(')')
                    .is_some_and(|items| items.split(")(").all(is_number))
        }
    }
}

/// `22`, `4)`, `5-1)`.
fn is_item(place: &str) -> bool {
    is_number(place.strip_suffix(')').unwrap_or(place))
}

/// `14` or `14-1`.
fn is_number(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_lawyers_write_them() {
        for place in ["49", "20-1", "49(14-1)", "667(3)(2)"] {
            assert!(is_article(place), "{place}");
        }
        for place in ["", "49(", "49()", "4)", "art. 5", "49(a)"] {
            assert!(!is_article(place), "{place}");
        }
        assert!(is_item("22") && is_item("4)") && is_item("5-1)"));
        assert!(!is_item("item 4"));
        assert!(is_phrase("annex 3, ch. 2, para 5(13)"));
        assert!(!is_phrase("Приложение"));
    }
}
