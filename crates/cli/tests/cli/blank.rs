//! The office's own blank by the command line.

use std::path::Path;
use std::path::PathBuf;

use serde_json::Value as Json;

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
    let warnings = told(&answer, "records_left_out");
    assert_eq!(warnings.len(), 1, "{answer}");
    for (lang, words) in [
        ("kk", "4 жазба сыймады"),
        ("ru", "не попали 4 записи"),
        ("en", "4 entries are not on the blank"),
    ] {
        let said = warnings[0][lang].as_str().expect("a sentence");
        assert!(said.contains(words), "{said}");
    }
    let none = fill(&with_box(""), "kk", out.path()).json();
    assert_eq!(told(&none, "records_left_out").len(), 0, "{none}");
}

/// The warnings of one kind.
fn told(answer: &Json, code: &str) -> Vec<Json> {
    let warnings = answer["warnings"].as_array().expect("a list");
    let of_kind = warnings.iter().filter(|warning| warning["code"] == code);
    of_kind.cloned().collect()
}

fn fill_file(blank: &Path, boxes: &str, out: &Path, more: &[&str]) -> Run {
    let file = out.join("boxes.toml");
    std::fs::write(&file, boxes).expect("a file of boxes");
    let case = sample("kazakh-letters");
    let mut arguments = vec!["blank", "fill", text(blank), "--boxes", text(&file)];
    arguments.extend(["--case", text(&case), "--lang", "kk", "--on", "2026-11-30"]);
    arguments.extend(["--out", text(out)]);
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn a_field_that_was_filled_before_and_has_no_box_is_told_of() {
    let out = tempfile::tempdir().expect("a folder");
    let answer = fill(&with_box(""), "kk", out.path()).json();
    let filled = PathBuf::from(answer["file"].as_str().expect("a file"));
    let seen = run(&["blank", "inspect", text(&filled)]).json();
    let whole = boxes(seen["digest"].as_str().expect("a digest"));
    let again = tempfile::tempdir().expect("a folder");
    let all = fill_file(&filled, &whole, again.path(), &[]).json();
    let named = |answer: &Json, field: &str| {
        let all = told(answer, "filled_before");
        let field = format!("«{field}» өрісі бұрыннан");
        all.iter()
            .any(|one| one["kk"].as_str().expect("a sentence").contains(&field))
    };
    assert!(!named(&all, "surname"), "it has a box: {all}");
    assert!(named(&all, "marital"), "the office ticked it: {all}");
    let (birth_only, _) = whole.split_once("[[box]]").expect("a box");
    let second = whole.rfind("[[box]]").expect("a box");
    let birth_only = format!("{birth_only}{}", &whole[second..]);
    for (more, tells) in [
        (&[][..], true),
        (&["--flat"], true),
        (&["--text-only"], false),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let answer = fill_file(&filled, &birth_only, folder.path(), more).json();
        assert_eq!(named(&answer, "surname"), tells, "{answer}");
    }
}

#[test]
fn a_shift_is_asked_for_in_its_figures_and_never_leaves_the_paper() {
    let out = tempfile::tempdir().expect("a folder");
    let whole = with_box("");
    let text_only = |shift: &str| {
        fill_file(
            &blank(),
            &whole,
            out.path(),
            &["--text-only", "--offset", shift],
        )
    };
    let one = text_only("15").complaint();
    assert!(one.contains("15,-7"), "{one}");
    let away = text_only("2000,0").complaint();
    assert!(!away.contains("blank."), "{away}");
    let left = std::fs::read_dir(out.path()).expect("a folder").count();
    assert_eq!(left, 1, "nothing was written");
    text_only("15,-7").json();
}

#[test]
fn a_blank_that_cannot_be_read_is_named() {
    let encrypted =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../papers/tests/blanks/encrypted.pdf");
    let complaint = run(&["blank", "inspect", text(&encrypted)]).complaint();
    assert!(complaint.contains("encrypted.pdf"), "{complaint}");
}

#[test]
fn a_first_file_of_boxes_is_printed_and_fills_the_blank() {
    for (lang, names) in [("kk", "Деректердің атаулары"), ("ru", "Имена данных")]
    {
        let out = tempfile::tempdir().expect("a folder");
        let made = run(&[
            "blank",
            "boxes",
            text(&blank()),
            "--lang",
            lang,
            "--title",
            "Анкета",
        ]);
        let made = made.answer();
        assert!(made.contains(names), "{made}");
        assert!(made.contains("names.surname_cyrillic"), "{made}");
        assert!(
            made.contains("«marital»"),
            "ticks are left to the person: {made}"
        );
        let answer = fill(&made, lang, out.path()).json();
        let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
        assert!(words.contains("Мыңжасар"), "{words}");
        assert!(words.contains("09.05.1978"), "{words}");
    }
}

/// A PDF without fields: the first file holds no box, and takes one as the file itself tells.
#[test]
fn a_first_file_of_boxes_of_a_flat_blank_is_gone_on_with_by_hand() {
    let out = tempfile::tempdir().expect("a folder");
    let flat = Path::new(env!("CARGO_MANIFEST_DIR")).join("../papers/tests/blanks/flat.pdf");
    let made = run(&[
        "blank",
        "boxes",
        text(&flat),
        "--lang",
        "ru",
        "--title",
        "Анкета",
    ]);
    let made = made.answer();
    assert!(
        made.contains("Ни одного поля программа не угадала"),
        "{made}"
    );
    let file = out.path().join("boxes.toml");
    let filled = |boxes: &str| {
        std::fs::write(&file, boxes).expect("a file of boxes");
        run(&[
            "blank",
            "fill",
            text(&flat),
            "--boxes",
            text(&file),
            "--case",
            text(&sample("kazakh-letters")),
            "--lang",
            "ru",
            "--on",
            "2026-11-30",
            "--out",
            text(out.path()),
        ])
    };
    let own = r#"
[[box]]
id = "surname"
page = 1
at = [30, 40, 80, 10]
fill.text = { parts = ["names.surname_cyrillic"] }
"#;
    let answer = filled(&format!("{made}{own}")).json();
    let words = words_of(Path::new(answer["file"].as_str().expect("a file")));
    assert!(words.contains("Мыңжасар"), "{words}");
    let complaint = filled(&format!("box = []\n{made}{own}")).complaint();
    assert!(complaint.contains("boxes.toml"), "{complaint}");
    assert!(!complaint.contains("«»"), "{complaint}");
}
