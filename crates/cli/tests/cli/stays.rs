//! Whose rules of stay hold: those who need a visa, citizens of Kazakhstan, and the passport of several that was shown.

use serde_json::Value as Json;
use serde_json::json;

use crate::run::run;
use crate::run::text;

/// What `stay` prints of a citizen's visits on a day, in a language; as JSON where none is named.
fn stay(citizenship: &Json, trips: &Json, lang: Option<&str>) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("trips.json");
    let whole = json!({ "citizenship": citizenship, "trips": trips });
    std::fs::write(&file, whole.to_string()).expect("written");
    let mut arguments = vec!["stay", text(&file), "--on", "2026-11-30"];
    match lang {
        Some(lang) => arguments.extend(["--lang", lang]),
        None => arguments.push("--json"),
    }
    run(&arguments).answer()
}

fn stay_json(citizenship: &Json, trips: &Json) -> Json {
    serde_json::from_str(&stay(citizenship, trips, None)).expect("JSON")
}

#[test]
fn who_needs_a_visa_has_no_days_without_one_left() {
    let trips = json!([
        { "entered": "2026-11-01", "left": "2026-11-10", "basis": "visa", "until": "2026-12-31" },
    ]);
    // Pakistan is named by the source as one of them, Nigeria is on no list.
    for country in ["PK", "NG"] {
        let found = stay_json(&json!(country), &trips);
        let passport = &found["passports"][0];
        for field in [
            "per_visit",
            "total",
            "window",
            "used",
            "left",
            "used_text",
            "reentry",
        ] {
            assert_eq!(passport[field], Json::Null, "{country}: {field}");
        }
        assert_eq!(passport["standing"], "secondary", "{country}");
        for (lang, left, visa) in [
            ("en", "left:", "a visa is needed"),
            ("ru", "осталось:", "нужна виза"),
            ("kk", "қалғаны:", "виза керек"),
        ] {
            let printed = stay(&json!(country), &trips, Some(lang));
            assert!(!printed.contains(left), "{lang}: {printed}");
            assert!(printed.contains(visa), "{lang}: {printed}");
        }
    }
    // Whoever needs none is told of them still.
    let german = stay(&json!("DE"), &trips, Some("en"));
    assert!(german.contains("left:"), "{german}");
}

#[test]
fn a_citizen_of_kazakhstan_is_told_that_no_limit_holds() {
    let trips = json!([{ "entered": "2026-01-15" }]);
    for citizenship in [json!("KZ"), json!(["RU", "KZ"])] {
        let found = stay_json(&citizenship, &trips);
        assert_eq!(found["may_stay"]["verdict"], "yes");
        assert_eq!(found["limit"], "citizen");
        assert_eq!(found["until"], Json::Null);
        assert_eq!(found["overstay"], 0);
        assert_eq!(found["duties"], json!([]), "duties of foreigners");
        for (lang, said) in [
            ("en", "You are a citizen of Kazakhstan"),
            ("ru", "У вас гражданство Казахстана"),
            ("kk", "Сіз Қазақстан азаматысыз"),
        ] {
            let printed = stay(&citizenship, &trips, Some(lang));
            assert!(printed.contains(said), "{lang}: {printed}");
            assert!(!printed.contains("90"), "{lang}: {printed}");
        }
    }
}

/// What `assess` says of the route without a visa for a citizen of two states, with these answers besides.
fn route(first: &str, second: &str, visits: &Json, entry_passport: Option<&str>) -> Json {
    let mut case = crate::run::sample_json("omsk-engineer");
    case["answers"]["applicant"]["citizenship"] = json!(first);
    case["answers"]["entry"]["basis"] = json!("visa_free");
    if let Some(entry) = case["answers"]["entry"].as_object_mut() {
        entry.remove("entered_on");
    }
    case["lists"]["citizenship"] =
        json!({ "complete": true, "records": [{ "country": second, "current": true }] });
    case["lists"]["stay"] = json!({ "complete": true, "records": visits });
    if let Some(country) = entry_passport {
        case["answers"]["entry"]["passport"] = json!(country);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("written");
    let found = run(&["assess", text(&file), "--on", "2026-11-30", "--json"]).json();
    let routes = found["routes"].as_array().expect("routes").clone();
    routes
        .into_iter()
        .find(|route| route["finding"]["id"] == "visa_free_agreement")
        .expect("the route")
}

#[test]
fn the_passport_of_the_recorded_visit_decides_the_route_without_a_visa() {
    let on = |passport: &str| json!([{ "entered": "2026-11-15", "passport": passport }]);
    let unsaid = json!([{ "entered": "2026-11-15" }]);
    for (first, second) in [("RU", "DE"), ("DE", "RU")] {
        let verdict = |visits: &Json, entry: Option<&str>| {
            route(first, second, visits, entry)["finding"]["verdict"].clone()
        };
        assert_eq!(verdict(&on("RU"), None), "yes", "{first} first");
        assert_eq!(verdict(&on("DE"), None), "no", "{first} first");
        assert_eq!(verdict(&unsaid, None), "undecided", "{first} first");
        assert_eq!(verdict(&unsaid, Some("RU")), "yes", "{first} first");
        assert_eq!(verdict(&json!([]), Some("DE")), "no", "{first} first");
        let asked = route(first, second, &json!([]), None);
        let decides = &asked["finding"]["deciding"][0]["facts"];
        assert_eq!(*decides, json!(["entry.passport"]), "{asked:#}");
    }
}
