//! The filing window: the days on which all papers in hand are valid together.

use chrono::NaiveDate;

use crate::assess::Context;
use crate::assess::papers::PaperStatus;
use crate::assess::readiness;
use crate::assess::requirements::Judged;
use crate::calendar::Calendar;
use crate::calendar::DayFound;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;
use crate::words::Standing;

/// Days in a row on which the papers can, cannot, or perhaps can be handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowStretch {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none when no end is in sight.
    pub until: Option<NaiveDate>,
    /// Yes: all papers in hand are good. Undecided: the law of these days is not known, or a date is missing.
    pub verdict: VerdictKind,
    /// Why it is undecided.
    pub whys: Vec<Why>,
    /// Its first and last working day.
    pub working: WorkingBounds,
}

/// The first and the last working day of a run of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkingBounds {
    /// The first; none where there is none among the days, or where the calendar does not know them.
    pub first: Option<NaiveDate>,
    /// The last; none where there is none, where no end is in sight, or where the calendar does not know.
    pub last: Option<NaiveDate>,
    /// What the calendar does not know.
    pub whys: Vec<Why>,
    /// How sure the calendar is of both.
    pub standing: Standing,
}

/// Days in a row on which all papers in hand are surely valid together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertainDays {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none when no end is in sight.
    pub until: Option<NaiveDate>,
    /// Its first and last working day.
    pub working: WorkingBounds,
}

/// The days on which all papers in hand are valid together, from today on. Papers still missing are
/// thought of as good: the window is for the day when they have come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// All stretches from today on.
    pub stretches: Vec<WindowStretch>,
    /// The first day on which the papers are valid together, or perhaps are.
    pub first: Option<NaiveDate>,
    /// The last day of that run of days.
    pub last: Option<NaiveDate>,
    /// The first and last working day of that run of days.
    pub working: WorkingBounds,
    /// The first days in a row of which it is sure: only of these may one say that the papers can be handed in.
    pub certain: Option<CertainDays>,
    /// The papers that begin the window after today: key and first good day, the latest first.
    pub begins: Vec<(String, NaiveDate)>,
    /// The papers that end the window: key and last good day, the earliest first.
    pub limits: Vec<(String, NaiveDate)>,
    /// The keys of needed papers that are not in hand.
    pub missing: Vec<String>,
}

pub(crate) fn of(context: &Context<'_>, requirements: &[Judged]) -> Window {
    let evaluation = &context.evaluation;
    let today = context.days.today;
    let mut whole = evaluation.constant(Verdict::Yes);
    let mut limits: Vec<(String, NaiveDate)> = Vec::new();
    let mut missing: Vec<String> = Vec::new();
    let mut begins: Vec<(String, NaiveDate)> = Vec::new();
    for judged in requirements {
        if judged.need.same_every_day() == Some(&Verdict::No) {
            continue;
        }
        let good = judged
            .good
            .iter()
            .fold(evaluation.constant(Verdict::Yes), |merged, (_, good)| {
                merged.zip(good, Verdict::and)
            });
        let good = good.zip(&judged.sum_known, Verdict::and);
        // Whether a paper is needed does not matter on the days on which it is there and good.
        let there = !judged.good.is_empty() && judged.good.len() == judged.finding.papers.len();
        let left = judged.need.zip(&judged.bound, readiness::left);
        let part = left.zip(&good, |left, good| match left {
            Verdict::No | Verdict::DoesNotApply => Verdict::Yes,
            Verdict::Undecided(_) if there && left.left_to_officials() && *good == Verdict::Yes => {
                Verdict::Yes
            }
            Verdict::Undecided(_) => left.clone(),
            Verdict::Yes => good.clone(),
        });
        whole = whole.zip(&part, Verdict::and);
        if *judged.need.at(context.days.filing.day) == Verdict::Yes {
            for (key, good) in &judged.good {
                if let Some(day) = first_good_day(good, today)
                    && !begins.iter().any(|(known, _)| known == key)
                {
                    begins.push((key.clone(), day));
                }
            }
        }
        for paper in &judged.finding.papers {
            match paper.status {
                PaperStatus::NotSaid
                | PaperStatus::Missing
                | PaperStatus::WrongSum
                | PaperStatus::NoneInCountry => {
                    if !missing.contains(&paper.key) {
                        missing.push(paper.key.clone());
                    }
                }
                PaperStatus::InHand
                | PaperStatus::WillBeOutOfDate
                | PaperStatus::OutOfDate
                | PaperStatus::SumOpen
                | PaperStatus::NotYet => {
                    if let Some(last) = paper.last_good_day
                        && !limits.iter().any(|(key, _)| *key == paper.key)
                    {
                        limits.push((paper.key.clone(), last));
                    }
                }
                PaperStatus::NotNeeded
                | PaperStatus::Open
                | PaperStatus::OfficeSays
                | PaperStatus::DateMissing => {}
            }
        }
    }
    limits.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    begins.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let end = whole.axis().last;
    let stretches: Vec<WindowStretch> = whole
        .stretches()
        .filter(|stretch| stretch.until >= today)
        .map(|stretch| {
            let from = stretch.from.max(today);
            let until = (stretch.until < end).then_some(stretch.until);
            WindowStretch {
                from,
                until,
                verdict: stretch.value.kind(),
                whys: stretch.value.whys().into_iter().collect(),
                working: working(context, from, until),
            }
        })
        .collect();
    let possible: Vec<&WindowStretch> = stretches
        .iter()
        .skip_while(|stretch| stretch.verdict == VerdictKind::No)
        .take_while(|stretch| stretch.verdict != VerdictKind::No)
        .collect();
    let first = possible.first().map(|stretch| stretch.from);
    let last = possible.last().and_then(|stretch| stretch.until);
    let certain = stretches
        .iter()
        .find(|stretch| stretch.verdict == VerdictKind::Yes)
        .map(|stretch| CertainDays {
            from: stretch.from,
            until: stretch.until,
            working: stretch.working.clone(),
        });
    Window {
        first,
        last,
        working: first.map_or_else(WorkingBounds::default, |first| {
            working(context, first, last)
        }),
        certain,
        begins,
        limits,
        missing,
        stretches,
    }
}

/// The first and last working day from one day to another.
fn working(context: &Context<'_>, from: NaiveDate, until: Option<NaiveDate>) -> WorkingBounds {
    let calendar = Calendar::of(context.evaluation.pack);
    let mut found = WorkingBounds::default();
    let inside =
        |day: NaiveDate| (from <= day && until.is_none_or(|until| day <= until)).then_some(day);
    let mut take = |answer: Result<DayFound, Why>| match answer {
        Ok(known) => {
            found.standing = found.standing.weaker(known.standing);
            inside(known.day)
        }
        Err(why) => {
            found.standing = Standing::Unknown;
            if !found.whys.contains(&why) {
                found.whys.push(why);
            }
            None
        }
    };
    let first = take(calendar.on_or_after(from));
    let last = until.and_then(|until| take(calendar.on_or_before(until)));
    found.first = first;
    found.last = last;
    found
}

/// The day after today from which a paper is good, where it is not good today.
fn first_good_day(good: &Timeline<Verdict>, today: NaiveDate) -> Option<NaiveDate> {
    good.stretches()
        .filter(|stretch| *stretch.value == Verdict::Yes && stretch.until >= today)
        .map(|stretch| stretch.from)
        .next()
        .filter(|first| *first > today)
}
