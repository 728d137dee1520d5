//! The facts: declared once, with what is asked, when and why.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::answers::FactPath;
use crate::condition::Condition;
use crate::error::PackError;
use crate::pack::Cite;
use crate::words::Words;

/// A part of the interview.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Its place.
    pub order: u32,
    /// What it is called.
    pub title: Words,
}

/// How many there are of a kind of entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// One.
    Single,
    /// A list that the person adds to and calls complete.
    List,
    /// One for each key, such as a paper.
    Keyed,
}

/// A kind of entity.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Its id.
    pub id: String,
    /// The section in which it is asked.
    pub section: String,
    /// How many there are.
    pub kind: EntityKind,
    /// Heading, in the plural for lists.
    pub title: Words,
    /// One of them.
    #[serde(default)]
    pub one: Option<Words>,
    /// The button for "there is none".
    #[serde(default)]
    pub none: Option<Words>,
    /// The button for "that is all".
    #[serde(default)]
    pub that_is_all: Option<Words>,
    /// The button that adds one.
    #[serde(default)]
    pub add: Option<Words>,
    /// A remark under the heading.
    #[serde(default)]
    pub hint: Option<Words>,
    /// The facts whose answers, in this order, are the name of a record.
    #[serde(default)]
    pub named_by: Vec<String>,
    /// When a list is asked for; always, if absent.
    #[serde(default)]
    pub ask_if: Option<Condition>,
}

/// What an answer looks like.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum FactType {
    /// Yes or no.
    YesNo,
    /// One of the options.
    Choice,
    /// A day.
    Date,
    /// Free text.
    Text,
    /// A name in Latin letters, as in the machine-readable zone.
    NameLatin,
    /// A name in Cyrillic letters.
    NameCyrillic,
    /// A country.
    Country,
    /// A whole number.
    Number,
    /// A sum of money in tenge and tiyn.
    Money,
    /// Digits, kept as text.
    Digits,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// The words.
    pub label: Words,
    /// A remark.
    #[serde(default)]
    pub hint: Option<Words>,
}

/// The option of a choice that another answer implies.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Implied {
    /// The choice.
    pub fact: FactPath,
    /// The option's id.
    pub value: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The entity and the fact.
    pub id: FactPath,
    /// What the answer looks like.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// Its place in its entity.
    #[serde(default)]
    pub order: u32,
    /// The section in which it is asked, where that is not its entity's.
    #[serde(default)]
    pub section: Option<String>,
    /// The whole question.
    pub question: Words,
    /// A short name.
    pub label: Words,
    /// A remark.
    #[serde(default)]
    pub hint: Option<Words>,
    /// Why it is asked.
    #[serde(default)]
    pub why: Option<Words>,
    /// Where the reason stands.
    #[serde(default)]
    pub why_cite: Option<Cite>,
    /// When it is asked; always, if absent.
    #[serde(default)]
    pub ask_if: Option<Condition>,
    /// What an answer to it says of another question of the same entity, where that one was left out: a citizenship that is named
    /// says that the person has one.
    #[serde(default)]
    pub implies: Option<Implied>,
    /// Whether nobody can choose another answer: the comparison of routes thinks of none.
    #[serde(default)]
    pub fixed: bool,
    /// Its place in the pre-check, from one.
    #[serde(default)]
    pub precheck: Option<u32>,
    /// Whether it may be left empty.
    #[serde(default)]
    pub optional: bool,
    /// Whether "I don't know yet" is offered.
    #[serde(default)]
    pub unknown: bool,
    /// Whether the answer is often longer than a line: an address, a reason.
    #[serde(default)]
    pub long: bool,
    /// How many digits.
    #[serde(default)]
    pub length: Option<usize>,
    /// The options of a choice.
    #[serde(default)]
    pub option: Vec<Choice>,
}

/// Everything that can be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interview {
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Entities in order.
    pub entities: Vec<Entity>,
    /// Facts in order within their entity.
    pub facts: Vec<Fact>,
    by_path: BTreeMap<FactPath, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InterviewFile {
    #[serde(default)]
    section: Vec<Section>,
    #[serde(default)]
    entity: Vec<Entity>,
    #[serde(default)]
    fact: Vec<Fact>,
}

impl Interview {
    /// Reads the interview from its files, each a name and a text.
    ///
    /// # Errors
    /// The first file that cannot be read, with its line; else everything that does not fit together.
    pub fn load<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<PackError>> {
        let mut interview = Self::default();
        for (name, source) in files {
            let file: InterviewFile = toml::from_str(source)
                .map_err(|error| vec![PackError::syntax(name, source, &error)])?;
            interview.sections.extend(file.section);
            interview.entities.extend(file.entity);
            interview.facts.extend(file.fact);
        }
        interview.sections.sort_by_key(|section| section.order);
        interview.facts.sort_by_key(|fact| fact.order);
        interview.index()
    }

    fn index(mut self) -> Result<Self, Vec<PackError>> {
        let mut errors = Vec::new();
        for entity in &self.entities {
            if !self.sections.iter().any(|s| s.id == entity.section) {
                errors.push(PackError::Undeclared {
                    record: entity.id.clone(),
                    kind: "section",
                    name: entity.section.clone(),
                });
            }
        }
        for (place, fact) in self.facts.iter().enumerate() {
            if self.by_path.insert(fact.id.clone(), place).is_some() {
                errors.push(PackError::Value {
                    record: fact.id.to_string(),
                    problem: "the fact is declared twice".to_owned(),
                });
            }
            if self.entity(&fact.id.entity).is_none() {
                errors.push(PackError::Undeclared {
                    record: fact.id.to_string(),
                    kind: "entity",
                    name: fact.id.entity.clone(),
                });
            }
            if let Some(section) = &fact.section
                && !self.sections.iter().any(|known| known.id == *section)
            {
                errors.push(PackError::Undeclared {
                    record: fact.id.to_string(),
                    kind: "section",
                    name: section.clone(),
                });
            }
            if (fact.kind == FactType::Choice) == fact.option.is_empty() {
                errors.push(PackError::Value {
                    record: fact.id.to_string(),
                    problem: "a choice has options, and nothing else has".to_owned(),
                });
            }
        }
        if errors.is_empty() {
            Ok(self)
        } else {
            Err(errors)
        }
    }

    /// The fact of a path.
    #[must_use]
    pub fn fact(&self, path: &FactPath) -> Option<&Fact> {
        self.by_path.get(path).map(|place| &self.facts[*place])
    }

    /// The entity of an id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == id)
    }

    /// The section in which a fact is asked.
    #[must_use]
    pub fn section_of<'a>(&'a self, fact: &'a Fact) -> Option<&'a str> {
        fact.section.as_deref().or_else(|| {
            self.entity(&fact.id.entity)
                .map(|entity| entity.section.as_str())
        })
    }

    /// The facts of an entity in order.
    pub fn facts_of<'a>(&'a self, entity: &'a str) -> impl Iterator<Item = &'a Fact> {
        self.facts
            .iter()
            .filter(move |fact| fact.id.entity == entity)
    }
}
