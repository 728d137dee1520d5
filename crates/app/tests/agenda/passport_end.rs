//! The end of the passport after the permit: of the one that the card follows, and of a newer one.

use serde_json::Value as Json;
use serde_json::json;

use crate::sample::entry;
use crate::sample::seen;

/// What is said of the passport that was issued on a day, where the card was issued on 25 September 2026.
fn passport(issued: &str) -> (String, String, String) {
    let changes: [(&str, Json); 4] = [
        (
            "answers.permit",
            json!({ "granted": true, "issued": "2026-09-01" }),
        ),
        ("answers.card", json!({ "issued": "2026-09-25" })),
        ("answers.passport.issued", issued.into()),
        ("answers.passport.expires", "2034-03-01".into()),
    ];
    let view = seen("2026-11-21", &changes);
    let found = entry(&view, "passport_end").unwrap();
    let day = found.day.clone().unwrap().iso;
    (day, found.what.clone(), found.missed.clone().unwrap())
}

#[test]
fn a_passport_that_is_newer_than_the_card_ends_without_it() {
    let (day_of_older, what_of_older, missed_of_older) = passport("2026-09-25");
    let (day_of_newer, what_of_newer, missed_of_newer) = passport("2026-09-26");
    assert_eq!(day_of_older, "2034-03-01");
    assert_eq!(day_of_newer, "2034-03-01", "its own end");
    assert!(missed_of_older.contains("the card runs out too"));
    assert!(missed_of_newer.contains("before this passport"));
    assert!(!missed_of_newer.contains("runs out"));
    assert_ne!(what_of_older, what_of_newer);
}
