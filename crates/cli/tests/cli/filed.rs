//! The command line for somebody who has handed in the papers.

use std::path::Path;
use std::path::PathBuf;

use serde_json::Value as Json;
use serde_json::json;

use crate::run::run;
use crate::run::sample_json;
use crate::run::text;

/// The sample with the papers handed in on 16 November 2026, and a plan.
fn filed(folder: &Path, plan: Json) -> PathBuf {
    let mut case = sample_json("omsk-engineer");
    case["answers"]["application"] = json!({ "handed_in": "2026-11-16" });
    case["plan"] = plan;
    let file = folder.join("filed.json");
    std::fs::write(&file, case.to_string()).expect("the case is written");
    file
}

fn assessed(file: &Path, more: &[&str]) -> Json {
    let mut arguments = vec!["assess", text(file), "--json"];
    arguments.extend(more);
    run(&arguments).json()
}

fn filing(answer: &Json) -> (&str, bool) {
    let days = &answer["days"];
    (
        days["filing"]["day"]["iso"].as_str().expect("a day"),
        days["handed_in"].as_bool().expect("yes or no"),
    )
}

#[test]
fn the_day_needs_no_plan_and_wins_over_one() {
    let folder = tempfile::tempdir().expect("a folder");
    for plan in [
        json!({}),
        json!({ "filing": "2026-11-30", "payment": "2026-11-20", "decision": "2027-02-01" }),
    ] {
        let file = filed(folder.path(), plan);
        for more in [&[][..], &["--today", "2026-11-21"][..]] {
            let answer = assessed(&file, more);
            assert_eq!(filing(&answer), ("2026-11-16", true));
            let decision = &answer["days"]["decision"]["day"]["iso"];
            assert_eq!(decision, "2026-12-31", "of the real day, not of the plan");
        }
    }
}

#[test]
fn a_day_of_the_line_is_a_thought_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = filed(folder.path(), json!({}));
    let thought = assessed(&file, &["--on", "2026-11-30"]);
    assert_eq!(filing(&thought), ("2026-11-30", false));
    let real = assessed(&file, &["--on", "2026-11-16"]);
    assert_eq!(filing(&real), ("2026-11-16", true));
    let decided = assessed(&file, &["--decided", "2026-12-20"]);
    assert_eq!(decided["days"]["decision"]["day"]["iso"], "2026-12-20");
}

#[test]
fn a_day_that_has_not_come_is_doubted_and_no_filing_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = filed(folder.path(), json!({ "filing": "2026-11-30" }));
    let doubted = |answer: &Json| {
        let doubts = answer["sanity"].as_array().expect("a list");
        doubts
            .iter()
            .any(|doubt| doubt["look_at"][0]["fact"] == "application.handed_in")
    };
    let before = assessed(&file, &["--today", "2026-11-15"]);
    assert_eq!(filing(&before), ("2026-11-30", false));
    assert!(doubted(&before));
    let on_the_day = assessed(&file, &["--today", "2026-11-16"]);
    assert_eq!(filing(&on_the_day), ("2026-11-16", true));
    assert!(!doubted(&on_the_day));
}

#[test]
fn the_text_says_it_first_and_urges_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = filed(folder.path(), json!({}));
    for (lang, said) in [
        (
            "en",
            "The papers were handed in on 16 November 2026. The decision is expected by 31 December 2026",
        ),
        (
            "ru",
            "Документы сданы 16 ноября 2026 г. Решение ожидается не позднее 31 декабря 2026 г.",
        ),
        (
            "kk",
            "Құжаттар 2026 ж. 16 қараша күні тапсырылды. Шешім 2026 ж. 31 желтоқсан күнінен кешікпей күтіледі",
        ),
    ] {
        let answer = run(&[
            "assess",
            text(&file),
            "--today",
            "2026-11-21",
            "--lang",
            lang,
        ])
        .answer();
        assert_eq!(answer.lines().next(), Some(said));
    }
    let window = run(&["window", text(&file), "--today", "2026-11-21"]).answer();
    assert!(
        window.contains(
            "The papers were handed in on 16 November 2026: no day has to be chosen any more."
        ),
        "{window}"
    );
    assert!(!window.contains("valid together from"), "{window}");
}

#[test]
fn receipt_and_cover_sheet_name_the_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = filed(folder.path(), json!({ "filing": "2026-11-30" }));
    let receipt = run(&["receipt", text(&file)]).json();
    assert_eq!(
        receipt["plan"]["filing"],
        json!({ "day": "2026-11-16", "given": true })
    );
    assert_eq!(receipt["plan"]["handed_in"], true);
    let thought = run(&["receipt", text(&file), "--on", "2026-11-30"]).json();
    assert_eq!(thought["plan"]["handed_in"], false);
    for (on, said, other) in [
        (
            "2026-11-16",
            "the day on which the papers were handed in",
            "names another filing day",
        ),
        (
            "2026-11-30",
            "the filing day: 30 November 2026",
            "were handed in",
        ),
    ] {
        let sheet = run(&[
            "papers",
            text(&file),
            "--form",
            "cover_sheet",
            "--lang",
            "en",
            "--on",
            on,
            "--out",
            text(folder.path()),
        ])
        .json();
        let pdf = Path::new(sheet["file"].as_str().expect("a file"));
        let words = crate::answers::words_of(pdf)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(words.contains(said), "{words}");
        assert!(!words.contains(other), "{words}");
    }
}
