//! The only clock of this program.

use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use chrono::NaiveDate;
use qonys_reminders::day_in_kazakhstan;

/// Today in Kazakhstan; none where the clock stands before 1970 or beyond every date.
#[expect(
    clippy::disallowed_methods,
    reason = "a program that reminds has to know the day"
)]
pub(crate) fn today() -> Option<NaiveDate> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    day_in_kazakhstan(i64::try_from(since.as_secs()).ok()?)
}
