//! The conditions of the pack with the questions that they hang on.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_app::Knowledge;
use qonys_law::Condition;
use qonys_law::EntityKind;
use qonys_law::FactPath;
use qonys_law::FactType;
use qonys_law::LIST_COMPLETE;
use qonys_law::Value;
use serde::Deserialize;
use toml::Table;
use toml::Value as Toml;

use crate::inputs::Input;
use crate::inputs::Said;

/// The places of a record in which a condition stands.
const CONDITIONS: &[&str] = &[
    "applies_if",
    "good_while",
    "held",
    "needed_if",
    "unless",
    "when",
    "who",
];

/// A country on no list.
const ELSEWHERE: &str = "ZZ";

/// The first citizenship, which a condition by passport reads as the state of the passport.
const CITIZENSHIP: &str = "applicant.citizenship";

/// What such a condition hangs on besides, where no visits were given.
const BY_PASSPORT: [&str; 2] = ["citizenship.country", "entry.passport"];

/// A condition with its questions.
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) condition: Condition,
    pub(crate) inputs: Vec<Input>,
}

impl Module {
    /// How many combinations of answers there are; "not said" is one more answer to each question.
    pub(crate) fn combinations(&self) -> usize {
        self.inputs
            .iter()
            .fold(1, |all, input| all.saturating_mul(input.values.len() + 1))
    }
}

/// All conditions of the pack, each once.
pub(crate) fn all(knowledge: &Knowledge) -> Vec<Module> {
    let mut named: BTreeMap<String, Toml> = BTreeMap::new();
    let mut records: Vec<(String, Table)> = Vec::new();
    let mut members: BTreeMap<String, String> = BTreeMap::new();
    for (file, text) in Knowledge::built_in_law().expect("the pack is UTF-8") {
        let table: Table = text
            .parse()
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        for (kind, value) in table {
            for body in value.as_array().into_iter().flatten() {
                let Some(body) = body.as_table() else {
                    continue;
                };
                let said = |key: &str| body.get(key).and_then(Toml::as_str);
                if kind == "condition" {
                    let id = said("id").expect("a condition has a name").to_owned();
                    named.insert(id, body["when"].clone());
                }
                if kind == "member" {
                    let list = said("list").expect("a list").to_owned();
                    members
                        .entry(list)
                        .or_insert(said("of").expect("a member").to_owned());
                }
                if let (true, Some(first)) = (
                    kind == "list",
                    body.get("members")
                        .and_then(Toml::as_array)
                        .and_then(|all| all.first()),
                ) {
                    let first = first.as_str().expect("a member").to_owned();
                    members.insert(said("id").expect("an id").to_owned(), first);
                }
                records.push((kind.clone(), body.clone()));
            }
        }
    }
    let world = World {
        knowledge,
        named: &named,
        members: &members,
    };
    let mut seen = BTreeSet::new();
    let mut modules = Vec::new();
    for (kind, record) in &records {
        let id = record.get("id").and_then(Toml::as_str).unwrap_or("?");
        for key in CONDITIONS {
            if let Some(condition) = record.get(*key)
                && seen.insert(condition.to_string())
            {
                modules.extend(world.module(format!("{kind} {id} {key}"), condition));
            }
        }
    }
    modules
}

struct World<'a> {
    knowledge: &'a Knowledge,
    named: &'a BTreeMap<String, Toml>,
    members: &'a BTreeMap<String, String>,
}

#[derive(Default)]
struct Found {
    /// The words that each fact is compared with.
    words: BTreeMap<String, BTreeSet<String>>,
    lists: BTreeSet<String>,
    /// The days that are left empty until they come.
    left_empty: BTreeSet<String>,
}

impl World<'_> {
    fn module(&self, name: String, condition: &Toml) -> Option<Module> {
        let mut found = Found::default();
        self.look_into(condition, &mut found);
        let of_record = |fact: &str| {
            let kind = fact.split_once('.').map_or(fact, |(kind, _)| kind);
            !found.lists.contains(kind)
                && self
                    .knowledge
                    .interview
                    .entity(kind)
                    .is_none_or(|entity| entity.kind != EntityKind::Single)
        };
        // What is said of "this record" has a meaning only inside a condition over the list.
        if found.words.keys().any(|fact| of_record(fact)) || found.words.is_empty() {
            return None;
        }
        let lists = found.lists.iter().map(|kind| Input {
            fact: format!("{kind}.{LIST_COMPLETE}"),
            of_list: false,
            left_empty: false,
            values: vec![Said::List { one: true }, Said::List { one: false }],
        });
        let facts = found.words.iter().map(|(fact, words)| Input {
            of_list: found
                .lists
                .iter()
                .any(|kind| fact.split_once('.').is_some_and(|(own, _)| own == kind)),
            left_empty: found.left_empty.contains(fact),
            values: self.values(fact, words),
            fact: fact.clone(),
        });
        Some(Module {
            name,
            condition: Condition::deserialize(condition.clone()).expect("a condition"),
            inputs: lists.chain(facts).collect(),
        })
    }

    fn look_into(&self, value: &Toml, found: &mut Found) {
        match value {
            Toml::String(name) => {
                if let Some(named) = self.named.get(name) {
                    self.look_into(named, found);
                }
            }
            Toml::Array(parts) => parts.iter().for_each(|part| self.look_into(part, found)),
            Toml::Table(table) => self.look_into_table(table, found),
            Toml::Integer(_) | Toml::Float(_) | Toml::Boolean(_) | Toml::Datetime(_) => {}
        }
    }

    fn look_into_table(&self, table: &Table, found: &mut Found) {
        let said = |key: &str| table.get(key).and_then(Toml::as_str);
        for key in ["fact", "born", "after", "date"] {
            let Some(fact) = said(key) else { continue };
            let words = found.words.entry(fact.to_owned()).or_default();
            words.extend(said("value").map(str::to_owned));
            let values = table.get("values").and_then(Toml::as_array);
            words.extend(
                values
                    .into_iter()
                    .flatten()
                    .filter_map(|value| value.as_str().map(str::to_owned)),
            );
            words.extend(said("list").and_then(|list| self.members.get(list).cloned()));
            return;
        }
        if let Some(happened) = table.get("happened") {
            let fact = happened.get("fact").and_then(Toml::as_str);
            found.left_empty.extend(fact.map(str::to_owned));
        }
        if let Some(of) = said("of") {
            found.lists.insert(of.to_owned());
        }
        if let Some(inner) = table.get("by_passport") {
            self.look_into(inner, found);
            let states = found.words.get(CITIZENSHIP).cloned().unwrap_or_default();
            for fact in BY_PASSPORT {
                let words = found.words.entry(fact.to_owned()).or_default();
                words.extend(states.iter().cloned());
            }
            found.lists.insert("citizenship".to_owned());
            found
                .words
                .entry("citizenship.current".to_owned())
                .or_default();
            return;
        }
        for (key, value) in table {
            if !["of", "official", "unknown"].contains(&key.as_str()) {
                self.look_into(value, found);
            }
        }
    }

    /// Answers that stand for all answers to a fact.
    fn values(&self, fact: &str, words: &BTreeSet<String>) -> Vec<Said> {
        // A passport of a state whose citizen nobody said the person is contradicts the citizenships: here it is never said, and so
        // may be asked for.
        if fact == "entry.passport" {
            return Vec::new();
        }
        let path: FactPath = fact.parse().expect("a fact");
        let interview = &self.knowledge.interview;
        let declared = interview
            .fact(&path)
            .unwrap_or_else(|| panic!("{fact} is not asked"));
        let date = |text: &str| Value::Date(text.parse().expect("a day"));
        let values = match declared.kind {
            FactType::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
            FactType::Choice => {
                let other = declared.option.iter().find(|o| !words.contains(&o.id));
                words
                    .iter()
                    .chain(other.map(|option| &option.id))
                    .map(|word| Value::Choice(word.clone()))
                    .collect()
            }
            FactType::Country => words
                .iter()
                .cloned()
                .chain([ELSEWHERE.to_owned()])
                .map(Value::Country)
                .collect(),
            FactType::Date => ["1980-05-05", "2012-01-01", "2026-11-20", "2030-01-01"]
                .map(date)
                .into(),
            FactType::Money => vec![Value::Money(0), Value::Money(10_000_000_000)],
            FactType::Number => vec![Value::Number(0), Value::Number(100_000)],
            FactType::Text | FactType::NameLatin | FactType::NameCyrillic | FactType::Digits => {
                Vec::new()
            }
        };
        values.into_iter().map(Said::Value).collect()
    }
}
