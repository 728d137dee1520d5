//! What a file of trips does not say of the holder of a permit stays open.

use serde_json::Value as Json;
use serde_json::json;

use crate::calendar::changed;
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

/// The day by which a holder must be back, as the agenda tells it: whether it has passed. The permit is of 10 January, the absence
/// begins on 1 February 2026; with 183 days missed the floor of Article 49(13) can no longer be kept.
fn back_by(on: &str, back: Option<&str>) -> Option<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let case = changed("omsk-engineer", folder.path(), |case| {
        case["plan"] = json!({});
        case["answers"]["permit"] = json!({ "granted": true, "issued": "2026-01-10" });
        case["lists"]["absence"] = json!({
            "complete": true,
            "records": [{ "id": "a", "left": "2026-02-01", "back": back }],
        });
    });
    let answer = run(&["agenda", text(&case), "--on", on, "--json"]).json();
    let entries = answer["entries"].as_array().expect("the entries").clone();
    let entry = entries.into_iter().find(|entry| {
        entry["key"]
            .as_str()
            .is_some_and(|key| key.starts_with("floor:"))
    })?;
    let word = |value: &Json| value.as_str().expect("a word").to_owned();
    Some((word(&entry["day"]["iso"]), word(&entry["state"])))
}

#[test]
fn the_last_day_to_be_back_is_told_before_it_and_after_it() {
    let last = "2026-08-03";
    for (on, state) in [
        ("2026-08-02", "ahead"),
        ("2026-08-03", "today"),
        ("2026-08-04", "passed"),
        ("2026-11-21", "passed"),
    ] {
        assert_eq!(
            back_by(on, None),
            Some((last.to_owned(), state.to_owned())),
            "{on}"
        );
    }
    // A planned return is in time on that day and the day before it, and too late on the day after it.
    assert_eq!(back_by("2026-07-01", Some("2026-08-03")), None);
    assert_eq!(
        back_by("2026-07-01", Some("2026-08-04")),
        Some((last.to_owned(), "ahead".to_owned()))
    );
}
