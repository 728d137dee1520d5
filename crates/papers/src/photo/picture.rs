//! Reading a picture with limits.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, Limits};
use serde::{Deserialize, Serialize};

use super::crop::{Crop, lies_on_its_side};
use super::kind::PictureKind;
use crate::error::PhotoFlaw;

/// The most bytes of a file: several times what a camera writes.
pub const MOST_PICTURE_BYTES: u64 = 64 * 1024 * 1024;

/// The most pixels: more than a camera of fifty megapixels writes.
pub const MOST_PIXELS: u64 = 64_000_000;

/// The most bytes that the decoded picture may take.
const MOST_DECODED: u64 = 420_000_000;

/// The longest edge that is read at all.
const LONGEST_EDGE: u32 = 40_000;

/// What is known of a picture without decoding it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureFacts {
    /// The format.
    pub kind: PictureKind,
    /// Pixels across, upright.
    pub width: u32,
    /// Pixels down, upright.
    pub height: u32,
    /// The largest part of 35:45 in the middle: a beginning, not a judgement on the face.
    pub suggested: Crop,
}

/// Reads the size of a picture and suggests a part of it.
///
/// # Errors
/// A format that is not read, too many pixels or too few, damage.
pub fn inspect_picture(bytes: &[u8]) -> Result<PictureFacts, PhotoFlaw> {
    let opened = Opened::open(bytes)?;
    let (width, height) = opened.upright();
    Ok(PictureFacts {
        kind: opened.kind,
        width,
        height,
        suggested: Crop::in_the_middle(width, height)?,
    })
}

/// A picture whose head was read.
pub(super) struct Opened<'a> {
    pub(super) kind: PictureKind,
    pub(super) orientation: Orientation,
    /// The description of the camera's colours, if it has one.
    pub(super) colours: Option<Vec<u8>>,
    /// Pixels as stored.
    pub(super) stored: (u32, u32),
    decoder: Box<dyn ImageDecoder + 'a>,
}

impl<'a> Opened<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, PhotoFlaw> {
        if u64::try_from(bytes.len()).map_or(true, |length| length > MOST_PICTURE_BYTES) {
            return Err(PhotoFlaw::TooManyBytes {
                most: MOST_PICTURE_BYTES,
            });
        }
        let kind = PictureKind::of(bytes)?;
        let mut limits = Limits::no_limits();
        limits.max_alloc = Some(MOST_DECODED);
        let mut decoder: Box<dyn ImageDecoder + 'a> = match kind {
            PictureKind::Jpeg => {
                whole_jpeg(bytes)?;
                Box::new(JpegDecoder::new(Cursor::new(bytes)).map_err(flaw)?)
            }
            PictureKind::Png => {
                Box::new(PngDecoder::with_limits(Cursor::new(bytes), limits.clone()).map_err(flaw)?)
            }
            PictureKind::Webp => {
                whole_webp(bytes)?;
                Box::new(WebPDecoder::new(Cursor::new(bytes)).map_err(flaw)?)
            }
        };
        let stored = decoder.dimensions();
        let pixels = u64::from(stored.0) * u64::from(stored.1);
        let long = stored.0.max(stored.1) > LONGEST_EDGE;
        if pixels > MOST_PIXELS || decoder.total_bytes() > MOST_DECODED || long {
            return Err(PhotoFlaw::TooManyPixels {
                width: stored.0,
                height: stored.1,
                most: MOST_PIXELS,
            });
        }
        if pixels == 0 {
            return Err(PhotoFlaw::NoPicture);
        }
        decoder.set_limits(limits).map_err(flaw)?;
        // Damage in the description of a picture is no damage of the picture.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let colours = decoder.icc_profile().ok().flatten();
        Ok(Self {
            kind,
            orientation,
            colours,
            stored,
            decoder,
        })
    }

    /// Pixels across and down, upright.
    pub(super) fn upright(&self) -> (u32, u32) {
        if lies_on_its_side(self.orientation) {
            (self.stored.1, self.stored.0)
        } else {
            self.stored
        }
    }

    /// The picture as stored, not yet upright.
    pub(super) fn decode(self) -> Result<DynamicImage, PhotoFlaw> {
        DynamicImage::from_decoder(self.decoder).map_err(flaw)
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "every decoder hands its error over"
)]
pub(super) fn flaw(error: ImageError) -> PhotoFlaw {
    match error {
        ImageError::Unsupported(_) => PhotoFlaw::Unsupported,
        ImageError::Limits(_) => PhotoFlaw::TooMuchMemory,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::IoError(_) => PhotoFlaw::Damaged,
    }
}

/// What says which way is up stands at the end of a WebP, behind the picture.
fn whole_webp(bytes: &[u8]) -> Result<(), PhotoFlaw> {
    let length = bytes
        .get(4..)
        .and_then(|rest| rest.first_chunk::<4>())
        .map(|length| u64::from(u32::from_le_bytes(*length)) + 8);
    let here = u64::try_from(bytes.len()).ok();
    if length.is_some() && length <= here {
        Ok(())
    } else {
        Err(PhotoFlaw::CutOff)
    }
}

/// A JPEG that was cut off decodes into a picture whose lower part is grey. Its end is looked for first: within
/// the picture's data the mark of the end cannot stand by chance.
fn whole_jpeg(bytes: &[u8]) -> Result<(), PhotoFlaw> {
    let mut at = 2;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        match rest {
            [0xFF, 0xFF, ..] => at += 1,
            [0xFF, 0x01 | 0xD0..=0xD8, ..] => at += 2,
            [0xFF, 0xDA, ..] => {
                let ended = rest.windows(2).any(|pair| pair == [0xFF, 0xD9]);
                return if ended {
                    Ok(())
                } else {
                    Err(PhotoFlaw::CutOff)
                };
            }
            [0xFF, _, high, low, ..] => {
                at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
            }
            // Readers skip what lies between two segments; so does the search for the end.
            [_, ..] => at += 1,
            [] => return Err(PhotoFlaw::NoPicture),
        }
    }
}
