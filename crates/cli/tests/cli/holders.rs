//! What a file of trips does not say of the holder of a permit stays open.

use serde_json::Value as Json;
use serde_json::json;

use crate::run::run;
use crate::run::text;

/// Whether the floor of 183 days binds a holder, with the days missed and still possible.
fn floor(about: &Json) -> (String, Json, Json) {
    let mut permit = json!({
        "issued": "2026-01-10",
        "absences": [{ "left": "2026-03-01", "back": "2026-08-15" }],
    });
    for (fact, value) in about.as_object().expect("an object") {
        permit[fact] = value.clone();
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("trips.json");
    let trips = json!({ "citizenship": "RU", "trips": [], "permit": permit });
    std::fs::write(&file, trips.to_string()).expect("written");
    let answer = run(&["stay", text(&file), "--on", "2026-08-15", "--json"]).json();
    let floor = &answer["floors"][0];
    let verdict = floor["finding"]["verdict"].as_str().expect("a verdict");
    (
        verdict.to_owned(),
        floor["missed"].clone(),
        floor["possible"].clone(),
    )
}

#[test]
fn an_exemption_of_which_nothing_is_said_is_not_taken_for_none() {
    let days = (json!(166), json!(16));
    let (verdict, missed, possible) = floor(&json!({}));
    assert_eq!(verdict, "undecided", "family and ethnicity were not told");
    assert_eq!((missed, possible), days);
    let (verdict, _, _) = floor(&json!({ "ethnic_kazakh": true }));
    assert_eq!(verdict, "no", "it binds no ethnic Kazakh");
}
