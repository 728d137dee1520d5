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
