//! What a box or a column says: facts and fixed words, each under its conditions.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::facts::FactPath;
use crate::language::Words;

/// One piece of a box's text. In the file: the fact's name, or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) say: Say,
    /// Printed right before and after the value, only together with it.
    pub(crate) before: Option<Words>,
    pub(crate) after: Option<Words>,
    /// All must hold.
    pub(crate) when: Vec<Condition>,
    /// Said only when no part before it said anything.
    pub(crate) otherwise: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Say {
    Fact(FactPath),
    Words(Words),
}

/// `{ fact, is }`, `{ fact, known }`, `{ fact, earlier_than }`, `{ fact, ruled_out }` or `{ fact, not_known_yet }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Condition {
    pub(crate) fact: FactPath,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is: Option<Wanted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is_not: Option<Wanted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) known: Option<bool>,
    /// Another fact; both are known days, and that of `fact` is the earlier one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) earlier_than: Option<FactPath>,
    /// Whether other answers rule the question out for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ruled_out: Option<bool>,
    /// Whether the person said that the answer is not known yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) not_known_yet: Option<bool>,
}

/// Answers beside which it is not said of a list that there is none in it: they say otherwise, or leave it open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Doubt {
    /// One record of this list for which all hold is enough; without it the case as a whole is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) any: Option<String>,
    /// All must hold.
    pub(crate) when: Vec<Condition>,
}

impl Doubt {
    /// The answer that is to be looked at.
    pub(crate) fn fact(&self) -> Option<&FactPath> {
        self.when.first().map(|condition| &condition.fact)
    }
}

impl Condition {
    pub(crate) fn facts(&self) -> impl Iterator<Item = &FactPath> {
        std::iter::once(&self.fact).chain(&self.earlier_than)
    }
}

/// The answer a condition asks for: yes or no, or an option or country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Wanted {
    YesNo(bool),
    Id(String),
}

impl Part {
    pub(crate) fn facts(&self) -> impl Iterator<Item = &FactPath> {
        let own = match &self.say {
            Say::Fact(fact) => Some(fact),
            Say::Words(_) => None,
        };
        own.into_iter()
            .chain(self.when.iter().flat_map(Condition::facts))
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        if let Say::Fact(fact) = &self.say
            && self.before.is_none()
            && self.after.is_none()
            && self.when.is_empty()
            && !self.otherwise
        {
            return fact.serialize(into);
        }
        let mut map = into.serialize_map(None)?;
        match &self.say {
            Say::Fact(fact) => map.serialize_entry("fact", fact)?,
            Say::Words(words) => map.serialize_entry("words", words)?,
        }
        if let Some(before) = &self.before {
            map.serialize_entry("before", before)?;
        }
        if let Some(after) = &self.after {
            map.serialize_entry("after", after)?;
        }
        if !self.when.is_empty() {
            map.serialize_entry("when", &self.when)?;
        }
        if self.otherwise {
            map.serialize_entry("otherwise", &true)?;
        }
        map.end()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartTable {
    fact: Option<FactPath>,
    words: Option<Words>,
    before: Option<Words>,
    after: Option<Words>,
    #[serde(default)]
    when: Vec<Condition>,
    #[serde(default)]
    otherwise: bool,
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct PartVisitor;
        impl<'de> de::Visitor<'de> for PartVisitor {
            type Value = Part;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the name of a fact, or a table with `fact` or `words`")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Part, E> {
                Ok(Part {
                    say: Say::Fact(name.parse().map_err(E::custom)?),
                    before: None,
                    after: None,
                    when: Vec::new(),
                    otherwise: false,
                })
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Part, A::Error> {
                let table = PartTable::deserialize(de::value::MapAccessDeserializer::new(map))?;
                let say = match (table.fact, table.words) {
                    (Some(fact), None) => Say::Fact(fact),
                    (None, Some(words)) => Say::Words(words),
                    (Some(_), Some(_)) | (None, None) => {
                        return Err(de::Error::custom("either `fact` or `words` is needed"));
                    }
                };
                Ok(Part {
                    say,
                    before: table.before,
                    after: table.after,
                    when: table.when,
                    otherwise: table.otherwise,
                })
            }
        }
        from.deserialize_any(PartVisitor)
    }
}
