//! Small files that promise or unpack to very much.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use qonys_app::{Crop, Foreign, PhotoFlaw, ReadError};

use super::reader;

fn chunk(into: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    into.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    let mut sum = Crc::new();
    for part in [name.as_slice(), data] {
        into.extend(part);
        sum.update(part);
    }
    into.extend(sum.sum().to_be_bytes());
}

fn zeros(length: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let block = vec![0; 1 << 16];
    let mut left = length;
    while left > 0 {
        let now = left.min(block.len());
        packed.write_all(&block[..now]).unwrap();
        left -= now;
    }
    packed.finish().unwrap()
}

/// A PNG of zeros; of one bit or eight bits a pixel.
fn png(width: u32, height: u32, depth: u8, more: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n".to_vec();
    let mut head = width.to_be_bytes().to_vec();
    head.extend(height.to_be_bytes());
    head.extend([depth, 0, 0, 0, 0]);
    chunk(&mut bytes, b"IHDR", &head);
    for (name, data) in more {
        chunk(&mut bytes, name, data);
    }
    let row = (u64::from(width) * u64::from(depth)).div_ceil(8) + 1;
    let length = usize::try_from(row * u64::from(height)).unwrap();
    chunk(&mut bytes, b"IDAT", &zeros(length));
    chunk(&mut bytes, b"IEND", &[]);
    bytes
}

fn middle() -> Crop {
    Crop {
        x: 0,
        y: 0,
        width: 700,
        height: 900,
    }
}

#[test]
fn a_picture_of_thirty_thousand_pixels_each_way_is_refused() {
    let bomb = png(30_000, 30_000, 1, &[]);
    assert!(bomb.len() < 1_000_000, "{} bytes", bomb.len());
    let wanted = ReadError::Photo(PhotoFlaw::TooManyPixels {
        width: 30_000,
        height: 30_000,
        most: 64_000_000,
    });
    let reader = reader();
    assert_eq!(
        reader.inspect_photo(Foreign::bytes(bomb.clone())),
        Err(wanted.clone())
    );
    assert_eq!(
        reader.cut_photo(Foreign::bytes(bomb.clone()), middle()),
        Err(wanted.clone())
    );
    assert_eq!(reader.preview_photo(Foreign::bytes(bomb), 500), Err(wanted));
}

#[test]
fn the_largest_picture_that_is_allowed_is_read() {
    let large = png(8000, 8000, 8, &[]);
    let photo = reader().cut_photo(Foreign::bytes(large), middle()).unwrap();
    assert_eq!((photo.width, photo.height), (700, 900));
}

#[test]
fn a_description_that_unpacks_to_very_much_is_no_harm() {
    // Text and colour profile of four hundred megabytes when unpacked.
    let mut text = b"Comment\0\0".to_vec();
    text.extend(zeros(1 << 27));
    let mut profile = b"sRGB\0\0".to_vec();
    profile.extend(zeros(1 << 27));
    let bomb = png(
        900,
        1000,
        8,
        &[(b"iCCP", profile), (b"zTXt", text.clone()), (b"zTXt", text)],
    );
    match reader().cut_photo(Foreign::bytes(bomb), middle()) {
        Ok(photo) => assert_eq!((photo.width, photo.height), (700, 900)),
        Err(error) => assert!(matches!(error, ReadError::Photo(_)), "{error:?}"),
    }
}

#[test]
fn more_data_than_the_head_says_is_no_harm() {
    let mut bytes = png(900, 1000, 8, &[]);
    let at = bytes.len() - 12;
    let mut more = Vec::new();
    chunk(&mut more, b"IDAT", &zeros(1 << 27));
    bytes.splice(at..at, more);
    match reader().cut_photo(Foreign::bytes(bytes), middle()) {
        Ok(photo) => assert_eq!((photo.width, photo.height), (700, 900)),
        Err(error) => assert!(matches!(error, ReadError::Photo(_)), "{error:?}"),
    }
}
