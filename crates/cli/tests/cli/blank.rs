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
