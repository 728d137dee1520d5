//! Views without their words.

use serde_json::Value as Json;

/// The fields of a view that hold words of a language.
const WORDS: &[&str] = &[
    "when_text",
    "missed",
    "left_text",
    "asks_text",
    "about",
    "answer",
    "ask",
    "carried_by",
    "change",
    "country",
    "disclaimer",
    "heading",
    "instead",
    "per",
    "kept_text",
    "kind_text",
    "label",
    "language",
    "place_text",
    "limit_text",
    "office",
    "page",
    "person",
    "price",
    "proof",
    "standing_text",
    "status_text",
    "takes_text",
    "summary",
    "text",
    "title",
    // The address is that of the text in the language.
    "url",
    "used_text",
    "verdict_text",
    "what",
    "who_text",
    "working",
];

/// A view in which a mark stands for every word.
pub(crate) fn removed(mut view: Json) -> Json {
    remove(&mut view);
    view
}

fn remove(json: &mut Json) {
    match json {
        Json::Object(map) => {
            for (key, value) in map {
                if WORDS.contains(&key.as_str()) && value.is_string() {
                    *value = Json::String("words".to_owned());
                } else {
                    remove(value);
                }
            }
        }
        Json::Array(rows) => rows.iter_mut().for_each(remove),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Every word of a view with the field in which it stands.
pub(crate) fn each(json: &Json, visit: &mut impl FnMut(&str, &str)) {
    match json {
        Json::Object(map) => {
            for (key, value) in map {
                match value {
                    Json::String(word) if WORDS.contains(&key.as_str()) => visit(key, word),
                    Json::String(_)
                    | Json::Null
                    | Json::Bool(_)
                    | Json::Number(_)
                    | Json::Array(_)
                    | Json::Object(_) => each(value, visit),
                }
            }
        }
        Json::Array(rows) => rows.iter().for_each(|row| each(row, visit)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}
