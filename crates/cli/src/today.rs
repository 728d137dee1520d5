//! The only day of this program that nobody gave: today in Kazakhstan, wherever the computer stands.

use chrono::NaiveDate;
use chrono::Utc;
use qonys_app::day_in_kazakhstan;

/// Today in Kazakhstan, as the window and the reminders count it.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is a shell: nobody else knows the day"
)]
pub(crate) fn today() -> NaiveDate {
    let now = Utc::now();
    day_in_kazakhstan(now.timestamp()).unwrap_or_else(|| now.date_naive())
}
