//! What can be changed in a record of the pack: one thing at a time.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::Datelike;
use chrono::NaiveDate;
use toml::Table;
use toml::Value;
use toml::value::Date;
use toml::value::Datetime;

/// What tells a reader something and decides nothing: words, sources, the day of reading, the place in a list.
const SAID: &[&str] = &[
    "adopted",
    "ask",
    "because",
    "change",
    "cite",
    "disagreement",
    "en",
    "fact",
    "id",
    "instead",
    "kk",
    "next_review",
    "no",
    "note",
    "number",
    "order",
    "price",
    "ru",
    "seen",
    "source",
    "standing",
    "text",
    "title",
    "url",
    "what",
    "words",
    "yes",
];

/// What a record may leave out: the exemption, or whom and when it binds.
const OPTIONAL: &[&str] = &[
    "applies_if",
    "good_while",
    "held",
    "needed_if",
    "unless",
    "valid",
    "when",
    "who",
];

/// Words of which each has others that could stand in its place.
const ONE_OF_FEW: &[(&str, &[&str])] = &[
    ("first_day", &["event", "next"]),
    ("if_day_off", &["next_working_day", "unchanged", "unknown"]),
    ("stage", &["after_permit", "application"]),
    ("tested_on", &["decision", "filing", "payment"]),
    ("unit", &["calendar_day", "month", "working_day", "year"]),
];

/// A change: what it does, and the record with it done.
pub(crate) struct Change {
    pub(crate) what: String,
    pub(crate) record: Table,
    /// Whether it changes the days on which the record holds.
    pub(crate) is_of_its_days: bool,
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Place(usize),
}

/// The words that stand in a few-worded place somewhere in the pack.
pub(crate) type Alternatives = BTreeMap<String, BTreeSet<String>>;

/// What the few-worded places of a pack may hold: what they do hold somewhere, and what the engine knows.
pub(crate) fn alternatives<'a>(records: impl Iterator<Item = &'a Table>) -> Alternatives {
    let mut found: Alternatives = ONE_OF_FEW
        .iter()
        .map(|(key, words)| {
            let words = words.iter().map(|word| (*word).to_owned()).collect();
            ((*key).to_owned(), words)
        })
        .collect();
    for record in records {
        for (key, words) in &mut found {
            if let Some(word) = record.get(key).and_then(Value::as_str) {
                words.insert(word.to_owned());
            }
        }
    }
    found
}

/// Every change of a record.
pub(crate) fn all(kind: &str, record: &Table, alternatives: &Alternatives) -> Vec<Change> {
    let mut sites = Sites {
        alternatives,
        path: Vec::new(),
        found: Vec::new(),
    };
    let is_of_its_days =
        |path: &[Step]| matches!(path, [Step::Key(key)] if key == "from" || key == "until");
    sites.table(record);
    sites
        .found
        .into_iter()
        // Of an act nothing but the days on which it holds decides anything.
        .filter(|(path, _)| kind != "act" || is_of_its_days(path))
        .map(|(path, new)| Change {
            is_of_its_days: is_of_its_days(&path),
            what: format!("{} {}", spelled(&path), told(new.as_ref())),
            record: changed(record, &path, new),
        })
        .collect()
}

struct Sites<'a> {
    alternatives: &'a Alternatives,
    path: Vec<Step>,
    /// Where, and what stands there instead; nothing where it is taken away.
    found: Vec<(Vec<Step>, Option<Value>)>,
}

impl Sites<'_> {
    fn instead(&mut self, new: Value) {
        self.found.push((self.path.clone(), Some(new)));
    }

    fn table(&mut self, table: &Table) {
        for (key, value) in table {
            if SAID.contains(&key.as_str()) || is_words(value) {
                continue;
            }
            self.path.push(Step::Key(key.clone()));
            if OPTIONAL.contains(&key.as_str()) {
                self.found.push((self.path.clone(), None));
            }
            self.value(key, value);
            self.path.pop();
        }
    }

    fn value(&mut self, key: &str, value: &Value) {
        match value {
            Value::Table(table) => {
                if let (Some(inner), 1) = (table.get("not"), table.len()) {
                    self.instead(inner.clone());
                }
                self.table(table);
            }
            Value::Array(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    self.path.push(Step::Place(place));
                    self.found.push((self.path.clone(), None));
                    if !matches!(part, Value::String(_)) {
                        self.value(key, part);
                    }
                    self.path.pop();
                }
            }
            Value::Datetime(day) => {
                let Some(day) = day.date.and_then(date) else {
                    return;
                };
                for other in [day.pred_opt(), day.succ_opt()].into_iter().flatten() {
                    self.instead(Value::Datetime(datetime(other)));
                }
            }
            Value::Integer(number) => {
                for other in [number - 1, number + 1] {
                    self.instead(Value::Integer(other));
                }
            }
            Value::Boolean(yes) => self.instead(Value::Boolean(!yes)),
            Value::String(word) => {
                for other in numbers_beside(word) {
                    self.instead(Value::String(other));
                }
                let others = self.alternatives.get(key).cloned().unwrap_or_default();
                for other in others.into_iter().filter(|other| other != word) {
                    self.instead(Value::String(other));
                }
            }
            Value::Float(_) => {}
        }
    }
}

fn is_words(value: &Value) -> bool {
    value.as_table().is_some_and(|table| {
        table
            .keys()
            .all(|key| ["kk", "ru", "en"].contains(&key.as_str()))
    })
}

fn date(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
}

fn datetime(day: NaiveDate) -> Datetime {
    let small = |number: u32| u8::try_from(number).expect("a month or a day");
    Datetime {
        date: Some(Date {
            year: u16::try_from(day.year()).expect("a year"),
            month: small(day.month()),
            day: small(day.day()),
        }),
        time: None,
        offset: None,
    }
}

/// A decimal with its last digit one more, and one less where that is no other kind of number.
fn numbers_beside(word: &str) -> Vec<String> {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let decimals = word.split_once('.').map_or(0, |(_, part)| part.len());
    let is_decimal = !digits.is_empty()
        && word.chars().all(|c| c.is_ascii_digit() || c == '.')
        && word.starts_with(|c: char| c.is_ascii_digit());
    let (true, Ok(whole)) = (is_decimal, digits.parse::<u64>()) else {
        return Vec::new();
    };
    [whole.checked_sub(1), whole.checked_add(1)]
        .into_iter()
        .flatten()
        .map(|whole| {
            let text = format!("{whole:0width$}", width = decimals + 1);
            let (front, back) = text.split_at(text.len() - decimals);
            if decimals == 0 {
                text
            } else {
                format!("{front}.{back}")
            }
        })
        .collect()
}

fn spelled(path: &[Step]) -> String {
    path.iter()
        .map(|step| match step {
            Step::Key(key) => key.clone(),
            Step::Place(place) => format!("[{place}]"),
        })
        .collect::<Vec<_>>()
        .join(".")
        .replace(".[", "[")
}

fn told(new: Option<&Value>) -> String {
    match new {
        None => "dropped".to_owned(),
        Some(Value::Table(_)) => "not \"not\"".to_owned(),
        Some(new) => format!("= {new}"),
    }
}

fn changed(record: &Table, path: &[Step], new: Option<Value>) -> Table {
    let mut whole = Value::Table(record.clone());
    let (last, way) = path.split_last().expect("a change is somewhere");
    let mut at = &mut whole;
    for step in way {
        at = match step {
            Step::Key(key) => &mut at[key.as_str()],
            Step::Place(place) => &mut at[*place],
        };
    }
    match (last, new) {
        (Step::Key(key), Some(new)) => at[key.as_str()] = new,
        (Step::Place(place), Some(new)) => at[*place] = new,
        (Step::Key(key), None) => {
            at.as_table_mut().expect("a table").remove(key);
        }
        (Step::Place(place), None) => {
            at.as_array_mut().expect("a list").remove(*place);
        }
    }
    let Value::Table(table) = whole else {
        unreachable!("a record stays a table")
    };
    table
}
