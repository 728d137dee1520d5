//! Waiting for something to come true, with a deadline.

use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(15);

/// Asks until there is an answer; none when the time is up.
#[expect(
    clippy::disallowed_methods,
    reason = "other programs tell nobody when they are ready: one can only ask again"
)]
pub(crate) fn until<T>(most: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + most;
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if Instant::now() >= end {
            return None;
        }
        std::thread::sleep(PAUSE);
    }
}
