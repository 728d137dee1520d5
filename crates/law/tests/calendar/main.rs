//! The calendar of the pack against the rules it was made by, and counting working days against counting by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod counting;
mod made_by;
mod terms;

use chrono::NaiveDate;
use proptest::test_runner::Config as ProptestConfig;
use qonys_law::Interview;
use qonys_law::Pack;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The acts and the calendar of the pack.
const FILES: [(&str, &str); 3] = [
    ("acts", include_str!("../../../../assets/law/acts.toml")),
    (
        "acts-calendar",
        include_str!("../../../../assets/law/acts-calendar.toml"),
    ),
    (
        "calendar",
        include_str!("../../../../assets/law/calendar.toml"),
    ),
];

/// A pack of nothing but the acts and the calendar.
fn pack() -> Pack {
    Pack::load(FILES, &Interview::default()).expect("a calendar that fits together")
}

/// How many random cases: ten thousand, or as many as the deep run asks for.
fn cases() -> ProptestConfig {
    // Asked for when the test is built: the engine and its tests read no environment.
    let asked = option_env!("QONYS_DEEP_CASES").and_then(|count| count.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(10_000),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
