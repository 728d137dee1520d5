//! The words in the data: law, interview, forms.

use std::collections::BTreeSet;

use crate::files;
use crate::text::{LANGUAGES, faults_of_text, placeholders, untranslated};

/// What is wrong with the Words (tables of kk, ru, en) anywhere in a TOML value.
fn faults_of_words(value: &toml::Value, key: &str, rule: Rule, seen: &mut usize) -> Vec<String> {
    match value {
        toml::Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, item)| {
                faults_of_words(item, &format!("{key}[{}]", label(item, index)), rule, seen)
            })
            .collect(),
        toml::Value::Table(table) if LANGUAGES.iter().any(|l| table.contains_key(*l)) => {
            *seen += 1;
            faults_of_table(table, key, rule)
        }
        toml::Value::Table(table) => table
            .iter()
            .flat_map(|(name, inner)| faults_of_words(inner, &format!("{key}.{name}"), rule, seen))
            .collect(),
        toml::Value::String(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => Vec::new(),
    }
}

/// Which languages a table of words must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// All three, one text each.
    Words,
    /// Papers are printed in Kazakh and Russian; English stands only where the screens show it too.
    Form,
}

/// Words of a form that the screens show beside the printed page.
const SHOWN: [&str; 3] = ["label", "source", "title"];

/// What stands before or after an answer: the order of words may leave it empty in one language.
const AFFIXES: [&str; 2] = ["after", "before"];

fn faults_of_table(table: &toml::Table, key: &str, rule: Rule) -> Vec<String> {
    let name = key.rsplit('.').next().unwrap_or_default();
    let mut bad = Vec::new();
    let mut printed: Vec<(&str, Vec<&str>)> = Vec::new();
    for language in LANGUAGES {
        let texts = match (table.get(language), rule) {
            (None, Rule::Form) if language == "en" && !SHOWN.contains(&name) => continue,
            (None, _) => {
                bad.push(format!("{key}: no text in {language}"));
                continue;
            }
            (Some(toml::Value::String(text)), _) => vec![text.as_str()],
            (Some(several), Rule::Form) => texts_in(several),
            (Some(_), Rule::Words) => {
                bad.push(format!("{key} ({language}): not a text"));
                continue;
            }
        };
        let may_be_empty = rule == Rule::Form && AFFIXES.contains(&name);
        for text in &texts {
            let faults = faults_of_text(text, language);
            let faults = faults
                .into_iter()
                .filter(|fault| fault != "empty" || !may_be_empty);
            bad.extend(faults.map(|fault| format!("{key} ({language}): {fault}")));
        }
        printed.push((language, texts));
    }
    let of = |language: &str| {
        printed
            .iter()
            .find(|(l, _)| *l == language)
            .map(|(_, texts)| texts)
    };
    if let (Some(kk), Some(ru)) = (of("kk"), of("ru")) {
        if kk.len() != ru.len() {
            bad.push(format!(
                "{key}: {} texts in Kazakh, {} in Russian",
                kk.len(),
                ru.len()
            ));
        }
        for (kk, ru) in kk.iter().zip(ru) {
            let names = |text: &str| placeholders(text).into_iter().collect::<BTreeSet<_>>();
            if names(kk) != names(ru) {
                bad.push(format!("{key}: other placeholders in Kazakh and Russian"));
            }
            // A proper name may well be the same in both.
            if name != "name" && untranslated(kk, ru) {
                bad.push(format!("{key}: Kazakh and Russian are the same: {kk}"));
            }
        }
    }
    bad
}

/// All texts inside, in their order.
fn texts_in(value: &toml::Value) -> Vec<&str> {
    match value {
        toml::Value::String(text) => vec![text],
        toml::Value::Array(items) => items.iter().flat_map(texts_in).collect(),
        toml::Value::Table(table) => table.values().flat_map(texts_in).collect(),
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => Vec::new(),
    }
}

fn label(item: &toml::Value, index: usize) -> String {
    let id = item
        .get("id")
        .or_else(|| item.get("code"))
        .and_then(toml::Value::as_str);
    id.map_or_else(|| index.to_string(), str::to_owned)
}

#[test]
fn the_law_the_interview_and_the_forms_say_the_same_in_three_languages() {
    let mut bad = Vec::new();
    let folders = [
        ("assets/law", Rule::Words),
        ("assets/interview", Rule::Words),
        ("assets/forms", Rule::Form),
    ];
    for (folder, rule) in folders {
        let mut seen = 0;
        for file in files::below(folder, &["toml"]) {
            let name = files::name(&file);
            match toml::from_str::<toml::Value>(&files::text(&file)) {
                Err(problem) => bad.push(format!("{name}: {problem}")),
                Ok(value) => bad.extend(faults_of_words(&value, &name, rule, &mut seen)),
            }
        }
        assert!(seen > 0 || !bad.is_empty(), "{folder} holds no texts");
    }
    assert!(bad.is_empty(), "{} faults: {bad:#?}", bad.len());
}

#[test]
fn faults_of_words_are_found() {
    let faults = |text: &str, rule| {
        let mut seen = 0;
        let bad = faults_of_words(&toml::from_str(text).unwrap(), "file", rule, &mut seen);
        assert_eq!(seen, 1, "the table is found");
        bad.len()
    };
    let two = r#"a = { kk = "иә", ru = "да" }"#;
    assert_eq!(
        faults(r#"a = { kk = "иә", ru = "да", en = "yes" }"#, Rule::Words),
        0
    );
    assert_eq!(faults(two, Rule::Words), 1, "no English");
    assert_eq!(
        faults(two, Rule::Form),
        0,
        "a form is not printed in English"
    );
    assert_eq!(
        faults(r#"label = { kk = "иә", ru = "да" }"#, Rule::Form),
        1,
        "but labelled"
    );
    assert_eq!(
        faults(r#"a = { ru = "да", en = "yes" }"#, Rule::Form),
        1,
        "no Kazakh"
    );
    let nested = r#"[[x]]
        note = [ { words = { kk = "", ru = "дa", en = "yes" } } ]"#;
    assert_eq!(faults(nested, Rule::Words), 2, "empty, and a Latin a");
    assert_eq!(
        faults(r#"a = { kk = ["бір"], ru = ["один", "два"] }"#, Rule::Form),
        1,
        "shorter"
    );
    assert_eq!(
        faults(r#"before = { kk = "", ru = "на " }"#, Rule::Form),
        0,
        "order of words"
    );
    assert_eq!(
        faults(r#"a = { kk = "%{x} күн", ru = "%{y} дней" }"#, Rule::Form),
        1
    );
}
