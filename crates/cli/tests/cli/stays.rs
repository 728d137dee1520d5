//! Whose rules of stay hold: those who need a visa, citizens of Kazakhstan, and the passport of several that was shown.

use serde_json::Value as Json;
use serde_json::json;

use crate::calendar::changed;
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

/// What is said of the stay of the sample's person, who entered without a visa on 1 November 2026, after a change of the case.
fn changed_stay(change: impl FnOnce(&mut Json)) -> Json {
    let folder = tempfile::tempdir().expect("a folder");
    let case = changed("omsk-engineer", folder.path(), |case| {
        case["answers"]["entry"]["passport"] = Json::Null;
        case["lists"]["stay"] = json!({
            "complete": true,
            "records": [{ "id": "now", "entered": "2026-03-01", "basis": "visa_free" }],
        });
        case["answers"]["entry"]["entered_on"] = "2026-03-01".into();
        change(case);
    });
    let answer = run(&["assess", text(&case), "--on", "2026-11-30", "--json"]).json();
    answer["stay"].clone()
}

/// No act that we read ends the stay of a refugee by the days of visa-free visits (Law on Migration, Article 7: a ground of its own).
#[test]
fn the_days_of_visitors_end_the_stay_of_no_refugee() {
    let visitor = changed_stay(|_| {});
    assert_eq!(visitor["may_stay"]["verdict"], "no");
    assert!(visitor["overstay"].as_u64().is_some_and(|days| days > 0));
    for refuge in ["refugee", "asylum"] {
        let found = changed_stay(|case| case["answers"]["applicant"][refuge] = true.into());
        assert_eq!(found["may_stay"]["verdict"], "undecided", "{refuge}");
        assert_eq!(found["overstay"], 0, "{refuge}");
        let why = &found["may_stay"]["reasons"][0]["text"];
        assert!(
            why.as_str()
                .is_some_and(|why| why.contains("Until which day")),
            "{why}"
        );
    }
}

/// Which days one has hangs on the passport that was shown: while another citizenship is open, no day is named.
#[test]
fn no_last_day_is_named_while_another_citizenship_is_open() {
    let with = |complete: bool, records: Json| {
        changed_stay(|case| {
            case["lists"]["stay"]["records"][0]["entered"] = "2026-11-01".into();
            case["answers"]["entry"]["entered_on"] = "2026-11-01".into();
            case["lists"]["citizenship"] = json!({ "complete": complete, "records": records });
        })
    };
    let ended = json!([{ "id": "c", "country": "DE", "current": false }]);
    for known in [with(true, json!([])), with(true, ended)] {
        assert_eq!(known["may_stay"]["verdict"], "yes");
        assert_ne!(known["until"], Json::Null);
    }
    for open in [
        with(false, json!([])),
        with(true, json!([{ "id": "c", "country": "DE" }])),
        with(true, json!([{ "id": "c", "current": true }])),
    ] {
        assert_eq!(open["may_stay"]["verdict"], "undecided");
        assert_eq!(open["until"], Json::Null);
    }
    // The passport that was shown decides, whatever others there are.
    let shown = changed_stay(|case| {
        case["lists"]["stay"]["records"][0]["entered"] = "2026-11-01".into();
        case["answers"]["entry"]["entered_on"] = "2026-11-01".into();
        case["answers"]["entry"]["passport"] = "RU".into();
        case["lists"]["citizenship"] = json!({ "complete": false, "records": [] });
    });
    assert_eq!(shown["may_stay"]["verdict"], "yes");
}

/// The visit that goes on began on one day; that it was told twice and differently is a doubt, one day after as well as one before.
#[test]
fn two_first_days_of_the_present_visit_are_a_doubt() {
    for (entered_on, doubted) in [("2026-02-28", true), ("2026-03-01", false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let case = changed("omsk-engineer", folder.path(), |case| {
            case["lists"]["stay"] = json!({
                "complete": true,
                "records": [{ "id": "now", "entered": "2026-03-01", "basis": "visa_free" }],
            });
            case["answers"]["entry"]["entered_on"] = entered_on.into();
        });
        let answer = run(&["assess", text(&case), "--on", "2026-11-30", "--lang", "en"]).answer();
        assert_eq!(
            answer.contains("two different first days"),
            doubted,
            "{entered_on}"
        );
    }
}

/// A visit that is over, or still to come, does not hide the one in which the person is: its day of leaving has to be told.
#[test]
fn another_visit_of_the_list_hides_not_the_present_one() {
    let with = |records: Json| {
        changed_stay(|case| {
            case["answers"]["entry"]["entered_on"] = "2026-10-01".into();
            case["lists"]["stay"] = json!({ "complete": true, "records": records });
        })
    };
    let alone = with(json!([]));
    assert_eq!(alone["may_stay"]["verdict"], "yes");
    let earlier = with(json!([{ "id": "a", "entered": "2026-01-10", "left": "2026-01-20" }]));
    assert_eq!(earlier["until"], alone["until"]);
    for other in [
        json!([{ "id": "a", "entered": "2026-12-20" }]),
        json!([{ "id": "a", "entered": "2026-11-01", "left": "2026-11-10" }]),
    ] {
        let found = with(other);
        assert_eq!(found["may_stay"]["verdict"], "undecided");
        assert_eq!(found["until"], Json::Null);
        assert_ne!(found["problems"], json!([]));
    }
}
