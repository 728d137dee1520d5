//! The moment of an export. Two exports of one second would bear one number, and a calendar would pass over the second: the moment of
//! the last one is kept, and the next one is later.

use chrono::Utc;
use qonys_app::replace_file;

use crate::kept;

/// The file of the last moment, beside the seed.
const KEPT: &str = "calendar-moment";

/// A moment that is kept and lies further ahead than this, in seconds, comes from a clock that was wrong.
const AHEAD: i64 = 60 * 60;

/// Now, in seconds since 1 January 1970 UTC, and later than at the last call.
pub(crate) fn next() -> i64 {
    let file = kept::file(KEPT);
    let last = file
        .as_ref()
        .and_then(|file| std::fs::read_to_string(file).ok())
        .and_then(|text| text.trim().parse().ok());
    let moment = after(last, now());
    if let Some(file) = file {
        // Where nothing can be kept, the clock alone has to do.
        let _kept = replace_file(&file, format!("{moment}\n").as_bytes());
    }
    moment
}

fn after(last: Option<i64>, now: i64) -> i64 {
    last.filter(|last| *last <= now.saturating_add(AHEAD))
        .map_or(now, |last| now.max(last.saturating_add(1)))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is a shell: nobody else knows the moment"
)]
fn now() -> i64 {
    Utc::now().timestamp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_moment_is_later_than_the_last() {
        assert_eq!(after(None, 100), 100);
        assert_eq!(after(Some(99), 100), 100);
        assert_eq!(after(Some(100), 100), 101);
        assert_eq!(
            after(Some(105), 100),
            106,
            "the clock was set back a little"
        );
        assert_eq!(after(Some(100 + AHEAD), 100), 101 + AHEAD);
        assert_eq!(after(Some(101 + AHEAD), 100), 100);
    }
}
