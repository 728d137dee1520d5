//! Whose facts are asked: the case as a whole, or one record of a list.

use crate::facts::{FactPath, FormFacts, FormValue};
use crate::form::{Condition, Doubt, Wanted};

#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    facts: &'a dyn FormFacts,
    record: Option<usize>,
}

impl<'a> Asked<'a> {
    pub(crate) fn whole(facts: &'a dyn FormFacts) -> Self {
        Self {
            facts,
            record: None,
        }
    }

    pub(crate) fn record(facts: &'a dyn FormFacts, index: usize) -> Self {
        Self {
            facts,
            record: Some(index),
        }
    }

    pub(crate) fn value(self, fact: &FactPath) -> Option<FormValue> {
        match self.index_of(fact) {
            None => self.facts.value(fact),
            Some(index) => self.facts.record_value(index, fact),
        }
    }

    /// The record that a fact belongs to; none for a fact of the case as a whole, which has no records.
    fn index_of(self, fact: &FactPath) -> Option<usize> {
        self.record
            .filter(|index| *index < self.facts.records(fact.entity()))
    }

    pub(crate) fn hold(self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| {
            let value = self.value(&condition.fact);
            let known = condition.known.is_none_or(|known| known == value.is_some());
            let is = condition
                .is
                .as_ref()
                .is_none_or(|wanted| value.as_ref().is_some_and(|value| equals(value, wanted)));
            let is_not = condition
                .is_not
                .as_ref()
                .is_none_or(|wanted| !value.as_ref().is_some_and(|value| equals(value, wanted)));
            let earlier = condition.earlier_than.as_ref().is_none_or(|other| {
                matches!(
                    (&value, self.value(other)),
                    (Some(FormValue::Date(day)), Some(FormValue::Date(other))) if *day < other
                )
            });
            let ruled_out = condition.ruled_out.is_none_or(|wanted| {
                wanted
                    == self
                        .facts
                        .ruled_out(self.index_of(&condition.fact), &condition.fact)
            });
            let not_known_yet = condition.not_known_yet.is_none_or(|wanted| {
                wanted
                    == self
                        .facts
                        .not_known_yet(self.index_of(&condition.fact), &condition.fact)
            });
            known && is && is_not && earlier && ruled_out && not_known_yet
        })
    }
}

/// The first doubt that the answers give reason for.
pub(crate) fn doubt<'d>(facts: &dyn FormFacts, doubts: &'d [Doubt]) -> Option<&'d Doubt> {
    doubts.iter().find(|doubt| match &doubt.any {
        None => Asked::whole(facts).hold(&doubt.when),
        Some(entity) => {
            (0..facts.records(entity)).any(|index| Asked::record(facts, index).hold(&doubt.when))
        }
    })
}

fn equals(value: &FormValue, wanted: &Wanted) -> bool {
    match (value, wanted) {
        (FormValue::YesNo(is), Wanted::YesNo(wanted)) => is == wanted,
        (FormValue::YesNo(is), Wanted::Id(wanted)) => wanted == if *is { "yes" } else { "no" },
        (FormValue::Choice(is) | FormValue::Country(is), Wanted::Id(wanted)) => is == wanted,
        (
            FormValue::Text { .. }
            | FormValue::Date(_)
            | FormValue::Choice(_)
            | FormValue::Country(_)
            | FormValue::Number(_),
            Wanted::YesNo(_) | Wanted::Id(_),
        ) => false,
    }
}
