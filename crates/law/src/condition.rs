//! Conditions as data: a small tree that a lawyer can read, with no language of its own to parse.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::MapAccess;
use serde::de::Visitor;
use serde::de::value::MapAccessDeserializer;

use crate::answers::FactPath;
use crate::pack::StayGround;

/// A value that an answer is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Literal {
    /// Yes or no.
    YesNo(bool),
    /// An option's id or a country's code.
    Word(String),
}

/// A condition over the answers, evaluated for every day of an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A condition that is declared under a name.
    Named(String),
    /// Any other condition. Shared: what an evaluation found for it is kept with it.
    Node(Arc<Node>),
}

/// The kinds of conditions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Node {
    /// All of these hold.
    All(Vec<Condition>),
    /// One of these holds at least.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Condition),
    /// The answer is this value.
    Is {
        /// The fact.
        fact: FactPath,
        /// The value.
        value: Literal,
    },
    /// The answer is one of these values.
    OneOf {
        /// The fact.
        fact: FactPath,
        /// The values.
        values: Vec<String>,
    },
    /// The answer is on a list of the pack, as the list stands on the day.
    InList {
        /// The fact.
        fact: FactPath,
        /// The list's id.
        list: String,
    },
    /// The citizens of the state that is the answer stay on one of these grounds, by the rules of stay of the day.
    StayGround {
        /// The fact.
        fact: FactPath,
        /// The grounds.
        grounds: Vec<StayGround>,
    },
    /// This holds of the state on whose passport the person arrived: inside, the first citizenship is read as that state. While no passport
    /// was named it must be so of every citizenship held; where they differ, the passport is asked for.
    ByPassport(Condition),
    /// There is a record for which this holds.
    Exists {
        /// The kind of the records.
        of: String,
        /// What must hold of one of them.
        #[serde(rename = "where")]
        condition: Condition,
    },
    /// It holds for every record.
    Every {
        /// The kind of the records.
        of: String,
        /// What must hold of each of them.
        #[serde(rename = "where")]
        condition: Condition,
    },
    /// It holds for so many records or more.
    Count {
        /// The kind of the records.
        of: String,
        /// What must hold of each of them.
        #[serde(rename = "where")]
        condition: Condition,
        /// The parameter that says how many.
        at_least: String,
    },
    /// The person has this age or more, from the birthday on.
    AgeAtLeast {
        /// The date of birth.
        born: FactPath,
        /// The parameter that holds the years.
        years: String,
    },
    /// The day lies from an event's day to the end of a period after it, both inclusive.
    Within {
        /// The day of the event.
        after: FactPath,
        /// The period's id.
        period: String,
    },
    /// A date lies more than so many days after the day.
    Outlasts {
        /// The date.
        date: FactPath,
        /// The parameter that holds the days.
        by_more_than: String,
    },
    /// The day is the date or lies after it.
    Reached {
        /// The date.
        fact: FactPath,
    },
    /// The day is the date or lies after it; not while no date was given: such a date is left empty until it comes.
    Happened {
        /// The date.
        fact: FactPath,
    },
    /// The day is the date or lies before it.
    Until {
        /// The date.
        fact: FactPath,
    },
    /// A number is at least what a parameter says.
    NumberAtLeast {
        /// The number.
        fact: FactPath,
        /// The parameter.
        parameter: String,
    },
    /// An official decides; the text says what.
    Official(String),
    /// Nobody could tell us; the text says what to ask.
    Unknown(String),
    /// The law of these days is not known: nothing is decided by it. The text says what is not known and what to ask.
    Gap(String),
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A derived untagged enum would answer every mistake with "did not match any variant".
        struct ConditionVisitor;

        impl<'de> Visitor<'de> for ConditionVisitor {
            type Value = Condition;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a condition or a table with one condition")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Condition, E> {
                Ok(Condition::Named(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Condition, A::Error> {
                Node::deserialize(MapAccessDeserializer::new(map))
                    .map(|node| Condition::Node(Arc::new(node)))
            }
        }

        deserializer.deserialize_any(ConditionVisitor)
    }
}

impl Condition {
    /// Calls `visit` for this condition and everything below it; named conditions are not entered.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Condition)) {
        visit(self);
        let Self::Node(node) = self else { return };
        match node.as_ref() {
            Node::All(parts) | Node::Any(parts) => {
                for part in parts {
                    part.walk(visit);
                }
            }
            Node::Not(inner) | Node::ByPassport(inner) => inner.walk(visit),
            Node::Exists { condition, .. }
            | Node::Every { condition, .. }
            | Node::Count { condition, .. } => {
                condition.walk(visit);
            }
            Node::Is { .. }
            | Node::OneOf { .. }
            | Node::InList { .. }
            | Node::StayGround { .. }
            | Node::AgeAtLeast { .. }
            | Node::Within { .. }
            | Node::Outlasts { .. }
            | Node::Reached { .. }
            | Node::Happened { .. }
            | Node::Until { .. }
            | Node::NumberAtLeast { .. }
            | Node::Official(_)
            | Node::Unknown(_)
            | Node::Gap(_) => {}
        }
    }

    /// The fact that this condition itself tests, if it tests one.
    #[must_use]
    pub fn fact(&self) -> Option<&FactPath> {
        let Self::Node(node) = self else { return None };
        match node.as_ref() {
            Node::Is { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::InList { fact, .. }
            | Node::StayGround { fact, .. }
            | Node::AgeAtLeast { born: fact, .. }
            | Node::Within { after: fact, .. }
            | Node::Outlasts { date: fact, .. }
            | Node::Reached { fact }
            | Node::Happened { fact }
            | Node::Until { fact }
            | Node::NumberAtLeast { fact, .. } => Some(fact),
            Node::All(_)
            | Node::Any(_)
            | Node::Not(_)
            | Node::ByPassport(_)
            | Node::Exists { .. }
            | Node::Every { .. }
            | Node::Count { .. }
            | Node::Official(_)
            | Node::Unknown(_)
            | Node::Gap(_) => None,
        }
    }
}
