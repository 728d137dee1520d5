//! What fills a form: the caller implements these traits over its own answers.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::language::FormLanguage;

/// The name of a fact: `entity.fact`, for example `applicant.birth_date`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactPath {
    path: String,
    dot: usize,
}

impl FactPath {
    /// The part before the dot.
    pub fn entity(&self) -> &str {
        &self.path[..self.dot]
    }

    /// The part after the dot.
    pub fn fact(&self) -> &str {
        &self.path[self.dot + 1..]
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.path
    }
}

impl FromStr for FactPath {
    type Err = &'static str;

    fn from_str(path: &str) -> Result<Self, Self::Err> {
        let word = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_lowercase())
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        match path.split_once('.') {
            Some((entity, fact)) if word(entity) && word(fact) => Ok(Self {
                path: path.to_owned(),
                dot: entity.len(),
            }),
            Some(_) | None => Err("a fact is named entity.fact in small Latin letters"),
        }
    }
}

impl fmt::Display for FactPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.path)
    }
}

impl Serialize for FactPath {
    fn serialize<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        into.serialize_str(&self.path)
    }
}

impl<'de> Deserialize<'de> for FactPath {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(de::Error::custom)
    }
}

/// One answer. Its `Debug` says only the kind: answers are personal data.
#[derive(Clone, PartialEq, Eq)]
pub enum FormValue {
    /// Free text as the person typed it, with its twins in the form's languages if given.
    Text {
        /// As typed.
        text: String,
        /// The same in Kazakh.
        kk: Option<String>,
        /// The same in Russian.
        ru: Option<String>,
    },
    /// A day, printed as 14.03.1990.
    Date(NaiveDate),
    /// The id of the chosen option.
    Choice(String),
    /// Yes or no.
    YesNo(bool),
    /// A country: ISO 3166 alpha-2.
    Country(String),
    /// A whole number.
    Number(i64),
}

impl FormValue {
    /// Text without twins.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text {
            text: text.into(),
            kk: None,
            ru: None,
        }
    }
}

impl fmt::Debug for FormValue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Text { .. } => "Text(..)",
            Self::Date(_) => "Date(..)",
            Self::Choice(_) => "Choice(..)",
            Self::YesNo(_) => "YesNo(..)",
            Self::Country(_) => "Country(..)",
            Self::Number(_) => "Number(..)",
        })
    }
}

/// The answers, as a form asks for them.
pub trait FormFacts {
    /// The answer to a fact of a single entity; `None` = not answered, printed blank.
    fn value(&self, fact: &FactPath) -> Option<FormValue>;

    /// How many records a list entity has.
    fn records(&self, entity: &str) -> usize;

    /// The answer to a fact (`relative.full_name`) in one record, `index < records`.
    fn record_value(&self, index: usize, fact: &FactPath) -> Option<FormValue>;

    /// Whether the person said "that is all" of a list. Only then may a form print "none".
    fn list_complete(&self, entity: &str) -> bool;

    /// Whether other answers rule the question out for good: the fact of a single entity, or of one record of a list.
    /// A question that is merely not answered is not ruled out.
    fn ruled_out(&self, record: Option<usize>, fact: &FactPath) -> bool {
        let _ = (record, fact);
        false
    }

    /// Whether the person said that this answer is not known yet: of a single entity, or of one record of a list. A question
    /// that is merely not answered is not that.
    fn not_known_yet(&self, record: Option<usize>, fact: &FactPath) -> bool {
        let _ = (record, fact);
        false
    }

    /// Lines that are no answers but that the caller gives to the form, by name: the titles
    /// of the papers handed in (`enclosures`), the authority's name (`office`). They come in
    /// the form's language.
    fn given(&self, name: &str) -> Vec<String> {
        let _ = name;
        Vec::new()
    }

    /// Rows that are no answers but that the caller gives to a table of the paper, by name. They come in the
    /// paper's language; in a column without a heading any text but an empty one is a tick.
    fn given_rows(&self, name: &str) -> Vec<Vec<String>> {
        let _ = name;
        Vec::new()
    }
}

/// The words for countries and options that are printed inside running values.
pub trait FormWords {
    /// The country's name in the nominative.
    fn country(&self, code: &str, language: FormLanguage) -> Option<String>;

    /// The label of an option of a choice.
    fn option(&self, fact: &FactPath, option: &str, language: FormLanguage) -> Option<String>;
}

/// No answers at all: prints the blank form.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFacts;

impl FormFacts for NoFacts {
    fn value(&self, _: &FactPath) -> Option<FormValue> {
        None
    }
    fn records(&self, _: &str) -> usize {
        0
    }
    fn record_value(&self, _: usize, _: &FactPath) -> Option<FormValue> {
        None
    }
    fn list_complete(&self, _: &str) -> bool {
        false
    }
}
