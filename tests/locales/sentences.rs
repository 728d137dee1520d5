//! A sentence has at most twenty words: a nervous person reads it once, in a foreign language perhaps.

use std::collections::BTreeMap;

use crate::every;
use crate::files;

/// The most words of a sentence.
const MOST: usize = 20;

/// Longer ones that have to be: the file, the key, and the reason.
const EXCEPTIONS: &str = "tests/locales/long-sentences.toml";

/// The sentences of a text. An abbreviation ends none: behind it stands a small letter or a digit.
fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if let Some(last) = found.last_mut() {
            last.push_str(word);
            last.push(' ');
        }
        let ends = word
            .trim_end_matches(['»', '”', ')'])
            .ends_with(['.', '!', '?', '…', ';']);
        let next = words
            .peek()
            .and_then(|word| word.chars().find(|c| c.is_alphanumeric()));
        if ends && next.is_some_and(|first| !first.is_lowercase() || word.ends_with(';')) {
            found.push(String::new());
        }
    }
    found
}

/// Words are what has a letter or a digit; a placeholder is one.
fn words(sentence: &str) -> usize {
    sentence
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

#[test]
fn no_sentence_of_the_interface_is_too_long() {
    let exceptions: BTreeMap<String, String> =
        toml::from_str(&files::text(&files::root().join(EXCEPTIONS))).expect("TOML");
    let mut used = BTreeMap::new();
    let mut bad = Vec::new();
    for placed in every::of_interface().into_iter().chain(every::of_guide()) {
        for sentence in sentences(&placed.text) {
            let count = words(&sentence);
            let name = format!("{} {}", placed.file, placed.key);
            if count > MOST && exceptions.contains_key(&name) {
                used.insert(name, ());
            } else if count > MOST {
                bad.push(format!("{name}: {count} words: {sentence}"));
            }
        }
    }
    bad.extend(
        exceptions
            .iter()
            .filter(|(name, _)| !used.contains_key(*name))
            .map(|(name, _)| format!("{name}: an exception that nothing needs")),
    );
    bad.extend(
        exceptions
            .iter()
            .filter(|(_, reason)| reason.trim().is_empty())
            .map(|(name, _)| format!("{name}: an exception without a reason")),
    );
    assert!(bad.is_empty(), "at most {MOST} words a sentence: {bad:#?}");
}

#[test]
fn sentences_and_words_are_counted() {
    assert_eq!(sentences("One. Two! Three?").len(), 3);
    assert_eq!(
        sentences("на 22 ноября 2026 г. до конца").len(),
        1,
        "an abbreviation"
    );
    assert_eq!(sentences("first; second").len(), 2);
    assert_eq!(words("Qonys – это %{name}, «так»."), 4, "a dash is no word");
}
