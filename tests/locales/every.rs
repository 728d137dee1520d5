//! Every text that a person reads in the program: the interface, the questions, the law pack, the guide.

use serde_json::Value;

use crate::files;
use crate::text::LANGUAGES;

/// One text with where it stands.
pub(crate) struct Placed {
    pub(crate) file: String,
    pub(crate) key: String,
    pub(crate) language: &'static str,
    pub(crate) text: String,
}

fn in_json(value: &Value, key: &str, file: &str, language: &'static str, into: &mut Vec<Placed>) {
    match value {
        Value::String(text) => into.push(Placed {
            file: file.to_owned(),
            key: key.to_owned(),
            language,
            text: text.clone(),
        }),
        Value::Object(fields) => {
            for (name, inner) in fields {
                let key = if key.is_empty() {
                    name.clone()
                } else {
                    format!("{key}.{name}")
                };
                in_json(inner, &key, file, language, into);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {}
    }
}

fn in_toml(value: &toml::Value, key: &str, file: &str, into: &mut Vec<Placed>) {
    match value {
        toml::Value::Array(items) => {
            for item in items {
                let id = item.get("id").and_then(toml::Value::as_str);
                let key = id.map_or_else(|| key.to_owned(), |id| format!("{key}.{id}"));
                in_toml(item, &key, file, into);
            }
        }
        toml::Value::Table(table) => {
            for (name, inner) in table {
                match (LANGUAGES.into_iter().find(|one| one == name), inner) {
                    (Some(language), toml::Value::String(text)) => into.push(Placed {
                        file: file.to_owned(),
                        key: key.to_owned(),
                        language,
                        text: text.clone(),
                    }),
                    _ => in_toml(inner, &format!("{key}.{name}"), file, into),
                }
            }
        }
        toml::Value::String(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}

/// The texts of the interface.
pub(crate) fn of_interface() -> Vec<Placed> {
    let mut all = Vec::new();
    for file in files::below("locales", &["json"]) {
        let name = files::name(&file);
        let language = LANGUAGES
            .into_iter()
            .find(|language| name.ends_with(&format!(".{language}.json")))
            .expect("the name of the file names its language");
        let value: Value = serde_json::from_str(&files::text(&file)).expect("JSON");
        in_json(&value, "", &name, language, &mut all);
    }
    all
}

/// The lines of the guide.
pub(crate) fn of_guide() -> Vec<Placed> {
    let mut all = Vec::new();
    for language in LANGUAGES {
        let name = format!("docs/guide.{language}.md");
        for (number, line) in (1..).zip(files::text(&files::root().join(&name)).lines()) {
            all.push(Placed {
                file: name.clone(),
                key: format!("line {number}"),
                language,
                text: line.trim_start_matches(['#', '-', ' ']).to_owned(),
            });
        }
    }
    all
}

/// The words of the questions and of the law pack.
pub(crate) fn of_law() -> Vec<Placed> {
    let mut all = Vec::new();
    for folder in ["assets/interview", "assets/law"] {
        for file in files::below(folder, &["toml"]) {
            let value: toml::Value = toml::from_str(&files::text(&file)).expect("TOML");
            in_toml(&value, "", &files::name(&file), &mut all);
        }
    }
    all
}
