//! The words of the interface: `locales/<area>.<kk|ru|en>.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::files;
use crate::text::{LANGUAGES, faults_of_text, placeholders, untranslated};

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A text, or the forms of one by plural category.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Leaf {
    One(String),
    Plural(BTreeMap<String, String>),
}

impl Leaf {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::One(text) => vec![text],
            Self::Plural(forms) => forms.values().map(String::as_str).collect(),
        }
    }

    fn placeholders(&self) -> BTreeSet<String> {
        self.texts().into_iter().flat_map(placeholders).collect()
    }
}

type Texts = BTreeMap<String, Leaf>;

fn categories(language: &str) -> BTreeSet<&'static str> {
    match language {
        "ru" => BTreeSet::from(["one", "few", "many", "other"]),
        _ => BTreeSet::from(["one", "other"]),
    }
}

fn flatten(value: &Value, key: &str, into: &mut Texts, bad: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            into.insert(key.to_owned(), Leaf::One(text.clone()));
        }
        Value::Object(fields) if is_plural(fields) => {
            let forms = fields
                .iter()
                .filter_map(|(form, text)| Some((form.clone(), text.as_str()?.to_owned())));
            into.insert(key.to_owned(), Leaf::Plural(forms.collect()));
        }
        Value::Object(fields) if !fields.is_empty() => {
            for (name, inner) in fields {
                let path = if key.is_empty() {
                    name.clone()
                } else {
                    format!("{key}.{name}")
                };
                flatten(inner, &path, into, bad);
            }
        }
        Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
            bad.push(format!("{key}: neither a text nor a group of texts"));
        }
    }
}

fn is_plural(fields: &serde_json::Map<String, Value>) -> bool {
    !fields.is_empty()
        && fields
            .iter()
            .all(|(name, text)| CATEGORIES.contains(&name.as_str()) && text.is_string())
}

/// What is wrong with one area in its three languages.
fn faults_of_area(area: &BTreeMap<&str, Value>) -> Vec<String> {
    let mut bad = Vec::new();
    let mut all: BTreeMap<&str, Texts> = BTreeMap::new();
    for language in LANGUAGES {
        let Some(value) = area.get(language) else {
            bad.push(format!("no file in {language}"));
            continue;
        };
        let texts = all.entry(language).or_default();
        flatten(value, "", texts, &mut bad);
    }
    let keys: BTreeSet<&String> = all.values().flat_map(BTreeMap::keys).collect();
    for key in keys {
        let mut wanted: Option<BTreeSet<String>> = None;
        let mut plural: Option<bool> = None;
        for (language, texts) in &all {
            let Some(leaf) = texts.get(key) else {
                bad.push(format!("{key}: missing in {language}"));
                continue;
            };
            bad.extend(
                faults_of_leaf(leaf, language)
                    .into_iter()
                    .map(|f| format!("{key} ({language}): {f}")),
            );
            let is_plural = matches!(leaf, Leaf::Plural(_));
            if *plural.get_or_insert(is_plural) != is_plural {
                bad.push(format!("{key}: plural in one language only"));
            }
            let named = leaf.placeholders();
            if *wanted.get_or_insert_with(|| named.clone()) != named {
                bad.push(format!(
                    "{key} ({language}): placeholders {named:?}, elsewhere {wanted:?}"
                ));
            }
        }
        let of = |language: &str| all.get(language).and_then(|texts| texts.get(key));
        if let (Some(Leaf::One(kk)), Some(Leaf::One(ru))) = (of("kk"), of("ru"))
            && untranslated(kk, ru)
        {
            bad.push(format!("{key}: Kazakh and Russian are the same: {kk}"));
        }
    }
    bad
}

fn faults_of_leaf(leaf: &Leaf, language: &str) -> Vec<String> {
    let mut bad = Vec::new();
    if let Leaf::Plural(forms) = leaf {
        let there: BTreeSet<&str> = forms.keys().map(String::as_str).collect();
        if there != categories(language) {
            bad.push(format!(
                "plural forms {there:?}, not {:?}",
                categories(language)
            ));
        }
    }
    for text in leaf.texts() {
        bad.extend(faults_of_text(text, language));
    }
    bad
}

#[test]
fn the_interface_says_the_same_in_three_languages() {
    let mut bad = Vec::new();
    let mut areas: BTreeMap<String, BTreeMap<&str, Value>> = BTreeMap::new();
    for file in files::below("locales", &["json", "toml", "yml", "yaml"]) {
        let name = files::name(&file);
        let stem = name
            .strip_prefix("locales/")
            .and_then(|name| name.strip_suffix(".json"))
            .unwrap_or_default();
        let parts = stem.split_once('.').and_then(|(area, end)| {
            let language = LANGUAGES.into_iter().find(|language| *language == end)?;
            (!area.is_empty() && !area.contains('/')).then_some((area.to_owned(), language))
        });
        match (parts, serde_json::from_str(&files::text(&file))) {
            (None, _) => bad.push(format!(
                "{name}: not <area>.<kk|ru|en>.json, so it would be taken for a language"
            )),
            (_, Err(problem)) => bad.push(format!("{name}: {problem}")),
            (Some((area, language)), Ok(value)) => {
                areas.entry(area).or_default().insert(language, value);
            }
        }
    }
    assert!(
        !areas.is_empty() || !bad.is_empty(),
        "locales/ holds no texts"
    );
    for (name, area) in &areas {
        bad.extend(
            faults_of_area(area)
                .into_iter()
                .map(|fault| format!("{name}: {fault}")),
        );
    }
    assert!(bad.is_empty(), "{} faults: {bad:#?}", bad.len());
}

#[test]
fn faults_of_locales_are_found() {
    let area = |kk: &str, ru: &str, en: &str| {
        let parsed = [("kk", kk), ("ru", ru), ("en", en)];
        faults_of_area(
            &parsed
                .into_iter()
                .map(|(l, text)| (l, serde_json::from_str(text).unwrap()))
                .collect(),
        )
    };
    let good_ru = r#"{"d": {"one": "%{count} день", "few": "%{count} дня", "many": "%{count} дней", "other": "%{count} дня"}}"#;
    let good_kk = r#"{"d": {"one": "%{count} күн", "other": "%{count} күн"}}"#;
    let good_en = r#"{"d": {"one": "one day", "other": "%{count} days"}}"#;
    assert_eq!(area(good_kk, good_ru, good_en), Vec::<String>::new());
    assert!(
        !area(good_en, good_kk, good_en).is_empty(),
        "Russian has four forms"
    );
    assert!(
        !area(r#"{"a": "бір"}"#, r#"{"a": "один"}"#, r#"{"b": "one"}"#).is_empty(),
        "other keys"
    );
    assert!(
        !area(r#"{"a": "%{x}"}"#, r#"{"a": "%{y}"}"#, r#"{"a": "%{x}"}"#).is_empty(),
        "other placeholders"
    );
    assert!(
        !area(r#"{"a": " "}"#, r#"{"a": "да"}"#, r#"{"a": "yes"}"#).is_empty(),
        "empty"
    );
    let forgotten = r#"{"a": "Сохранить изменения"}"#;
    assert!(
        !area(forgotten, forgotten, r#"{"a": "Save"}"#).is_empty(),
        "not translated"
    );
}
