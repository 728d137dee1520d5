//! The only clock.

use chrono::FixedOffset;
use chrono::NaiveDate;
use chrono::Utc;
use qonys_app::Clock;

/// All of Kazakhstan has kept one time, five hours ahead of UTC, since 1 March 2024.
const KAZAKHSTAN_SECONDS_EAST: i32 = 5 * 60 * 60;

/// The system's clock, read as a day in Kazakhstan, wherever the computer stands.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the shell is the one place that reads the clock"
    )]
    fn today(&self) -> NaiveDate {
        let now = Utc::now();
        FixedOffset::east_opt(KAZAKHSTAN_SECONDS_EAST).map_or(now.date_naive(), |zone| {
            now.with_timezone(&zone).date_naive()
        })
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the shell is the one place that reads the clock"
    )]
    fn seconds(&self) -> i64 {
        Utc::now().timestamp()
    }
}

/// A day that a test sets.
pub(crate) struct FixedClock(pub(crate) NaiveDate);

impl Clock for FixedClock {
    fn today(&self) -> NaiveDate {
        self.0
    }
}
