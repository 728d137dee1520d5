//! `window` and `receipt` as a user runs them.

use serde_json::Value as Json;

use crate::calendar::changed;
use crate::run::Run;
use crate::run::SAMPLES;
use crate::run::run;
use crate::run::sample;
use crate::run::sample_json;
use crate::run::text;
use crate::schema;

fn window(name: &str, more: &[&str]) -> Run {
    let case = sample(name);
    let mut arguments = vec![
        "window",
        text(&case),
        "--on",
        "2026-12-10",
        "--today",
        "2026-11-21",
    ];
    arguments.extend(more);
    run(&arguments)
}

fn receipt(path: &std::path::Path, more: &[&str]) -> Run {
    let mut arguments = vec!["receipt", text(path), "--on", "2026-12-10"];
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn the_window_obeys_its_schema_and_keeps_its_days_in_every_language() {
    let schema = run(&["schema", "window"]).json();
    for name in SAMPLES {
        let days = ["kk", "ru", "en"].map(|lang| {
            let answer = window(name, &["--json", "--lang", lang]).json();
            let mistakes = schema::mistakes(&schema, &answer);
            assert!(mistakes.is_empty(), "{name}: {mistakes:#?}");
            let iso = |pointer: &str| answer.pointer(pointer).cloned();
            (
                iso("/window/first/iso"),
                iso("/window/last/iso"),
                iso("/window/certain/until/iso"),
                iso("/stages/last_starts/0/for_procedure/iso"),
            )
        });
        assert!(days[0].0.is_some() && days[0].1.is_some(), "{days:?}");
        assert_eq!(days[0].3, Some(Json::from("2026-12-02")));
        assert_eq!(days[0], days[2]);
        assert_eq!(days[1], days[2]);
    }
}

#[test]
fn the_text_of_the_window_holds_no_key() {
    for name in SAMPLES {
        for lang in ["kk", "ru", "en"] {
            let answer = window(name, &["--lang", lang]).answer();
            assert!(answer.lines().count() > 20, "{lang}");
            for key in ["plans.", "findings.", "report.", "%{", "null", "Some("] {
                assert!(!answer.contains(key), "{key} in {name}, {lang}:\n{answer}");
            }
        }
    }
}

/// Without a day the computer's clock is asked.
#[test]
fn the_window_needs_no_day() {
    let case = sample("omsk-engineer");
    assert!(!run(&["window", text(&case)]).answer().is_empty());
}

/// The days of payment and decision in the file are those of its own filing day.
#[test]
fn the_window_of_an_earlier_day_asks_for_no_other_day_of_payment() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = changed("omsk-engineer", folder.path(), |case| {
        case["plan"] = serde_json::json!({
            "filing": "2026-11-30", "payment": "2026-11-28", "decision": "2027-01-14",
        });
    });
    for on in ["2026-11-25", "2026-11-28", "2027-01-15"] {
        assert!(
            !run(&["window", text(&case), "--on", on])
                .answer()
                .is_empty()
        );
    }
}

/// All words of at least five letters that a person wrote, and all dates.
fn personal(json: &Json, into: &mut Vec<String>) {
    match json {
        // The id of an option says nothing of the person, and rules have names like it.
        Json::String(word) if word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') => {}
        Json::String(word) if word.chars().count() >= 5 => into.push(word.clone()),
        Json::Array(rows) => rows.iter().for_each(|row| personal(row, into)),
        Json::Object(map) => map.values().for_each(|value| personal(value, into)),
        Json::String(_) | Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[test]
fn a_receipt_is_the_same_every_time_and_obeys_its_schema() {
    let schema = run(&["schema", "receipt"]).json();
    for name in SAMPLES {
        let made = receipt(&sample(name), &[]).answer();
        assert_eq!(made, receipt(&sample(name), &[]).answer());
        let json: Json = serde_json::from_str(&made).expect("JSON");
        assert_eq!(schema::mistakes(&schema, &json), Vec::<String>::new());
        for hash in ["pack", "interview", "answers"] {
            let hash = json["sha256"][hash].as_str().expect("a hash");
            assert!(hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()));
        }
    }
}

#[test]
fn a_receipt_holds_no_answer_unless_asked() {
    for name in SAMPLES {
        let case = sample_json(name);
        let made = receipt(&sample(name), &[]).answer();
        let mut words = Vec::new();
        personal(&case["answers"]["names"], &mut words);
        personal(&case["answers"]["passport"], &mut words);
        assert!(words.len() > 3, "the names were found");
        for word in &words {
            assert!(
                !made.contains(word.as_str()),
                "{word} stands in the receipt"
            );
        }
        assert!(
            !made.contains(":RU"),
            "a key of a paper names the citizenship"
        );
        let whole = receipt(&sample(name), &["--with-answers"]).json();
        assert_eq!(
            whole["answers"]["answers"]["names"]["surname_latin"],
            case["answers"]["names"]["surname_latin"]
        );
    }
}

#[test]
fn another_answer_makes_another_receipt_and_the_order_of_answers_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, json: &Json| {
        let path = folder.path().join(name);
        std::fs::write(&path, json.to_string()).expect("a file");
        path
    };
    let case = sample_json("omsk-engineer");
    let hashes = |path: &std::path::Path| receipt(path, &[]).json()["sha256"].clone();
    let before = hashes(&sample("omsk-engineer"));

    let mut turned = case.clone();
    let answers = case["answers"].as_object().expect("answers");
    turned["answers"] = answers
        .iter()
        .rev()
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect::<serde_json::Map<_, _>>()
        .into();
    assert_eq!(hashes(&write("turned.json", &turned)), before);

    let mut other = case;
    other["answers"]["applicant"]["birth_date"] = "1990-03-15".into();
    let after = hashes(&write("other.json", &other));
    assert_ne!(after["answers"], before["answers"]);
    assert_eq!(after["pack"], before["pack"]);
}

/// The application is handed in by oneself in the country: whoever left is told so beside the right to apply.
#[test]
fn whoever_is_abroad_on_the_filing_day_is_told_so() {
    for (left, abroad) in [("2026-11-29", true), ("2026-11-30", false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let case = crate::calendar::changed("omsk-engineer", folder.path(), |case| {
            case["plan"] = serde_json::json!({});
            case["lists"]["stay"] = serde_json::json!({
                "complete": true,
                "records": [{ "id": "s", "entered": "2026-11-01", "left": left, "basis": "visa_free" }],
            });
        });
        let answer = run(&["assess", text(&case), "--on", "2026-11-30", "--lang", "en"]).answer();
        let heading = answer.lines().next().expect("a heading");
        assert_eq!(
            heading.contains("you are not in Kazakhstan on that day"),
            abroad,
            "{left}: {heading}"
        );
    }
}

/// A visa that opens a way may end on the filing day or later; the words say so, and of nothing that is no day.
#[test]
fn a_day_that_would_open_a_way_may_also_be_later() {
    for (lang, later) in [
        (
            "en",
            "Visa or permit valid until: 30 November 2026 or later",
        ),
        (
            "ru",
            "Виза или разрешение действует до: 30 ноября 2026 г. или позже",
        ),
        (
            "kk",
            "Виза немесе рұқсат мерзімі: 2026 ж. 30 қараша немесе одан кеш",
        ),
    ] {
        let case = sample("omsk-engineer");
        let told = run(&[
            "assess",
            text(&case),
            "--on",
            "2026-11-30",
            "--today",
            "2026-11-21",
            "--lang",
            lang,
        ]);
        let answer = told.answer();
        assert!(answer.contains(later), "{lang}: {answer}");
    }
}
