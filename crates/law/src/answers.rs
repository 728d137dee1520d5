//! What the person said: a map from entity and fact to an answer.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;

use crate::value::Value;

/// The pseudo-fact of a list entity that stands for "that is all".
pub const LIST_COMPLETE: &str = "complete";

/// A fact as rules name it: the kind of entity and the fact, `penalty.in_force`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactPath {
    /// The kind of entity, for example `penalty`.
    pub entity: String,
    /// The fact, for example `in_force`.
    pub fact: String,
}

impl FromStr for FactPath {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('.') {
            Some((entity, fact))
                if !entity.is_empty() && !fact.is_empty() && !fact.contains('.') =>
            {
                Ok(Self {
                    entity: entity.to_owned(),
                    fact: fact.to_owned(),
                })
            }
            Some(_) | None => Err(format!("\"{text}\" is not of the form entity.fact")),
        }
    }
}

impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.entity, self.fact)
    }
}

impl<'de> Deserialize<'de> for FactPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for FactPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One entity: the only one of its kind, or one record of a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EntityRef {
    /// The kind of entity.
    pub kind: String,
    /// The record's id; none for a single entity or for a list as a whole.
    pub record: Option<String>,
}

/// One fact of one entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FactRef {
    /// Whose fact it is.
    pub entity: EntityRef,
    /// The fact, or [`LIST_COMPLETE`].
    pub fact: String,
}

impl FactRef {
    /// The fact as rules name it, without the record.
    #[must_use]
    pub fn path(&self) -> FactPath {
        FactPath {
            entity: self.entity.kind.clone(),
            fact: self.fact.clone(),
        }
    }
}

impl fmt::Display for FactRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.entity.record {
            Some(record) => write!(f, "{}/{}.{}", self.entity.kind, record, self.fact),
            None => write!(f, "{}.{}", self.entity.kind, self.fact),
        }
    }
}

/// What was said to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The person answered.
    Known(Value),
    /// The person said "I don't know yet".
    NotKnownYet,
}

/// The answers of one entity, by fact.
pub type Record = BTreeMap<String, Answer>;

/// The records of a list, in the person's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// Whether the person said "that is all". Only then "none" is believed.
    pub complete: bool,
    /// The records with their ids.
    pub records: Vec<(String, Record)>,
}

impl Records {
    /// The record of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Record> {
        self.records
            .iter()
            .find(|(key, _)| key == id)
            .map(|(_, record)| record)
    }
}

/// All answers of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Entities of which there is one, by kind.
    pub singles: BTreeMap<String, Record>,
    /// Entities of which there are many, by kind.
    pub lists: BTreeMap<String, Records>,
    /// Papers by key: the paper's id, or id and country as `criminal_record:RU`.
    pub papers: BTreeMap<String, Record>,
}

/// The kind of the keyed entity that holds papers in hand.
pub(crate) const PAPER: &str = "paper";

impl Answers {
    /// The answer to a fact, if there is one.
    #[must_use]
    pub fn get(&self, fact: &FactRef) -> Option<&Answer> {
        self.of(&fact.entity.kind, fact.entity.record.as_deref(), &fact.fact)
    }

    /// The answer to a fact of an entity or of one record.
    pub(crate) fn of(&self, kind: &str, record: Option<&str>, fact: &str) -> Option<&Answer> {
        let record = match record {
            None => self.singles.get(kind),
            Some(key) if kind == PAPER => self.papers.get(key),
            Some(id) => self.lists.get(kind).and_then(|list| list.get(id)),
        };
        record.and_then(|answers| answers.get(fact))
    }

    /// Puts an answer to a fact. A record of a list that is not there is not made: then nothing changes.
    pub fn set(&mut self, fact: &FactRef, answer: Answer) {
        let kind = fact.entity.kind.as_str();
        let record = match fact.entity.record.as_deref() {
            None => Some(self.singles.entry(kind.to_owned()).or_default()),
            Some(key) if kind == PAPER => Some(self.papers.entry(key.to_owned()).or_default()),
            Some(id) => self.lists.get_mut(kind).and_then(|list| {
                let mut records = list.records.iter_mut();
                records
                    .find(|(known, _)| known == id)
                    .map(|(_, record)| record)
            }),
        };
        if let Some(record) = record {
            record.insert(fact.fact.clone(), answer);
        }
    }

    /// The known value of a fact of a single entity.
    #[must_use]
    pub fn value(&self, entity: &str, fact: &str) -> Option<&Value> {
        known(self.singles.get(entity)?.get(fact)?)
    }

    /// The known value of a fact of a paper.
    #[must_use]
    pub fn paper_value(&self, key: &str, fact: &str) -> Option<&Value> {
        known(self.papers.get(key)?.get(fact)?)
    }
}

fn known(answer: &Answer) -> Option<&Value> {
    match answer {
        Answer::Known(value) => Some(value),
        Answer::NotKnownYet => None,
    }
}
