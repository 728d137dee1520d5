//! The sum on a paper: whether a receipt shows the duty of the day it was paid, and a letter the sum to prove.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::assess::Context;
use crate::assess::fees;
use crate::assess::papers;
use crate::assess::sums;
use crate::assess::sums::Sum;
use crate::editions;
use crate::editions::Edition;
use crate::money::tiyn;
use crate::pack::Dated;
use crate::pack::Requirement;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;

/// The sum on a paper, as the interview names it.
pub(crate) const AMOUNT: &str = "amount";

/// What a sum on a paper is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SumOnPaper {
    /// A receipt: the fee of the day on which it was paid.
    Receipt,
    /// A letter: the sum to prove on the filing day.
    Proof,
}

/// How the sum on a paper compares with the sum that the law wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SumOutcome {
    /// It is the sum, or a letter shows at least it.
    Right,
    /// More was paid than was due.
    TooMuch,
    /// It is less.
    TooLittle,
    /// Nothing was due on that day.
    NothingDue,
    /// The sum on the paper was not given.
    AmountMissing,
    /// The day of payment was not given.
    DateMissing,
    /// The sum that the law wants on that day is not known.
    NotKnown,
}

/// An index by which the sum on a paper would be right, and when it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFit {
    /// The index in tenge.
    pub index: Decimal,
    /// The first day on which it holds.
    pub from: Option<NaiveDate>,
    /// The last day on which it holds.
    pub until: Option<NaiveDate>,
}

/// The sum on one paper, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumCheck {
    /// The paper.
    pub key: String,
    /// What the sum is for.
    pub on: SumOnPaper,
    /// The sum on the paper, in tiyn.
    pub amount: Option<i64>,
    /// The day of payment, or of the letter.
    pub day: Option<NaiveDate>,
    /// The sum that the law wants, with its working; none while its day is not known.
    pub due: Option<Sum>,
    /// How they compare.
    pub outcome: SumOutcome,
    /// By how much they differ, in tiyn, never negative.
    pub difference: Option<i64>,
    /// For a sum that is not right: the indices of other days by which it would be.
    pub fits: Vec<IndexFit>,
    /// Whether the duty was paid after the filing day.
    pub after_filing: bool,
}

/// Each paper's check once, though several lists ask for the paper.
pub(crate) fn once<'a>(checks: impl Iterator<Item = &'a SumCheck>) -> Vec<SumCheck> {
    let mut found: Vec<SumCheck> = Vec::new();
    for check in checks {
        if found.iter().all(|known| known.key != check.key) {
            found.push(check.clone());
        }
    }
    found
}

/// What a requirement's papers must show.
fn shows(requirement: &Requirement) -> Option<SumOnPaper> {
    match (&requirement.fee, &requirement.amount) {
        (Some(_), _) => Some(SumOnPaper::Receipt),
        (None, Some(_)) => Some(SumOnPaper::Proof),
        (None, None) => None,
    }
}

fn amount(context: &Context<'_>, key: &str) -> Option<i64> {
    context.evaluation.answers.paper_value(key, AMOUNT)?.tiyn()
}

/// The sum that the law wants of a paper: of a receipt on the day it was paid, of a letter on a day.
fn due(context: &Context<'_>, requirement: &Requirement, day: NaiveDate) -> Option<Sum> {
    match (&requirement.fee, &requirement.amount) {
        (Some(fee), _) => fees::fee_sum(context, fee, day),
        (None, Some(amount)) => sums::amount_on(context, amount, day),
        (None, None) => None,
    }
}

/// Checks the sum on a paper that is in hand; none for a paper that shows no sum, and for one of which neither sum
/// nor day was said.
pub(crate) fn check(
    context: &Context<'_>,
    requirement: &Requirement,
    key: &str,
) -> Option<SumCheck> {
    let on = shows(requirement)?;
    let amount = amount(context, key);
    let issued = papers::date(context, key, papers::ISSUED);
    if amount.is_none() && issued.is_none() {
        return None;
    }
    // A receipt is of its own day, also where one day of the plan is looked at alone.
    let context = &Context {
        evaluation: context.evaluation.over(context.days.axis()),
        days: context.days,
    };
    let filing = context.days.filing.day;
    let day = match on {
        SumOnPaper::Receipt => issued,
        SumOnPaper::Proof => Some(filing),
    };
    let due = day.and_then(|day| due(context, requirement, day));
    let wanted = due.as_ref().and_then(|due| due.tiyn);
    let outcome = match (amount, &due, wanted) {
        (_, None, _) => SumOutcome::DateMissing,
        (_, Some(due), None) if due.whys.is_empty() => SumOutcome::NothingDue,
        (_, Some(_), None) => SumOutcome::NotKnown,
        (None, Some(_), Some(_)) => SumOutcome::AmountMissing,
        (Some(held), Some(_), Some(wanted)) => compared(on, held, wanted),
    };
    let fits = match (outcome, amount) {
        (
            SumOutcome::TooLittle
            | SumOutcome::TooMuch
            | SumOutcome::DateMissing
            | SumOutcome::NotKnown,
            Some(held),
        ) => fits(context, requirement, held, day),
        (
            SumOutcome::TooLittle
            | SumOutcome::TooMuch
            | SumOutcome::DateMissing
            | SumOutcome::NotKnown
            | SumOutcome::Right
            | SumOutcome::NothingDue
            | SumOutcome::AmountMissing,
            _,
        ) => Vec::new(),
    };
    Some(SumCheck {
        key: key.to_owned(),
        on,
        amount,
        day: issued,
        outcome,
        difference: amount
            .zip(wanted)
            .and_then(|(held, wanted)| held.checked_sub(wanted))
            .map(i64::abs),
        fits,
        after_filing: on == SumOnPaper::Receipt && issued.is_some_and(|paid| paid > filing),
        due,
    })
}

fn compared(on: SumOnPaper, held: i64, wanted: i64) -> SumOutcome {
    match (held.cmp(&wanted), on) {
        (std::cmp::Ordering::Less, _) => SumOutcome::TooLittle,
        (std::cmp::Ordering::Equal, _) | (std::cmp::Ordering::Greater, SumOnPaper::Proof) => {
            SumOutcome::Right
        }
        (std::cmp::Ordering::Greater, SumOnPaper::Receipt) => SumOutcome::TooMuch,
    }
}

/// The indices of other days by which a sum would be right, at the rate of its day or, without a day, of any day.
fn fits(
    context: &Context<'_>,
    requirement: &Requirement,
    held: i64,
    day: Option<NaiveDate>,
) -> Vec<IndexFit> {
    let pack = context.evaluation.pack;
    let mut found: Vec<IndexFit> = Vec::new();
    for record in &pack.parameters {
        if !indices(context, requirement).any(|index| index == record.id) {
            continue;
        }
        let holds = |on: NaiveDate| {
            record.from().is_none_or(|from| from <= on)
                && record.until().is_none_or(|until| on <= until)
        };
        if day.is_some_and(holds) {
            continue;
        }
        let on = record
            .from()
            .or(record.until())
            .unwrap_or(context.days.today);
        if due(context, requirement, on).and_then(|due| due.tiyn) == Some(held) {
            found.push(IndexFit {
                index: record.value,
                from: record.from(),
                until: record.until(),
            });
        }
    }
    found.sort_by_key(|fit| fit.from);
    found
}

/// The indices that the editions of a requirement's fee or sum are counted in.
fn indices<'a>(
    context: &Context<'a>,
    requirement: &'a Requirement,
) -> impl Iterator<Item = &'a str> {
    let pack = context.evaluation.pack;
    let of_fees = pack
        .fees
        .iter()
        .filter(|fee| Some(&fee.id) == requirement.fee.as_ref())
        .filter_map(|fee| fee.index.as_deref());
    let of_amounts = pack
        .amounts
        .iter()
        .filter(|amount| Some(&amount.id) == requirement.amount.as_ref())
        .map(|amount| amount.index.as_str());
    of_fees.chain(of_amounts)
}

/// On which days the sum on a paper is good; none for a paper that shows no sum, and for one of which neither sum
/// nor day was said.
///
/// A receipt is good or not whatever the filing day. A letter must show the sum of the filing day. Of a letter
/// without a sum one thinks that it shows the sum of its own day: where the law wants more, its sum is asked for.
pub(crate) fn good(
    context: &Context<'_>,
    requirement: &Requirement,
    key: &str,
) -> Option<Timeline<Verdict>> {
    let evaluation = &context.evaluation;
    let check = check(context, requirement, key)?;
    let missing = |fact: &str| {
        Verdict::undecided(Why::MissingFact {
            fact: papers::paper_fact(key, fact),
        })
    };
    match check.on {
        SumOnPaper::Receipt => Some(
            evaluation.constant(match check.outcome {
                SumOutcome::Right | SumOutcome::TooMuch => Verdict::Yes,
                // A receipt of a day on which nothing was due is no receipt of the duty that the list asks for.
                SumOutcome::TooLittle | SumOutcome::NothingDue => Verdict::No,
                SumOutcome::DateMissing => missing(papers::ISSUED),
                // Nobody said that the sum is wrong.
                SumOutcome::AmountMissing => Verdict::Yes,
                SumOutcome::NotKnown => check
                    .due
                    .into_iter()
                    .flat_map(|due| due.whys)
                    .map(Verdict::undecided)
                    .reduce(|all, one| all.and(&one))
                    .unwrap_or(Verdict::Yes),
            }),
        ),
        SumOnPaper::Proof => {
            let id = requirement.amount.as_ref()?;
            match (check.amount, check.day) {
                (Some(held), _) => Some(proves(context, id, held)),
                (None, Some(issued)) => {
                    let wanted = sums::amount_on(context, id, issued)?.tiyn?;
                    Some(proves(context, id, wanted).map(|verdict| match verdict {
                        Verdict::No => missing(AMOUNT),
                        Verdict::Yes | Verdict::Undecided(_) | Verdict::DoesNotApply => {
                            verdict.clone()
                        }
                    }))
                }
                (None, None) => None,
            }
        }
    }
}

/// On which days a sum is at least the sum to prove.
fn proves(context: &Context<'_>, id: &str, held: i64) -> Timeline<Verdict> {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.amounts;
    editions::timeline(evaluation.axis, records, id).flat_map(|edition, _| match edition {
        Edition::InForce(record) => evaluation.parameter(&record.rate_parameter, |rate, _| {
            Some(evaluation.parameter(&record.index, |index, _| {
                tiyn(rate, index).map(|wanted| evaluation.constant(Verdict::of(held >= wanted)))
            }))
        }),
        Edition::Absent(_) => evaluation.constant(Verdict::Yes),
        Edition::NotKnown(since) => evaluation.constant(Verdict::undecided(Why::NoKnownRule {
            rule: id.to_owned(),
            from: *since,
        })),
    })
}
