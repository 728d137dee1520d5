//! Small files that promise or unpack to very much.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use qonys_app::{Crop, Foreign, Limits, PhotoFlaw, ReadError};

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

/// A PDF of these objects, the first of which is the catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).into_bytes());
    for place in &places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = places.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n")
            .into_bytes(),
    );
    bytes
}

fn stream(packed: &[u8], filter: &str) -> Vec<u8> {
    let mut object =
        format!("<< /Length {} /Filter {filter} >>\nstream\n", packed.len()).into_bytes();
    object.extend(packed);
    object.extend(b"\nendstream");
    object
}

fn page_of(content: Vec<u8>) -> Vec<u8> {
    pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>".to_vec(),
        content,
    ])
}

/// What the command line says of a blank that lies in a file.
fn inspected(blank: &[u8]) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("blank.pdf");
    std::fs::write(&file, blank).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_qonys-cli"))
        .args(["blank", "inspect"])
        .arg(&file)
        .output()
        .unwrap();
    assert!(output.status.code().is_some(), "it was not killed");
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn a_small_pdf_is_a_blank() {
    let page = page_of(stream(&zeros(0), "/FlateDecode"));
    assert_eq!(reader().check_blank(Foreign::bytes(page.clone())), Ok(()));
    let (read, said) = inspected(&page);
    assert!(read, "{said}");
}

#[test]
fn a_page_that_unpacks_to_a_gigabyte_is_not_unpacked() {
    // Packed twice, a gigabyte is some kilobytes.
    let once = zeros(1 << 30);
    let mut twice = ZlibEncoder::new(Vec::new(), Compression::best());
    twice.write_all(&once).unwrap();
    let bomb = page_of(stream(
        &twice.finish().unwrap(),
        "[/FlateDecode /FlateDecode]",
    ));
    assert!(bomb.len() < 200_000, "{} bytes", bomb.len());
    let narrow = Limits {
        memory: 256 * 1024 * 1024,
        ..super::patient()
    };
    let ended = reader().within(narrow).check_blank(Foreign::bytes(bomb));
    assert_eq!(ended, Ok(()), "it ends within a quarter of the gigabyte");
}

#[test]
fn a_tree_of_pages_that_bites_its_tail_is_refused() {
    let bomb = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 3 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>".to_vec(),
    ]);
    let (read, said) = inspected(&bomb);
    assert!(
        !read && !said.is_empty() && !said.contains("panicked"),
        "{said}"
    );
}

#[test]
fn a_pdf_of_a_million_objects_is_refused() {
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
    ];
    objects.resize(1_000_000, b"0".to_vec());
    let bomb = pdf(&objects);
    let (read, said) = inspected(&bomb);
    assert!(
        !read && !said.is_empty() && !said.contains("panicked"),
        "{said}"
    );
}
