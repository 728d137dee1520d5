//! When to order the papers that are not in hand, so that all are valid together on the planned filing day.

use chrono::Days;
use chrono::NaiveDate;

use crate::assess::Context;
use crate::assess::papers::PaperFinding;
use crate::assess::papers::PaperStatus;
use crate::assess::requirements::Judged;
use crate::assess::stages::StagePlan;
use crate::calendar::Calendar;
use crate::pack::Step;
use crate::pack::StepKind;
use crate::pack::Takes;
use crate::pack::Unit;
use crate::term::Runs;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::words::Standing;
use crate::words::Words;

/// When to order one paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderFinding {
    /// The key of the paper.
    pub key: String,
    /// The requirement that asks for it.
    pub requirement: String,
    /// Where it stands.
    pub status: PaperStatus,
    /// The last day to order it, counting the longest reported time of every step; none when that is not known.
    pub order_by: Option<NaiveDate>,
    /// The first sensible day to order it: issued earlier it would be out of date on the filing day.
    pub not_before: Option<NaiveDate>,
    /// Ordered today, or on the first sensible day, it is there on this day at the latest.
    pub there_by: Option<NaiveDate>,
    /// Yes: ordered in time it is there on the filing day. No: the last day to order it has passed. Undecided: how
    /// long it takes is not known, or even the longest reported time promises nothing.
    pub in_time: VerdictKind,
    /// Whether the source adds "and more" to a time.
    pub or_more: bool,
    /// What to ask, and whom, where the time is not known.
    pub ask: Option<Words>,
    /// How sure the times are.
    pub standing: Standing,
}

/// The papers to order, in the order in which they are best ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orders {
    /// Those with a last day first, the earliest first; then those of which the time is not known.
    pub papers: Vec<OrderFinding>,
    /// The keys of the papers of which the time is not known.
    pub not_known: Vec<String>,
    /// The first day on which all papers of which the time is known are there, if they are ordered today.
    pub there_by: Option<NaiveDate>,
    /// Whether everything can be there on the filing day.
    pub in_time: VerdictKind,
}

impl Orders {
    /// Nothing to order.
    pub(crate) fn nothing() -> Self {
        Self {
            papers: Vec::new(),
            not_known: Vec::new(),
            there_by: None,
            in_time: VerdictKind::DoesNotApply,
        }
    }
}

pub(crate) fn of(context: &Context<'_>, requirements: &[Judged], stages: &StagePlan) -> Orders {
    let filing = context.days.filing.day;
    let mut papers: Vec<OrderFinding> = Vec::new();
    for judged in requirements {
        if *judged.need.at(filing) != Verdict::Yes {
            continue;
        }
        for paper in &judged.finding.papers {
            if is_to_come(paper.status) && !papers.iter().any(|known| known.key == paper.key) {
                let order = one(context, judged, paper);
                papers.push(of_stages(context, order, stages));
            }
        }
    }
    // The order of the pack decides between equals.
    papers.sort_by_key(|paper| (paper.order_by.is_none(), paper.order_by));
    let not_known: Vec<String> = papers
        .iter()
        .filter(|paper| paper.order_by.is_none())
        .map(|paper| paper.key.clone())
        .collect();
    let any = |wanted| papers.iter().any(|paper| paper.in_time == wanted);
    let in_time = if any(VerdictKind::No) {
        VerdictKind::No
    } else if any(VerdictKind::Undecided) {
        VerdictKind::Undecided
    } else {
        VerdictKind::Yes
    };
    Orders {
        there_by: papers.iter().filter_map(|paper| paper.there_by).max(),
        papers,
        not_known,
        in_time,
    }
}

/// Whether a paper is still to be ordered, or ordered anew.
fn is_to_come(status: PaperStatus) -> bool {
    match status {
        PaperStatus::NotSaid
        | PaperStatus::Missing
        | PaperStatus::WillBeOutOfDate
        | PaperStatus::OutOfDate
        | PaperStatus::WrongSum => true,
        PaperStatus::NotNeeded
        | PaperStatus::Open
        | PaperStatus::OfficeSays
        | PaperStatus::DateMissing
        | PaperStatus::InHand
        | PaperStatus::NotYet
        | PaperStatus::SumOpen
        | PaperStatus::NoneInCountry => false,
    }
}

fn one(context: &Context<'_>, judged: &Judged, paper: &PaperFinding) -> OrderFinding {
    let filing = context.days.filing.day;
    let today = context.days.today;
    let calendar = Calendar::of(context.evaluation.pack);
    let steps: &[Step] = paper
        .obtaining
        .as_ref()
        .map(|known| known.steps.as_slice())
        .unwrap_or_default();
    let order_by = last_day_to_order(calendar, steps, filing);
    let or_more = steps
        .iter()
        .any(|step| step.takes.is_some_and(|takes| takes.or_more));
    let not_before = judged
        .valid
        .as_ref()
        .and_then(|period| earliest_issue(context, period, filing))
        .map(|issue| first_day_to_order(calendar, steps, issue));
    let start = not_before.map_or(today, |day| day.max(today));
    let there_by = (!steps.is_empty())
        .then(|| there_at_the_latest(calendar, steps, start))
        .flatten();
    let in_time = match order_by {
        Some(day) if day < today => VerdictKind::No,
        Some(_) if !or_more => VerdictKind::Yes,
        Some(_) | None => VerdictKind::Undecided,
    };
    OrderFinding {
        key: paper.key.clone(),
        requirement: judged.finding.finding.id.clone(),
        status: paper.status,
        order_by,
        not_before,
        there_by,
        in_time,
        or_more,
        ask: paper.obtaining.as_ref().and_then(|known| known.ask.clone()),
        standing: paper
            .obtaining
            .as_ref()
            .map_or(Standing::Unknown, |known| known.standing),
    }
}

/// A paper that comes out of stages is to be begun when they are: what is known of it is the term of all together.
fn of_stages(context: &Context<'_>, mut order: OrderFinding, stages: &StagePlan) -> OrderFinding {
    let stage = stages
        .stages
        .iter()
        .find(|stage| stage.done_by.as_ref() == Some(&order.key));
    let Some((stage, term)) =
        stage.and_then(|stage| Some((stage, stage.term.as_ref().filter(|term| term.shared)?)))
    else {
        return order;
    };
    let start = stages
        .last_starts
        .iter()
        .find(|start| stage.procedure.as_ref() == Some(&start.procedure));
    let today = context.days.today;
    order.order_by = start.and_then(|start| start.for_plan);
    order.there_by = context
        .evaluation
        .last_day_of(today, &term.period, context.days.filing.day);
    order.standing = term.standing;
    order.in_time = match order.order_by {
        Some(day) if day < today => VerdictKind::No,
        Some(_) => VerdictKind::Yes,
        None => VerdictKind::Undecided,
    };
    order
}

/// The last day from which every step, each at its longest, is over on a day.
fn last_day_to_order(
    calendar: Calendar<'_>,
    steps: &[Step],
    over_on: NaiveDate,
) -> Option<NaiveDate> {
    if steps.is_empty() {
        return None;
    }
    let mut day = over_on;
    for step in steps.iter().rev() {
        day = back(calendar, day, step.takes?)?;
    }
    Some(day)
}

/// Whether a step is counted in working days.
fn in_working_days(takes: Takes) -> bool {
    match takes.unit {
        Unit::WorkingDay => true,
        Unit::CalendarDay
        | Unit::Month
        | Unit::Year
        | Unit::AgeYears
        | Unit::Tenge
        | Unit::Multiple
        | Unit::Count => false,
    }
}

/// The last day from which one step at its longest is over on a day. What takes n days and is asked for on a day
/// is there n days later.
fn back(calendar: Calendar<'_>, over_on: NaiveDate, takes: Takes) -> Option<NaiveDate> {
    if in_working_days(takes) {
        let last = calendar.on_or_before(over_on).ok()?.day;
        working_days_before(calendar, last, over_on, takes.at_most)
    } else {
        over_on.checked_sub_days(Days::new(u64::from(takes.at_most)))
    }
}

/// The day after which so many working days end on a working day; another day where there are none to count.
fn working_days_before(
    calendar: Calendar<'_>,
    last: NaiveDate,
    none: NaiveDate,
    count: u32,
) -> Option<NaiveDate> {
    match count.checked_sub(1) {
        None => Some(none),
        Some(before) => calendar.nth_before(last, before).ok()?.day.pred_opt(),
    }
}

/// The day on which everything is over at the latest, begun on a day.
fn there_at_the_latest(
    calendar: Calendar<'_>,
    steps: &[Step],
    begun: NaiveDate,
) -> Option<NaiveDate> {
    steps.iter().try_fold(begun, |day, step| {
        let takes = step.takes?;
        if in_working_days(takes) {
            Some(calendar.nth_after(day, takes.at_most).ok()?.day)
        } else {
            day.checked_add_days(Days::new(u64::from(takes.at_most)))
        }
    })
}

/// The first day on which a paper may be issued to be good on a day.
fn earliest_issue(context: &Context<'_>, period: &str, good_on: NaiveDate) -> Option<NaiveDate> {
    let evaluation = &context.evaluation;
    let guess = evaluation
        .term(good_on, period, Runs::Before, good_on)
        .last?;
    // Months are of unequal length: the next days may be the first good ones.
    guess.iter_days().take(4).find(|issue| {
        evaluation
            .last_day_of(*issue, period, good_on)
            .is_some_and(|last| last >= good_on)
    })
}

/// The first sensible day to order a paper that may be issued from a day on: each step before the issue counted
/// at its shortest.
fn first_day_to_order(calendar: Calendar<'_>, steps: &[Step], issue: NaiveDate) -> NaiveDate {
    let until_issue = steps
        .iter()
        .position(|step| step.kind == StepKind::Issue)
        .map_or(0, |place| place + 1);
    steps
        .iter()
        .take(until_issue)
        .rev()
        .fold(issue, |day, step| {
            let Some(takes) = step.takes else { return day };
            let earlier = if in_working_days(takes) {
                calendar
                    .on_or_after(day)
                    .ok()
                    .and_then(|found| working_days_before(calendar, found.day, day, takes.at_least))
            } else {
                day.checked_sub_days(Days::new(u64::from(takes.at_least)))
            };
            earlier.unwrap_or(day)
        })
}
