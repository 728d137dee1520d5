//! The calendar of working days as a lawyer writes it: one record a year, with the days that differ from the week.

use chrono::Datelike;
use chrono::NaiveDate;
use chrono::Weekday;
use serde::Deserialize;

use crate::error::PackError;
use crate::pack::Pack;
use crate::pack::dated::Cite;
use crate::pack::dated::dated;
use crate::pack::dated::day;
use crate::pack::dated::one_day;
use crate::pack::records::Note;
use crate::words::Standing;
use crate::words::Words;

/// The id that the records of all years share.
pub const CALENDAR: &str = "calendar";

/// A holiday or feast, by name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Words,
    /// The source.
    pub cite: Cite,
}

/// A day from Monday to Friday on which nobody works.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayOff {
    /// The day.
    #[serde(deserialize_with = "one_day")]
    pub on: NaiveDate,
    /// The holiday, or what else makes it a day off.
    pub holiday: String,
    /// The day from which the holiday was moved, where it fell on a day off.
    #[serde(default, deserialize_with = "day")]
    pub moved_from: Option<NaiveDate>,
    /// How sure it is, where it differs from the year.
    #[serde(default)]
    pub standing: Option<Standing>,
}

/// A Saturday or Sunday on which people work.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkedDayOff {
    /// The day.
    #[serde(deserialize_with = "one_day")]
    pub on: NaiveDate,
    /// The day that is off in its place.
    #[serde(rename = "for", deserialize_with = "one_day")]
    pub in_place_of: NaiveDate,
}

/// The act that moved days off in a year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfers {
    /// The source.
    pub cite: Cite,
}

dated! {
    /// A year of the calendar: what differs from a week of five working days, Monday to Friday.
    CalendarYear {
        /// The days off from Monday to Friday, in order.
        #[serde(default)]
        day_off: Vec<DayOff>,
        /// The Saturdays and Sundays on which people work, in order.
        #[serde(default)]
        working: Vec<WorkedDayOff>,
        /// Where it stands that these are worked, and which days are off instead.
        #[serde(default)]
        transfers: Option<Transfers>,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
    }
}

impl CalendarYear {
    /// The act by which a day of the year is worked, or off, in the place of another; none where it is not.
    #[must_use]
    pub fn moved_by(&self, day: NaiveDate) -> Option<&Cite> {
        let moved = |worked: &WorkedDayOff| worked.on == day || worked.in_place_of == day;
        let transfers = self.transfers.as_ref()?;
        self.working.iter().any(moved).then_some(&transfers.cite)
    }

    /// The first and last day, both inclusive; a record without them passes no check.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.from?, self.until?))
    }
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Appends what does not fit: days outside their year, a day off on a weekend, a worked day off that is none,
/// years that leave a gap.
pub(crate) fn check(pack: &Pack, errors: &mut Vec<PackError>) {
    let mut value = |problem: String| {
        errors.push(PackError::Value {
            record: CALENDAR.to_owned(),
            problem,
        });
    };
    for year in &pack.calendar {
        if year.id != CALENDAR {
            value(format!(
                "a year is called \"{CALENDAR}\", not \"{}\"",
                year.id
            ));
        }
        let Some((first, last)) = year.days() else {
            value("a year has a first and a last day".to_owned());
            continue;
        };
        let inside = |day: NaiveDate| first <= day && day <= last;
        for off in &year.day_off {
            if !inside(off.on) || weekend(off.on) {
                value(format!("{} is no weekday of its year", off.on));
            }
            if !pack.holidays.contains_key(&off.holiday) {
                value(format!("holiday \"{}\" is not declared", off.holiday));
            }
        }
        for worked in &year.working {
            if !inside(worked.on) || !weekend(worked.on) {
                value(format!("{} is no weekend day of its year", worked.on));
            }
            if !year.day_off.iter().any(|off| off.on == worked.in_place_of) {
                value(format!("{} is worked for a day that is not off", worked.on));
            }
        }
        if let Some(transfers) = &year.transfers
            && !pack.acts.contains_key(&transfers.cite.act)
        {
            value(format!("act \"{}\" is not declared", transfers.cite.act));
        }
        if !year.day_off.is_sorted_by(|a, b| a.on < b.on)
            || !year.working.is_sorted_by(|a, b| a.on < b.on)
        {
            value(format!("the days from {first} are not in order, each once"));
        }
    }
    for holiday in pack.holidays.values() {
        if !pack.acts.contains_key(&holiday.cite.act) {
            value(format!("act \"{}\" is not declared", holiday.cite.act));
        }
    }
    for pair in pack.calendar.windows(2) {
        if let (Some((_, last)), Some((next, _))) = (pair[0].days(), pair[1].days())
            && last.succ_opt() != Some(next)
        {
            value(format!("the calendar leaves a gap before {next}"));
        }
    }
}
