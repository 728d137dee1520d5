//! One case file: how the person differs from the common one, and what is expected when.

use chrono::NaiveDate;
use qonys_app::AppError;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::case_from_json;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::files;

/// What stands in a case file for an answer that the common person gave and this one has not.
const OPEN: &str = "open";

/// A case with its tables.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonaCase {
    /// The file's name.
    #[serde(skip)]
    pub(crate) file: String,
    /// The acceptance cases it answers.
    pub(crate) cases: Vec<String>,
    /// What it is about.
    #[allow(dead_code, reason = "for the person who reads the file")]
    title: String,
    /// Whether nothing but the given answers is known of the person.
    #[serde(default)]
    nothing_else_known: bool,
    /// How the person differs from the common one.
    #[serde(default)]
    given: toml::Table,
    /// What is expected.
    #[serde(rename = "table")]
    pub(crate) tables: Vec<Table>,
}

/// What is expected on the days of one plan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// The day the papers are handed in.
    #[serde(deserialize_with = "day")]
    pub(crate) filing: NaiveDate,
    #[serde(default, deserialize_with = "some_day")]
    payment: Option<NaiveDate>,
    #[serde(default, deserialize_with = "some_day")]
    decision: Option<NaiveDate>,
    #[serde(default, deserialize_with = "some_day")]
    today: Option<NaiveDate>,
    /// What else is given here only.
    #[serde(default)]
    given: toml::Table,
    /// The rows.
    pub(crate) rows: String,
}

impl Table {
    /// The day on which the question is asked: the filing day, if the table names none.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today.unwrap_or(self.filing)
    }
}

impl PersonaCase {
    /// The person of a table, read as any case file is read.
    pub(crate) fn person(&self, knowledge: &Knowledge, table: &Table) -> Case {
        let given = [&self.given, &table.given];
        let mut case = if self.nothing_else_known {
            unlike(knowledge, serde_json::json!({ "format": 1 }), &given)
        } else {
            like_the_common(knowledge, &given)
        }
        .unwrap_or_else(|error| panic!("{}: {error}", self.file));
        case.plan.filing = Some(table.filing);
        case.plan.payment = table.payment;
        case.plan.decision = table.decision;
        case
    }
}

/// The common person with what is given instead, in this order.
pub(crate) fn like_the_common(
    knowledge: &Knowledge,
    given: &[&toml::Table],
) -> Result<Case, AppError> {
    let baseline = files::root().join("tests/personas/baseline.json");
    let common = serde_json::from_str(&files::text(&baseline)).expect("JSON");
    unlike(knowledge, common, given)
}

fn unlike(knowledge: &Knowledge, mut json: Json, given: &[&toml::Table]) -> Result<Case, AppError> {
    for given in given {
        merge(&mut json, &toml::Value::Table((*given).clone()));
    }
    case_from_json(knowledge, &json.to_string())
}

/// What the files must be called in part, comma by comma, when only a few are to be looked at.
const ONLY: &str = "QONYS_PERSONAS";

/// All case files, in the order of their names.
#[expect(
    clippy::disallowed_methods,
    reason = "the person at work narrows the tables"
)]
pub(crate) fn all() -> Vec<PersonaCase> {
    let only = std::env::var(ONLY).unwrap_or_default();
    files::below("tests/personas", &["toml"])
        .iter()
        .filter(|path| {
            let name = files::name(path);
            only.is_empty() || only.split(',').any(|part| name.contains(part))
        })
        .map(|path| {
            let mut case: PersonaCase = toml::from_str(&files::text(path))
                .unwrap_or_else(|error| panic!("{}: {error}", files::name(path)));
            case.file = files::name(path);
            case
        })
        .collect()
}

/// Puts what is given over the common person: tables are merged, everything else is replaced, `open` takes away.
fn merge(json: &mut Json, given: &toml::Value) {
    match given {
        toml::Value::Table(table) => {
            if !json.is_object() {
                *json = Json::Object(serde_json::Map::new());
            }
            let map = json.as_object_mut().expect("just made");
            for (key, value) in table {
                if value.as_str() == Some(OPEN) {
                    map.remove(key);
                } else {
                    merge(map.entry(key.clone()).or_insert(Json::Null), value);
                }
            }
        }
        toml::Value::Array(rows) => {
            *json = rows
                .iter()
                .map(|row| {
                    let mut made = Json::Null;
                    merge(&mut made, row);
                    made
                })
                .collect();
        }
        toml::Value::Datetime(day) => *json = Json::String(day.to_string()),
        toml::Value::String(text) => *json = Json::String(text.clone()),
        toml::Value::Integer(number) => *json = Json::from(*number),
        toml::Value::Boolean(yes) => *json = Json::Bool(*yes),
        toml::Value::Float(_) => panic!("no answer is a float"),
    }
}

pub(crate) fn day<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<NaiveDate, D::Error> {
    toml::value::Datetime::deserialize(deserializer)?
        .to_string()
        .parse()
        .map_err(serde::de::Error::custom)
}

fn some_day<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    day(deserializer).map(Some)
}
