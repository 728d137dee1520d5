//! The calendar of the pack against the rules it was made by, and counting working days against counting by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod counting;
mod made_by;

use chrono::NaiveDate;
use qonys_law::Interview;
use qonys_law::Pack;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The acts and the calendar of the pack, without anything else of it.
fn pack() -> Pack {
    let files = [
        ("acts", include_str!("../../../../assets/law/acts.toml")),
        (
            "calendar",
            include_str!("../../../../assets/law/calendar.toml"),
        ),
    ];
    Pack::load(files, &Interview::default()).expect("a calendar that fits together")
}
