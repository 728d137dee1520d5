//! Terms: from the day of an event to the last day of the term.

use chrono::Days;
use chrono::Months;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::pack::FirstDay;
use crate::pack::Unit;

/// The last day of a term, inclusive.
///
/// None when the unit needs more than a calendar of days (working days) or the day cannot be written.
/// Months and years end on the same day of the month, or on its last day where there is no such day
/// (Civil Code, article 173).
pub(crate) fn last_day(
    event: NaiveDate,
    length: Decimal,
    unit: Unit,
    first_day: FirstDay,
) -> Option<NaiveDate> {
    let length = length.to_u32()?;
    let counted_from_next = match unit {
        Unit::CalendarDay => event.checked_add_days(Days::new(u64::from(length)))?,
        Unit::Month => event.checked_add_months(Months::new(length))?,
        Unit::Year | Unit::AgeYears => {
            event.checked_add_months(Months::new(length.checked_mul(12)?))?
        }
        Unit::WorkingDay | Unit::Tenge | Unit::Multiple | Unit::Count => return None,
    };
    match first_day {
        FirstDay::Next => Some(counted_from_next),
        FirstDay::Event => counted_from_next.pred_opt(),
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
}
