//! `law show`, `list`, `lint` and `diff`.

use std::path::Path;
use std::path::PathBuf;

use crate::run::run;
use crate::run::text;
use crate::schema::mistakes;

const DAY: &str = "2026-11-30";

/// The law pack of the repository.
fn pack() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/law")
}

/// A copy of the law pack in which one text stands in the place of another.
fn changed(folder: &Path, file: &str, old: &str, new: &str) {
    copy(&pack(), folder);
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).expect("a file of the pack");
    assert!(text.contains(old), "{file} says {old}");
    std::fs::write(&path, text.replacen(old, new, 1)).expect("written");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the pack") {
        let path = entry.expect("an entry").path();
        let copied = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            std::fs::copy(&path, &copied).expect("copied");
        }
    }
}

#[test]
fn a_fee_is_shown_with_its_source_and_its_editions() {
    for (lang, words) in [
        (
            "en",
            [
                "in force",
                "Article 666(5)",
                "Monthly calculation index",
                "All editions",
            ],
        ),
        (
            "ru",
            [
                "действует",
                "подп. 5) ст. 666",
                "Месячный расчётный показатель",
                "Все редакции",
            ],
        ),
        (
            "kk",
            [
                "қолданылады",
                "666-баптың 5) тармақшасы",
                "Айлық есептік көрсеткіш",
                "Барлық редакциялары",
            ],
        ),
    ] {
        let shown = run(&[
            "law",
            "show",
            "fee:residence_permit",
            "--on",
            DAY,
            "--lang",
            lang,
        ])
        .answer();
        for word in words {
            assert!(shown.contains(word), "{lang} does not say {word}: {shown}");
        }
        let text = match lang {
            "kk" => "kaz",
            "en" => "eng",
            _ => "rus",
        };
        let address = format!("https://adilet.zan.kz/{text}/docs/K2500000214");
        assert!(shown.contains(&address), "{shown}");
    }
}

#[test]
fn the_edition_is_that_of_the_day() {
    let value = |on: &str| -> Option<String> {
        let record = run(&["law", "show", "mci", "--on", on, "--json"]).json();
        let editions = record["records"][0]["editions"]
            .as_array()
            .expect("editions")
            .clone();
        let one = editions
            .iter()
            .find(|edition| edition["of_the_day"] == true)?;
        let fields = one["fields"].as_array().expect("fields");
        let value = fields.iter().find(|field| field["key"] == "value")?;
        value["lines"][0]["text"].as_str().map(str::to_owned)
    };
    assert_eq!(value("2022-03-31").as_deref(), Some("3063"));
    assert_eq!(value("2022-04-01").as_deref(), Some("3180"));
    assert_eq!(value("2026-12-31").as_deref(), Some("4325"));
    assert_eq!(value("2027-01-01"), None, "nobody knows the index of 2027");
}

#[test]
fn what_is_not_known_and_what_was_not_are_told_apart() {
    let status = |on: &str| {
        let shown = run(&["law", "show", "procedure:pilot-2026", "--on", on, "--json"]).json();
        shown["records"][0]["status"].clone()
    };
    assert_eq!(status("2026-02-12"), "absent");
    assert_eq!(status("2026-02-13"), "in_force");
    assert_eq!(status("2026-12-31"), "in_force");
    assert_eq!(status("2027-01-01"), "not_known");
}

#[test]
fn a_wrong_id_names_the_nearest() {
    let complaint = run(&["law", "show", "residense_permit", "--on", DAY]).complaint();
    assert!(complaint.contains("residense_permit"), "{complaint}");
    assert!(complaint.contains("residence_permit"), "{complaint}");
    let complaint = run(&["law", "list", "weather"]).complaint();
    assert!(complaint.contains("requirement"), "{complaint}");
}

#[test]
fn every_kind_is_listed_and_every_record_of_a_kind() {
    let all = run(&["law", "list"]).answer();
    for kind in ["act", "fee", "ground", "procedure", "requirement", "route"] {
        assert!(
            all.lines()
                .any(|line| line.starts_with(&format!("{kind}:"))),
            "{all}"
        );
    }
    let grounds = run(&["law", "list", "ground", "--lang", "kk"]).answer();
    assert!(grounds.contains("ground-14-1:"), "{grounds}");
}

#[test]
fn the_pack_that_is_built_in_has_no_fault_and_neither_has_its_folder() {
    let own = run(&["law", "lint"]).answer();
    assert!(own.contains("No fault"), "{own}");
    let pack = pack();
    let folder = run(&["law", "lint", text(&pack)]).answer();
    assert!(
        own.starts_with(&folder),
        "the same, and which law it is: {own}"
    );
}

#[test]
fn what_is_to_be_read_again_is_named_from_the_day_after() {
    let due = |on: &str| {
        run(&["law", "lint", "--on", on])
            .answer()
            .matches("[review]")
            .count()
    };
    assert_eq!(due("2026-11-22"), 0);
    assert_eq!(due("2026-12-15"), 0);
    assert!(due("2026-12-16") > 0);
}

#[test]
fn a_fault_is_named_with_file_line_and_record() {
    let folder = tempfile::tempdir().expect("a folder");
    changed(
        folder.path(),
        "fees.toml",
        "cite = \"tax-code-2017:613\"\n",
        "",
    );
    let complaint = run(&["law", "lint", text(folder.path())]).complaint();
    assert!(complaint.contains("fees.toml:"), "{complaint}");
    assert!(complaint.contains("fee residence_permit"), "{complaint}");
    assert!(complaint.contains("[source]"), "{complaint}");
}

#[test]
fn a_folder_that_is_none_and_one_without_a_pack_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let none = folder.path().join("none");
    assert!(
        run(&["law", "lint", text(&none)])
            .complaint()
            .contains("none")
    );
    assert!(
        run(&["law", "lint", text(folder.path())])
            .complaint()
            .contains("no TOML")
    );
}

#[test]
fn nothing_differs_from_itself() {
    for pair in [[DAY, DAY], ["built-in", "built-in"]] {
        let answer = run(&["law", "diff", pair[0], pair[1]]).answer();
        assert!(answer.contains("Nothing is different"), "{answer}");
    }
    let pack = pack();
    let answer = run(&["law", "diff", "built-in", text(&pack)]).answer();
    assert!(answer.contains("Nothing is different"), "{answer}");
}

#[test]
fn what_changed_between_the_seed_and_today_is_told() {
    let answer = run(&["law", "diff", "2022-10-22", DAY]).answer();
    for word in ["(mci)", "was: 3180", "now: 4325", "(pilot-2026)"] {
        assert!(answer.contains(word), "does not say {word}: {answer}");
    }
}

#[test]
fn one_changed_number_is_the_only_difference_between_two_packs() {
    let folder = tempfile::tempdir().expect("a folder");
    changed(folder.path(), "parameters.toml", "\"4325\"", "\"4326\"");
    let view = run(&["law", "diff", "built-in", text(folder.path()), "--json"]).json();
    let found = view["differences"].as_array().expect("a list");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["name"]["id"], "mci");
    assert_eq!(found[0]["fields"][0]["now"][0]["text"], "4326");
}

#[test]
fn a_day_is_not_compared_with_a_pack() {
    let complaint = run(&["law", "diff", DAY, "built-in"]).complaint();
    assert!(complaint.contains("two days"), "{complaint}");
}

#[test]
fn every_answer_about_the_law_obeys_its_schema() {
    let schemas = run(&["schema"]).json();
    for (name, arguments) in [
        (
            "law_show",
            ["law", "show", "ground:ground-14-1", "--on", DAY, "--json"].as_slice(),
        ),
        ("law_list", &["law", "list", "--json"]),
        ("law_diff", &["law", "diff", "2022-10-22", DAY, "--json"]),
        ("law_lint", &["law", "lint", "--json"]),
    ] {
        let found = mistakes(&schemas[name], &run(arguments).json());
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn every_answer_about_the_law_names_its_version_and_day() {
    let own = "Law pack: version 1 of 22 November 2026";
    let days = ["days", "--from", "2026-12-10", "--working", "7"];
    for arguments in [
        &["law", "show", "mci", "--on", DAY][..],
        &["law", "list"],
        &["law", "diff", "2022-10-22", DAY],
        &["law", "diff", "built-in", "built-in"],
        &["law", "lint"],
        &days,
    ] {
        let answer = run(arguments).answer();
        assert_eq!(answer.lines().last(), Some(own), "{arguments:?}");
        let json = run(&[arguments, &["--json"]].concat()).json();
        assert_eq!(json["law"]["version"], 1, "{arguments:?}");
        assert_eq!(json["law"]["issued"]["iso"], "2026-11-22", "{arguments:?}");
    }
    let spoken = run(&[&days[..], &["--lang", "kk"]].concat()).answer();
    assert!(spoken.contains("Заң пакеті: 1-нұсқа"), "{spoken}");
}

#[test]
fn a_pack_in_a_folder_has_no_version_to_name() {
    let pack = pack();
    for arguments in [
        &["law", "lint", text(&pack), "--json"][..],
        &["law", "diff", text(&pack), text(&pack), "--json"],
    ] {
        assert!(run(arguments).json()["law"].is_null(), "{arguments:?}");
    }
}
