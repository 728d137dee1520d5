//! Pictures as cameras write them.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage};

/// A format around the pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrapping {
    Jpeg,
    Png,
    Webp,
}

impl Wrapping {
    pub(crate) const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Webp];
}

/// A drawn head before a wall whose colour changes, so that every turn of it looks different.
pub(crate) fn head(width: u32, height: u32) -> RgbImage {
    let shade = |at: u32, of: u32| u8::try_from(at * 120 / of + 90).unwrap();
    RgbImage::from_fn(width, height, |x, y| {
        let across = i64::from(x) - i64::from(width / 3);
        let down = i64::from(y) - i64::from(height / 3);
        let radius = i64::from(width / 5);
        if across * across + down * down < radius * radius {
            Rgb([220, 170, 140])
        } else {
            Rgb([shade(x, width), shade(y, height), 90])
        }
    })
}

/// What the orientation undoes: the picture as the sensor saw it.
fn stored(upright: &RgbImage, orientation: Orientation) -> DynamicImage {
    // Only the two quarter turns are not their own undoing.
    let undo = if orientation == Orientation::Rotate90 {
        Orientation::Rotate270
    } else if orientation == Orientation::Rotate270 {
        Orientation::Rotate90
    } else {
        orientation
    };
    let mut picture = DynamicImage::ImageRgb8(upright.clone());
    picture.apply_orientation(undo);
    picture
}

/// A description with the orientation and, as a remark on the picture, a text.
fn exif(orientation: u8, remark: &str) -> Vec<u8> {
    let text = format!("{remark}\0");
    let length = u32::try_from(text.len()).unwrap();
    let mut bytes = b"MM\0\x2A\0\0\0\x08\0\x02".to_vec();
    // 0x010E, a text; its place follows the two entries and the end of the list.
    bytes.extend([0x01, 0x0E, 0, 2]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(38_u32.to_be_bytes());
    // 0x0112, one number of two bytes.
    bytes.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    bytes.extend(0_u32.to_be_bytes());
    bytes.extend(text.bytes());
    bytes
}

/// The picture as a camera held in another way writes it.
pub(crate) fn wrapped(
    upright: &RgbImage,
    wrapping: Wrapping,
    turn: u8,
    secret: Option<&str>,
) -> Vec<u8> {
    let picture = stored(upright, Orientation::from_exif(turn).unwrap());
    let mut file = Vec::new();
    let described = exif(turn, secret.unwrap_or("nothing"));
    let (pixels, width, height) = (picture.as_bytes(), picture.width(), picture.height());
    let colours = ExtendedColorType::Rgb8;
    match wrapping {
        Wrapping::Jpeg => {
            let mut encoder = JpegEncoder::new_with_quality(&mut file, 95);
            encoder.set_exif_metadata(described).unwrap();
            encoder.write_image(pixels, width, height, colours).unwrap();
        }
        Wrapping::Png => {
            let mut encoder = PngEncoder::new(Cursor::new(&mut file));
            encoder.set_exif_metadata(described).unwrap();
            encoder.write_image(pixels, width, height, colours).unwrap();
        }
        Wrapping::Webp => {
            let mut encoder = WebPEncoder::new_lossless(&mut file);
            encoder.set_exif_metadata(described).unwrap();
            encoder.write_image(pixels, width, height, colours).unwrap();
        }
    }
    if let (Wrapping::Jpeg, Some(secret)) = (wrapping, secret) {
        // A comment too, as editors leave it.
        let length = u16::try_from(secret.len() + 2).unwrap();
        let mut comment = vec![0xFF, 0xFE];
        comment.extend(length.to_be_bytes());
        comment.extend(secret.bytes());
        file.splice(2..2, comment);
    }
    file
}

/// A PNG whose head promises a picture, with a beginning of its data.
pub(crate) fn head_of_png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n".to_vec();
    let mut head = b"IHDR".to_vec();
    head.extend(width.to_be_bytes());
    head.extend(height.to_be_bytes());
    head.extend([1, 0, 0, 0, 0]);
    chunk(&mut bytes, &head);
    chunk(&mut bytes, b"IDAT\x78\x9c\x03\x00\x00\x00\x00\x01");
    bytes
}

fn chunk(into: &mut Vec<u8>, named: &[u8]) {
    into.extend(u32::try_from(named.len() - 4).unwrap().to_be_bytes());
    into.extend(named);
    let mut sum = u32::MAX;
    for byte in named {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                (sum >> 1) ^ 0xEDB8_8320
            } else {
                sum >> 1
            };
        }
    }
    into.extend((!sum).to_be_bytes());
}
