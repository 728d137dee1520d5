//! A filled case: the invented engineer of the samples, read as simply as a bench may.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::FactPath;
use qonys_law::FactType;
use qonys_law::Interview;
use qonys_law::Plan;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::Text;
use qonys_law::Value;
use serde_json::Value as Json;

const SAMPLE: &str = include_str!("../../../../assets/samples/omsk-engineer.json");

/// The answers of the sample.
pub(crate) fn answers(interview: &Interview) -> Answers {
    let json: Json = serde_json::from_str(SAMPLE).expect("the sample is JSON");
    let record = |kind: &str, json: &Json| -> Record {
        json.as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, json)| {
                let path = FactPath {
                    entity: kind.to_owned(),
                    fact: name.clone(),
                };
                let value = value(interview.fact(&path)?.kind, json)?;
                Some((name.clone(), Answer::Known(value)))
            })
            .collect()
    };
    let each = |part: &str, kind: Option<&str>| -> BTreeMap<String, Record> {
        json[part]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, json)| (key.clone(), record(kind.unwrap_or(key), json)))
            .collect()
    };
    let lists = json["lists"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(kind, list)| {
            let records = list["records"]
                .as_array()
                .into_iter()
                .flatten()
                .zip(1..)
                .map(|(json, place)| (format!("{kind}-{place}"), record(kind, json)))
                .collect();
            let complete = list["complete"].as_bool().unwrap_or_default();
            (kind.clone(), Records { complete, records })
        })
        .collect();
    Answers {
        singles: each("answers", None),
        lists,
        papers: each("papers", Some("paper")),
    }
}

fn value(kind: FactType, json: &Json) -> Option<Value> {
    let word = || json.as_str().map(str::to_owned);
    match kind {
        FactType::YesNo => json.as_bool().map(Value::YesNo),
        FactType::Choice => word().map(Value::Choice),
        FactType::Country => word().map(Value::Country),
        FactType::Date => json.as_str()?.parse().ok().map(Value::Date),
        // Whole tenge, or tenge and hundredths after a point.
        FactType::Money => None,
        FactType::Number => json.as_i64().map(Value::Number),
        FactType::Text | FactType::NameLatin | FactType::NameCyrillic | FactType::Digits => {
            Some(Value::Text(Text {
                text: word().unwrap_or_default(),
                kk: None,
                ru: None,
            }))
        }
    }
}

/// The plan of the sample.
pub(crate) fn plan() -> Plan {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    Plan {
        today: day("2026-11-21"),
        filing: day("2026-11-30"),
        filing_given: true,
        payment: Some(day("2026-11-30")),
        decision: None,
    }
}
