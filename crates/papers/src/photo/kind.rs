//! What a file is, by its content: a name may lie.

use serde::{Deserialize, Serialize};

use crate::error::PhotoFlaw;

/// The formats that a photo is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
}

/// Brands of the boxes in which telephones keep HEVC pictures.
const HEIC_BRANDS: [&[u8; 4]; 8] = [
    b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1",
];

impl PictureKind {
    /// The format of a file.
    ///
    /// # Errors
    /// [`PhotoFlaw::Heic`] for the format of telephones that cannot be read here,
    /// [`PhotoFlaw::UnknownFormat`] for everything else.
    pub fn of(bytes: &[u8]) -> Result<Self, PhotoFlaw> {
        if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Ok(Self::Jpeg);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
            return Ok(Self::Png);
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Ok(Self::Webp);
        }
        let brand = bytes.get(8..12);
        if bytes.get(4..8) == Some(b"ftyp") && HEIC_BRANDS.iter().any(|one| brand == Some(*one)) {
            return Err(PhotoFlaw::Heic);
        }
        Err(PhotoFlaw::UnknownFormat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_says_what_it_is() {
        assert_eq!(
            PictureKind::of(&[0xFF, 0xD8, 0xFF, 0xE1]),
            Ok(PictureKind::Jpeg)
        );
        assert_eq!(
            PictureKind::of(b"\x89PNG\r\n\x1A\n..."),
            Ok(PictureKind::Png)
        );
        assert_eq!(
            PictureKind::of(b"RIFF\0\0\0\0WEBPVP8 "),
            Ok(PictureKind::Webp)
        );
        assert_eq!(
            PictureKind::of(b"\0\0\0\x18ftypheic\0\0\0\0"),
            Err(PhotoFlaw::Heic)
        );
        for other in [
            &b""[..],
            b"\xFF\xD8",
            b"%PDF-1.4",
            b"RIFF\0\0\0\0WAVE",
            b"\0\0\0\x18ftypisom",
        ] {
            assert_eq!(PictureKind::of(other), Err(PhotoFlaw::UnknownFormat));
        }
    }
}
