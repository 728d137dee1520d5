//! What a ground for refusal says over the days on which it is tested, from the filing to the decision.

use std::collections::BTreeSet;

use chrono::Days;
use chrono::NaiveDate;

use crate::assess::plan::PlannedDays;
use crate::pack::GroundDays;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;

/// The text that says that the verdict hangs on the day of the decision, which nobody planned.
pub(crate) const DECISION_DAY_OPEN: &str = "decision-day-open";

/// The days of a plan between which a ground is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tested {
    on: GroundDays,
    filing: NaiveDate,
    /// How many days after the filing the decision comes at the latest; never negative.
    wait: u64,
    decision: NaiveDate,
    /// Whether the person planned the day of the decision.
    given: bool,
}

impl Tested {
    pub(crate) fn of(days: &PlannedDays, on: GroundDays) -> Self {
        let (filing, decision) = (days.filing.day, days.decision.day);
        Self {
            on,
            filing,
            wait: u64::try_from((decision - filing).num_days()).unwrap_or(0),
            decision,
            given: days.decision.given,
        }
    }

    /// The day of the plan by which the finding is named, and by which its stretches run: that of the filing, unless only a planned
    /// decision counts.
    pub(crate) fn day(self) -> NaiveDate {
        match (self.on, self.given) {
            (GroundDays::Decision, true) => self.decision,
            (GroundDays::Decision, false)
            | (GroundDays::Filing | GroundDays::FilingToDecision, _) => self.filing,
        }
    }

    /// The verdict over the days by which the finding runs, from what holds on each day by itself.
    pub(crate) fn over_its_days(self, each: &Timeline<Verdict>) -> Timeline<Verdict> {
        match (self.on, self.given) {
            (GroundDays::Filing, _) | (GroundDays::Decision, true) => each.clone(),
            (GroundDays::Decision, false) => self.spread(each, once_decided),
            (GroundDays::FilingToDecision, true) => self.spread(each, on_any_day),
            (GroundDays::FilingToDecision, false) => {
                self.spread(each, on_any_day_up_to_an_open_end)
            }
        }
    }

    /// The verdict over filing days: later or earlier filing moves the other days of the plan with it.
    pub(crate) fn over_filing(self, each: &Timeline<Verdict>) -> Timeline<Verdict> {
        match (self.on, self.given) {
            (GroundDays::Decision, true) => each.shifted((self.filing - self.decision).num_days()),
            (GroundDays::Decision, false)
            | (GroundDays::Filing | GroundDays::FilingToDecision, _) => self.over_its_days(each),
        }
    }

    /// The first and the last of the tested days of the plan.
    pub(crate) fn between(self) -> (NaiveDate, NaiveDate) {
        match (self.on, self.given) {
            (GroundDays::Filing, _) => (self.filing, self.filing),
            (GroundDays::Decision, true) => (self.decision, self.decision),
            (GroundDays::Decision, false) | (GroundDays::FilingToDecision, _) => {
                (self.filing, self.last_after(self.filing))
            }
        }
    }

    /// The day that shows best why the verdict is what it is: the first of the tested days on which it holds or is open.
    pub(crate) fn telling_day(self, each: &Timeline<Verdict>) -> NaiveDate {
        let (first, last) = self.between();
        let first_with = |wanted: VerdictKind| {
            each.stretches()
                .find(|stretch| {
                    stretch.value.kind() == wanted && stretch.until >= first && stretch.from <= last
                })
                .map(|stretch| stretch.from.max(first))
        };
        first_with(VerdictKind::Yes)
            .or_else(|| first_with(VerdictKind::Undecided))
            .unwrap_or(first)
    }

    /// Whether the tested days do not all say the same.
    pub(crate) fn differ(self, each: &Timeline<Verdict>) -> bool {
        let (first, last) = (self.filing, self.last_after(self.filing));
        let counts = match (self.on, self.given) {
            (GroundDays::Filing, _) | (GroundDays::Decision, true) => false,
            (GroundDays::Decision, false) | (GroundDays::FilingToDecision, _) => true,
        };
        counts
            && each
                .stretches()
                .filter(|stretch| stretch.until >= first && stretch.from <= last)
                .map(|stretch| stretch.value.kind())
                .collect::<BTreeSet<_>>()
                .len()
                > 1
    }

    fn last_after(self, filing: NaiveDate) -> NaiveDate {
        filing
            .checked_add_days(Days::new(self.wait))
            .unwrap_or(NaiveDate::MAX)
    }

    /// For each filing day what the days up to its decision say together.
    fn spread(
        self,
        each: &Timeline<Verdict>,
        together: fn(&[&Verdict]) -> Verdict,
    ) -> Timeline<Verdict> {
        if each.same_every_day().is_some() {
            return each.clone();
        }
        let axis = each.axis();
        let mut turns: BTreeSet<NaiveDate> = BTreeSet::from([axis.first]);
        for stretch in each.stretches().skip(1) {
            turns.insert(stretch.from);
            turns.extend(
                stretch
                    .from
                    .checked_sub_days(Days::new(self.wait))
                    .filter(|day| *day > axis.first),
            );
        }
        let changes = turns.into_iter().map(|filing| {
            let last = self.last_after(filing);
            let days: Vec<&Verdict> = each
                .stretches()
                .filter(|stretch| stretch.until >= filing && stretch.from <= last)
                .map(|stretch| stretch.value)
                .collect();
            (filing, together(&days))
        });
        Timeline::with_changes(axis, Verdict::DoesNotApply, changes)
    }
}

/// A ground that holds on one of the days refuses.
fn on_any_day(days: &[&Verdict]) -> Verdict {
    days.iter()
        .fold(Verdict::DoesNotApply, |merged, day| merged.or(day))
}

/// The same, where the decision may also come before the last of the days: what begins to hold only after the filing may then
/// come too late to refuse.
fn on_any_day_up_to_an_open_end(days: &[&Verdict]) -> Verdict {
    let merged = on_any_day(days);
    let at_filing = days.first().is_some_and(|first| **first == Verdict::Yes);
    if merged == Verdict::Yes && !at_filing {
        return decision_day_open();
    }
    merged
}

/// A ground that counts only on the day of the decision, which may be any of the days.
fn once_decided(days: &[&Verdict]) -> Verdict {
    let merged = on_any_day(days);
    if merged == Verdict::Yes && !days.iter().all(|day| **day == Verdict::Yes) {
        return decision_day_open();
    }
    merged
}

/// What is open only because the decision may come on any day of its term.
pub(crate) fn decision_day_open() -> Verdict {
    Verdict::undecided(Why::OfficialDecides {
        text: DECISION_DAY_OPEN.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::plan::PlannedDay;
    use crate::timeline::Axis;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn tested(on: GroundDays, filing: &str, decision: &str, given: bool) -> Tested {
        let planned = |text: &str, given| PlannedDay {
            day: day(text),
            given,
        };
        Tested::of(
            &PlannedDays {
                today: day(filing),
                payment: planned(filing, false),
                filing: planned(filing, true),
                decision: planned(decision, given),
                handed_in: false,
            },
            on,
        )
    }

    /// A ground that holds from one day to another.
    fn holds(from: &str, until: &str) -> Timeline<Verdict> {
        Timeline::with_changes(
            Axis {
                first: day("2025-01-01"),
                last: day("2029-12-31"),
            },
            Verdict::No,
            vec![
                (day(from), Verdict::Yes),
                (day(until).succ_opt().unwrap(), Verdict::No),
            ],
        )
    }

    #[test]
    fn what_begins_between_filing_and_a_planned_decision_refuses() {
        let each = holds("2026-02-10", "2027-02-10");
        let found = |filing, decision| {
            let tested = tested(GroundDays::FilingToDecision, filing, decision, true);
            tested.over_filing(&each).at(day(filing)).clone()
        };
        assert_eq!(found("2026-01-10", "2026-02-09"), Verdict::No);
        assert_eq!(found("2026-01-10", "2026-02-10"), Verdict::Yes);
        assert_eq!(found("2027-02-10", "2027-03-10"), Verdict::Yes);
        assert_eq!(found("2027-02-11", "2027-03-11"), Verdict::No);
    }

    #[test]
    fn without_a_planned_decision_what_begins_later_is_open() {
        let each = holds("2026-02-10", "2027-02-10");
        let tested = tested(
            GroundDays::FilingToDecision,
            "2026-02-09",
            "2026-03-26",
            false,
        );
        let over = tested.over_filing(&each);
        assert_eq!(*over.at(day("2025-12-26")), Verdict::No);
        assert_eq!(*over.at(day("2025-12-27")), decision_day_open());
        assert_eq!(*over.at(day("2026-02-09")), decision_day_open());
        assert_eq!(*over.at(day("2026-02-10")), Verdict::Yes);
        assert_eq!(tested.telling_day(&each), day("2026-02-10"));
        assert!(tested.differ(&each));
    }

    #[test]
    fn a_ban_that_ends_before_the_last_day_of_an_open_decision_is_open() {
        let each = holds("2022-12-01", "2027-12-01");
        let tested = tested(GroundDays::Decision, "2027-11-30", "2028-01-14", false);
        let over = tested.over_filing(&each);
        assert_eq!(*over.at(day("2027-10-17")), Verdict::Yes);
        assert_eq!(*over.at(day("2027-10-18")), decision_day_open());
        assert_eq!(*over.at(day("2027-12-01")), decision_day_open());
        assert_eq!(*over.at(day("2027-12-02")), Verdict::No);
    }
}
