//! The filing window: the days on which all papers in hand are valid together.

use chrono::NaiveDate;

use crate::assess::Context;
use crate::assess::papers::PaperStatus;
use crate::assess::requirements::Judged;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;

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
}

/// The days on which all papers in hand are valid together, from today on. Papers still missing are
/// thought of as good: the window is for the day when they have come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// All stretches from today on.
    pub stretches: Vec<WindowStretch>,
    /// The first day on which the papers are valid together.
    pub first: Option<NaiveDate>,
    /// The last day of that run of days.
    pub last: Option<NaiveDate>,
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
    for judged in requirements {
        let good = judged
            .good
            .iter()
            .fold(evaluation.constant(Verdict::Yes), |merged, (_, good)| {
                merged.zip(good, Verdict::and)
            });
        let part = judged
            .need
            .zip(&good, |need, good| match need.without_officials() {
                Verdict::No | Verdict::DoesNotApply => Verdict::Yes,
                open @ Verdict::Undecided(_) => open,
                Verdict::Yes => good.clone(),
            });
        whole = whole.zip(&part, Verdict::and);
        for paper in &judged.finding.papers {
            match paper.status {
                PaperStatus::NotSaid | PaperStatus::Missing | PaperStatus::NoneInCountry => {
                    if !missing.contains(&paper.key) {
                        missing.push(paper.key.clone());
                    }
                }
                PaperStatus::InHand
                | PaperStatus::WillBeOutOfDate
                | PaperStatus::OutOfDate
                | PaperStatus::WrongSum
                | PaperStatus::SumOpen
                | PaperStatus::NotYet => {
                    if let Some(last) = paper.last_good_day
                        && !limits.iter().any(|(key, _)| *key == paper.key)
                    {
                        limits.push((paper.key.clone(), last));
                    }
                }
                PaperStatus::NotNeeded | PaperStatus::Open | PaperStatus::DateMissing => {}
            }
        }
    }
    limits.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    let end = whole.axis().last;
    let stretches: Vec<WindowStretch> = whole
        .stretches()
        .filter(|stretch| stretch.until >= today)
        .map(|stretch| WindowStretch {
            from: stretch.from.max(today),
            until: (stretch.until < end).then_some(stretch.until),
            verdict: stretch.value.kind(),
            whys: stretch.value.whys().into_iter().collect(),
        })
        .collect();
    let possible: Vec<&WindowStretch> = stretches
        .iter()
        .skip_while(|stretch| stretch.verdict == VerdictKind::No)
        .take_while(|stretch| stretch.verdict != VerdictKind::No)
        .collect();
    Window {
        first: possible.first().map(|stretch| stretch.from),
        last: possible.last().and_then(|stretch| stretch.until),
        limits,
        missing,
        stretches,
    }
}
