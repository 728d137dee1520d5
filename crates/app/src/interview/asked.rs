//! Which questions are asked.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use qonys_law::Answers;
use qonys_law::Axis;
use qonys_law::Condition;
use qonys_law::Evaluation;
use qonys_law::Fact;
use qonys_law::Scope;
use qonys_law::Verdict;
use qonys_law::Why;

use crate::case::Case;
use crate::knowledge::Knowledge;

/// Whether a question is asked. It waits for the answers that decide whether it is; it is asked when
/// the person does not know those.
pub(super) fn asked(
    evaluation: &Evaluation<'_>,
    answers: &Answers,
    day: NaiveDate,
    fact: &Fact,
    record: Option<&str>,
) -> bool {
    let scope = record.map_or_else(Scope::default, |record| {
        Scope::default().with(&fact.id.entity, record)
    });
    fact.ask_if
        .as_ref()
        .is_none_or(|ask_if| wanted(evaluation, answers, day, ask_if, &scope))
}

/// Whether a condition for asking holds.
pub(super) fn wanted(
    evaluation: &Evaluation<'_>,
    answers: &Answers,
    day: NaiveDate,
    ask_if: &Condition,
    scope: &Scope,
) -> bool {
    match evaluation.on(ask_if, scope, day) {
        Verdict::Yes => true,
        Verdict::No | Verdict::DoesNotApply => false,
        Verdict::Undecided(whys) => whys.iter().all(|why| match why {
            Why::MissingFact { fact } => answers.get(fact).is_some(),
            Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => true,
        }),
    }
}

/// The facts of an entity, or of a record of a list, that are asked on the filing day.
pub(crate) fn asked_facts(
    knowledge: &Knowledge,
    case: &Case,
    today: NaiveDate,
    entity: &str,
    record: Option<&str>,
) -> BTreeSet<String> {
    let day = case.filing_day(knowledge, today);
    let axis = Axis {
        first: day,
        last: day,
    };
    let answers = &case.answers;
    let evaluation = Evaluation::new(&knowledge.pack, &knowledge.interview, answers, axis);
    knowledge
        .interview
        .facts_of(entity)
        .filter(|fact| asked(&evaluation, answers, day, fact, record))
        .map(|fact| fact.id.fact.clone())
        .collect()
}
