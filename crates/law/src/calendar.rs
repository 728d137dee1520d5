//! Working days: what the pack's calendar says of a day, and how to count them.
//!
//! A week has five working days, Monday to Friday; the calendar of a year names the days that differ. Outside
//! the years of the pack nothing is said of any day, not even of a Sunday: a ministry may make it a working day.

use chrono::Datelike;
use chrono::NaiveDate;
use chrono::Weekday;

use crate::pack::CALENDAR;
use crate::pack::CalendarYear;
use crate::pack::DayOff;
use crate::pack::Pack;
use crate::verdict::Why;
use crate::words::Standing;

/// More working days than any term of the law has; longer ones are not counted.
const LONGEST: u32 = 10_000;

/// What the calendar says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayKind<'a> {
    /// Whether it is a working day.
    pub working: bool,
    /// The holiday or the transfer that makes a weekday a day off.
    pub off: Option<&'a DayOff>,
    /// How sure it is.
    pub standing: Standing,
}

/// A day that was found by counting, with the weakest standing of all days that were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayFound {
    /// The day.
    pub day: NaiveDate,
    /// How sure it is.
    pub standing: Standing,
}

/// Between which days the last of so many working days lies, where the calendar does not know every day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Not before this day.
    pub(crate) earliest: NaiveDate,
    /// Not after this day; none, where the calendar ends first.
    pub(crate) latest: Option<NaiveDate>,
}

/// The calendar of working days of a pack.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    years: &'a [CalendarYear],
    pack: &'a Pack,
}

impl<'a> Calendar<'a> {
    /// The calendar of a pack.
    #[must_use]
    pub fn of(pack: &'a Pack) -> Self {
        Self {
            years: &pack.calendar,
            pack,
        }
    }

    /// What the calendar says of a day.
    ///
    /// # Errors
    /// [`Why::NoKnownRule`] of the rule `calendar`, from the first day of the stretch without a calendar, where
    /// the day lies outside the years of the pack. The stretch before the first year begins with the day itself.
    pub fn kind(&self, day: NaiveDate) -> Result<DayKind<'a>, Why> {
        let Some(year) = self.year(day) else {
            return Err(Why::NoKnownRule {
                rule: CALENDAR.to_owned(),
                from: self.unknown_from(day),
            });
        };
        let standing = self.standing(year);
        if weekend(day) {
            return Ok(DayKind {
                working: year.working.iter().any(|worked| worked.on == day),
                off: None,
                standing,
            });
        }
        let off = year
            .day_off
            .binary_search_by_key(&day, |off| off.on)
            .ok()
            .and_then(|place| year.day_off.get(place));
        Ok(DayKind {
            working: off.is_none(),
            off,
            standing: standing.weaker(off.and_then(|off| off.standing).unwrap_or_default()),
        })
    }

    /// The first working day on a day or after it.
    ///
    /// # Errors
    /// As [`Calendar::kind`], where the calendar ends before one is found.
    pub fn on_or_after(&self, day: NaiveDate) -> Result<DayFound, Why> {
        self.search(day, NaiveDate::succ_opt)
    }

    /// The last working day on a day or before it.
    ///
    /// # Errors
    /// As [`Calendar::kind`], where the calendar begins after one would be found.
    pub fn on_or_before(&self, day: NaiveDate) -> Result<DayFound, Why> {
        self.search(day, NaiveDate::pred_opt)
    }

    /// The n-th working day after a day, which is not counted itself; the day itself for n = 0.
    ///
    /// # Errors
    /// As [`Calendar::kind`], where the calendar does not know every day on the way.
    pub fn nth_after(&self, event: NaiveDate, n: u32) -> Result<DayFound, Why> {
        self.count(event, n, NaiveDate::succ_opt)
    }

    /// The n-th working day before a day, which is not counted itself; the day itself for n = 0.
    ///
    /// # Errors
    /// As [`Calendar::kind`], where the calendar does not know every day on the way.
    pub fn nth_before(&self, event: NaiveDate, n: u32) -> Result<DayFound, Why> {
        self.count(event, n, NaiveDate::pred_opt)
    }

    /// Between which days the n-th working day after an event lies, whatever the days are that the calendar does
    /// not know. None for terms longer than any of the law.
    pub(crate) fn bounds(&self, event: NaiveDate, n: u32) -> Option<Bounds> {
        if n > LONGEST {
            return None;
        }
        // Every day that is not known may be a working day, or a day off.
        let mut perhaps = 0;
        let mut earliest = event;
        while perhaps < n {
            earliest = earliest.succ_opt()?;
            if self.kind(earliest).is_ok_and(|kind| !kind.working) {
                continue;
            }
            perhaps += 1;
        }
        let mut latest = match (self.first_day(), event.succ_opt()) {
            (Some(first), Some(next)) if n > 0 => first.max(next).pred_opt()?,
            (_, _) => event,
        };
        let mut surely = 0;
        while surely < n {
            latest = latest.succ_opt()?;
            match self.kind(latest) {
                Ok(kind) => surely += u32::from(kind.working),
                // The years of the calendar leave no gap: it has ended.
                Err(_) => {
                    return Some(Bounds {
                        earliest,
                        latest: None,
                    });
                }
            }
        }
        Some(Bounds {
            earliest,
            latest: Some(latest),
        })
    }

    fn first_day(&self) -> Option<NaiveDate> {
        self.years.first().and_then(|year| year.from)
    }

    fn year(&self, day: NaiveDate) -> Option<&'a CalendarYear> {
        let after = self
            .years
            .partition_point(|year| year.from.is_some_and(|first| first <= day));
        self.years
            .get(after.checked_sub(1)?)
            .filter(|year| year.until.is_some_and(|last| day <= last))
    }

    fn unknown_from(&self, day: NaiveDate) -> NaiveDate {
        self.years
            .last()
            .and_then(|year| year.until?.succ_opt())
            .filter(|after| *after <= day)
            .unwrap_or(day)
    }

    fn standing(&self, year: &CalendarYear) -> Standing {
        year.standing.unwrap_or_else(|| {
            year.cite
                .as_ref()
                .and_then(|cite| self.pack.acts.get(&cite.act))
                .map_or(Standing::Unknown, |act| act.standing)
        })
    }

    fn search(
        &self,
        day: NaiveDate,
        next: impl Fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Result<DayFound, Why> {
        let mut found = day;
        let mut standing = Standing::default();
        loop {
            let kind = self.kind(found)?;
            standing = standing.weaker(kind.standing);
            if kind.working {
                return Ok(DayFound {
                    day: found,
                    standing,
                });
            }
            found = next(&found).ok_or_else(|| self.end(found))?;
        }
    }

    fn count(
        &self,
        event: NaiveDate,
        n: u32,
        next: impl Fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Result<DayFound, Why> {
        let mut day = event;
        let mut standing = Standing::default();
        let mut counted = 0;
        while counted < n {
            day = next(&day).ok_or_else(|| self.end(day))?;
            let kind = self.kind(day)?;
            standing = standing.weaker(kind.standing);
            counted += u32::from(kind.working);
        }
        Ok(DayFound { day, standing })
    }

    fn end(&self, day: NaiveDate) -> Why {
        Why::NoKnownRule {
            rule: CALENDAR.to_owned(),
            from: self.unknown_from(day),
        }
    }
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
