//! One term for one thing, by `docs/glossary.toml`, and the list for a native reader of Kazakh: `docs/native-reader.md`.
#![allow(clippy::disallowed_methods, reason = "tests")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use crate::every;
use crate::files;
use crate::text::LANGUAGES;

const GLOSSARY: &str = "docs/glossary.toml";
const READER: &str = "docs/native-reader.md";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    concept: Vec<Concept>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Concept {
    id: String,
    kk: String,
    ru: String,
    en: String,
    #[serde(default)]
    forbidden: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    unsure: bool,
    #[serde(default)]
    stems: Vec<String>,
}

fn glossary() -> Vec<Concept> {
    let file = files::text(&files::root().join(GLOSSARY));
    let glossary: Glossary = toml::from_str(&file).expect("the glossary");
    glossary.concept
}

fn everything() -> Vec<every::Placed> {
    let mut all = every::of_interface();
    all.extend(every::of_guide());
    all.extend(every::of_law());
    all
}

/// Whether a word of the text begins so. Addresses and placeholders are no words.
fn says(text: &str, stem: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(stem).any(|(at, _)| {
        let before = text.get(..at).and_then(|start| start.chars().next_back());
        let inside = text
            .get(..at)
            .is_some_and(|start| start.rfind("%{") > start.rfind('}'));
        !inside && before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '/')
    })
}

#[test]
fn one_term_for_one_thing() {
    let concepts = glossary();
    for concept in &concepts {
        for language in concept.forbidden.keys() {
            assert!(
                LANGUAGES.contains(&language.as_str()),
                "{}: {language}",
                concept.id
            );
        }
        assert!(
            !concept.ru.is_empty() && !concept.en.is_empty() && !concept.kk.is_empty(),
            "{}",
            concept.id
        );
    }
    let mut bad = Vec::new();
    for placed in everything() {
        for concept in &concepts {
            if concept.except.iter().any(|part| placed.key.contains(part)) {
                continue;
            }
            let forbidden = concept.forbidden.get(placed.language).into_iter().flatten();
            for word in forbidden.filter(|word| says(&placed.text, word)) {
                bad.push(format!(
                    "{} {} ({}): \"{word}\" for {}: {}",
                    placed.file, placed.key, placed.language, concept.id, placed.text
                ));
            }
        }
    }
    assert!(bad.is_empty(), "{} other terms: {bad:#?}", bad.len());
}

#[test]
fn other_terms_are_found() {
    assert!(says("Размер госпошлины", "госпошлин"));
    assert!(!says("Негоспошлина", "госпошлин"), "inside of a word");
    assert!(!says("%{color}", "color"), "a placeholder");
    assert!(!says("https://egov.kz/color", "color"), "an address");
}

#[test]
fn the_list_for_a_native_reader_is_fresh() {
    let mut text = String::from(
        "# For a native reader of Kazakh\n\nWritten by `cargo xtask gen` from `docs/glossary.toml`. These Kazakh terms were not found in an \
         official text. Each stands with all places where the program uses it. Whoever knows the official term, please say so.\n",
    );
    let all: Vec<every::Placed> = everything()
        .into_iter()
        .filter(|placed| placed.language == "kk")
        .collect();
    for concept in glossary().iter().filter(|concept| concept.unsure) {
        assert!(
            !concept.stems.is_empty(),
            "{}: no stems to look for",
            concept.id
        );
        write!(
            text,
            "\n## {}\n\nRussian: {}. English: {}.\n\n",
            concept.kk, concept.ru, concept.en
        )
        .expect("a text");
        let found: Vec<&every::Placed> = all
            .iter()
            .filter(|placed| concept.stems.iter().any(|stem| says(&placed.text, stem)))
            .collect();
        if found.is_empty() {
            text.push_str("Not used at present.\n");
        }
        for placed in found {
            let key = placed.key.trim_start_matches('.');
            writeln!(text, "- `{}` {key}: {}", placed.file, placed.text).expect("a text");
        }
    }
    let file = files::root().join(READER);
    if std::env::var_os("QONYS_GEN").is_some() {
        std::fs::write(&file, &text).expect("the list can be written");
        return;
    }
    assert!(
        files::text(&file) == text,
        "{READER} is stale, run `cargo xtask gen`"
    );
}
