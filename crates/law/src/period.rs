//! The arithmetic of terms: from the day of an event to the last day of the term, forwards and backwards.
//!
//! Months and years end on the same day of the month, or on its last day where there is no such day (Civil Code,
//! article 173); the same is read backwards: one month before 31 March is the last day of February.
//!
//! An age is no term that ends but a day that begins something: it is reached on the birthday. Who was born on 29 February has
//! lived a whole year at the end of 28 February, so in a year without that day the age is reached on 1 March. This is a
//! reading of the same rule: the years end on the last day of February, and what depends on the age begins on the next.

use chrono::Datelike as _;
use chrono::Days;
use chrono::Months;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::pack::FirstDay;
use crate::pack::Unit;

/// The last day of a term after an event, inclusive.
///
/// None when the unit needs more than a calendar of days (working days) or the day cannot be written.
pub(crate) fn last_day(
    event: NaiveDate,
    length: Decimal,
    unit: Unit,
    first_day: FirstDay,
) -> Option<NaiveDate> {
    let counted_from_next = match span(length, unit)? {
        Span::Days(days) => event.checked_add_days(days)?,
        Span::Months(months) => event.checked_add_months(months)?,
        Span::Age(months) => birthday(event, months)?,
    };
    match first_day {
        FirstDay::Next => Some(counted_from_next),
        FirstDay::Event => counted_from_next.pred_opt(),
    }
}

/// The day on which an age is reached: the birthday, or the day after the last of February where the year has no 29th.
fn birthday(born: NaiveDate, months: Months) -> Option<NaiveDate> {
    let same_day = born.checked_add_months(months)?;
    if same_day.day() < born.day() {
        same_day.succ_opt()
    } else {
        Some(same_day)
    }
}

/// The last day on which so much time is still left before an event: the event's day less the term.
///
/// None when the unit needs more than a calendar of days (working days) or the day cannot be written.
pub(crate) fn day_before(
    event: NaiveDate,
    length: Decimal,
    unit: Unit,
    first_day: FirstDay,
) -> Option<NaiveDate> {
    let counted_from_next = match span(length, unit)? {
        Span::Days(days) => event.checked_sub_days(days)?,
        Span::Months(months) | Span::Age(months) => event.checked_sub_months(months)?,
    };
    match first_day {
        FirstDay::Next => Some(counted_from_next),
        FirstDay::Event => counted_from_next.succ_opt(),
    }
}

enum Span {
    Days(Days),
    Months(Months),
    Age(Months),
}

fn span(length: Decimal, unit: Unit) -> Option<Span> {
    let length = length.to_u32()?;
    match unit {
        Unit::CalendarDay => Some(Span::Days(Days::new(u64::from(length)))),
        Unit::Month => Some(Span::Months(Months::new(length))),
        Unit::Year => Some(Span::Months(Months::new(length.checked_mul(12)?))),
        Unit::AgeYears => Some(Span::Age(Months::new(length.checked_mul(12)?))),
        Unit::WorkingDay | Unit::Tenge | Unit::Multiple | Unit::Count => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_certificate_of_180_days_is_good_on_the_180th_day_after_its_issue() {
        let last = last_day(
            day("2026-06-03"),
            Decimal::from(180),
            Unit::CalendarDay,
            FirstDay::Next,
        );
        assert_eq!(last, Some(day("2026-11-30")));
    }

    #[test]
    fn the_day_of_crossing_counts_where_the_event_is_the_first_day() {
        let last = last_day(
            day("2026-10-15"),
            Decimal::from(30),
            Unit::CalendarDay,
            FirstDay::Event,
        );
        assert_eq!(last, Some(day("2026-11-13")));
    }

    #[test]
    fn a_year_from_29_february_ends_on_28_february() {
        let last = last_day(day("2024-02-29"), Decimal::ONE, Unit::Year, FirstDay::Next);
        assert_eq!(last, Some(day("2025-02-28")));
    }

    #[test]
    fn an_age_is_reached_on_the_birthday_and_on_1_march_where_29_february_is_missing() {
        for (born, years, reached) in [
            ("2012-02-28", 14, "2026-02-28"),
            ("2012-02-29", 14, "2026-03-01"),
            ("2012-03-01", 14, "2026-03-01"),
            ("2012-02-29", 16, "2028-02-29"),
            ("2008-02-29", 18, "2026-03-01"),
            ("2084-02-29", 16, "2100-03-01"),
            ("2010-05-31", 16, "2026-05-31"),
        ] {
            let found = last_day(
                day(born),
                Decimal::from(years),
                Unit::AgeYears,
                FirstDay::Next,
            );
            assert_eq!(found, Some(day(reached)), "{years} years from {born}");
        }
    }

    #[test]
    fn ten_years_from_29_february_end_on_28_february() {
        let last = last_day(day("2028-02-29"), Decimal::TEN, Unit::Year, FirstDay::Next);
        assert_eq!(last, Some(day("2038-02-28")));
    }

    #[test]
    fn one_month_before_the_31st_is_the_last_day_of_a_shorter_month() {
        for (event, before) in [
            ("2029-03-31", "2029-02-28"),
            ("2028-03-31", "2028-02-29"),
            ("2029-03-29", "2029-02-28"),
            ("2029-03-28", "2029-02-28"),
            ("2029-03-01", "2029-02-01"),
            ("2026-12-31", "2026-11-30"),
            ("2036-12-20", "2036-11-20"),
        ] {
            let found = day_before(day(event), Decimal::ONE, Unit::Month, FirstDay::Next);
            assert_eq!(found, Some(day(before)), "one month before {event}");
        }
    }

    #[test]
    fn ten_days_before_counts_back_from_the_day_before_the_event() {
        let before = |first_day| {
            day_before(
                day("2027-01-05"),
                Decimal::TEN,
                Unit::CalendarDay,
                first_day,
            )
        };
        assert_eq!(before(FirstDay::Next), Some(day("2026-12-26")));
        assert_eq!(before(FirstDay::Event), Some(day("2026-12-27")));
    }
}
