//! Numbers that stand in sentences are entered three times already, once in each language: they must be the same.

use toml::Value;

use crate::files;

/// The ages of the law, which the languages may spell out.
const SPELLED: [(&str, &str); 9] = [
    ("он төрт", "14"),
    ("он алты", "16"),
    ("он сегіз", "18"),
    ("четырнадцат", "14"),
    ("шестнадцат", "16"),
    ("восемнадцат", "18"),
    ("fourteen", "14"),
    ("sixteen", "16"),
    ("eighteen", "18"),
];

/// The numbers of a sentence, sorted: without the marks that group thousands, with a point before decimals.
fn numbers(sentence: &str) -> Vec<String> {
    let mut text = sentence.to_lowercase();
    for (spelled, digits) in SPELLED {
        text = text.replace(spelled, digits);
    }
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |place: usize| chars.get(place).is_some_and(char::is_ascii_digit);
    let mut found: Vec<String> = Vec::new();
    let mut goes_on = false;
    for (place, char) in chars.iter().enumerate() {
        let inside = goes_on && is_digit(place + 1);
        let groups = (1..=3).all(|after| is_digit(place + after)) && !is_digit(place + 4);
        match char {
            '0'..='9' if goes_on => found.last_mut().expect("it goes on").push(*char),
            '0'..='9' => {
                found.push(char.to_string());
                goes_on = true;
            }
            ' ' | '\u{a0}' | '\u{202f}' | ',' if inside && groups => {}
            '.' | ',' if inside => found.last_mut().expect("it goes on").push('.'),
            _ => goes_on = false,
        }
    }
    found.sort();
    found
}

/// Every sentence that stands in three languages, with its place.
fn sentences(value: &Value, place: &str, visit: &mut impl FnMut(&str, [&str; 3])) {
    match value {
        Value::Table(table) => {
            let said = |lang: &str| table.get(lang).and_then(Value::as_str);
            if let (Some(kk), Some(ru), Some(en)) = (said("kk"), said("ru"), said("en")) {
                visit(place, [kk, ru, en]);
            }
            for (key, inner) in table {
                sentences(inner, &format!("{place} {key}"), visit);
            }
        }
        Value::Array(parts) => {
            for part in parts {
                let id = part.get("id").and_then(Value::as_str).unwrap_or_default();
                sentences(part, &format!("{place} {id}"), visit);
            }
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

#[test]
fn every_sentence_names_the_same_numbers_in_every_language() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files::below("assets", &["toml"]) {
        let name = files::name(&file);
        let whole: Value = toml::from_str(&files::text(&file))
            .unwrap_or_else(|problem| panic!("{name}: {problem}"));
        sentences(&whole, &name, &mut |place, words| {
            let [kk, ru, en] = words.map(numbers);
            seen += usize::from(!en.is_empty());
            if kk != ru || ru != en {
                wrong.push(format!("{place}: kk {kk:?}, ru {ru:?}, en {en:?}"));
            }
        });
    }
    assert!(seen > 300, "{seen} sentences with numbers");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_are_read_as_each_language_writes_them() {
    assert_eq!(numbers("14\u{a0}693 теңге, 0,5 АЕК"), ["0.5", "14693"]);
    assert_eq!(numbers("14,693 tenge, 0.5 MCI"), ["0.5", "14693"]);
    assert_eq!(numbers("он алты жастан, 28/40"), ["16", "28", "40"]);
    assert_ne!(numbers("180 days"), numbers("18 days"));
}
