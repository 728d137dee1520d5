//! The case file that a journey fills in.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use qonys_app::{Case, Knowledge, case_from_json};
use qonys_law::{Answer, EntityKind, Fact, FactPath};

/// A case file with everything needed to tell its answers.
pub(crate) struct CaseFile {
    pub(crate) knowledge: Knowledge,
    pub(crate) case: Case,
    pub(crate) text: String,
    /// The day on which it is filled in.
    pub(crate) today: NaiveDate,
}

impl CaseFile {
    /// Reads a file of the repository.
    pub(crate) fn read(file: &str, today: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{file}: {problem}"));
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
