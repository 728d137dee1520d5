//! The photo: a JPEG that goes into the document untouched.

use std::fmt;

use crate::error::PhotoFlaw;

/// A JPEG whose header was read: size in pixels and colours.
#[derive(Clone, PartialEq, Eq)]
pub struct Jpeg {
    bytes: Vec<u8>,
    width: u16,
    height: u16,
    grey: bool,
}

impl fmt::Debug for Jpeg {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Jpeg({} x {})", self.width, self.height)
    }
}

impl Jpeg {
    /// Reads the header of a JPEG, grey or YCbCr, 8 bits a sample. Fails when it is something
    /// else; the picture itself is not decoded.
    pub fn read(bytes: Vec<u8>) -> Result<Self, PhotoFlaw> {
        if !bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Err(PhotoFlaw::NotJpeg);
        }
        let mut at = 2;
        loop {
            let [0xFF, marker] = *read::<2>(&bytes, at)? else {
                return Err(PhotoFlaw::NoPicture);
            };
            match marker {
                // A fill byte before the marker itself.
                0xFF => at += 1,
                // Markers without a length.
                0x01 | 0xD0..=0xD8 => at += 2,
                // The pictures that PDF readers decode: baseline, extended, progressive.
                0xC0..=0xC2 => {
                    let [depth, h1, h0, w1, w0, components] = *read::<6>(&bytes, at + 4)?;
                    let width = u16::from_be_bytes([w1, w0]);
                    let height = u16::from_be_bytes([h1, h0]);
                    if width == 0 || height == 0 || depth != 8 {
                        return Err(PhotoFlaw::NoPicture);
                    }
                    let grey = match components {
                        1 => true,
                        3 => false,
                        _ => return Err(PhotoFlaw::Colours),
                    };
                    return Ok(Self {
                        bytes,
                        width,
                        height,
                        grey,
                    });
                }
                // The picture data or the end came before the frame header, or the frame is
                // lossless or arithmetic, which PDF does not know.
                0xC3 | 0xC5..=0xC7 | 0xC9..=0xCF | 0xD9 | 0xDA => {
                    return Err(PhotoFlaw::NoPicture);
                }
                _ => at += 2 + usize::from(u16::from_be_bytes(*read::<2>(&bytes, at + 2)?)),
            }
        }
    }

    /// The file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file, for keeping.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Pixels across, at least one.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Pixels down, at least one.
    pub fn height(&self) -> u16 {
        self.height
    }

    pub(crate) fn is_grey(&self) -> bool {
        self.grey
    }
}

fn read<const N: usize>(bytes: &[u8], at: usize) -> Result<&[u8; N], PhotoFlaw> {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk::<N>())
        .ok_or(PhotoFlaw::NoPicture)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(marker: u8, components: u8) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0];
        bytes.extend([0xFF, marker, 0, 11, 8, 0, 45, 0, 35, components, 0, 0, 0]);
        bytes
    }

    #[test]
    fn the_size_is_read_past_other_segments() {
        let photo = Jpeg::read(frame(0xC2, 3)).unwrap();
        assert_eq!(
            (photo.width(), photo.height(), photo.is_grey()),
            (35, 45, false)
        );
    }

    #[test]
    fn what_cannot_be_printed_is_refused() {
        assert_eq!(Jpeg::read(frame(0xC0, 4)).unwrap_err(), PhotoFlaw::Colours);
        assert_eq!(
            Jpeg::read(frame(0xC3, 3)).unwrap_err(),
            PhotoFlaw::NoPicture
        );
        assert_eq!(
            Jpeg::read(b"\x89PNG".to_vec()).unwrap_err(),
            PhotoFlaw::NotJpeg
        );
        assert_eq!(
            Jpeg::read(vec![0xFF, 0xD8, 0xFF]).unwrap_err(),
            PhotoFlaw::NoPicture
        );
    }
}
