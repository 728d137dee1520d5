//! Words: three languages, the same places for values, the letters of the language.

use std::collections::BTreeSet;

use toml::Table;
use toml::Value;

use crate::lawbook::Lawbook;
use crate::lint::finding::LintFinding;
use crate::lint::finding::LintRule;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// Letters that Kazakh has and Russian has not.
const KAZAKH: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

/// A Kazakh text of so many words has one of its own letters, unless somebody forgot to translate it.
const SURELY_KAZAKH: usize = 4;

/// Kinds whose words are names: a name may be written alike in two languages.
const NAMES: [&str; 1] = ["country"];

pub(super) fn all(book: &Lawbook) -> Vec<LintFinding> {
    let mut found = Vec::new();
    for entry in book.entries() {
        let mut note = |rule, key: &str, problem: &str| {
            found.push(LintFinding::of(rule, entry, format!("{key}: {problem}")));
        };
        for (key, value) in &entry.body {
            each_words(value, key, &mut |key, table| {
                check(
                    table,
                    NAMES.contains(&entry.kind.as_str()),
                    &mut |rule, problem| {
                        note(rule, key, problem);
                    },
                );
            });
        }
    }
    found
}

/// Calls `visit` for every table of words, with the key it stands under.
fn each_words(value: &Value, key: &str, visit: &mut impl FnMut(&str, &Table)) {
    match value {
        Value::Array(parts) => {
            for part in parts {
                each_words(part, key, visit);
            }
        }
        Value::Table(table) if LANGUAGES.iter().any(|code| table.contains_key(*code)) => {
            visit(key, table);
        }
        Value::Table(table) => {
            for (key, part) in table {
                each_words(part, key, visit);
            }
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

fn check(table: &Table, names: bool, note: &mut impl FnMut(LintRule, &str)) {
    let text = |code: &str| {
        table
            .get(code)
            .and_then(Value::as_str)
            .filter(|text| !text.trim().is_empty())
    };
    for code in LANGUAGES {
        if text(code).is_none() {
            note(LintRule::Languages, &format!("no text in {code}"));
        }
    }
    let (Some(kk), Some(ru), Some(en)) = (text("kk"), text("ru"), text("en")) else {
        return;
    };
    if placeholders(kk) != placeholders(ru) || placeholders(ru) != placeholders(en) {
        note(
            LintRule::Placeholders,
            "the languages have other places for values",
        );
    }
    if names {
        return;
    }
    if words(kk) >= SURELY_KAZAKH && !kk.contains(|letter| KAZAKH.contains(letter)) {
        note(LintRule::Letters, "the Kazakh text has no Kazakh letter");
    }
    if unquoted(ru).contains(|letter| KAZAKH.contains(letter)) {
        note(LintRule::Letters, "the Russian text has Kazakh letters");
    }
    if unquoted(en).split_whitespace().any(is_cyrillic_word) {
        note(LintRule::Letters, "the English text has Cyrillic words");
    }
    for (code, text) in [("kk", kk), ("ru", ru)] {
        if let Some(word) = mixed_word(text) {
            note(
                LintRule::Letters,
                &format!("Latin letters in the word {word} ({code})"),
            );
        }
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split("%{")
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default())
        .collect()
}

fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().filter(|letter| cyrillic(*letter)).count() > 1)
        .count()
}

fn cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// A word of more than one Cyrillic letter: `028/у` is none.
fn is_cyrillic_word(word: &str) -> bool {
    word.chars().filter(|letter| cyrillic(*letter)).count() > 1
}

/// A text without what stands between quotation marks or in parentheses: names of another language are quoted.
fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let mut left = String::new();
    for letter in text.chars() {
        match letter {
            '«' | '“' | '(' | '„' => depth += 1,
            '»' | '”' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => left.push(letter),
            _ => {}
        }
    }
    left
}

/// The first word that is written partly in Latin and partly in Cyrillic letters.
fn mixed_word(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_alphabetic())
        .find(|word| word.contains(cyrillic) && word.contains(|l: char| l.is_ascii_alphabetic()))
}
