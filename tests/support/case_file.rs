//! The case file that a journey fills in.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use qonys_app::{Case, Knowledge, case_from_json};
use qonys_law::{Answer, EntityKind, Fact, FactPath};
use serde_json::{Map, Value};

/// A case file with everything needed to tell its answers.
pub(crate) struct CaseFile {
    pub(crate) knowledge: Knowledge,
    pub(crate) case: Case,
    pub(crate) text: String,
    /// The day on which it is filled in.
    pub(crate) today: NaiveDate,
}

impl CaseFile {
    /// Reads a file of the repository: a case file, or one that says how a person differs from another.
    pub(crate) fn read(file: &str, today: &str) -> Self {
        let mut text = of_repository(file);
        let json: Value = serde_json::from_str(&text).unwrap_or_else(|p| panic!("{file}: {p}"));
        if let Some(like) = json["like"].as_str() {
            let mut person = serde_json::from_str(&of_repository(like)).expect("JSON");
            put_over(&mut person, &json["but"]);
            text = person.to_string();
        }
        let knowledge = Knowledge::built_in().expect("the knowledge that is built in");
        let case = case_from_json(&knowledge, &text).unwrap_or_else(|p| panic!("{file}: {p}"));
        Self {
            knowledge,
            case,
            text,
            today: today.parse().expect("a day"),
        }
    }

    /// The answer to a question that is asked once.
    pub(crate) fn single(&self, fact: &FactPath) -> Option<&Answer> {
        self.case.answers.singles.get(&fact.entity)?.get(&fact.fact)
    }

    /// The answer to a question about one record of a list.
    pub(crate) fn in_list(&self, place: usize, fact: &FactPath) -> Option<&Answer> {
        let list = self.case.answers.lists.get(&fact.entity)?;
        list.records.get(place)?.1.get(&fact.fact)
    }

    /// The answer to a question about a paper.
    pub(crate) fn of_paper(&self, key: &str, fact: &FactPath) -> Option<&Answer> {
        self.case.answers.papers.get(key)?.get(&fact.fact)
    }

    /// All questions about entities of a kind, in order.
    pub(crate) fn facts(&self, kind: EntityKind) -> impl Iterator<Item = &Fact> {
        self.knowledge.interview.facts.iter().filter(move |fact| {
            self.knowledge
                .interview
                .entity(&fact.id.entity)
                .is_some_and(|entity| entity.kind == kind)
        })
    }
}

fn of_repository(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{file}: {problem}"))
}

/// A merge patch as RFC 7396 has it: objects are merged, `null` takes away, everything else is replaced.
fn put_over(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.shift_remove(key);
        } else {
            put_over(target.entry(key).or_insert(Value::Null), value);
        }
    }
}
