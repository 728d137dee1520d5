//! The office's own blank by the command line.

use std::path::Path;
use std::path::PathBuf;

use crate::papers::words_of;
use crate::run::Run;
use crate::run::run;
use crate::run::sample;
use crate::run::text;

fn blank() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../papers/tests/blanks/reportlab.pdf")
}

fn fill(boxes: &str, lang: &str, out: &Path) -> Run {
    let file = out.join("boxes.toml");
    std::fs::write(&file, boxes).expect("a file of boxes");
    run(&[
        "blank",
        "fill",
        text(&blank()),
        "--boxes",
        text(&file),
        "--case",
        text(&sample("kazakh-letters")),
        "--lang",
        lang,
        "--on",
        "2026-11-30",
        "--out",
        text(out),
    ])
}

fn boxes(digest: &str) -> String {
    format!(
        r#"[blank]
digest = "{digest}"
title = "Анкета"
language = "kk"

[[box]]
id = "surname"
field = "surname"
label = "Тегі"
fill.text = {{ parts = ["names.surname_cyrillic"], names = true }}

[[box]]
id = "birth"
field = "birth_date"
fill.date = {{ fact = "applicant.birth_date" }}
"#
    )
}

#[test]
fn a_blank_is_looked_at_and_filled() {
    let out = tempfile::tempdir().expect("a folder");
    let seen = run(&["blank", "inspect", text(&blank())]).json();
    assert_eq!(seen["kind"], "fillable");
    let digest = seen["digest"].as_str().expect("a digest");
    let answer = fill(&boxes(digest), "kk", out.path()).json();
    let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
    assert!(words.contains("Мыңжасар"), "{words}");
    assert!(words.contains("09.05.1978"), "{words}");
}

#[test]
fn boxes_of_another_blank_or_language_are_refused() {
    let out = tempfile::tempdir().expect("a folder");
    let seen = run(&["blank", "inspect", text(&blank())]).json();
    let digest = seen["digest"].as_str().expect("a digest");
    fill(&boxes(digest), "ru", out.path()).complaint();
    let other = fill(&boxes(&"0".repeat(64)), "kk", out.path()).complaint();
    assert!(other.contains("Анкета"), "{other}");
    let left: Vec<_> = std::fs::read_dir(out.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left, ["boxes.toml"], "nothing was written");
}

fn with_box(more: &str) -> String {
    let seen = run(&["blank", "inspect", text(&blank())]).json();
    let digest = seen["digest"].as_str().expect("a digest");
    format!("{}{more}", boxes(digest))
}

#[test]
fn a_box_that_asks_what_nothing_asks_is_refused_by_file_box_and_name() {
    let out = tempfile::tempdir().expect("a folder");
    let slip = with_box(
        "[[box]]\nid = \"c1\"\nfield = \"given\"\nrecord = 1\nfill.text = { parts = [\"child.giv\"] }\n",
    );
    let complaint = fill(&slip, "kk", out.path()).complaint();
    for named in ["boxes.toml", "«c1»", "«child.giv»", "16-жолы"] {
        assert!(complaint.contains(named), "{named}: {complaint}");
    }
}

/// The sample has five children.
#[test]
fn children_that_have_no_box_are_told_of() {
    let out = tempfile::tempdir().expect("a folder");
    let one = with_box(
        "[[box]]\nid = \"c1\"\nfield = \"given\"\nrecord = 1\nfill.text = { parts = [\"child.given_cyrillic\"] }\n",
    );
    let answer = fill(&one, "kk", out.path()).json();
    let warnings = answer["warnings"].as_array().expect("a list");
    assert_eq!(warnings.len(), 1, "{answer}");
    assert_eq!(warnings[0]["code"], "records_left_out");
    for (lang, words) in [
        ("kk", "4 жазба сыймады"),
        ("ru", "не попали 4 записи"),
        ("en", "4 entries are not on the blank"),
    ] {
        let said = warnings[0][lang].as_str().expect("a sentence");
        assert!(said.contains(words), "{said}");
    }
    let none = fill(&with_box(""), "kk", out.path()).json();
    assert_eq!(none["warnings"], serde_json::json!([]));
}
