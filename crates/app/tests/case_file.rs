//! A case that is written reads back as the same case.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use qonys_app::Knowledge;
use qonys_app::case_from_json;
use qonys_app::case_to_json;
use serde_json::Map;
use serde_json::Value as Json;
use serde_json::json;

/// Any answer to a fact, as its schema allows it: by the type's words in the interview.
fn answer(kind: &str, options: Vec<String>, length: Option<usize>) -> BoxedStrategy<Json> {
    let known = match kind {
        "YesNo" => any::<bool>().prop_map(Json::from).boxed(),
        "Choice" => select(options).prop_map(Json::from).boxed(),
        "Date" => (1900i32..2100, 1u32..=366)
            .prop_filter_map("no such day", |(year, day)| {
                NaiveDate::from_yo_opt(year, day)
            })
            .prop_map(|day| Json::from(day.to_string()))
            .boxed(),
        "Country" => select(vec!["RU", "KZ", "CN", "US", "DE"])
            .prop_map(Json::from)
            .boxed(),
        "Number" => (0i64..1_000_000).prop_map(Json::from).boxed(),
        "Money" => (0i64..1_000_000, 0u8..100)
            .prop_map(|(tenge, tiyn)| format!("{tenge}.{tiyn:02}").into())
            .boxed(),
        "Digits" => {
            let length = length.unwrap_or(9);
            proptest::collection::vec(0u8..10, length)
                .prop_map(|digits| {
                    digits
                        .iter()
                        .map(ToString::to_string)
                        .collect::<String>()
                        .into()
                })
                .boxed()
        }
        "NameLatin" => "[A-Z]{1,12}(-[A-Z]{1,8})?".prop_map(Json::from).boxed(),
        "NameCyrillic" => "[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]{0,12}"
            .prop_map(Json::from)
            .boxed(),
        "Text" => {
            let words = "[А-Яа-яӘғқңA-Za-z0-9«»№.,:/\"\\\\ёЁ-]{1,20}( [а-яa-z0-9]{1,9}){0,3}";
            prop_oneof![
                words.prop_map(Json::from),
                (words, words, words)
                    .prop_map(|(text, kk, ru)| json!({ "text": text, "kk": kk, "ru": ru })),
                (words, words).prop_map(|(text, kk)| json!({ "text": text, "kk": kk })),
            ]
            .boxed()
        }
        other => panic!("a new type of fact: {other}"),
    };
    prop_oneof![4 => known, 1 => Just(json!({ "unknown": true })), 1 => Just(Json::Null)].boxed()
}

/// Some answers to the facts of an entity.
fn record(knowledge: &Knowledge, entity: &str) -> BoxedStrategy<Map<String, Json>> {
    let fields: Vec<BoxedStrategy<Option<(String, Json)>>> = knowledge
        .interview
        .facts_of(entity)
        .map(|fact| {
            let name = fact.id.fact.clone();
            let options = fact.option.iter().map(|option| option.id.clone()).collect();
            let value = answer(&format!("{:?}", fact.kind), options, fact.length);
            proptest::option::of(value.prop_map(move |value| (name.clone(), value))).boxed()
        })
        .collect();
    fields
        .prop_map(|fields| fields.into_iter().flatten().collect())
        .boxed()
}

fn entities(knowledge: &Knowledge, kind: &str) -> Vec<String> {
    knowledge
        .interview
        .entities
        .iter()
        .filter(|entity| format!("{:?}", entity.kind) == kind)
        .map(|entity| entity.id.clone())
        .collect()
}

/// Any case that the interview allows.
fn case(knowledge: &Knowledge) -> BoxedStrategy<Json> {
    let singles: Vec<_> = entities(knowledge, "Single")
        .into_iter()
        .map(|entity| {
            record(knowledge, &entity)
                .prop_map(move |fields| (entity.clone(), Json::Object(fields)))
        })
        .collect();
    let lists: Vec<_> = entities(knowledge, "List")
        .into_iter()
        .map(|entity| {
            let rows = proptest::collection::vec(record(knowledge, &entity), 0..3);
            (rows, any::<bool>(), any::<bool>()).prop_map(move |(rows, complete, named)| {
                let rows: Vec<Json> = rows
                    .into_iter()
                    .enumerate()
                    .map(|(place, mut row)| {
                        if named {
                            row.insert("id".to_owned(), format!("№{place}").into());
                        }
                        Json::Object(row)
                    })
                    .collect();
                (
                    entity.clone(),
                    json!({ "complete": complete, "records": rows }),
                )
            })
        })
        .collect();
    let keys = vec![
        "photo",
        "criminal_record:RU",
        "criminal_record:CN",
        "solvency",
    ];
    let papers = proptest::collection::btree_map(select(keys), record(knowledge, "paper"), 0..4);
    let plan = select(vec![
        json!({}),
        json!({ "filing": "2026-11-30" }),
        json!({ "filing": "2026-11-30", "payment": "2026-11-29", "decision": "2027-01-14" }),
        json!({ "filing": null, "payment": "2026-11-29" }),
    ]);
    (
        singles,
        lists,
        papers,
        plan,
        proptest::option::of("[а-яa-z ]{0,20}"),
    )
        .prop_map(|(singles, lists, papers, plan, about)| {
            let papers: Map<String, Json> = papers
                .into_iter()
                .map(|(key, record)| (key.to_owned(), Json::Object(record)))
                .collect();
            json!({
                "format": 1,
                "about": about,
                "plan": plan,
                "answers": singles.into_iter().collect::<Map<_, _>>(),
                "lists": lists.into_iter().collect::<Map<_, _>>(),
                "papers": papers,
            })
        })
        .boxed()
}

#[test]
fn what_is_written_reads_back_as_the_same_case() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&case(&knowledge), |json| {
            let read = case_from_json(&knowledge, &json.to_string())
                .map_err(|error| TestCaseError::fail(error.to_string()))?;
            let written = case_to_json(&read);
            let again = case_from_json(&knowledge, &written)
                .map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(&again, &read);
            prop_assert_eq!(case_to_json(&again), written);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_samples_read_back_as_themselves() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    for sample in [
        include_str!("../../../assets/samples/omsk-engineer.json"),
        include_str!("../../../assets/samples/kazakh-letters.json"),
    ] {
        let read = case_from_json(&knowledge, sample).expect("a case");
        let again = case_from_json(&knowledge, &case_to_json(&read)).expect("a case");
        assert_eq!(again, read);
    }
}

/// What a reader of a damaged file meets: an error or a case, never a panic.
#[test]
fn no_damage_makes_the_reader_stop() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let sample: Vec<char> = include_str!("../../../assets/samples/kazakh-letters.json")
        .chars()
        .collect();
    for place in (0..sample.len()).step_by(97) {
        let cut: String = sample[..place].iter().collect();
        assert!(case_from_json(&knowledge, &cut).is_err(), "cut at {place}");
        for letter in ['"', '{', ']', '0', '\u{0}', 'ё'] {
            let mut damaged = sample.clone();
            damaged[place] = letter;
            let damaged: String = damaged.into_iter().collect();
            let _read = case_from_json(&knowledge, &damaged);
        }
    }
}
