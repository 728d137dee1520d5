//! Nobody who cannot file waits for a decision.

use serde_json::Value as Json;
use serde_json::json;

use crate::sample::entry;
use crate::sample::seen;

fn expelled() -> (&'static str, Json) {
    let record = json!({ "id": "expulsion-1", "on": "2026-01-10" });
    let list = json!({ "complete": true, "records": [record] });
    ("lists.expulsion", list)
}

#[test]
fn who_is_barred_on_the_filing_day_is_told_nothing_of_the_stay_until_the_decision() {
    let free = seen("2026-11-21", &[]);
    assert!(free.until_decision.is_some());
    assert!(entry(&free, "decision_expected").is_some());
    let barred = seen("2026-11-21", &[expelled()]);
    assert!(barred.until_decision.is_none());
    assert!(entry(&barred, "decision_expected").is_none());
}

/// What was handed in, or may have been before today, is decided whatever stands against it.
#[test]
fn who_has_handed_in_waits_all_the_same() {
    let filing = |day: &str| ("plan.filing", Json::from(day));
    let paid = ("plan.payment", Json::from("2026-11-10"));
    for (planned, waits) in [("2026-11-20", true), ("2026-11-21", false)] {
        let view = seen("2026-11-21", &[expelled(), filing(planned), paid.clone()]);
        assert_eq!(view.until_decision.is_some(), waits, "{planned}");
    }
    let handed_in = ("answers.application.handed_in", Json::from("2026-11-21"));
    let view = seen("2026-11-21", &[expelled(), handed_in]);
    assert!(view.until_decision.is_some());
    assert!(entry(&view, "decision_expected").is_some());
}

/// Papers, fee and filing day of a plan: nobody is hurried to pay or to order for a day on which they may not apply.
#[test]
fn nobody_orders_or_pays_for_a_day_on_which_they_may_not_apply() {
    let hurried = |changes: &[(&str, Json)]| {
        let view = seen("2026-11-21", changes);
        let entries = view.agenda.entries.iter();
        let of_the_day = entries
            .filter(|entry| entry.key == "filing_day" || entry.key.starts_with("order:"))
            .count();
        (of_the_day > 0, !view.orders.papers.is_empty())
    };
    assert_eq!(hurried(&[]), (true, true));
    let refused = |day: &str| {
        let record = json!({ "id": "refusal-1", "on": day });
        (
            "lists.refusal",
            json!({ "complete": true, "records": [record] }),
        )
    };
    // The year of the wait ends on the day before the filing, and on the filing day.
    assert_eq!(hurried(&[refused("2025-11-29")]), (true, true));
    assert_eq!(hurried(&[refused("2025-11-30")]), (false, false));
    // No ground stands against it, but no way is open.
    let no_way = [
        ("answers.applicant.citizenship", Json::from("US")),
        ("answers.entry.basis", Json::from("visa")),
        ("answers.entry.visa", Json::from("other")),
        ("answers.entry.visa_until", Json::from("2027-03-03")),
    ];
    assert_eq!(hurried(&no_way), (false, false));
    // Nor is the last day of a procedure a day to hand in by.
    let ends = |changes: &[(&str, Json)]| {
        let view = seen("2026-11-21", changes);
        let mut entries = view.agenda.entries.into_iter();
        entries.any(|entry| entry.key.starts_with("procedure_end:"))
    };
    assert!(ends(&[]));
    assert!(!ends(&no_way));
}
