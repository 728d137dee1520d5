//! The day in Kazakhstan, wherever the computer stands.

use chrono::DateTime;
use chrono::FixedOffset;
use chrono::NaiveDate;

/// All of Kazakhstan has kept one time, five hours ahead of UTC, since 1 March 2024.
const SECONDS_EAST: i32 = 5 * 60 * 60;

/// The day in Kazakhstan at a moment, given in seconds since 1 January 1970 UTC; none beyond what a date can hold.
#[must_use]
pub fn day_in_kazakhstan(unix_seconds: i64) -> Option<NaiveDate> {
    let zone = FixedOffset::east_opt(SECONDS_EAST)?;
    Some(
        DateTime::from_timestamp(unix_seconds, 0)?
            .with_timezone(&zone)
            .date_naive(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(moment: &str) -> Option<NaiveDate> {
        day_in_kazakhstan(DateTime::parse_from_rfc3339(moment).unwrap().timestamp())
    }

    #[test]
    fn the_day_begins_at_midnight_in_kazakhstan() {
        let (before, after) = ("2026-12-11".parse().ok(), "2026-12-12".parse().ok());
        assert_eq!(at("2026-12-11T18:59:59Z"), before);
        assert_eq!(at("2026-12-11T19:00:00Z"), after);
        // The same moments on computers in New York and in Tokyo.
        assert_eq!(at("2026-12-11T13:59:59-05:00"), before);
        assert_eq!(at("2026-12-11T14:00:00-05:00"), after);
        assert_eq!(at("2026-12-12T04:00:00+09:00"), after);
    }

    #[test]
    fn a_moment_without_a_date_has_no_day() {
        assert_eq!(day_in_kazakhstan(i64::MAX), None);
    }
}
