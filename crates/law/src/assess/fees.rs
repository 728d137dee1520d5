//! State fees and unit prices: who pays, and how much on a day.

use chrono::NaiveDate;

use crate::assess::Context;
use crate::assess::finding::Finding;
use crate::assess::finding::notes;
use crate::assess::finding::over_editions;
use crate::assess::routes::words;
use crate::assess::sums::Sum;
use crate::assess::sums::rate_of;
use crate::assess::sums::sum;
use crate::condition::Condition;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::pack::Dated;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::words::Words;

/// A state fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeFinding {
    /// Yes means that the person pays it.
    pub finding: Finding,
    /// The working, if it were paid on the payment day.
    pub sum: Sum,
    /// Whether it is paid after the decision.
    pub later: bool,
    /// For a fee that is paid after the decision: the working on the day of the decision, the first day on
    /// which it falls due.
    pub due: Option<Sum>,
}

/// A unit price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffFinding {
    /// Yes means that the person pays it; No that the person is exempt.
    pub finding: Finding,
    /// The working for one unit on the payment day.
    pub sum: Sum,
    /// What one unit is.
    pub per: Option<Words>,
}

/// Who pays: those to whom it applies and who are not exempt.
fn pays(
    evaluation: &Evaluation<'_>,
    applies_if: Option<&Condition>,
    unless: Option<&Condition>,
) -> Timeline<Verdict> {
    let scope = Scope::default();
    let applies = applies_if.map_or_else(
        || evaluation.constant(Verdict::Yes),
        |applies_if| evaluation.timeline(applies_if, &scope),
    );
    match unless {
        Some(unless) => applies.zip(&evaluation.timeline(unless, &scope), |applies, exempt| {
            applies.and(&exempt.not())
        }),
        None => applies,
    }
}

/// The finding of one record on a day, with what decided it.
fn judged<T: Dated>(
    evaluation: &Evaluation<'_>,
    records: &[T],
    id: &str,
    day: NaiveDate,
    conditions: impl Fn(&T) -> (Option<&Condition>, Option<&Condition>),
) -> Finding {
    let timeline = over_editions(evaluation, records, id, |record| {
        let (applies_if, unless) = conditions(record);
        pays(evaluation, applies_if, unless)
    });
    let mut finding = Finding::of_timeline(id, &timeline, day);
    let edition = *editions::timeline(evaluation.axis, records, id).at(day);
    finding.cite(evaluation, edition);
    let Edition::InForce(record) = edition else {
        return finding;
    };
    let (applies_if, unless) = conditions(record);
    if let Some(applies_if) = applies_if {
        finding.explain(evaluation, applies_if);
        if evaluation.on(applies_if, &Scope::default(), day) == Verdict::No {
            return finding;
        }
    }
    if let Some(unless) = unless {
        finding.explain(evaluation, unless);
    }
    finding
}

/// A fee on a day.
pub(crate) fn fee_on(context: &Context<'_>, id: &str, day: NaiveDate) -> Option<FeeFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.fees;
    let any = records.iter().find(|fee| fee.id == id)?;
    let edition = *editions::timeline(evaluation.axis, records, id).at(day);
    let spoken = words(edition).unwrap_or(any);
    let index = match edition {
        Edition::InForce(fee) => fee.index.as_deref(),
        Edition::Absent(_) | Edition::NotKnown(_) => None,
    };
    let rate = rate_of(evaluation, edition, id, |fee| Some(fee.rate));
    let mut made = sum(context, id, &spoken.title, day, rate, index);
    made.notes = notes(evaluation, &spoken.note, day);
    Some(FeeFinding {
        finding: judged(evaluation, records, id, day, |fee| {
            (fee.applies_if.as_ref(), fee.unless.as_ref())
        }),
        sum: made,
        later: spoken.later,
        due: None,
    })
}

/// All state fees. A fee that is paid after the decision is counted twice: as if it were paid with the others, and
/// on the day of the decision.
pub(crate) fn fees(context: &Context<'_>) -> Vec<FeeFinding> {
    let records = &context.evaluation.pack.fees;
    editions::ids(records)
        .into_iter()
        .filter_map(|id| {
            let any = records.iter().find(|fee| fee.id == id)?;
            let mut found = fee_on(context, id, context.days.tested(any.tested_on))?;
            if found.later {
                found.due = fee_on(context, id, context.days.decision.day).map(|due| due.sum);
            }
            Some(found)
        })
        .collect()
}

/// A unit price on a day.
pub(crate) fn tariff_on(context: &Context<'_>, id: &str, day: NaiveDate) -> Option<TariffFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.tariffs;
    let any = records.iter().find(|tariff| tariff.id == id)?;
    let edition = *editions::timeline(evaluation.axis, records, id).at(day);
    let spoken = words(edition).unwrap_or(any);
    let index = match edition {
        Edition::InForce(tariff) => tariff.index.as_deref(),
        Edition::Absent(_) | Edition::NotKnown(_) => None,
    };
    let rate = rate_of(evaluation, edition, id, |tariff| Some(tariff.rate));
    let mut made = sum(context, id, &spoken.title, day, rate, index);
    made.notes = notes(evaluation, &spoken.note, day);
    Some(TariffFinding {
        finding: judged(evaluation, records, id, day, |tariff| {
            (None, tariff.unless.as_ref())
        }),
        sum: made,
        per: spoken.per.clone(),
    })
}

/// All unit prices on the payment day.
pub(crate) fn tariffs(context: &Context<'_>) -> Vec<TariffFinding> {
    editions::ids(&context.evaluation.pack.tariffs)
        .into_iter()
        .filter_map(|id| tariff_on(context, id, context.days.payment.day))
        .collect()
}
