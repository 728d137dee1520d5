//! The value of an answer, and what it says as one kind or another.

use std::fmt;

use chrono::NaiveDate;

/// Free text, with a twin for a form language where the person gave one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    /// As it was typed.
    pub text: String,
    /// The same in Kazakh.
    pub kk: Option<String>,
    /// The same in Russian.
    pub ru: Option<String>,
}

/// The value of an answer.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// The id of one option.
    Choice(String),
    /// A day.
    Date(NaiveDate),
    /// A country, ISO 3166-1 alpha-2 in capitals.
    Country(String),
    /// A whole number.
    Number(i64),
    /// A sum of money in tiyn, not negative.
    Money(i64),
    /// Free text, names and digits.
    Text(Text),
}

impl Value {
    /// The answer to a question of yes or no.
    #[must_use]
    pub fn yes_no(&self) -> Option<bool> {
        match self {
            Self::YesNo(yes) => Some(*yes),
            Self::Choice(_)
            | Self::Date(_)
            | Self::Country(_)
            | Self::Number(_)
            | Self::Money(_)
            | Self::Text(_) => None,
        }
    }

    /// The day.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(day) => Some(*day),
            Self::YesNo(_)
            | Self::Choice(_)
            | Self::Country(_)
            | Self::Number(_)
            | Self::Money(_)
            | Self::Text(_) => None,
        }
    }

    /// The word of a choice or of a country.
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::Choice(word) | Self::Country(word) => Some(word),
            Self::YesNo(_) | Self::Date(_) | Self::Number(_) | Self::Money(_) | Self::Text(_) => {
                None
            }
        }
    }

    /// The country, ISO 3166-1 alpha-2 in capitals.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        match self {
            Self::Country(code) => Some(code),
            Self::YesNo(_)
            | Self::Choice(_)
            | Self::Date(_)
            | Self::Number(_)
            | Self::Money(_)
            | Self::Text(_) => None,
        }
    }

    /// The whole number.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::YesNo(_)
            | Self::Choice(_)
            | Self::Date(_)
            | Self::Country(_)
            | Self::Money(_)
            | Self::Text(_) => None,
        }
    }

    /// The sum, in tiyn.
    #[must_use]
    pub fn tiyn(&self) -> Option<i64> {
        match self {
            Self::Money(tiyn) => Some(*tiyn),
            Self::YesNo(_)
            | Self::Choice(_)
            | Self::Date(_)
            | Self::Country(_)
            | Self::Number(_)
            | Self::Text(_) => None,
        }
    }

    /// The free text.
    #[must_use]
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::YesNo(_)
            | Self::Choice(_)
            | Self::Date(_)
            | Self::Country(_)
            | Self::Number(_)
            | Self::Money(_) => None,
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[answer]")
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[answer]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_speaks_as_its_own_kind_and_as_no_other() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        let text = Text {
            text: "Omsk".to_owned(),
            ..Text::default()
        };
        let values = [
            Value::YesNo(false),
            Value::Choice("work".to_owned()),
            Value::Date(day),
            Value::Country("RU".to_owned()),
            Value::Number(7),
            Value::Money(7),
            Value::Text(text.clone()),
        ];
        let as_each = values.each_ref().map(|value| {
            (
                value.yes_no(),
                value.word(),
                value.day(),
                value.country(),
                value.number(),
                value.tiyn(),
                value.text(),
            )
        });
        assert_eq!(
            as_each,
            [
                (Some(false), None, None, None, None, None, None),
                (None, Some("work"), None, None, None, None, None),
                (None, None, Some(day), None, None, None, None),
                (None, Some("RU"), None, Some("RU"), None, None, None),
                (None, None, None, None, Some(7), None, None),
                (None, None, None, None, None, Some(7), None),
                (None, None, None, None, None, None, Some(&text)),
            ]
        );
    }
}
