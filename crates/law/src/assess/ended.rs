//! Procedures that are over, and of which nobody knows what followed them.

use chrono::NaiveDate;

use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::cited;
use crate::assess::procedures::Bound;
use crate::editions;
use crate::editions::Edition;
use crate::pack::Dated as _;
use crate::verdict::Verdict;
use crate::words::Standing;
use crate::words::Words;

/// A procedure whose last known day has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedProcedure {
    /// The procedure.
    pub procedure: String,
    /// What it is called.
    pub title: Words,
    /// The last day on which it is known to have held, inclusive.
    pub until: NaiveDate,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// The procedures that ended before today without a known successor, as far as they could have bound the person on their last day.
pub(crate) fn all(context: &Context<'_>, procedures: &[Bound<'_>]) -> Vec<EndedProcedure> {
    procedures
        .iter()
        .filter_map(|bound| one(context, bound))
        .collect()
}

fn one(context: &Context<'_>, bound: &Bound<'_>) -> Option<EndedProcedure> {
    let evaluation = &context.evaluation;
    let today = context.days.today;
    let id = &bound.finding.finding.id;
    let records = &evaluation.pack.procedures;
    match editions::on(evaluation.axis, records, id, today) {
        Edition::NotKnown(_) => {}
        Edition::InForce(_) | Edition::Absent(_) => return None,
    }
    let last = records
        .iter()
        .filter(|record| record.id == *id && !record.absent)
        .filter(|record| record.until().is_some_and(|until| until < today))
        .max_by_key(|record| record.until())?;
    let until = last.until()?;
    if matches!(
        bound.timeline.at(until),
        Verdict::No | Verdict::DoesNotApply
    ) {
        return None;
    }
    Some(EndedProcedure {
        procedure: id.clone(),
        title: last.title.clone(),
        until,
        cited: cited(evaluation, last),
        standing: evaluation.standing_of(last),
    })
}
