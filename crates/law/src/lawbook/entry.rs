//! One record as its file has it.

use chrono::NaiveDate;
use toml::Table;
use toml::Value;

use crate::pack::Cite;
use crate::words::Standing;
use crate::words::Words;

/// The keys that name a record, in this order, where it has no `id`.
const NAMING: [&str; 6] = ["code", "list", "paper", "country", "year", "of"];

/// The keys under which a record says what it is called, the best first.
const TITLES: [&str; 6] = ["title", "name", "short", "label", "text", "words"];

/// One record as its file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The kind: the name of its table, such as `fee`.
    pub kind: String,
    /// Its id, or what names it among its kind. All editions of one thing share it.
    pub id: String,
    /// The file's name inside the pack.
    pub file: String,
    /// The line of its heading, counted from one.
    pub line: usize,
    /// Everything it says.
    pub body: Table,
}

impl Entry {
    /// What names a record among its kind.
    pub(super) fn name_of(body: &Table, position: usize) -> String {
        if let Some(id) = body.get("id").and_then(Value::as_str) {
            return id.to_owned();
        }
        let parts: Vec<String> = NAMING
            .iter()
            .filter_map(|key| body.get(*key))
            .filter_map(|value| match value {
                Value::String(text) => Some(text.clone()),
                Value::Integer(number) => Some(number.to_string()),
                Value::Float(_)
                | Value::Boolean(_)
                | Value::Datetime(_)
                | Value::Array(_)
                | Value::Table(_) => None,
            })
            .collect();
        if parts.is_empty() {
            position.to_string()
        } else {
            parts.join("/")
        }
    }

    /// A text of the record.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.body.get(key).and_then(Value::as_str)
    }

    /// A day of the record; none where there is no such day.
    #[must_use]
    pub fn day(&self, key: &str) -> Option<NaiveDate> {
        self.body.get(key).and_then(day_of)
    }

    /// The first day, inclusive.
    #[must_use]
    pub fn from(&self) -> Option<NaiveDate> {
        self.day("from")
    }

    /// The last day, inclusive.
    #[must_use]
    pub fn until(&self) -> Option<NaiveDate> {
        self.day("until")
    }

    /// Whether it says that the thing did not exist on its days.
    #[must_use]
    pub fn absent(&self) -> bool {
        self.body.get("absent").and_then(Value::as_bool) == Some(true)
    }

    /// Whether it has days of its own.
    #[must_use]
    pub fn has_days(&self) -> bool {
        self.from().is_some() || self.until().is_some()
    }

    /// Whether it speaks of a day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from().is_none_or(|from| from <= day) && self.until().is_none_or(|until| day <= until)
    }

    /// The source.
    #[must_use]
    pub fn cite(&self) -> Option<Cite> {
        let (act, place) = self.text("cite")?.split_once(':')?;
        Some(Cite {
            act: act.to_owned(),
            place: place.to_owned(),
        })
    }

    /// How sure it is, where the record itself says so.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.body
            .get("standing")
            .and_then(|value| value.clone().try_into().ok())
    }

    /// Words of the record.
    #[must_use]
    pub fn words(&self, key: &str) -> Option<Words> {
        self.body.get(key).and_then(words_of)
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> Option<Words> {
        TITLES.iter().find_map(|key| self.words(key))
    }
}

/// A value as words of the three languages, if it is that.
#[must_use]
pub fn words_of(value: &Value) -> Option<Words> {
    let table = value.as_table()?;
    let text = |language: &str| {
        table
            .get(language)
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    Some(Words::new(text("kk")?, text("ru")?, text("en")?))
}

/// A value as a day, if it is one.
pub(super) fn day_of(value: &Value) -> Option<NaiveDate> {
    let date = value.as_datetime()?.date?;
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
}
