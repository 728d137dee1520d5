//! Independent readers of the finished document. A missing tool fails the test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A word as poppler finds it, in micrometres from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub page: usize,
    pub left: i64,
    pub top: i64,
    pub right: i64,
    pub bottom: i64,
    pub text: String,
}

/// A folder of this run's own.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn save(name: &str, pdf: &[u8]) -> PathBuf {
    let path = folder().join(format!("{name}.pdf"));
    fs::write(&path, pdf).unwrap();
    path
}

/// Runs a tool and returns what it printed; it must succeed and have nothing to complain of.
pub fn run(tool: &str, arguments: &[&str]) -> String {
    let output = Command::new(tool)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!("{tool} is needed to prove the papers (poppler-utils, qpdf): {error}")
        });
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && errors.trim().is_empty(),
        "{tool} {arguments:?}: {errors}{}",
        String::from_utf8_lossy(&output.stdout)
    );
    String::from_utf8(output.stdout).unwrap()
}

pub fn words(pdf: &Path) -> Vec<Word> {
    let read = run(
        "pdftotext",
        &["-cropbox", "-bbox-layout", pdf.to_str().unwrap(), "-"],
    );
    let mut page = 0;
    let mut words = Vec::new();
    for line in read.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        }
        if let Some(rest) = line.strip_prefix("<word ") {
            let (attributes, text) = rest.split_once('>').unwrap();
            let number = |name: &str| {
                let (_, after) = attributes.split_once(&format!("{name}=\"")).unwrap();
                let value: f64 = after.split('"').next().unwrap().parse().unwrap();
                (value * 25_400.0 / 72.0).round() as i64
            };
            words.push(Word {
                page,
                left: number("xMin"),
                top: number("yMin"),
                right: number("xMax"),
                bottom: number("yMax"),
                text: text
                    .trim_end_matches("</word>")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"),
            });
        }
    }
    words
}
