//! Stays, counted again the slow way: day by day, without stretches, searches or sums.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod caps;
mod floor;
mod naive;

use chrono::NaiveDate;
use proptest::test_runner::Config;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A day so many days after 1 January 2022.
fn nth(days: i64) -> NaiveDate {
    day("2022-01-01") + chrono::Days::new(u64::try_from(days).expect("not before the first day"))
}

/// 10,000 cases, or as many as the deep run asks for.
fn cases() -> Config {
    // Asked for when the test is built: the engine and its tests read no environment.
    let asked = option_env!("QONYS_DEEP_CASES").and_then(|count| count.parse().ok());
    Config {
        cases: asked.unwrap_or(10_000),
        failure_persistence: None,
        max_shrink_iters: 300,
        ..Config::default()
    }
}
