//! The budget: what the way to the card costs, part by part. What is not known is named and never counted.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::fees;
use crate::assess::finding::Cited;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited;
use crate::assess::finding::notes;
use crate::assess::requirements::RequirementFinding;
use crate::assess::sums::Sum;
use crate::condition::Condition;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::pack::Cost;
use crate::pack::CostStage;
use crate::pack::Count;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// Where a part of the budget stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PartState {
    /// It is paid, and its sum is in the total.
    Counted,
    /// It is paid, but its price or its number is not known.
    NotKnown,
    /// Whether it is paid is not decided.
    Open,
    /// The person may do without it.
    Possible,
}

/// One part of the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetPart {
    /// The record's id.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// When it is paid.
    pub stage: CostStage,
    /// Where it stands.
    pub state: PartState,
    /// The price of one unit; none where there is no price that could be known.
    pub unit: Option<Sum>,
    /// How many units; none while that is not known.
    pub count: Option<u32>,
    /// The sum in tiyn, only of a part that is counted.
    pub tiyn: Option<i64>,
    /// Why it is not counted.
    pub whys: Vec<Why>,
    /// Remarks.
    pub notes: Vec<NoteShown>,
    /// The source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// The whole budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// The parts in the order in which they are paid. Parts that the person does not pay are left out.
    pub parts: Vec<BudgetPart>,
    /// The sum of all parts that are counted, in tiyn; none when it is too large to write.
    pub known: Option<i64>,
    /// Whether nothing is missing from that sum. What the person may do without is never missing.
    pub complete: bool,
}

impl Budget {
    /// The sum of the counted parts of a stage, in tiyn; none when it is too large to write.
    #[must_use]
    pub fn known_in(&self, stage: CostStage) -> Option<i64> {
        total(self.parts.iter().filter(|part| part.stage == stage))
    }
}

fn total<'a>(mut parts: impl Iterator<Item = &'a BudgetPart>) -> Option<i64> {
    parts.try_fold(0_i64, |sum, part| match part.tiyn {
        Some(tiyn) => sum.checked_add(tiyn),
        None => Some(sum),
    })
}

pub(crate) fn of(context: &Context<'_>, requirements: &[RequirementFinding]) -> Budget {
    let records = &context.evaluation.pack.costs;
    let mut parts: Vec<(CostStage, u32, BudgetPart)> = Vec::new();
    for id in records.ids() {
        let Some(any) = records.iter().find(|cost| cost.id == id) else {
            continue;
        };
        let day = day_of(context, any.stage);
        let edition = editions::on(context.evaluation.axis, records, id, day);
        let made = match edition {
            Edition::InForce(cost) => part(context, cost, day, requirements),
            // Nobody pays what did not exist.
            Edition::Absent(_) => None,
            Edition::NotKnown(from) => Some(unknown(any, from)),
        };
        parts.extend(made.map(|made| (any.stage, any.order, made)));
    }
    parts.sort_by_key(|(stage, order, _)| (*stage, *order));
    let parts: Vec<BudgetPart> = parts.into_iter().map(|(_, _, part)| part).collect();
    Budget {
        known: total(parts.iter()),
        complete: parts
            .iter()
            .all(|part| matches!(part.state, PartState::Counted | PartState::Possible)),
        parts,
    }
}

fn day_of(context: &Context<'_>, stage: CostStage) -> NaiveDate {
    match stage {
        CostStage::BeforeFiling => context.days.payment.day,
        CostStage::WhileWaiting => context.days.filing.day,
        CostStage::AfterDecision => context.days.decision.day,
    }
}

fn unknown(cost: &Cost, from: NaiveDate) -> BudgetPart {
    BudgetPart {
        id: cost.id.clone(),
        title: cost.title.clone(),
        stage: cost.stage,
        state: PartState::NotKnown,
        unit: None,
        count: None,
        tiyn: None,
        whys: vec![Why::NoKnownRule {
            rule: cost.id.clone(),
            from,
        }],
        notes: Vec::new(),
        cited: None,
        standing: Standing::Unknown,
    }
}

fn part(
    context: &Context<'_>,
    cost: &Cost,
    day: NaiveDate,
    requirements: &[RequirementFinding],
) -> Option<BudgetPart> {
    let evaluation = &context.evaluation;
    let own = cost.applies_if.as_ref().map_or(Verdict::Yes, |applies_if| {
        evaluation.on(applies_if, &Scope::default(), day)
    });
    let chosen = cost.chosen_if.as_ref().map_or(Verdict::Yes, |chosen_if| {
        evaluation.on(chosen_if, &Scope::default(), day)
    });
    let wanted = own.and(&paper_needed(cost, requirements));
    let (price, unit) = price(context, cost, day);
    // A price of which the law of the day is not known is paid all the same.
    let verdict = match &price {
        Verdict::Undecided(whys) if whys.iter().all(Why::is_gap) => wanted,
        Verdict::Yes | Verdict::No | Verdict::Undecided(_) | Verdict::DoesNotApply => {
            wanted.and(&price)
        }
    };
    match verdict {
        Verdict::No | Verdict::DoesNotApply => return None,
        Verdict::Yes | Verdict::Undecided(_) => {}
    }
    let possible = match chosen {
        Verdict::No | Verdict::DoesNotApply => return None,
        Verdict::Yes => cost.optional,
        Verdict::Undecided(_) => true,
    };
    let (count, missing) = count(context, cost, day, requirements);
    if count == Some(0) {
        return None;
    }
    let product = unit
        .as_ref()
        .and_then(|unit| unit.tiyn)
        .zip(count)
        .and_then(|(each, count)| each.checked_mul(i64::from(count)));
    let state = if possible {
        PartState::Possible
    } else if verdict != Verdict::Yes {
        PartState::Open
    } else if product.is_some() {
        PartState::Counted
    } else {
        PartState::NotKnown
    };
    let mut standing = evaluation.standing_of(cost);
    if let Some(unit) = &unit {
        standing = standing.weaker(unit.standing);
    }
    let mut whys: BTreeSet<Why> = verdict.whys().into_iter().collect();
    whys.extend(missing);
    whys.extend(unit.iter().flat_map(|unit| unit.whys.iter().cloned()));
    Some(BudgetPart {
        id: cost.id.clone(),
        title: cost.title.clone(),
        stage: cost.stage,
        state,
        count,
        tiyn: product.filter(|_| state == PartState::Counted),
        whys: whys.into_iter().collect(),
        notes: notes(evaluation, &cost.note, day),
        cited: unit
            .as_ref()
            .and_then(|unit| unit.cited.clone())
            .or_else(|| cited(evaluation, cost)),
        unit,
        standing,
    })
}

/// Whether the paper of a part is needed, by any list that asks for it.
fn paper_needed(cost: &Cost, requirements: &[RequirementFinding]) -> Verdict {
    let Some(paper) = &cost.paper else {
        return Verdict::Yes;
    };
    requirements
        .iter()
        .filter(|requirement| requirement.paper == *paper)
        .fold(Verdict::No, |any, requirement| {
            match &requirement.finding.verdict {
                Verdict::DoesNotApply => any,
                verdict @ (Verdict::Yes | Verdict::No | Verdict::Undecided(_)) => any.or(verdict),
            }
        })
}

/// Whether the person pays the price, and the price of one unit.
fn price(context: &Context<'_>, cost: &Cost, day: NaiveDate) -> (Verdict, Option<Sum>) {
    let found = match (&cost.fee, &cost.tariff) {
        (Some(fee), _) => fees::fee_price(context, fee, day),
        (None, Some(tariff)) => fees::tariff_price(context, tariff, day),
        (None, None) => None,
    };
    found.map_or((Verdict::Yes, None), |(verdict, sum)| (verdict, Some(sum)))
}

/// How many units are paid, and what is missing to know it.
fn count(
    context: &Context<'_>,
    cost: &Cost,
    day: NaiveDate,
    requirements: &[RequirementFinding],
) -> (Option<u32>, Vec<Why>) {
    match &cost.count {
        None => (Some(1), Vec::new()),
        Some(Count::Answer { fact }) => answered(context, fact),
        Some(Count::Records { of, condition }) => records(context, of, condition, day),
        Some(Count::Papers) => {
            let papers: BTreeSet<&String> = requirements
                .iter()
                .filter(|requirement| Some(&requirement.paper) == cost.paper.as_ref())
                .flat_map(|requirement| &requirement.papers)
                .map(|paper| &paper.key)
                .collect();
            // No paper of a kind that is needed means that its countries are not known yet.
            let known = u32::try_from(papers.len()).ok().filter(|count| *count > 0);
            (known, Vec::new())
        }
    }
}

fn answered(context: &Context<'_>, fact: &FactPath) -> (Option<u32>, Vec<Why>) {
    let evaluation = &context.evaluation;
    let asked: FactRef = evaluation.fact_ref(fact, &Scope::default());
    match evaluation.answers.get(&asked) {
        Some(Answer::Known(value)) => {
            let number = value.number().and_then(|number| u32::try_from(number).ok());
            (number, Vec::new())
        }
        Some(Answer::NotKnownYet) | None => (None, vec![Why::MissingFact { fact: asked }]),
    }
}

fn records(
    context: &Context<'_>,
    of: &str,
    condition: &Condition,
    day: NaiveDate,
) -> (Option<u32>, Vec<Why>) {
    let evaluation = &context.evaluation;
    let Some(list) = evaluation
        .answers
        .lists
        .get(of)
        .filter(|list| list.complete)
    else {
        return (None, vec![Why::MissingFact { fact: complete(of) }]);
    };
    let mut count = 0_u32;
    let mut missing = Vec::new();
    for (record, _) in &list.records {
        match evaluation.on(condition, &Scope::default().with(of, record), day) {
            Verdict::Yes => count = count.saturating_add(1),
            Verdict::No | Verdict::DoesNotApply => {}
            undecided @ Verdict::Undecided(_) => missing.extend(undecided.whys()),
        }
    }
    (missing.is_empty().then_some(count), missing)
}
