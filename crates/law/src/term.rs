//! Terms of the pack: their last day, what a day off at the end would do, and what is not known of it.

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use crate::calendar::Bounds;
use crate::calendar::Calendar;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::pack::FirstDay;
use crate::pack::IfDayOff;
use crate::pack::Parameter;
use crate::pack::Period;
use crate::pack::Unit;
use crate::period;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Standing;

/// Whether a term runs after an event or up to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Runs {
    /// From the event on.
    #[default]
    After,
    /// Up to the event.
    Before,
}

/// The end of a term that runs from an event, or up to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The last day, inclusive; none where it is not known.
    pub last: Option<NaiveDate>,
    /// The next working day, where the last day is a day off and nobody could tell whether the law moves it.
    pub moved: Option<NaiveDate>,
    /// Whether it is a working day; none where the calendar does not know.
    pub working: Option<bool>,
    /// What is not known of the last day, or of the day to which it may move.
    pub whys: Vec<Why>,
    /// How sure it is: the weakest of the length, the reading and the calendar.
    pub standing: Standing,
}

impl Term {
    fn not_known(rule: &str, from: NaiveDate) -> Self {
        Self {
            last: None,
            moved: None,
            working: None,
            whys: vec![Why::NoKnownRule {
                rule: rule.to_owned(),
                from,
            }],
            standing: Standing::Unknown,
        }
    }
}

impl Evaluation<'_> {
    /// The end of a term; the length is the one in force on a day.
    pub(crate) fn term(
        &self,
        event: NaiveDate,
        period: &str,
        runs: Runs,
        in_force: NaiveDate,
    ) -> Term {
        let Some(term) = self.pack.periods.get(period) else {
            return Term::not_known(period, in_force);
        };
        match editions::on(self.axis, &self.pack.parameters, &term.parameter, in_force) {
            Edition::InForce(length) => {
                let mut found = self.counted(event, term, length, runs);
                found.standing = found
                    .standing
                    .weaker(self.standing_of(length))
                    .weaker(term.standing.unwrap_or_default());
                found
            }
            Edition::Absent(_) => Term::not_known(&term.parameter, in_force),
            Edition::NotKnown(from) => Term::not_known(&term.parameter, from),
        }
    }

    fn counted(&self, event: NaiveDate, term: &Period, length: &Parameter, runs: Runs) -> Term {
        let calendar = Calendar::of(self.pack);
        let counted = match (length.unit, runs) {
            (Unit::WorkingDay, _) => working_days(calendar, event, term, length, runs),
            (_, Runs::After) => period::last_day(event, length.value, length.unit, term.first_day)
                .ok_or_else(|| unwritten(&term.parameter, event))
                .map(|day| (day, Standing::default())),
            (_, Runs::Before) => {
                period::day_before(event, length.value, length.unit, term.first_day)
                    .ok_or_else(|| unwritten(&term.parameter, event))
                    .map(|day| (day, Standing::default()))
            }
        };
        let (last, standing) = match counted {
            Ok(found) => found,
            Err(why) => {
                return Term {
                    last: None,
                    moved: None,
                    working: None,
                    whys: vec![why],
                    standing: Standing::Unknown,
                };
            }
        };
        let working = calendar.kind(last).map(|kind| kind.working);
        let mut found = Term {
            last: Some(last),
            moved: None,
            working: working.as_ref().ok().copied(),
            whys: Vec::new(),
            standing,
        };
        // A term before an event is not made longer by a day off: it would end too late.
        let if_day_off = match runs {
            Runs::After => term.if_day_off,
            Runs::Before => IfDayOff::Unchanged,
        };
        match (if_day_off, calendar.on_or_after(last)) {
            (IfDayOff::Unchanged, _) => {}
            (IfDayOff::NextWorkingDay, Ok(next)) => {
                found.last = Some(next.day);
                found.working = Some(true);
                found.standing = found.standing.weaker(next.standing);
            }
            (IfDayOff::NextWorkingDay, Err(why)) => {
                found.last = None;
                found.whys.push(why);
                found.standing = Standing::Unknown;
            }
            (IfDayOff::Unknown, Ok(next)) => {
                found.moved = (next.day != last).then_some(next.day);
            }
            (IfDayOff::Unknown, Err(why)) => found.whys.push(why),
        }
        found
    }

    /// How sure the length of a term and the way to count it are, on a day.
    pub(crate) fn term_standing(&self, period: &str, on: NaiveDate) -> Standing {
        let Some(term) = self.pack.periods.get(period) else {
            return Standing::Unknown;
        };
        match editions::on(self.axis, &self.pack.parameters, &term.parameter, on) {
            Edition::InForce(length) => self
                .standing_of(length)
                .weaker(term.standing.unwrap_or_default()),
            Edition::Absent(_) | Edition::NotKnown(_) => Standing::Unknown,
        }
    }

    /// The last good day of a term after an event, by the parameter in force on a day.
    pub(crate) fn last_day_of(
        &self,
        event: NaiveDate,
        period: &str,
        on: NaiveDate,
    ) -> Option<NaiveDate> {
        self.term(event, period, Runs::After, on).last
    }

    /// Yes from an event to the end of a term after it, both inclusive; undecided on the days of which the calendar
    /// or the law on days off does not say whether they belong to it.
    pub(crate) fn within(&self, event: NaiveDate, period: &str) -> Timeline<Verdict> {
        let Some(term) = self.pack.periods.get(period) else {
            return self.constant(Verdict::undecided(Why::NoKnownRule {
                rule: period.to_owned(),
                from: self.axis.first,
            }));
        };
        self.parameter(&term.parameter, |_, length| {
            let calendar = Calendar::of(self.pack);
            let counted = match length.unit {
                Unit::WorkingDay => {
                    let before = counted_after(event, term.first_day)?;
                    calendar.bounds(before, length.value.to_u32()?)?
                }
                Unit::CalendarDay
                | Unit::Month
                | Unit::Year
                | Unit::AgeYears
                | Unit::Tenge
                | Unit::Multiple
                | Unit::Count => {
                    let last = period::last_day(event, length.value, length.unit, term.first_day)?;
                    Bounds {
                        earliest: last,
                        latest: Some(last),
                    }
                }
            };
            let ends = match term.if_day_off {
                IfDayOff::Unchanged => counted,
                IfDayOff::NextWorkingDay => moved(calendar, counted)?,
                IfDayOff::Unknown => Bounds {
                    earliest: counted.earliest,
                    latest: moved(calendar, counted)?.latest,
                },
            };
            Some(self.ending_between(event, ends, &term.id))
        })
    }

    fn ending_between(&self, event: NaiveDate, ends: Bounds, period: &str) -> Timeline<Verdict> {
        let mut changes = vec![(event, Verdict::Yes)];
        if let Some(after) = ends.earliest.succ_opt()
            && ends.latest != Some(ends.earliest)
        {
            changes.push((
                after,
                Verdict::undecided(Why::NoKnownRule {
                    rule: period.to_owned(),
                    from: after,
                }),
            ));
        }
        if let Some(after) = ends.latest.and_then(|latest| latest.succ_opt()) {
            changes.push((after, Verdict::No));
        }
        Timeline::with_changes(self.axis, Verdict::No, changes)
    }
}

/// The working day to which the end of a term moves, for both ends of what is known of it.
fn moved(calendar: Calendar<'_>, ends: Bounds) -> Option<Bounds> {
    let earliest = calendar.bounds(ends.earliest.pred_opt()?, 1)?.earliest;
    let latest = match ends.latest {
        Some(latest) => calendar.bounds(latest.pred_opt()?, 1)?.latest,
        None => None,
    };
    Some(Bounds { earliest, latest })
}

/// The day after which working days are counted.
fn counted_after(event: NaiveDate, first_day: FirstDay) -> Option<NaiveDate> {
    match first_day {
        FirstDay::Next => Some(event),
        FirstDay::Event => event.pred_opt(),
    }
}

fn working_days(
    calendar: Calendar<'_>,
    event: NaiveDate,
    term: &Period,
    length: &Parameter,
    runs: Runs,
) -> Result<(NaiveDate, Standing), Why> {
    let unwritten = || unwritten(&term.parameter, event);
    let n = length.value.to_u32().ok_or_else(unwritten)?;
    let found = match runs {
        Runs::After => {
            let before = counted_after(event, term.first_day).ok_or_else(unwritten)?;
            calendar.nth_after(before, n)?
        }
        Runs::Before => {
            let after = match term.first_day {
                FirstDay::Next => event,
                FirstDay::Event => event.succ_opt().ok_or_else(unwritten)?,
            };
            calendar.nth_before(after, n)?
        }
    };
    Ok((found.day, found.standing))
}

fn unwritten(rule: &str, from: NaiveDate) -> Why {
    Why::NoKnownRule {
        rule: rule.to_owned(),
        from,
    }
}
