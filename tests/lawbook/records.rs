//! Every record can be shown in every language, and nothing is different from itself.

use chrono::NaiveDate;
use qonys_app::Lang;
use qonys_app::built_in_lawbook;
use qonys_app::law_differences_of_books;
use qonys_app::law_differences_of_days;
use qonys_app::law_record;
use qonys_app::view::LawStatusCode;
use qonys_texts::has;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Days of every age that the pack knows, and days beyond it.
const DAYS: [&str; 5] = [
    "2010-01-01",
    "2022-10-22",
    "2023-02-08",
    "2026-11-30",
    "2040-01-01",
];

#[test]
fn every_record_is_shown_on_every_day_in_every_language() {
    let book = built_in_lawbook().expect("a pack that can be read");
    let mut shown = 0;
    for entry in book.entries() {
        let name = format!("{}:{}", entry.kind, entry.id);
        for (lang, on) in Lang::ALL
            .into_iter()
            .zip(DAYS)
            .chain([(Lang::Kk, DAYS[3]), (Lang::En, DAYS[4])])
        {
            let found = law_record(&book, &name, day(on), lang);
            let [record] = found.as_slice() else {
                panic!("{name} is {} records", found.len());
            };
            shown += 1;
            assert!(!record.name.title.trim().is_empty(), "{name} has no title");
            let spoken = record
                .editions
                .iter()
                .filter(|edition| edition.of_the_day)
                .count();
            let known = record.status != LawStatusCode::NotKnown;
            assert_eq!(spoken, usize::from(known), "{name} on {on}");
            let json = serde_json::to_string(record).expect("JSON");
            assert!(!json.contains("lawbook."), "{name} shows a key: {json}");
            assert!(
                !json.contains("%{"),
                "{name} shows a place for a value: {json}"
            );
        }
    }
    assert!(shown > 1000, "{shown}");
}

/// The language changes words, not what is known.
#[test]
fn the_law_is_the_same_in_every_language() {
    let book = built_in_lawbook().expect("a pack that can be read");
    for entry in book.entries() {
        let name = format!("{}:{}", entry.kind, entry.id);
        let known: Vec<_> = Lang::ALL
            .iter()
            .map(|lang| {
                let record = law_record(&book, &name, day("2026-11-30"), *lang).remove(0);
                let editions: Vec<_> = record
                    .editions
                    .iter()
                    .map(|one| {
                        (
                            one.absent,
                            one.of_the_day,
                            one.standing,
                            one.fields.len(),
                            one.line,
                        )
                    })
                    .collect();
                (record.status, editions, record.used_by.len())
            })
            .collect();
        assert!(known.windows(2).all(|pair| pair[0] == pair[1]), "{name}");
    }
}

/// A kind or a field that is new needs its name in three languages.
#[test]
fn every_kind_and_field_of_the_pack_has_a_name() {
    let book = built_in_lawbook().expect("a pack that can be read");
    let mut missing = std::collections::BTreeSet::new();
    let mut wanted = |key: String| {
        for lang in Lang::ALL {
            if !has(lang, &key) {
                missing.insert(key.clone());
            }
        }
    };
    for entry in book.entries() {
        if entry.kind != "section" {
            wanted(format!("lawbook.kind.{}", entry.kind));
        }
        for (key, value) in &entry.body {
            named(key, value, &mut wanted);
        }
    }
    assert!(
        missing.is_empty(),
        "locales/lawbook.*.json lack {missing:#?}"
    );
}

fn named(key: &str, value: &toml::Value, wanted: &mut impl FnMut(String)) {
    if qonys_law::words_of(value).is_some() || !qonys_law::is_condition_key(key) {
        let key = if key == "one" { "one_of_them" } else { key };
        wanted(format!("lawbook.field.{key}"));
    }
    if qonys_law::words_of(value).is_some() || qonys_law::is_condition_key(key) {
        return;
    }
    match value {
        toml::Value::Array(parts) => {
            for part in parts.iter().filter(|part| part.is_table()) {
                named(key, part, wanted);
            }
        }
        toml::Value::Table(table) => {
            for (key, part) in table {
                named(key, part, wanted);
            }
        }
        toml::Value::String(_)
        | toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}

#[test]
fn nothing_is_different_from_itself() {
    let book = built_in_lawbook().expect("a pack that can be read");
    for lang in Lang::ALL {
        for on in DAYS {
            let view = law_differences_of_days((&book, None), day(on), day(on), lang);
            assert_eq!(view.differences, []);
        }
        let view = law_differences_of_books(("one", &book), ("two", &book), None, lang);
        assert_eq!(view.differences, []);
    }
}

/// Every difference between the days of the seeds and today can be said in every language, the same ones in each.
#[test]
fn what_changed_since_the_seeds_is_said_in_every_language() {
    let book = built_in_lawbook().expect("a pack that can be read");
    let ids = |lang| -> Vec<_> {
        law_differences_of_days((&book, None), day("2022-10-22"), day("2026-11-30"), lang)
            .differences
            .into_iter()
            .map(|one| (one.name.kind, one.name.id, one.change))
            .collect()
    };
    let english = ids(Lang::En);
    assert!(english.iter().any(|(_, id, _)| id == "mci"), "{english:?}");
    assert!(
        english.iter().any(|(_, id, _)| id == "pilot-2026"),
        "{english:?}"
    );
    assert_eq!(ids(Lang::Kk), english);
    assert_eq!(ids(Lang::Ru), english);
}
