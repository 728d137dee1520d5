//! Answers with one record of a list chosen: its facts are then answered like those of a single entity.

use crate::facts::{FactPath, FormFacts, FormValue};

/// The answers, seen from one record or a few.
#[derive(Clone)]
pub(crate) struct Bound<'a> {
    facts: &'a dyn FormFacts,
    records: Vec<(String, usize)>,
}

impl<'a> Bound<'a> {
    pub(crate) fn new(facts: &'a dyn FormFacts) -> Self {
        Self {
            facts,
            records: Vec::new(),
        }
    }

    /// The same, with a record of a list chosen too.
    pub(crate) fn with(&self, entity: &str, index: usize) -> Self {
        let mut bound = self.clone();
        bound.records.push((entity.to_owned(), index));
        bound
    }

    /// The record that is chosen of the fact's list.
    fn chosen(&self, fact: &FactPath) -> Option<usize> {
        self.records
            .iter()
            .rev()
            .find(|(entity, _)| entity == fact.entity())
            .map(|(_, index)| *index)
    }
}

impl FormFacts for Bound<'_> {
    fn value(&self, fact: &FactPath) -> Option<FormValue> {
        match self.chosen(fact) {
            Some(index) => self.facts.record_value(index, fact),
            None => self.facts.value(fact),
        }
    }

    fn records(&self, entity: &str) -> usize {
        self.facts.records(entity)
    }

    fn record_value(&self, index: usize, fact: &FactPath) -> Option<FormValue> {
        self.facts.record_value(index, fact)
    }

    fn list_complete(&self, entity: &str) -> bool {
        self.facts.list_complete(entity)
    }

    fn ruled_out(&self, record: Option<usize>, fact: &FactPath) -> bool {
        self.facts
            .ruled_out(record.or_else(|| self.chosen(fact)), fact)
    }

    fn not_known_yet(&self, record: Option<usize>, fact: &FactPath) -> bool {
        self.facts
            .not_known_yet(record.or_else(|| self.chosen(fact)), fact)
    }

    fn given(&self, name: &str) -> Vec<String> {
        self.facts.given(name)
    }

    fn given_rows(&self, name: &str) -> Vec<Vec<String>> {
        self.facts.given_rows(name)
    }
}
