//! Blanks of other programs, their boxes, and what is proved of every filled one.

use std::path::{Path, PathBuf};
use std::process::Command;

use qonys_papers::{
    Blank, BlankBoxes, Filling, Form, Manner, Paper, PaperError, Placed, fill_blank,
};

use super::poppler::{run, save, words};
use super::proof::{colliding, misplaced};
use super::raster::{differences, picture};
use super::{Answers, filling};

pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/blanks")
        .join(name)
}

pub fn blank(name: &str) -> Blank {
    Blank::read(&[std::fs::read(file(name)).unwrap()]).unwrap()
}

pub fn base() -> Form {
    Form::parse("blank", include_str!("../../../../assets/forms/blank.toml")).unwrap()
}

/// A file of boxes for a blank.
pub fn boxes(blank: &Blank, language: &str, boxes: &str) -> BlankBoxes {
    BlankBoxes::parse(&format!(
        "[blank]\ndigest = \"{}\"\ntitle = \"Бланк\"\nlanguage = \"{language}\"\nedition = \"2026\"\n{boxes}",
        blank.digest()
    ))
    .unwrap()
}

pub fn fill(
    blank: &Blank,
    boxes: &BlankBoxes,
    answers: &Answers,
    manner: Manner,
) -> Result<Paper, PaperError> {
    let filling: Filling<'_> = filling(answers);
    fill_blank(
        blank,
        boxes,
        &base(),
        boxes.blank.language,
        &filling,
        manner,
    )
}

/// Fills a blank and proves what is proved of every filled one, save the raster.
pub fn proved(
    name: &str,
    blank: &Blank,
    boxes: &BlankBoxes,
    answers: &Answers,
    manner: Manner,
) -> (Paper, PathBuf) {
    let paper = fill(blank, boxes, answers, manner).unwrap();
    let again = fill(blank, boxes, answers, manner).unwrap();
    assert!(
        paper.pdf == again.pdf,
        "{name}: the same input, other bytes"
    );
    let path = save(name, &paper.pdf);
    run("qpdf", &["--check", path.to_str().unwrap()]);
    // The tick of a field is a letter of the blank's own font.
    let found: Vec<_> = words(&path)
        .into_iter()
        .filter(|word| !["✓", "✔", "✘", "✗"].contains(&word.text.as_str()))
        .collect();
    assert_eq!(misplaced(&found, &paper.placed), Vec::<String>::new());
    // What the blank itself holds may lie close; our own words may not.
    let ours: Vec<_> = found
        .into_iter()
        .filter(|word| {
            paper.placed.iter().any(|one| {
                one.page == word.page
                    && word.left >= one.area.x.in_micrometres() - 120
                    && word.top >= one.area.y.in_micrometres() - 120
                    && word.right <= one.area.right().in_micrometres() + 120
                    && word.bottom <= one.area.bottom().in_micrometres() + 120
            })
        })
        .collect();
    assert_eq!(colliding(&ours), Vec::<String>::new());
    embedded(&path);
    (paper, path)
}

/// Every font of ours is embedded, a subset, and says what its glyphs stand for.
fn embedded(pdf: &Path) {
    let fonts = run("pdffonts", &[pdf.to_str().unwrap()]);
    let ours: Vec<&str> = fonts
        .lines()
        .filter(|line| line.starts_with("QONY"))
        .collect();
    assert!(!ours.is_empty(), "{fonts}");
    for font in ours {
        let columns: Vec<&str> = font.split_whitespace().rev().take(5).collect();
        // From the right: object (2), uni, sub, emb.
        assert_eq!(columns[2..], ["yes", "yes", "yes"], "{font}");
    }
}

/// The places, in micrometres, at which a page differs from the blank outside of what was
/// placed, with a stroke's width around it.
pub fn strays(before: &Path, after: &Path, page: usize, placed: &[Placed]) -> Vec<(i64, i64)> {
    const SLACK: i64 = 500;
    differences(&picture(before, page), &picture(after, page))
        .into_iter()
        .filter(|(x, y)| {
            !placed.iter().any(|one| {
                one.page == page
                    && *x >= one.area.x.in_micrometres() - SLACK
                    && *x <= one.area.right().in_micrometres() + SLACK
                    && *y >= one.area.y.in_micrometres() - SLACK
                    && *y <= one.area.bottom().in_micrometres() + SLACK
            })
        })
        .collect()
}

/// All text of a document as another program than poppler reads it.
pub fn second_reader(pdf: &Path) -> String {
    let read = Command::new("mutool")
        .args([
            "draw",
            "-q",
            "-F",
            "trace",
            "-o",
            "-",
            pdf.to_str().unwrap(),
        ])
        .output()
        .unwrap_or_else(|error| panic!("mutool is needed (mupdf-tools): {error}"));
    assert!(read.status.success());
    // Every letter is said with its meaning: <g unicode="Ә" …>.
    String::from_utf8(read.stdout)
        .unwrap()
        .split("unicode=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|letter| !letter.trim().is_empty())
        .collect()
}
