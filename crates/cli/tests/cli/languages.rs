//! What goes wrong is said in the language of the command, with file, line and field, and with what to do.

use std::path::Path;
use std::path::PathBuf;

use serde_json::Value as Json;
use serde_json::json;

use crate::run::run;
use crate::run::sample;
use crate::run::sample_json;
use crate::run::text;

/// The languages with a word that each of them alone has for a line.
const LINES: [(&str, &str); 3] = [("kk", "-жол"), ("ru", "строка "), ("en", "line ")];

/// The sample with one change, a field a line, in a fresh folder.
fn changed(change: impl FnOnce(&mut Json)) -> (tempfile::TempDir, PathBuf) {
    let mut case = sample_json("omsk-engineer");
    change(&mut case);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("case.json");
    let lines = serde_json::to_string_pretty(&case).expect("JSON");
    std::fs::write(&file, lines).expect("a file");
    (folder, file)
}

/// The line of a file on which a field stands, as an editor counts.
fn line(file: &Path, field: &str) -> usize {
    let text = std::fs::read_to_string(file).expect("the file");
    let name = format!("\"{field}\":");
    text.lines()
        .position(|line| line.trim_start().starts_with(&name))
        .expect("the field")
        + 1
}

/// The complaint in a language; in Kazakh and Russian nothing of it is left in English.
fn complaint(arguments: &[&str], lang: &str) -> String {
    let words = run(&[arguments, &["--lang", lang]].concat()).complaint();
    if lang != "en" {
        for english in [" the ", " is ", " of ", "There", "Write", "cannot"] {
            assert!(!words.contains(english), "{lang}: {words}");
        }
        assert!(
            words.chars().any(|letter| ('а'..='я').contains(&letter)),
            "{words}"
        );
    }
    words
}

#[test]
fn a_wrong_field_is_named_with_its_line_in_each_language() {
    let (_folder, file) = changed(|case| case["answers"]["entry"]["days_planned"] = json!(-5));
    let number = line(&file, "days_planned");
    for (lang, word) in LINES {
        let words = complaint(&["assess", text(&file), "--on", "2026-11-30"], lang);
        assert!(words.contains("answers.entry.days_planned"), "{words}");
        assert!(
            words.contains(word) && words.contains(&number.to_string()),
            "{words}"
        );
    }
}

#[test]
fn days_are_blamed_on_who_gave_them() {
    let (_folder, file) = changed(|case| {
        case["plan"] = json!({ "filing": "2026-12-10", "payment": "2026-12-05" });
    });
    for (lang, _) in LINES {
        let words = complaint(&["assess", text(&file), "--on", "2026-12-01"], lang);
        assert!(words.contains("--on 2026-12-01"), "{words}");
        assert!(words.contains("plan.payment 2026-12-05"), "{words}");
        assert!(words.contains("--paid"), "what to do: {words}");
    }
    run(&["assess", text(&file), "--on", "2026-12-05"]).answer();
}

#[test]
fn a_file_that_is_not_there_and_a_folder_in_its_place_say_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let none = folder.path().join("none.json");
    for (lang, absent, a_folder) in [
        ("kk", "жоқ", "қалта"),
        ("ru", "нет", "папка"),
        ("en", "no such file", "folder"),
    ] {
        let words = complaint(&["assess", text(&none), "--on", "2026-11-30"], lang);
        assert!(
            words.contains(absent) && words.contains("none.json"),
            "{words}"
        );
        assert!(!words.contains("os error"), "{words}");
        let words = complaint(&["assess", text(folder.path()), "--on", "2026-11-30"], lang);
        assert!(words.contains(a_folder), "{words}");
    }
}

#[test]
fn a_folder_that_takes_no_file_says_so_in_each_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = folder.path().join("taken");
    std::fs::write(&taken, "a file").expect("a file");
    let case = sample("omsk-engineer");
    for (lang, word) in [("kk", "қалта"), ("ru", "папк"), ("en", "folder")] {
        let words = complaint(
            &[
                "papers",
                text(&case),
                "--form",
                "cover_sheet",
                "--on",
                "2026-11-30",
                "--out",
                text(&taken),
            ],
            lang,
        );
        assert!(
            words.contains(word) && words.contains(text(&taken)),
            "{words}"
        );
    }
}

#[test]
fn a_paper_that_is_not_printed_in_english_names_the_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = sample("omsk-engineer");
    let words = complaint(
        &[
            "papers",
            text(&case),
            "--form",
            "questionnaire",
            "--on",
            "2026-11-30",
            "--out",
            text(folder.path()),
        ],
        "en",
    );
    assert!(words.contains("--lang kk or --lang ru"), "{words}");
}

#[test]
fn a_visit_that_ends_before_it_begins_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("trips.json");
    let trips = "{\n  \"citizenship\": \"RU\",\n  \"trips\": [\n    { \"entered\": \"2026-01-01\", \"left\": \"2026-01-05\" },\n    { \"entered\": \"2026-05-02\", \"left\": \"2026-05-01\" }\n  ]\n}\n";
    std::fs::write(&file, trips).expect("a file");
    for (lang, word) in LINES {
        let words = complaint(&["stay", text(&file), "--on", "2026-11-22"], lang);
        assert!(
            words.contains("trips[1]") && words.contains('5') && words.contains(word),
            "{words}"
        );
    }
}

#[test]
fn a_command_line_that_is_wrong_is_answered_in_its_language() {
    let case = sample("omsk-engineer");
    for (lang, word) in [
        ("kk", "жыл-ай-күн"),
        ("ru", "год-месяц-день"),
        ("en", "year-month-day"),
    ] {
        let words = complaint(&["assess", text(&case), "--on", "30.11.2026"], lang);
        assert!(words.contains(word) && words.contains("--on"), "{words}");
    }
    let words = complaint(&["assess", text(&case), "--when", "2026-11-30"], "ru");
    assert!(words.contains("--when"), "{words}");
    let words = complaint(
        &[
            "papers",
            text(&case),
            "--form",
            "poem",
            "--on",
            "2026-11-30",
            "--out",
            ".",
        ],
        "kk",
    );
    assert!(
        words.contains("poem") && words.contains("cover_sheet"),
        "{words}"
    );
}
