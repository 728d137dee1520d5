//! As much of JSON Schema as our schemas use. A word that is not known here is a mistake, so that nothing passes unread.

use serde_json::Value as Json;

/// What says nothing about the value.
const REMARKS: [&str; 6] = [
    "$schema",
    "$defs",
    "title",
    "description",
    "format",
    "default",
];

/// Everything in which a value does not obey a schema.
pub(crate) fn mistakes(schema: &Json, value: &Json) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "", &mut found);
    found
}

fn obeys(root: &Json, schema: &Json, value: &Json) -> bool {
    let mut found = Vec::new();
    check(root, schema, value, "", &mut found);
    found.is_empty()
}

fn check(root: &Json, schema: &Json, value: &Json, at: &str, found: &mut Vec<String>) {
    let rules = match schema {
        Json::Bool(true) => return,
        Json::Object(rules) => rules,
        Json::Null | Json::Bool(false) | Json::Number(_) | Json::String(_) | Json::Array(_) => {
            found.push(format!("{at}: no schema: {schema}"));
            return;
        }
    };
    for (word, rule) in rules {
        let ok = match word.as_str() {
            "type" => types(rule).any(|name| has_type(name, value)),
            "const" => rule == value,
            "enum" => rule.as_array().is_some_and(|all| all.contains(value)),
            "anyOf" => some(root, rule, value) > 0,
            "oneOf" => some(root, rule, value) == 1,
            "allOf" => rule
                .as_array()
                .is_some_and(|all| some(root, rule, value) == all.len()),
            "$ref" => {
                let name = rule.as_str().and_then(|text| text.strip_prefix('#'));
                match name.and_then(|pointer| root.pointer(pointer)) {
                    Some(target) => {
                        check(root, target, value, at, found);
                        true
                    }
                    None => false,
                }
            }
            "required" => value.as_object().is_none_or(|map| {
                rule.as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Json::as_str)
                    .all(|key| map.contains_key(key))
            }),
            "properties" => {
                for (key, inner) in rule.as_object().into_iter().flatten() {
                    if let Some(part) = value.get(key) {
                        check(root, inner, part, &format!("{at}.{key}"), found);
                    }
                }
                true
            }
            "patternProperties" => {
                for (pattern, inner) in rule.as_object().into_iter().flatten() {
                    for (key, part) in value.as_object().into_iter().flatten() {
                        if is_paper_key(pattern, key) {
                            check(root, inner, part, &format!("{at}.{key}"), found);
                        }
                    }
                }
                true
            }
            "additionalProperties" => {
                let named = rules.get("properties").and_then(Json::as_object);
                let patterns = rules.get("patternProperties").and_then(Json::as_object);
                for (key, part) in value.as_object().into_iter().flatten() {
                    if named.is_some_and(|named| named.contains_key(key))
                        || patterns
                            .into_iter()
                            .flatten()
                            .any(|(pattern, _)| is_paper_key(pattern, key))
                    {
                        continue;
                    }
                    if rule == &Json::Bool(false) {
                        found.push(format!("{at}.{key}: not allowed"));
                    } else {
                        check(root, rule, part, &format!("{at}.{key}"), found);
                    }
                }
                true
            }
            "items" => {
                for (place, part) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, part, &format!("{at}[{place}]"), found);
                }
                true
            }
            "minimum" => value.is_null() || value.as_i64() >= rule.as_i64(),
            "minLength" => value.as_str().is_none_or(|text| {
                rule.as_u64()
                    .is_some_and(|least| text.chars().count() as u64 >= least)
            }),
            "pattern" => value.as_str().is_none_or(|text| match rule.as_str() {
                Some("^[A-Z]{2}$") => {
                    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
                }
                Some("^[0-9]+$") => !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()),
                _ => false,
            }),
            remark => REMARKS.contains(&remark),
        };
        if !ok {
            found.push(format!("{at}: {word} {rule}"));
        }
    }
}

/// Whether a key is of a pattern `^(one|other)`, followed by nothing, a country or a record.
fn is_paper_key(pattern: &str, key: &str) -> bool {
    let Some((ids, after)) = pattern
        .strip_prefix("^(")
        .and_then(|rest| rest.strip_suffix('$'))
        .and_then(|rest| rest.split_once(')'))
    else {
        return false;
    };
    ids.split('|').any(|id| {
        let Some(rest) = key.strip_prefix(id) else {
            return false;
        };
        match after {
            "" => rest.is_empty(),
            ":[A-Z]{2}" => rest.strip_prefix(':').is_some_and(|code| {
                code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())
            }),
            "/[^/.]+" => rest
                .strip_prefix('/')
                .is_some_and(|record| !record.is_empty() && !record.contains(['/', '.'])),
            _ => false,
        }
    })
}

fn some(root: &Json, rule: &Json, value: &Json) -> usize {
    rule.as_array()
        .into_iter()
        .flatten()
        .filter(|schema| obeys(root, schema, value))
        .count()
}

fn types(rule: &Json) -> impl Iterator<Item = &str> {
    rule.as_str().into_iter().chain(
        rule.as_array()
            .into_iter()
            .flatten()
            .filter_map(Json::as_str),
    )
}

fn has_type(name: &str, value: &Json) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        _ => false,
    }
}
