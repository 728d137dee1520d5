//! The only clock.

use chrono::NaiveDate;
use chrono::Utc;
use qonys_app::Clock;
use qonys_app::day_in_kazakhstan;

/// The system's clock, read as a day in Kazakhstan, wherever the computer stands.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the shell is the one place that reads the clock"
    )]
    fn today(&self) -> NaiveDate {
        let now = Utc::now();
        day_in_kazakhstan(now.timestamp()).unwrap_or_else(|| now.date_naive())
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
