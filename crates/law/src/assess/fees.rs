//! State fees and unit prices: who pays, and how much on a day.

use chrono::NaiveDate;
use rust_decimal::Decimal;

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
use crate::pack::Editions;
use crate::pack::Fee;
use crate::pack::Note;
use crate::pack::Tariff;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;
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
    records: &Editions<T>,
    id: &str,
    day: NaiveDate,
    conditions: impl Fn(&T) -> (Option<&Condition>, Option<&Condition>),
) -> Finding {
    let timeline = over_editions(evaluation, records, id, |record| {
        let (applies_if, unless) = conditions(record);
        pays(evaluation, applies_if, unless)
    });
    let mut finding = Finding::of_timeline(id, &timeline, day);
    let edition = editions::on(evaluation.axis, records, id, day);
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

/// Whether a duty is paid, with the sum: for whoever pays it or may pay it, both are only as sure as the sum.
fn as_sure_as(mut finding: Finding, sum: &Sum) -> Finding {
    match finding.verdict {
        Verdict::Yes | Verdict::Undecided(_) => {
            finding.standing = finding.standing.weaker(sum.standing);
        }
        Verdict::No | Verdict::DoesNotApply => {}
    }
    finding
}

/// What the words and the working of a record on a day are.
struct Priced<'a, T> {
    edition: Edition<'a, T>,
    spoken: &'a T,
    sum: Sum,
}

/// What a fee and a unit price have in common.
struct Price<'a> {
    title: &'a Words,
    rate: Decimal,
    index: Option<&'a str>,
    note: &'a [Note],
}

fn of_fee(fee: &Fee) -> Price<'_> {
    Price {
        title: &fee.title,
        rate: fee.rate,
        index: fee.index.as_deref(),
        note: &fee.note,
    }
}

fn of_tariff(tariff: &Tariff) -> Price<'_> {
    Price {
        title: &tariff.title,
        rate: tariff.rate,
        index: tariff.index.as_deref(),
        note: &tariff.note,
    }
}

/// The record of an id with its working on a day.
fn priced<'a, T: Dated>(
    context: &Context<'a>,
    records: &'a Editions<T>,
    id: &str,
    day: NaiveDate,
    price: impl for<'b> Fn(&'b T) -> Price<'b>,
) -> Option<Priced<'a, T>> {
    let evaluation = &context.evaluation;
    let any = records.iter().find(|record| record.id() == id)?;
    let edition = editions::on(evaluation.axis, records, id, day);
    let spoken = words(edition).unwrap_or(any);
    let shown = price(spoken);
    let index = match edition {
        Edition::InForce(_) => shown.index,
        Edition::Absent(_) | Edition::NotKnown(_) => None,
    };
    let rate = rate_of(evaluation, edition, id, |record| Some(price(record).rate));
    let mut made = sum(context, id, shown.title, day, rate, index);
    made.notes = notes(evaluation, shown.note, day);
    Some(Priced {
        edition,
        spoken,
        sum: made,
    })
}

fn fee_priced<'a>(context: &Context<'a>, id: &str, day: NaiveDate) -> Option<Priced<'a, Fee>> {
    priced(context, &context.evaluation.pack.fees, id, day, of_fee)
}

fn tariff_priced<'a>(
    context: &Context<'a>,
    id: &str,
    day: NaiveDate,
) -> Option<Priced<'a, Tariff>> {
    priced(
        context,
        &context.evaluation.pack.tariffs,
        id,
        day,
        of_tariff,
    )
}

/// Whether the person pays what an edition asks for, on one day.
fn pays_on<T>(
    evaluation: &Evaluation<'_>,
    edition: Edition<'_, T>,
    id: &str,
    day: NaiveDate,
    conditions: impl Fn(&T) -> (Option<&Condition>, Option<&Condition>),
) -> Verdict {
    match edition {
        Edition::InForce(record) => {
            let (applies_if, unless) = conditions(record);
            pays(evaluation, applies_if, unless).at(day).clone()
        }
        Edition::Absent(_) => Verdict::DoesNotApply,
        Edition::NotKnown(from) => Verdict::undecided(Why::NoKnownRule {
            rule: id.to_owned(),
            from,
        }),
    }
}

/// The day on which a fee is looked at: the day of payment. It is handed in with the receipt, so a fee that was introduced between that
/// day and the filing day is looked at on the filing day.
fn charged_on(context: &Context<'_>, id: &str, day: NaiveDate) -> NaiveDate {
    let filing = context.days.filing.day;
    let fees = &context.evaluation.pack.fees;
    let on = |day| editions::on(context.evaluation.axis, fees, id, day);
    match (on(day), on(filing)) {
        (Edition::Absent(_), Edition::InForce(_)) if day < filing => filing,
        (Edition::InForce(_) | Edition::Absent(_) | Edition::NotKnown(_), _) => day,
    }
}

/// Whether a fee is paid on a day, and its working.
pub(crate) fn fee_price(context: &Context<'_>, id: &str, day: NaiveDate) -> Option<(Verdict, Sum)> {
    let day = charged_on(context, id, day);
    let priced = fee_priced(context, id, day)?;
    let verdict = pays_on(&context.evaluation, priced.edition, id, day, |fee| {
        (fee.applies_if.as_ref(), fee.unless.as_ref())
    });
    Some((verdict, priced.sum))
}

/// Whether a unit price is paid on a day, and its working.
pub(crate) fn tariff_price(
    context: &Context<'_>,
    id: &str,
    day: NaiveDate,
) -> Option<(Verdict, Sum)> {
    let priced = tariff_priced(context, id, day)?;
    let verdict = pays_on(&context.evaluation, priced.edition, id, day, |tariff| {
        (None, tariff.unless.as_ref())
    });
    Some((verdict, priced.sum))
}

/// The working of a fee on a day, whoever pays it.
pub(crate) fn fee_sum(context: &Context<'_>, id: &str, day: NaiveDate) -> Option<Sum> {
    fee_priced(context, id, day).map(|priced| priced.sum)
}

/// All state fees. A fee that is paid after the decision is counted twice: as if it were paid with the others, and
/// on the day of the decision.
pub(crate) fn fees(context: &Context<'_>) -> Vec<FeeFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.fees;
    records
        .ids()
        .filter_map(|id| {
            let any = records.iter().find(|fee| fee.id == id)?;
            let day = charged_on(context, id, context.days.tested(any.tested_on));
            let priced = fee_priced(context, id, day)?;
            // Who pays after the decision is asked on its day: by then a minor may have come of the age for the card.
            let decision = context.days.decision.day;
            let asked = if priced.spoken.later { decision } else { day };
            let finding = judged(evaluation, records, id, asked, |fee| {
                (fee.applies_if.as_ref(), fee.unless.as_ref())
            });
            let due = if priced.spoken.later {
                fee_sum(context, id, decision)
            } else {
                None
            };
            Some(FeeFinding {
                finding: as_sure_as(finding, due.as_ref().unwrap_or(&priced.sum)),
                later: priced.spoken.later,
                due,
                sum: priced.sum,
            })
        })
        .collect()
}

/// All unit prices on the payment day.
pub(crate) fn tariffs(context: &Context<'_>) -> Vec<TariffFinding> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.tariffs;
    let day = context.days.payment.day;
    records
        .ids()
        .filter_map(|id| {
            let priced = tariff_priced(context, id, day)?;
            let finding = judged(evaluation, records, id, day, |tariff| {
                (None, tariff.unless.as_ref())
            });
            Some(TariffFinding {
                finding: as_sure_as(finding, &priced.sum),
                per: priced.spoken.per.clone(),
                sum: priced.sum,
            })
        })
        .collect()
}
