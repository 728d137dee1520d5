//! Where there is one paper, or one answer, for each record of a list, what is said of the one is not said of another.

use qonys_app::view::ReasonView;
use serde_json::json;

use crate::sample::entry;
use crate::sample::seen;

#[test]
fn the_consent_of_one_child_gives_no_birth_date_of_another_as_its_reason() {
    let children = json!({ "complete": true, "records": [
        { "id": "child-1", "birth_date": "2010-12-15" },
        { "id": "child-2", "birth_date": "2008-12-05" },
    ] });
    let view = seen("2026-11-21", &[("lists.child", children)]);
    let reasons = |child: &str| {
        let found = entry(&view, &format!("order:child_consent/{child}")).unwrap();
        found.finding.reasons.clone()
    };
    let born_first = |reason: &ReasonView| reason.id == "child/child-1.birth_date";
    assert!(reasons("child-1").iter().any(born_first));
    assert!(!reasons("child-2").iter().any(born_first));
    let needed = |reason: &ReasonView| reason.id == "has_child_14_to_18";
    assert!(reasons("child-2").iter().any(needed));
}

#[test]
fn visits_that_overlap_ask_to_look_at_an_answer_and_do_not_call_it_missing() {
    let said = |entered: &str| {
        let visits = json!({ "complete": true, "records": [
            { "id": "first", "entered": "2026-09-01", "left": "2026-11-20" },
            { "id": "second", "entered": entered },
        ] });
        let view = seen("2026-11-21", &[("lists.stay", visits)]);
        let reasons = view.stay.may_stay.reasons.iter();
        reasons
            .filter(|reason| reason.id == "stay/second.entered" && reason.kind == "missing")
            .map(|reason| reason.text.clone())
            .collect::<Vec<_>>()
    };
    let overlapping = said("2026-11-19");
    assert_eq!(overlapping.len(), 1, "{overlapping:?}");
    assert!(
        overlapping[0].starts_with("Look at this answer again"),
        "{overlapping:?}"
    );
    assert!(said("2026-11-20").is_empty());
    assert!(said("2026-11-21").is_empty());
}
