//! The photo: exact sizes, the right way up, and nothing left of what the camera wrote.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod made;
mod sheet;
#[path = "../support/mod.rs"]
mod support;

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, Rgb, RgbImage};
use made::{Wrapping, head, wrapped};
use qonys_papers::{Crop, PhotoFlaw, PictureKind, cut_photo, inspect_picture, preview_picture};

const SECRET: &str = "43.238949N 76.889709E";

fn crop(x: u32, y: u32, width: u32, height: u32) -> Crop {
    Crop {
        x,
        y,
        width,
        height,
    }
}

fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory(jpeg).unwrap().into_rgb8()
}

/// The mean difference of two pictures of one size, in thousandths of a step of a colour.
fn difference(one: &RgbImage, other: &RgbImage) -> u64 {
    assert_eq!(one.dimensions(), other.dimensions());
    let sum: u64 = one
        .as_raw()
        .iter()
        .zip(other.as_raw())
        .map(|(a, b)| u64::from(a.abs_diff(*b)))
        .sum();
    sum * 1000 / u64::try_from(one.as_raw().len()).unwrap()
}

#[test]
fn the_sizes_are_exact() {
    let picture = wrapped(&head(1800, 2000), Wrapping::Png, 1, None);
    for (part, width, height) in [
        (crop(0, 0, 413, 531), 413, 531),
        (crop(9, 11, 700, 900), 700, 900),
        (crop(0, 0, 826, 1062), 826, 1062),
        (crop(0, 0, 833, 1071), 827, 1063),
        (crop(100, 100, 1400, 1800), 827, 1063),
    ] {
        let photo = cut_photo(&picture, part).unwrap();
        assert_eq!((photo.width, photo.height), (width, height));
        assert_eq!(decoded(photo.jpeg.bytes()).dimensions(), (width, height));
        assert!(photo.jpeg.bytes().len() < 500_000);
    }
}

#[test]
fn the_file_says_how_large_it_is_on_paper() {
    let picture = wrapped(&head(900, 1200), Wrapping::Png, 1, None);
    for (part, dots) in [
        (crop(0, 0, 413, 531), 118),
        (crop(0, 0, 700, 900), 200),
        (crop(0, 0, 833, 1071), 236),
    ] {
        let photo = cut_photo(&picture, part).unwrap();
        // The mark, its length, the name, the version, then the unit (2: dots a centimetre) and the dots both ways.
        let head = &photo.jpeg.bytes()[..18];
        assert_eq!(&head[6..11], b"JFIF\0");
        assert_eq!(head[13], 2);
        assert_eq!(head[14..18], [0, dots, 0, dots]);
        let tenths = photo.width * 100 / u32::from(dots);
        assert!(
            (349..=351).contains(&tenths),
            "{tenths} tenths of a millimetre"
        );
    }
}

#[test]
fn a_part_is_cut_where_it_was_chosen() {
    let mut picture = RgbImage::from_pixel(900, 900, Rgb([10, 200, 10]));
    for y in 100..631 {
        for x in 200..613 {
            picture.put_pixel(x, y, Rgb([200, 10, 10]));
        }
    }
    let picture = wrapped(&picture, Wrapping::Png, 1, None);
    let photo = decoded(
        cut_photo(&picture, crop(200, 100, 413, 531))
            .unwrap()
            .jpeg
            .bytes(),
    );
    for (x, y) in [(0, 0), (412, 0), (0, 530), (412, 530), (200, 300)] {
        let pixel = photo.get_pixel(x, y).0;
        assert!(pixel[0] > 190 && pixel[1] < 25, "{x}, {y}: {pixel:?}");
    }
}

#[test]
fn every_orientation_gives_the_same_picture() {
    let upright = head(640, 880);
    let part = crop(90, 120, 490, 630);
    for wrapping in Wrapping::ALL {
        let wanted = cut_photo(&wrapped(&upright, wrapping, 1, None), part).unwrap();
        for exif in 1..=8 {
            let file = wrapped(&upright, wrapping, exif, None);
            let facts = inspect_picture(&file).unwrap();
            assert_eq!(
                (facts.width, facts.height),
                (640, 880),
                "{wrapping:?} {exif}"
            );
            assert_eq!(facts.suggested, crop(1, 30, 637, 819));
            let photo = cut_photo(&file, part).unwrap();
            let off = difference(&decoded(photo.jpeg.bytes()), &decoded(wanted.jpeg.bytes()));
            // PNG and WebP keep every pixel; JPEG stores a turned picture in other blocks.
            let most = if wrapping == Wrapping::Jpeg { 1500 } else { 0 };
            assert!(off <= most, "{wrapping:?} {exif}: {off}");
            let shown = preview_picture(&file, 300).unwrap();
            assert!(shown.height > shown.width, "{wrapping:?} {exif}");
        }
    }
}

#[test]
fn the_difference_sees_a_turned_picture() {
    let upright = head(640, 880);
    let mut turned = DynamicImage::ImageRgb8(upright.clone());
    turned.apply_orientation(image::metadata::Orientation::Rotate180);
    assert!(difference(&upright, &turned.into_rgb8()) > 5000);
}

#[test]
fn nothing_is_left_of_what_the_camera_wrote() {
    for wrapping in Wrapping::ALL {
        let file = wrapped(&head(640, 880), wrapping, 6, Some(SECRET));
        let holds = |bytes: &[u8]| bytes.windows(9).any(|part| part == &SECRET.as_bytes()[..9]);
        assert!(
            holds(&file),
            "{wrapping:?}: the test's file holds the place"
        );
        let photo = cut_photo(&file, crop(0, 0, 490, 630)).unwrap();
        let shown = preview_picture(&file, 300).unwrap();
        for jpeg in [photo.jpeg.bytes(), &shown.jpeg] {
            assert!(!holds(jpeg), "{wrapping:?}");
            assert_eq!(strange_segments(jpeg), Vec::<u8>::new(), "{wrapping:?}");
            let mut again = image::codecs::jpeg::JpegDecoder::new(Cursor::new(jpeg)).unwrap();
            assert_eq!(again.exif_metadata().unwrap(), None);
            assert_eq!(again.icc_profile().unwrap(), None);
            assert_eq!(again.xmp_metadata().unwrap(), None);
        }
    }
}

/// The segments that are no part of the picture: descriptions (save JFIF) and comments; and bytes after the end.
fn strange_segments(jpeg: &[u8]) -> Vec<u8> {
    let mut strange = Vec::new();
    let mut at = 2;
    while jpeg[at + 1] != 0xDA {
        let marker = jpeg[at + 1];
        if matches!(marker, 0xE1..=0xEF | 0xFE) {
            strange.push(marker);
        }
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    if !jpeg.ends_with(&[0xFF, 0xD9]) {
        strange.push(0xD9);
    }
    strange
}

#[test]
fn a_description_is_seen() {
    let file = wrapped(&head(640, 880), Wrapping::Jpeg, 6, Some(SECRET));
    assert!(strange_segments(&file).contains(&0xE1));
}

#[test]
fn what_can_be_seen_through_is_white() {
    let mut glass = image::RgbaImage::from_pixel(413, 531, image::Rgba([0, 0, 0, 0]));
    glass.put_pixel(200, 200, image::Rgba([255, 0, 0, 255]));
    let mut file = Vec::new();
    DynamicImage::ImageRgba8(glass)
        .write_to(&mut Cursor::new(&mut file), image::ImageFormat::Png)
        .unwrap();
    let photo = cut_photo(&file, crop(0, 0, 413, 531)).unwrap();
    assert_eq!(decoded(photo.jpeg.bytes()).get_pixel(5, 5).0, [255; 3]);
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let file = wrapped(&head(1200, 1600), Wrapping::Jpeg, 6, None);
    let part = crop(0, 0, 1050, 1350);
    assert!(cut_photo(&file, part) == cut_photo(&file, part));
}

#[test]
fn a_picture_that_was_cut_off_is_refused() {
    let part = crop(0, 0, 413, 531);
    for wrapping in Wrapping::ALL {
        let whole = wrapped(&head(640, 880), wrapping, 1, None);
        for hundredths in [10, 50, 90, 99] {
            let cut = &whole[..whole.len() * hundredths / 100];
            assert!(
                cut_photo(cut, part).is_err(),
                "{wrapping:?} cut off at {hundredths} %"
            );
        }
    }
    let jpeg = wrapped(&head(640, 880), Wrapping::Jpeg, 1, None);
    assert_eq!(
        cut_photo(&jpeg[..jpeg.len() * 9 / 10], part),
        Err(PhotoFlaw::CutOff)
    );
}

#[test]
fn a_picture_of_too_many_pixels_is_refused_by_its_head() {
    let most = made::head_of_png(8000, 8001);
    assert_eq!(
        inspect_picture(&most),
        Err(PhotoFlaw::TooManyPixels {
            width: 8000,
            height: 8001,
            most: 64_000_000
        })
    );
    let huge = made::head_of_png(30_000, 30_000);
    assert!(matches!(
        cut_photo(&huge, crop(0, 0, 413, 531)),
        Err(PhotoFlaw::TooManyPixels { .. })
    ));
}

#[test]
fn the_right_format_is_found_and_too_few_pixels_are_said() {
    for (wrapping, kind) in [
        (Wrapping::Jpeg, PictureKind::Jpeg),
        (Wrapping::Png, PictureKind::Png),
        (Wrapping::Webp, PictureKind::Webp),
    ] {
        let facts = inspect_picture(&wrapped(&head(420, 540), wrapping, 1, None)).unwrap();
        assert_eq!(facts.kind, kind);
        assert_eq!(facts.suggested, crop(0, 0, 420, 540));
        assert_eq!(
            inspect_picture(&wrapped(&head(400, 540), wrapping, 1, None)),
            Err(PhotoFlaw::TooSmall {
                width: 399,
                height: 513,
                least_width: 413,
                least_height: 531
            })
        );
    }
}
