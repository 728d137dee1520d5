//! `qonys-cli photo`, as a user runs it.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value as Json;

use super::{bytes, seed};

fn photo(arguments: &[&str], picture: &Path, out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qonys-cli"))
        .arg("photo")
        .arg(picture)
        .args(arguments)
        .arg("--out")
        .arg(out)
        .output()
        .expect("the program runs")
}

fn answer(output: &Output) -> Json {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_photo_is_written_and_nothing_is_overwritten() {
    let out = tempfile::tempdir().unwrap();
    for picture in ["head.jpg", "head.png", "head.webp"] {
        let first = answer(&photo(
            &["--crop", "3,4,413,531"],
            &seed(picture),
            out.path(),
        ));
        assert_eq!(
            (&first["width"], &first["height"]),
            (&413.into(), &531.into())
        );
        assert_eq!(first["crop"]["x"], 3);
        let file = first["photo"].as_str().unwrap();
        assert!(
            std::fs::read(file)
                .unwrap()
                .starts_with(&[0xFF, 0xD8, 0xFF])
        );
        let sheet = std::fs::read(first["sheet_jpeg"].as_str().unwrap()).unwrap();
        assert!(sheet.starts_with(&[0xFF, 0xD8, 0xFF]));
        let sheet = std::fs::read(first["sheet_pdf"].as_str().unwrap()).unwrap();
        assert!(sheet.starts_with(b"%PDF-"));
    }
    assert_eq!(
        std::fs::read_dir(out.path())
            .unwrap()
            .filter(|entry| {
                let name = entry.as_ref().unwrap().file_name();
                name.to_string_lossy().starts_with("photo_35x45mm")
            })
            .count(),
        3
    );
}

#[test]
fn without_a_part_the_middle_is_taken() {
    let out = tempfile::tempdir().unwrap();
    let found = answer(&photo(&[], &seed("head.png"), out.path()));
    assert_eq!(found["crop"]["width"], 420);
    assert_eq!(
        (&found["width"], &found["height"]),
        (&420.into(), &540.into())
    );
}

#[test]
fn what_is_wrong_is_said_with_numbers() {
    let out = tempfile::tempdir().unwrap();
    let head = seed("head.png");
    for (part, words) in [
        ("0,0,413,530", "35 to 45"),
        ("10,10,413,531", "420 × 540"),
        ("0,0,350,450", "350 × 450"),
        ("0,0,413", "four whole numbers"),
        ("0,0,-413,531", "four whole numbers"),
    ] {
        let said = complaint(&photo(&[&format!("--crop={part}")], &head, out.path()));
        assert!(said.contains(words), "{part}: {said}");
    }
    let tiny = complaint(&photo(&[], &seed("tiny.png"), out.path()));
    assert!(tiny.contains("413 × 531"), "{tiny}");
    let none = complaint(&photo(&[], &seed("none.png"), out.path()));
    assert!(none.contains("none.png"), "{none}");
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn heic_is_recognised_and_the_way_out_is_said() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("telephone.jpg");
    std::fs::write(&file, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap();
    let said = complaint(&photo(&[], &file, out.path()));
    assert!(said.contains("HEIC") && said.contains("JPEG"), "{said}");
}

#[test]
fn a_damaged_picture_is_refused_and_kept() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("half.jpg");
    let whole = bytes("head.jpg");
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let said = complaint(&photo(&[], &file, out.path()));
    assert!(
        said.contains("The end of the picture file is missing"),
        "{said}"
    );
    assert_eq!(std::fs::read(&file).unwrap(), whole[..whole.len() / 2]);
}

#[test]
fn the_word_of_the_reading_process_alone_does_nothing() {
    for arguments in [
        &["read-foreign"][..],
        &["read-foreign", "{}"],
        &["read-foreign", "x", "y"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_qonys-cli"))
            .args(arguments)
            .output()
            .unwrap();
        assert_ne!(output.status.code(), Some(0));
        assert!(output.stdout.is_empty());
    }
}
