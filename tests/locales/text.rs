//! What may be wrong with one text.

pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// Longer than this, the same words in Kazakh and Russian are a forgotten translation.
const SAME_BY_CHANCE: usize = 12;

pub(crate) fn placeholders(text: &str) -> Vec<String> {
    text.split("%{")
        .skip(1)
        .map(|rest| {
            rest.split_once('}').map_or_else(
                || format!("{rest} (not closed)"),
                |(name, _)| name.to_owned(),
            )
        })
        .collect()
}

fn without_placeholders(text: &str) -> String {
    let mut parts = text.split("%{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + " " + part.split_once('}').map_or(part, |(_, rest)| rest)
    })
}

pub(crate) fn faults_of_text(text: &str, language: &str) -> Vec<String> {
    let mut bad = Vec::new();
    // A no-break space is a text: it groups the digits of a sum.
    if text.trim_matches([' ', '\t', '\n']).is_empty() {
        bad.push("empty".to_owned());
    }
    if language != "en" {
        bad.extend(
            mixed_words(text)
                .into_iter()
                .map(|word| format!("Latin letters in the word {word}")),
        );
    }
    bad
}

/// Words written partly in Latin letters, and Latin letters standing alone for a Cyrillic word ("c", "o", "y").
fn mixed_words(text: &str) -> Vec<String> {
    let text = without_placeholders(text);
    if !text.chars().any(is_cyrillic) {
        return Vec::new();
    }
    let mixed = text
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| {
            word.chars().any(is_cyrillic) && word.chars().any(|c| c.is_ascii_alphabetic())
        });
    let alone = text
        .split_whitespace()
        .filter(|word| ["a", "c", "e", "i", "o", "y"].contains(word));
    mixed.chain(alone).map(str::to_owned).collect()
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

pub(crate) fn untranslated(kk: &str, ru: &str) -> bool {
    let letters = kk.chars().filter(|letter| letter.is_alphabetic()).count();
    kk == ru && letters > SAME_BY_CHANCE && kk.chars().any(is_cyrillic)
}

#[test]
fn letters_of_another_alphabet_are_found() {
    assert_eq!(mixed_words("Өтінiш"), ["Өтінiш"], "a Latin i");
    assert_eq!(mixed_words("паспорт c визой"), ["c"], "a Latin c");
    assert_eq!(
        mixed_words("PDF-файл, %{name}ға, eGov порталы"),
        Vec::<String>::new()
    );
    assert_eq!(mixed_words("Latin i alone"), Vec::<String>::new());
}
