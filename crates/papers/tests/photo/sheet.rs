//! The sheet of photos: sizes, marks at the right places, nothing over the photos.

use std::fs;
use std::path::Path;

use qonys_papers::{CutPhoto, PaperError, cut_photo, photo_sheet_jpeg, photo_sheet_pdf};
use qonys_texts::Lang;

use crate::made::{Wrapping, head, wrapped};
use crate::support::poppler;
use crate::{crop, decoded};

/// A tenth of a millimetre is one dot.
const DOTS_PER_INCH: &str = "254";

/// Left edges of the photos, then upper edges, in tenths of a millimetre.
const COLUMNS: [usize; 2] = [40, 420];
const ROWS: [usize; 3] = [45, 525, 1005];
const ACROSS: usize = 350;
const DOWN: usize = 450;

fn photo() -> CutPhoto {
    let picture = wrapped(&head(900, 1200), Wrapping::Png, 1, None);
    cut_photo(&picture, crop(0, 0, 833, 1071)).unwrap()
}

fn pdf(lang: Lang) -> Vec<u8> {
    photo_sheet_pdf(&photo(), lang, "2026-11-30".parse().unwrap()).unwrap()
}

/// A page of about 1000 × 1500 dots, a byte each, and its dots across.
struct Rendered(Vec<u8>, usize);

impl Rendered {
    fn of(pdf: &Path) -> Self {
        let stem = pdf.with_extension("sheet");
        let (pdf, stem) = (pdf.to_str().unwrap(), stem.to_str().unwrap());
        poppler::run(
            "pdftoppm",
            &["-r", DOTS_PER_INCH, "-gray", "-singlefile", pdf, stem],
        );
        let bytes = fs::read(format!("{stem}.pgm")).unwrap();
        let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
        assert_eq!(parts.next().unwrap(), b"P5");
        let size = std::str::from_utf8(parts.next().unwrap()).unwrap();
        let (width, height) = size.split_once(' ').unwrap();
        let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
        // A sheet is a hair wider than a whole number of dots; readers round it up.
        assert!(
            width.abs_diff(1000) <= 1 && height.abs_diff(1500) <= 1,
            "{size}"
        );
        assert_eq!(parts.next().unwrap(), b"255");
        Self(parts.next().unwrap().to_vec(), width)
    }

    fn dark(&self, x: usize, y: usize) -> bool {
        self.0[y * self.1 + x] < 128
    }

    /// The middles of the dark runs along a line of dots.
    fn runs(&self, dots: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
        let mut middles = Vec::new();
        let mut start = None;
        for (index, (x, y)) in dots.enumerate() {
            match (self.dark(x, y), start) {
                (true, None) => start = Some(index),
                (false, Some(first)) => {
                    middles.push(usize::midpoint(first, index - 1));
                    start = None;
                }
                (true, Some(_)) | (false, None) => {}
            }
        }
        middles
    }
}

fn near(found: &[usize], wanted: &[usize]) {
    assert_eq!(found.len(), wanted.len(), "{found:?} for {wanted:?}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert!(found.abs_diff(*wanted) <= 2, "{found} for {wanted}");
    }
}

#[test]
fn the_marks_are_at_the_edges_of_the_photos() {
    let path = poppler::save("photo-sheet-marks", &pdf(Lang::Ru));
    let page = Rendered::of(&path);
    let both = |starts: &[usize], size| -> Vec<usize> {
        starts.iter().flat_map(|at| [*at, at + size]).collect()
    };
    // Across the strip above the photos, between two rows, and below.
    for y in [25, 510, 990, 1470] {
        near(
            &page.runs((0..800).map(|x| (x, y))),
            &both(&COLUMNS, ACROSS),
        );
    }
    // Down the strips on the left, between the columns, and on the right.
    for x in [20, 405, 790] {
        near(&page.runs((0..1500).map(|y| (x, y))), &both(&ROWS, DOWN));
    }
}

#[test]
fn marks_beside_their_places_are_seen() {
    let seen = std::panic::catch_unwind(|| near(&[40, 390], &[40, 385]));
    assert!(seen.is_err());
}

#[test]
fn the_pdf_is_sound_and_of_the_right_size() {
    for lang in Lang::ALL {
        let bytes = pdf(lang);
        assert!(bytes == pdf(lang), "the same input gives the same bytes");
        let path = poppler::save(&format!("photo-sheet-{}", lang.code()), &bytes);
        let path = path.to_str().unwrap();
        poppler::run("qpdf", &["--check", path]);
        let info = poppler::run("pdfinfo", &[path]);
        assert!(
            info.contains("Page size:       283.465 x 425.197 pts"),
            "{info}"
        );
        assert!(info.contains("Pages:           1\n"), "{info}");
        let images = poppler::run("pdfimages", &["-list", path]);
        assert!(images.contains("827  1063"), "{images}");
        for row in poppler::run("pdffonts", &[path]).lines().skip(2) {
            let fields: Vec<&str> = row.split_whitespace().rev().collect();
            assert_eq!(fields[2..5], ["yes", "yes", "yes"], "{row}");
        }
        let text = poppler::run("pdftotext", &[path, "-"]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            text.contains("35 × 45") && text.contains("10 × 15"),
            "{text}"
        );
    }
}

#[test]
fn the_words_stand_beside_the_photos() {
    for lang in Lang::ALL {
        let path = poppler::save(&format!("photo-words-{}", lang.code()), &pdf(lang));
        for word in poppler::words(&path) {
            assert!(
                word.left >= 82_000 && word.right <= 97_500,
                "{lang}: {} from {} to {}",
                word.text,
                word.left,
                word.right
            );
        }
    }
}

#[test]
fn the_picture_has_exactly_the_dots_of_ten_by_fifteen() {
    for lang in Lang::ALL {
        let bytes = photo_sheet_jpeg(&photo(), lang).unwrap();
        // Dots per inch, three hundred both ways.
        assert_eq!(bytes[13..18], [1, 1, 44, 1, 44]);
        let sheet = decoded(&bytes);
        assert_eq!(sheet.dimensions(), (1181, 1772));
        let at = |tenths: usize| u32::try_from((tenths * 300 + 127) / 254).unwrap();
        // The corners of the first and the last photo are not white, and a millimetre outside of them is.
        for (x, y) in [(COLUMNS[0], ROWS[0]), (COLUMNS[1], ROWS[2])] {
            let inside = sheet.get_pixel(at(x) + 3, at(y) + 3).0;
            assert!(inside.iter().any(|part| *part < 200), "{inside:?}");
            let outside = sheet.get_pixel(at(x - 4), at(y) + 30).0;
            assert!(outside.iter().all(|part| *part > 240), "{outside:?}");
        }
        // A mark above the first photo's left edge.
        let mark = sheet.get_pixel(at(COLUMNS[0]), at(25)).0;
        assert!(mark.iter().all(|part| *part < 90), "{mark:?}");
        let ink = sheet
            .enumerate_pixels()
            .filter(|(x, _, pixel)| *x > at(815) && pixel.0[0] < 100)
            .count();
        assert!(ink > 1000, "the words are there: {ink} dark dots");
    }
}

#[test]
fn a_photo_that_does_not_decode_is_an_error() {
    let mut bytes = photo().jpeg.into_bytes();
    bytes.truncate(700);
    let broken = CutPhoto::of(qonys_papers::Jpeg::read(bytes).unwrap()).unwrap();
    assert!(matches!(
        photo_sheet_jpeg(&broken, Lang::Kk),
        Err(PaperError::Photo(_))
    ));
}
