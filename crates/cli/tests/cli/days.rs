//! Days counted on the command line.

use serde_json::Value as Json;

use crate::run::run;
use crate::schema::mistakes;

fn days(more: &[&str]) -> Json {
    let answer = run(&[&["days"], more, &["--json"]].concat()).json();
    let schema = run(&["schema", "days"]).json();
    assert_eq!(mistakes(&schema, &answer), Vec::<String>::new());
    answer
}

/// The seventh working day after Thursday 10 December 2026: the 16th is a holiday.
#[test]
fn a_term_of_working_days_jumps_over_the_holiday_in_both_directions() {
    let found = days(&["--from", "2026-12-10", "--working", "7"]);
    assert_eq!(found["day"]["iso"], "2026-12-22");
    assert_eq!(found["calendar_days"], 12);
    assert_eq!(found["working_days"], 7);
    let unusual = found["unusual_days"].as_array().expect("days");
    assert_eq!(unusual.len(), 1);
    assert_eq!(unusual[0]["day"]["iso"], "2026-12-16");
    let sources = found["sources"].as_array().expect("sources");
    assert!(sources.iter().any(|source| source["act"] == "holidays-law"));
    let back = days(&["--from", "2026-12-22", "--working", "7", "--backwards"]);
    assert_eq!(back["day"]["iso"], "2026-12-10");
    let between = days(&["--from", "2026-12-10", "--between", "2026-12-22"]);
    assert_eq!(between["working_days"], 7);
    assert_eq!(between["calendar_days"], 12);
    let sentence = |from: &str, other: &str| {
        let found = days(&["--from", from, "--between", other, "--lang", "en"]);
        found["text"].as_str().expect("a sentence").to_owned()
    };
    assert!(sentence("2026-12-10", "2026-12-22").starts_with("After 10 December 2026 up to"));
    assert!(sentence("2026-12-22", "2026-12-10").starts_with("Before 22 December 2026 back to"));
}

/// The acts of the sources of an answer.
fn acts(found: &Json) -> Vec<&str> {
    let sources = found["sources"].as_array().expect("sources");
    sources
        .iter()
        .map(|source| source["act"].as_str().expect("an act"))
        .collect()
}

/// The calendar stands where it was read; the Code stands beside it only for its own rule, and a moved day cites the act that moved it.
#[test]
fn each_day_cites_what_it_rests_on() {
    let plain = days(&["--from", "2026-11-02", "--calendar", "10"]);
    assert_eq!(acts(&plain), ["calendar-data"]);
    assert_eq!(plain["sources"][0]["place"], "2026");
    // Christmas is a day off by the Code itself.
    let christmas = days(&["--from", "2026-01-05", "--calendar", "3"]);
    assert_eq!(acts(&christmas), ["calendar-data", "labour-code"]);
    assert_eq!(christmas["sources"][1]["place"], "84(5)");
    // Saturday 4 May 2024 was worked for Wednesday the 8th.
    let worked = days(&["--from", "2024-05-03", "--calendar", "1"]);
    assert_eq!(acts(&worked), ["calendar-data", "transfer-acts"]);
    assert_eq!(worked["sources"][1]["place"], "2024");
    let off = days(&["--from", "2024-05-07", "--calendar", "1"]);
    assert_eq!(
        acts(&off),
        ["calendar-data", "transfer-acts", "labour-code"]
    );
    assert_eq!(off["sources"][2]["place"], "85(3)");
}

/// The day before the holiday, the holiday and the day after it.
#[test]
fn one_working_day_after_each_day_around_a_holiday() {
    for (from, day) in [
        ("2026-12-14", "2026-12-15"),
        ("2026-12-15", "2026-12-17"),
        ("2026-12-16", "2026-12-17"),
        ("2026-12-17", "2026-12-18"),
        ("2026-12-18", "2026-12-21"),
    ] {
        let found = days(&["--from", from, "--working", "1"]);
        assert_eq!(found["day"]["iso"], day, "after {from}");
    }
    // A Saturday on which people worked.
    let found = days(&["--from", "2024-05-03", "--working", "1"]);
    assert_eq!(found["day"]["iso"], "2024-05-04");
}

/// Calendar days end where they end; the working days beside a day off are named and nothing is moved.
#[test]
fn calendar_days_end_on_a_day_off_and_name_the_working_days_beside_it() {
    let found = days(&["--from", "2026-12-10", "--calendar", "17"]);
    assert_eq!(found["day"]["iso"], "2026-12-27");
    assert_eq!(found["working"], false);
    assert_eq!(found["working_day_before"]["iso"], "2026-12-25");
    assert_eq!(found["working_day_after"]["iso"], "2026-12-28");
    let none = days(&["--from", "2026-12-10", "--calendar", "0"]);
    assert_eq!(none["day"]["iso"], "2026-12-10");
    assert_eq!(none["calendar_days"], 0);
}

/// Beyond the calendar nothing is said of working days; the calendar days stay known.
#[test]
fn beyond_the_calendar_nothing_is_guessed() {
    let last = days(&["--from", "2028-12-28", "--working", "1"]);
    assert_eq!(last["day"]["iso"], "2028-12-29");
    let beyond = days(&["--from", "2028-12-29", "--working", "1"]);
    assert_eq!(beyond["day"], Json::Null);
    assert_eq!(beyond["unknown"][0]["id"], "calendar");
    assert_eq!(beyond["standing"], "unknown");
    let calendar = days(&["--from", "2028-12-29", "--calendar", "10"]);
    assert_eq!(calendar["day"]["iso"], "2029-01-08");
    assert_eq!(calendar["working_days"], Json::Null);
    assert_eq!(calendar["unknown"][0]["id"], "calendar");
}

#[test]
fn the_answer_is_said_in_three_languages() {
    for (lang, words) in [
        ("kk", "2026 ж. 22 желтоқсан"),
        ("ru", "22 декабря 2026 г."),
        ("en", "22 December 2026"),
    ] {
        let arguments = ["--from", "2026-12-10", "--working", "7", "--lang", lang];
        let text = run(&[&["days"][..], &arguments].concat()).answer();
        assert!(text.contains(words), "{text}");
        assert!(!text.contains("counting."), "{text}");
    }
}

#[test]
fn one_question_is_asked_at_a_time() {
    for arguments in [
        &["days", "--from", "2026-12-10"][..],
        &[
            "days",
            "--from",
            "2026-12-10",
            "--working",
            "1",
            "--calendar",
            "1",
        ],
        &[
            "days",
            "--from",
            "2026-12-10",
            "--between",
            "2026-12-11",
            "--backwards",
        ],
        &["days", "--working", "1"],
    ] {
        assert_eq!(run(arguments).code, Some(2), "{arguments:?}");
    }
}
