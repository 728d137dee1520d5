//! The lives: a case file and what changes in it on which day.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qonys_app::Lang;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::file;

/// One life of a year.
pub(crate) struct Life {
    pub(crate) id: String,
    pub(crate) lang: Lang,
    pub(crate) about: String,
    pub(crate) base: Json,
    pub(crate) off: Option<(NaiveDate, NaiveDate)>,
    pub(crate) changes: BTreeMap<NaiveDate, BTreeMap<String, Json>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    base: String,
    lang: Lang,
    about: String,
    #[serde(default)]
    off: Option<(toml::value::Datetime, toml::value::Datetime)>,
    #[serde(default)]
    change: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    on: toml::value::Datetime,
    set: BTreeMap<String, Json>,
}

fn day(written: &toml::value::Datetime) -> NaiveDate {
    written.to_string().parse().expect("a day")
}

/// All lives of `cases.toml`.
pub(crate) fn all() -> Vec<Life> {
    let text = std::fs::read_to_string(file("tests/reminders/cases.toml")).unwrap();
    let written: File = toml::from_str(&text).expect("cases.toml");
    written
        .case
        .into_iter()
        .map(|case| {
            let base = std::fs::read_to_string(file(&case.base)).unwrap();
            Life {
                id: case.id,
                lang: case.lang,
                about: case.about,
                base: serde_json::from_str(&base).unwrap(),
                off: case.off.map(|(from, until)| (day(&from), day(&until))),
                changes: case
                    .change
                    .into_iter()
                    .map(|change| (day(&change.on), change.set))
                    .collect(),
            }
        })
        .collect()
}

/// Puts a value at a place written with points; what is missing on the way is made.
pub(crate) fn set(case: &mut Json, path: &str, value: &Json) {
    let mut place = case;
    for name in path.split('.') {
        if place.is_null() {
            *place = Json::Object(serde_json::Map::new());
        }
        place = &mut place[name];
    }
    *place = value.clone();
}
