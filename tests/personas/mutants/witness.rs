//! A person of the matrix as a witness against changed packs.

use chrono::NaiveDate;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_law::Condition;
use serde::Deserialize;
use toml::Table;

use crate::matrix;
use crate::matrix::Marks;

/// The conditions of a record, and what is as good as none of them.
const CONDITIONS: [(&str, &str); 9] = [
    ("applies_if", "yes"),
    ("chosen_if", "yes"),
    ("good_while", "yes"),
    ("held", "yes"),
    ("needed_if", "yes"),
    ("of_each_where", "yes"),
    ("unless", "no"),
    ("when", "yes"),
    ("who", "yes"),
];

/// One person, and what every rule of the unchanged pack says.
pub(crate) struct Witness {
    case: Case,
    filing: NaiveDate,
    before: Marks,
}

/// All persons of the matrix.
pub(crate) fn all(knowledge: &Knowledge) -> Vec<Witness> {
    matrix::all()
        .into_iter()
        .map(|person| {
            let case = person.case(knowledge);
            Witness {
                before: matrix::marks(knowledge, &case, person.filing),
                case,
                filing: person.filing,
            }
        })
        .collect()
}

impl Witness {
    /// Whether a rule says something else of this person.
    pub(crate) fn is_red(&self, knowledge: &Knowledge) -> bool {
        matrix::marks(knowledge, &self.case, self.filing) != self.before
    }

    /// Whether a changed condition comes out otherwise: cheap to see, and only then may the record say something else. Where no
    /// condition was changed anything may.
    pub(crate) fn is_touched(&self, knowledge: &Knowledge, changed: &[ChangedCondition]) -> bool {
        let says = |day, condition: &Option<Condition>, none: &str| match condition {
            Some(condition) => matrix::of_condition(knowledge, &self.case, day, condition),
            None => none.to_owned(),
        };
        let days = matrix::DAYS.iter().map(|day| day.parse().expect("a day"));
        let days: Vec<NaiveDate> = [self.filing].into_iter().chain(days).collect();
        let is_other = |one: &ChangedCondition| {
            days.iter()
                .any(|day| says(*day, &one.before, one.none) != says(*day, &one.after, one.none))
        };
        changed.is_empty() || changed.iter().any(is_other)
    }
}

/// A condition of a record before and after a change.
pub(crate) struct ChangedCondition {
    before: Option<Condition>,
    after: Option<Condition>,
    /// What is as good as none.
    none: &'static str,
}

/// The conditions that differ between a record and the changed one.
pub(crate) fn changed_conditions(record: &Table, changed: &Table) -> Vec<ChangedCondition> {
    let read = |table: &Table, key: &str| {
        let value = table.get(key)?;
        Condition::deserialize(value.clone()).ok()
    };
    CONDITIONS
        .into_iter()
        .filter(|(key, _)| record.get(*key) != changed.get(*key))
        .map(|(key, none)| ChangedCondition {
            before: read(record, key),
            after: read(changed, key),
            none,
        })
        .collect()
}
