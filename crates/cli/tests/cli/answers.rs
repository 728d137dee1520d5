//! What the command line answers: help, schemas, assessments and papers.

use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;

use crate::run::Run;
use crate::run::SAMPLES;
use crate::run::run;
use crate::run::sample;
use crate::run::sample_json;
use crate::run::text;
use crate::schema;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

fn assess(name: &str, lang: &str, more: &[&str]) -> Run {
    let case = sample(name);
    let mut arguments = vec![
        "assess",
        text(&case),
        "--on",
        "2026-11-30",
        "--paid",
        "2026-11-30",
        "--today",
        "2026-11-21",
        "--lang",
        lang,
    ];
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn the_help_names_every_command_and_the_exit_codes() {
    let help = run(&["--help"]).answer();
    for word in ["assess", "papers", "schema", "Exit code 0", "2"] {
        assert!(help.contains(word), "{word} in:\n{help}");
    }
    for command in ["assess", "papers", "schema"] {
        assert!(run(&[command, "--help"]).answer().contains("Usage"));
    }
}

#[test]
fn a_wrong_argument_is_exit_code_2() {
    for arguments in [
        &["assess"][..],
        &["nothing"],
        &["assess", "case.json", "--on", "30.11.2026"],
        &["assess", "case.json", "--on", "2026-02-31"],
        &["assess", "case.json", "--lang", "de"],
    ] {
        let run = run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(!run.err.is_empty());
    }
}

#[test]
fn both_samples_obey_the_schema_of_the_case_file() {
    let schema = run(&["schema", "case"]).json();
    for name in SAMPLES {
        let mistakes = schema::mistakes(&schema, &sample_json(name));
        assert!(mistakes.is_empty(), "{name}: {mistakes:#?}");
    }
}

#[test]
fn the_schema_finds_what_a_case_may_not_hold() {
    let schema = run(&["schema", "case"]).json();
    let spoil = |change: &dyn Fn(&mut Json)| {
        let mut case = sample_json("omsk-engineer");
        change(&mut case);
        !schema::mistakes(&schema, &case).is_empty()
    };
    assert!(spoil(&|case| case["format"] = 2.into()));
    assert!(spoil(
        &|case| case["answers"]["applicant"]["status"] = "alien".into()
    ));
    assert!(spoil(
        &|case| case["answers"]["applicant"]["refugee"] = "no".into()
    ));
    assert!(spoil(
        &|case| case["answers"]["applicant"]["surprise"] = 1.into()
    ));
    assert!(spoil(
        &|case| case["answers"]["applicant"]["citizenship"] = "Russia".into()
    ));
    assert!(spoil(&|case| case["lists"]["child"]["complete"] = 1.into()));
    assert!(spoil(
        &|case| case["lists"]["child"]["records"][0]["birth_date"] = 2020.into()
    ));
    assert!(!spoil(
        &|case| case["answers"]["applicant"]["refugee"] = Json::Null
    ));
}

#[test]
fn every_answer_obeys_its_schema() {
    let schemas = run(&["schema"]).json();
    assert_eq!(run(&["schema", "assess"]).json(), schemas["assess"]);
    for name in SAMPLES {
        let answer = assess(name, "ru", &["--json"]).json();
        let mistakes = schema::mistakes(&schemas["assess"], &answer);
        assert!(mistakes.is_empty(), "{name}: {mistakes:#?}");
    }
}

/// Every value of an answer that is not a word of a language.
fn wordless(json: &Json, at: &str, into: &mut Vec<String>) {
    const WORDS: [&str; 23] = [
        "answer",
        "ask",
        "carried_by",
        "change",
        "country",
        "disclaimer",
        "heading",
        "instead",
        "label",
        "language",
        "missed",
        "office",
        "page",
        "per",
        "person",
        "price",
        "proof",
        "text",
        "title",
        // The address is that of the text in the language.
        "url",
        "what",
        "words",
        "working",
    ];
    let worded = |key: &str| WORDS.contains(&key) || key.ends_with("_text");
    match json {
        Json::Object(map) => {
            for (key, value) in map {
                if !(worded(key) && value.is_string()) {
                    wordless(value, &format!("{at}.{key}"), into);
                }
            }
        }
        Json::Array(rows) => {
            for (place, row) in rows.iter().enumerate() {
                wordless(row, &format!("{at}[{place}]"), into);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
            into.push(format!("{at} = {json}"));
        }
    }
}

#[test]
fn the_language_changes_nothing_but_words() {
    for name in SAMPLES {
        let [kk, ru, en] = LANGUAGES.map(|lang| {
            let mut values = Vec::new();
            wordless(&assess(name, lang, &["--json"]).json(), "", &mut values);
            values
        });
        assert!(en.len() > 500, "the answer was looked at");
        assert_eq!(kk, en, "{name}");
        assert_eq!(ru, en, "{name}");
    }
}

#[test]
fn the_text_is_in_its_language_and_holds_no_key() {
    for name in SAMPLES {
        for lang in LANGUAGES {
            let answer = assess(name, lang, &[]).answer();
            assert!(answer.lines().count() > 60, "{lang}");
            for key in ["findings.", "report.", "%{", "Some("] {
                assert!(!answer.contains(key), "{key} in {name}, {lang}");
            }
            // A word of its own: permits are annulled.
            let mut words = answer.split(|letter: char| !letter.is_alphabetic());
            assert!(words.all(|word| word != "null"), "null in {name}, {lang}");
            let kazakh = answer.contains("Бас тарту негіздері");
            let cyrillic = answer.contains("Основания для отказа");
            assert_eq!(kazakh, lang == "kk", "{name}, {lang}");
            assert_eq!(cyrillic, lang == "ru", "{name}, {lang}");
        }
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    let answer = || assess("omsk-engineer", "kk", &["--json"]).answer();
    assert_eq!(answer(), answer());
}

#[test]
fn days_on_the_line_go_before_those_of_the_file() {
    let case = sample("omsk-engineer");
    let answer = run(&[
        "assess",
        text(&case),
        "--on",
        "2027-01-15",
        "--paid",
        "2026-12-31",
        "--json",
    ])
    .json();
    assert_eq!(answer["days"]["filing"]["day"]["iso"], "2027-01-15");
    assert_eq!(answer["days"]["payment"]["day"]["iso"], "2026-12-31");
    assert_eq!(answer["fees"][0]["sum"]["sum"]["tenge"], "17300.00");
}

fn papers(case: &Path, lang: &str, out: &Path) -> Run {
    run(&[
        "papers",
        text(case),
        "--form",
        "questionnaire",
        "--lang",
        lang,
        "--on",
        "2026-11-30",
        "--out",
        text(out),
    ])
}

/// The words of a PDF, as another program reads them.
pub(crate) fn words_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8", text(pdf), "-"])
        .output()
        .expect("pdftotext of poppler is installed");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_paper_holds_the_name_and_never_replaces_another() {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    for (name, surname) in [("omsk-engineer", "Соколов"), ("kazakh-letters", "")] {
        let case = sample(name);
        let surname = match surname {
            "" => sample_json(name)["answers"]["names"]["surname_cyrillic"]
                .as_str()
                .expect("a surname")
                .to_owned(),
            known => known.to_owned(),
        };
        for lang in ["kk", "ru"] {
            let out = folder.path().join(format!("{name}-{lang}"));
            let first = papers(&case, lang, &out).json();
            let file = Path::new(first["file"].as_str().expect("a file")).to_owned();
            let bytes = std::fs::read(&file).expect("the file was written");
            assert!(bytes.starts_with(b"%PDF-"));
            let words = words_of(&file).to_lowercase();
            assert!(
                words.contains(&surname.to_lowercase()),
                "{surname} in {name}, {lang}"
            );
            let second = papers(&case, lang, &out).json();
            assert_ne!(first["file"], second["file"], "another name");
            assert_eq!(std::fs::read(&file).expect("still there"), bytes);
            assert_eq!(std::fs::read_dir(&out).expect("a folder").count(), 2);
        }
    }
}

#[test]
fn a_paper_obeys_its_schema() {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let answer = papers(&sample("omsk-engineer"), "ru", folder.path()).json();
    let schema = run(&["schema", "papers"]).json();
    assert_eq!(schema::mistakes(&schema, &answer), Vec::<String>::new());
}

/// The sample, whose right to stay ends before the filing day.
fn overstayed(today: &str, lang: &str) -> String {
    let mut case = crate::run::sample_json("omsk-engineer");
    case["plan"] = serde_json::json!({});
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("case.json");
    std::fs::write(&file, case.to_string()).expect("a file");
    let answer = run(&[
        "assess",
        text(&file),
        "--on",
        "2027-06-30",
        "--today",
        today,
        "--lang",
        lang,
    ])
    .answer();
    answer.lines().next().expect("a heading").to_owned()
}

#[test]
fn the_heading_says_that_the_stay_is_over_and_what_comes_first() {
    for (lang, ahead, past) in [
        ("kk", "құқығыңыз болмайды", "көші-қон қызметіне"),
        ("ru", "продлите срок пребывания", "миграционную службу"),
        (
            "en",
            "First extend your stay",
            "First see the migration service",
        ),
    ] {
        let heading = overstayed("2026-11-22", lang);
        assert!(heading.contains(ahead), "{heading}");
        let heading = overstayed("2027-06-30", lang);
        assert!(heading.contains(past), "{heading}");
    }
}

#[test]
fn every_answer_names_the_law_pack_by_version_and_day() {
    let case = sample("omsk-engineer");
    let on = ["--on", "2026-11-30"];
    for command in ["assess", "agenda", "window"] {
        let line = [&[command, text(&case)], &on[..]].concat();
        let today = if command == "window" {
            &["--today", "2026-11-30"][..]
        } else {
            &[]
        };
        let json = run(&[&line, today, &["--json"]].concat()).json();
        assert_eq!(json["law"]["version"], 1, "{command}");
        assert_eq!(json["law"]["issued"]["iso"], "2026-11-22", "{command}");
        for (lang, words) in [
            ("kk", "Заң пакеті: 1-нұсқа, 2026 ж. 22 қараша"),
            ("ru", "Пакет законов: версия 1 от 22 ноября 2026 г."),
            ("en", "Law pack: version 1 of 22 November 2026"),
        ] {
            let answer = run(&[&line, today, &["--lang", lang]].concat()).answer();
            assert_eq!(answer.lines().last(), Some(words), "{command}");
        }
    }
    let receipt = run(&["receipt", text(&case), "--on", "2026-11-30"]).json();
    assert_eq!(
        receipt["law"],
        serde_json::json!({ "version": 1, "issued": "2026-11-22" })
    );
}

/// A stretch without a beginning or an end is said in words, in every language.
#[test]
fn no_stretch_of_days_is_printed_with_a_gap() {
    let case = sample("omsk-engineer");
    for (lang, from) in [
        ("kk", "күнінен бастап:"),
        ("ru", "с 8 февраля 2023 г.: Да"),
        ("en", "from 8 February 2023 on: Yes"),
    ] {
        let answer = run(&["assess", text(&case), "--on", "2026-11-30", "--lang", lang]).answer();
        for line in answer.lines() {
            assert!(!line.contains("… –") && !line.contains("– …"), "{line}");
        }
        assert!(answer.contains(from), "{lang}: {answer}");
    }
}
