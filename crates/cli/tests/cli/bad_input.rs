//! Bad input: a clear message that names file and field, exit code 2, and nothing written.

use std::path::Path;
use std::path::PathBuf;

use serde_json::Value as Json;
use serde_json::json;

use crate::run::run;
use crate::run::sample;
use crate::run::sample_json;
use crate::run::text;

/// A folder with one case file of these bytes.
fn file_of(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let file = folder.path().join("case.json");
    std::fs::write(&file, bytes).expect("a file in a fresh folder");
    (folder, file)
}

/// What both commands say of a case file that is not right. They say the same, and leave no trace.
fn complaint_about(file: &Path, folder: &Path) -> String {
    let before = listing(folder);
    let assess = run(&["assess", text(file), "--on", "2026-11-30"]).complaint();
    let in_russian = run(&["assess", text(file), "--on", "2026-11-30", "--lang", "ru"]).complaint();
    let out = folder.join("papers");
    let papers = run(&[
        "papers",
        text(file),
        "--form",
        "questionnaire",
        "--lang",
        "ru",
        "--on",
        "2026-11-30",
        "--out",
        text(&out),
    ])
    .complaint();
    assert_eq!(in_russian, papers);
    assert_eq!(listing(folder), before, "nothing was written");
    assert!(assess.contains(text(file)), "the file is named: {assess}");
    assert_eq!(assess.lines().count(), 1, "one line: {assess}");
    assess
}

/// Every file of a folder with its bytes.
fn listing(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let bytes = std::fs::read(&path).unwrap_or_default();
            (path, bytes)
        })
        .collect();
    files.sort();
    files
}

fn complaint_of(bytes: &[u8]) -> String {
    let (folder, file) = file_of(bytes);
    complaint_about(&file, folder.path())
}

/// What is said of the sample with one change.
fn complaint_after(change: impl FnOnce(&mut Json)) -> String {
    let mut case = sample_json("omsk-engineer");
    change(&mut case);
    complaint_of(case.to_string().as_bytes())
}

#[track_caller]
fn names(complaint: &str, parts: &[&str]) {
    for part in parts {
        assert!(complaint.contains(part), "\"{part}\" in: {complaint}");
    }
}

#[test]
fn the_sample_itself_is_right() {
    run(&[
        "assess",
        text(&sample("omsk-engineer")),
        "--on",
        "2026-11-30",
    ])
    .answer();
}

#[test]
fn a_question_that_nobody_asks() {
    let complaint = complaint_after(|case| case["answers"]["applicant"]["shoe_size"] = 42.into());
    names(
        &complaint,
        &["answers.applicant.shoe_size", "no such field"],
    );
    let complaint = complaint_after(|case| case["answers"]["car"] = json!({}));
    names(&complaint, &["answers.car", "no such field"]);
    let complaint = complaint_after(|case| case["anwers"] = json!({}));
    names(&complaint, &["anwers", "no such field"]);
    let complaint = complaint_after(|case| case["plan"]["filed"] = "2026-11-30".into());
    names(&complaint, &["plan.filed", "no such field"]);
    let complaint = complaint_after(|case| {
        case["lists"]["child"]["records"][0]["shoe_size"] = 30.into();
    });
    names(
        &complaint,
        &["lists.child.records[0].shoe_size", "no such field"],
    );
    let complaint = complaint_after(|case| case["papers"]["library_card"] = json!({}));
    names(&complaint, &["papers.library_card", "no such field"]);
}

#[test]
fn a_list_that_is_none() {
    let complaint = complaint_after(|case| case["lists"]["cars"] = json!({ "complete": true }));
    names(&complaint, &["lists.cars", "no such field"]);
    let complaint = complaint_after(|case| case["lists"]["applicant"] = json!({}));
    names(&complaint, &["lists.applicant"]);
    let complaint = complaint_after(|case| case["answers"]["penalty"] = json!({}));
    names(&complaint, &["answers.penalty"]);
}

#[test]
fn a_value_of_another_type() {
    for (wrong, wanted) in [
        (json!("no"), "true or false"),
        (json!(0), "true or false"),
        (json!([]), "true or false"),
        (json!({ "unknown": "true" }), "true or false"),
    ] {
        let complaint = complaint_after(|case| case["answers"]["applicant"]["refugee"] = wrong);
        names(&complaint, &["answers.applicant.refugee", wanted]);
    }
    let complaint =
        complaint_after(|case| case["answers"]["dwelling"]["days_provided"] = json!(1.5));
    names(
        &complaint,
        &["answers.dwelling.days_provided", "whole number"],
    );
    let complaint =
        complaint_after(|case| case["answers"]["dwelling"]["days_provided"] = json!(-1));
    names(&complaint, &["answers.dwelling.days_provided"]);
    let complaint = complaint_after(|case| case["answers"]["applicant"]["status"] = "alien".into());
    names(
        &complaint,
        &["answers.applicant.status", "citizen, stateless"],
    );
    let complaint = complaint_after(|case| case["lists"]["child"] = json!([]));
    names(&complaint, &["lists.child", "braces"]);
    let complaint = complaint_after(|case| case["lists"]["child"]["records"] = json!({}));
    names(&complaint, &["lists.child.records", "brackets"]);
    let complaint = complaint_after(|case| case["lists"]["child"]["complete"] = json!("yes"));
    names(&complaint, &["lists.child.complete", "true or false"]);
    names(
        &complaint_after(|case| case["format"] = json!("1")),
        &["format"],
    );
    names(
        &complaint_after(|case| case["format"] = json!(2)),
        &["format"],
    );
}

#[test]
fn a_day_that_no_calendar_has() {
    for (day, said) in [
        ("2026-02-31", "31.02.2026"),
        ("2027-02-29", "29.02.2027"),
        ("2026-13-01", "2026"),
        ("31.12.2026", "date"),
        ("2026-1-1x", "date"),
        ("", "date"),
    ] {
        let complaint =
            complaint_after(|case| case["answers"]["applicant"]["birth_date"] = day.into());
        names(&complaint, &["answers.applicant.birth_date", said]);
        let complaint = complaint_after(|case| case["plan"]["filing"] = day.into());
        names(&complaint, &["plan.filing", said]);
    }
}

#[test]
fn a_country_that_nobody_knows() {
    for country in ["XX", "ru", "Russia", "RUS", ""] {
        let complaint =
            complaint_after(|case| case["answers"]["applicant"]["citizenship"] = country.into());
        names(&complaint, &["answers.applicant.citizenship", "ISO 3166-1"]);
    }
    let complaint =
        complaint_after(|case| case["papers"]["criminal_record:XX"] = json!({ "in_hand": true }));
    names(&complaint, &["papers.criminal_record:XX"]);
}

#[test]
fn two_records_of_one_id() {
    let complaint = complaint_after(|case| {
        let rows = case["lists"]["relative"]["records"].as_array_mut().unwrap();
        rows[0]["id"] = "one".into();
        rows[1]["id"] = "one".into();
    });
    names(&complaint, &["lists.relative.records[1].id"]);
    let complaint = complaint_after(|case| {
        case["lists"]["relative"]["records"][0]["id"] = "a/b".into();
    });
    names(&complaint, &["lists.relative.records[0].id"]);
}

#[test]
fn days_of_the_plan_in_the_wrong_order() {
    let complaint = complaint_after(|case| {
        case["plan"] = json!({ "filing": "2026-11-30", "payment": "2026-12-01" });
    });
    names(&complaint, &["plan.payment", "after the filing day"]);
    let complaint = complaint_after(|case| {
        case["plan"] = json!({ "filing": "2026-11-30", "decision": "2026-11-29" });
    });
    names(&complaint, &["plan.decision", "before the filing day"]);
}

#[test]
fn days_on_the_line_in_the_wrong_order() {
    let case = sample("omsk-engineer");
    let complaint = run(&[
        "assess",
        text(&case),
        "--on",
        "2026-11-30",
        "--paid",
        "2026-12-01",
    ])
    .complaint();
    names(
        &complaint,
        &[text(&case), "--paid 2026-12-01", "--on 2026-11-30"],
    );
    assert!(!complaint.contains("plan.payment"), "{complaint}");
    let complaint = run(&[
        "assess",
        text(&case),
        "--on",
        "2026-11-30",
        "--decided",
        "2026-11-29",
    ])
    .complaint();
    names(
        &complaint,
        &[text(&case), "--decided 2026-11-29", "--on 2026-11-30"],
    );
}

#[test]
fn no_filing_day_at_all() {
    let mut case = sample_json("omsk-engineer");
    case["plan"] = json!({});
    let (_folder, file) = file_of(case.to_string().as_bytes());
    let complaint = run(&["assess", text(&file)]).complaint();
    names(&complaint, &[text(&file), "plan.filing", "--on"]);
}

#[test]
fn a_file_that_was_cut_off() {
    let whole = std::fs::read(sample("omsk-engineer")).unwrap();
    for part in [1, 100, whole.len() / 2, whole.len() - 3] {
        let complaint = complaint_of(&whole[..part]);
        // A cut inside a letter leaves no text at all.
        let told = complaint.contains("line ") || complaint.contains("UTF-8");
        assert!(told, "{complaint}");
    }
    let lines: Vec<&[u8]> = whole
        .split_inclusive(|byte| *byte == b'\n')
        .take(20)
        .collect();
    names(&complaint_of(&lines.concat()), &["line 2"]);
}

#[test]
fn an_empty_file() {
    names(&complaint_of(b""), &["line 1"]);
    names(&complaint_of(b" \n\n"), &["line "]);
    names(&complaint_of(b"null"), &["case", "object"]);
    names(&complaint_of(b"[]"), &["case", "object"]);
    names(&complaint_of(b"{}"), &["format"]);
}

#[test]
fn a_mistake_in_the_json_has_its_line() {
    names(
        &complaint_of(b"{\n  \"format\": 1,\n  \"plan\": {,}\n}\n"),
        &["line 3"],
    );
}

#[test]
fn noise() {
    // A xorshift: the same noise on every run.
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut noise = Vec::with_capacity(10 * 1024 * 1024);
    while noise.len() < noise.capacity() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        noise.extend_from_slice(&state.to_le_bytes());
    }
    names(&complaint_of(&noise), &["larger than"]);
    names(&complaint_of(&noise[..100_000]), &["UTF-8"]);
    let printable: Vec<u8> = noise[..100_000]
        .iter()
        .map(|byte| b' ' + byte % 95)
        .collect();
    names(&complaint_of(&printable), &["line 1"]);
}

#[test]
fn json_that_is_nested_deeply() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        names(&complaint_of(deep.as_bytes()), &["line 1", "recursion"]);
        let mut case = String::from("{\"format\":1,\"about\":");
        case.push_str(&deep);
        case.push('}');
        names(&complaint_of(case.as_bytes()), &["line 1"]);
    }
}

#[test]
fn a_file_that_is_no_text() {
    names(&complaint_of(b"\xff\xfe{\0}\0"), &["UTF-8"]);
}

#[test]
fn a_file_that_is_not_there_and_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    names(
        &complaint_about(&folder.path().join("nowhere.json"), folder.path()),
        &["nowhere.json"],
    );
    complaint_about(folder.path(), folder.path());
}

#[test]
fn a_folder_that_cannot_be_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("taken");
    std::fs::write(&taken, "a file, not a folder").unwrap();
    let case = sample("omsk-engineer");
    run(&[
        "papers",
        text(&case),
        "--form",
        "questionnaire",
        "--lang",
        "ru",
        "--on",
        "2026-11-30",
        "--out",
        text(&taken),
    ])
    .complaint();
    assert_eq!(std::fs::read(&taken).unwrap(), b"a file, not a folder");
}

#[test]
fn what_a_box_cannot_hold() {
    let long = "а".repeat(5000);
    let complaint = complaint_after(|case| case["answers"]["applicant"]["motives"] = long.into());
    names(&complaint, &["answers.applicant.motives", "too long"]);
    let complaint =
        complaint_after(|case| case["answers"]["names"]["surname_latin"] = "Соколов".into());
    names(
        &complaint,
        &["answers.names.surname_latin", "Only Latin letters"],
    );
    let complaint =
        complaint_after(|case| case["answers"]["names"]["surname_cyrillic"] = "Sokolov".into());
    names(
        &complaint,
        &["answers.names.surname_cyrillic", "Only Cyrillic letters"],
    );
    let complaint =
        complaint_after(|case| case["answers"]["applicant"]["motives"] = "a\u{0}b".into());
    names(
        &complaint,
        &["answers.applicant.motives", "control character"],
    );
}

#[test]
fn a_key_that_stands_twice_is_named_with_its_line() {
    let complaint = complaint_of(
        b"{ \"format\": 1,\n  \"papers\": { \"photo\": { \"in_hand\": true },\n    \"photo\": { \"in_hand\": false } } }",
    );
    names(&complaint, &["line 3", "“photo” stands twice"]);
}

#[test]
fn a_paper_with_a_key_that_does_not_fit() {
    let said = json!({ "in_hand": true });
    let complaint = complaint_after(|case| case["papers"]["criminal_record"] = said.clone());
    names(
        &complaint,
        &[
            "papers.criminal_record",
            "for each country",
            "criminal_record:XX",
        ],
    );
    let complaint = complaint_after(|case| case["papers"]["criminal_record:ZZ"] = said.clone());
    names(
        &complaint,
        &["papers.criminal_record:ZZ", "criminal_record:XX"],
    );
    let complaint = complaint_after(|case| case["papers"]["photo:RU"] = said.clone());
    names(&complaint, &["papers.photo:RU", "one “photo” only"]);
    let complaint = complaint_after(|case| case["papers"]["child_consent"] = said.clone());
    names(
        &complaint,
        &["papers.child_consent", "lists.child", "child_consent/ID"],
    );
    let complaint = complaint_after(|case| case["papers"]["child_consent/nobody"] = said.clone());
    names(&complaint, &["papers.child_consent/nobody", "lists.child"]);
}

#[test]
fn a_paper_of_a_country_that_the_case_does_not_name() {
    let complaint = complaint_after(|case| {
        case["lists"]["citizenship"] = json!({ "complete": true, "records": [] });
        case["papers"]["criminal_record:DE"] = json!({ "in_hand": true });
    });
    names(
        &complaint,
        &["papers.criminal_record:DE", "paper of this country", "RU"],
    );
}
