//! Pictures of pages, and where two of them differ.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::poppler::run;

const DPI: i64 = 110;

static DRAWN: AtomicUsize = AtomicUsize::new(0);

pub struct Picture {
    pub width: usize,
    pub height: usize,
    pixels: Vec<u8>,
}

pub fn picture(pdf: &Path, page: usize) -> Picture {
    // A name of its own each time: tests run side by side, and one PDF is drawn by several.
    let drawn = DRAWN.fetch_add(1, Ordering::Relaxed);
    let name = format!("drawn-{}-{drawn}", std::process::id());
    let stem = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let number = page.to_string();
    let dpi = DPI.to_string();
    run(
        "pdftoppm",
        &[
            "-cropbox",
            "-r",
            &dpi,
            "-gray",
            "-singlefile",
            "-f",
            &number,
            "-l",
            &number,
            pdf.to_str().unwrap(),
            stem.to_str().unwrap(),
        ],
    );
    let file = stem.with_extension("pgm");
    let bytes = fs::read(&file).unwrap();
    fs::remove_file(file).unwrap();
    // "P5\n<width> <height>\n255\n" and then a byte a pixel.
    let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
    assert_eq!(parts.next().unwrap(), b"P5");
    let size = std::str::from_utf8(parts.next().unwrap()).unwrap();
    let (width, height) = size.split_once(' ').unwrap();
    assert_eq!(parts.next().unwrap(), b"255");
    let pixels = parts.next().unwrap().to_vec();
    let (width, height) = (width.parse().unwrap(), height.parse().unwrap());
    assert_eq!(pixels.len(), width * height);
    Picture {
        width,
        height,
        pixels,
    }
}

/// The places, in micrometres, at which two pictures differ clearly.
pub fn differences(one: &Picture, other: &Picture) -> Vec<(i64, i64)> {
    assert_eq!((one.width, one.height), (other.width, other.height));
    let um = |pixel: usize| i64::try_from(pixel).unwrap() * 25_400 / DPI;
    one.pixels
        .iter()
        .zip(&other.pixels)
        .enumerate()
        .filter(|(_, (a, b))| a.abs_diff(**b) > 40)
        .map(|(index, _)| (um(index % one.width), um(index / one.width)))
        .collect()
}
