//! From a picture to the photo.

use std::fmt;

use image::codecs::jpeg::{JpegEncoder, PixelDensity, PixelDensityUnit};
use image::imageops::FilterType;
use image::{DynamicImage, ExtendedColorType, RgbImage};

use super::colours::{as_srgb, on_white};
use super::crop::{Crop, LEAST_HEIGHT, LEAST_WIDTH};
use super::jpeg::Jpeg;
use super::picture::{Opened, flaw};
use crate::error::PhotoFlaw;

/// The most pixels across: 35 mm at 600 dots per inch. No printer shows more.
pub const MOST_WIDTH: u32 = 827;
/// The most pixels down: 45 mm at 600 dots per inch.
pub const MOST_HEIGHT: u32 = 1063;

/// The quality of the JPEG, of 100: no trace of the format can be seen, and the file stays below half a megabyte.
pub const QUALITY: u8 = 92;

/// The quality of what only the screen shows.
const PREVIEW_QUALITY: u8 = 80;

/// The fewest and most pixels along the longer edge of a preview.
const PREVIEW_EDGE: std::ops::RangeInclusive<u32> = 64..=2048;

/// A photo of 35 × 45 mm: the picture, its size and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutPhoto {
    /// The picture. It holds no description of any kind: no place, no day, no camera, no comment.
    pub jpeg: Jpeg,
    /// Pixels across, 413 to 827.
    pub width: u32,
    /// Pixels down, 531 to 1063.
    pub height: u32,
}

impl CutPhoto {
    /// A photo that was cut already; none when it has too few or too many pixels for one.
    pub fn of(jpeg: Jpeg) -> Option<Self> {
        let (width, height) = (u32::from(jpeg.width()), u32::from(jpeg.height()));
        let right = (LEAST_WIDTH..=MOST_WIDTH).contains(&width)
            && (LEAST_HEIGHT..=MOST_HEIGHT).contains(&height);
        right.then_some(Self {
            jpeg,
            width,
            height,
        })
    }
}

/// A picture for the screen. Its `Debug` shows only the size.
#[derive(Clone, PartialEq, Eq)]
pub struct Preview {
    /// A JPEG without any description.
    pub jpeg: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl fmt::Debug for Preview {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Preview({} x {})", self.width, self.height)
    }
}

/// Cuts the photo out of a picture: upright, in sRGB, on white, with at most 827 × 1063 pixels and never enlarged.
/// The same picture and part give the same bytes.
///
/// # Errors
/// What [`super::inspect_picture`] refuses, and a part that is not exactly 35:45, leaves the picture or has fewer
/// than 413 × 531 pixels.
pub fn cut_photo(bytes: &[u8], crop: Crop) -> Result<CutPhoto, PhotoFlaw> {
    let mut opened = Opened::open(bytes)?;
    let (width, height) = opened.upright();
    crop.check(width, height)?;
    let colours = opened.colours.take();
    let (orientation, stored) = (opened.orientation, opened.stored);
    let part = crop.as_stored(orientation, stored.0, stored.1);
    let whole = opened.decode()?;
    let cut = whole.crop_imm(part.x, part.y, part.width, part.height);
    // The whole picture may be a hundred times larger than what is kept of it.
    drop(whole);
    let mut upright = DynamicImage::ImageRgb8(on_white(cut));
    upright.apply_orientation(orientation);
    if upright.width() > MOST_WIDTH || upright.height() > MOST_HEIGHT {
        upright = upright.resize_exact(MOST_WIDTH, MOST_HEIGHT, FilterType::Lanczos3);
    }
    let photo = as_srgb(upright.into_rgb8(), colours.as_deref());
    let jpeg = encoded(&photo, QUALITY, density(photo.width()))?;
    CutPhoto::of(Jpeg::read(jpeg)?).ok_or(PhotoFlaw::NoPicture)
}

/// A small copy of a picture for the screen, upright, its longer edge at most `longest` pixels (64 to 2048).
///
/// # Errors
/// What [`super::inspect_picture`] refuses, save that a small picture is shown.
pub fn preview_picture(bytes: &[u8], longest: u32) -> Result<Preview, PhotoFlaw> {
    let mut opened = Opened::open(bytes)?;
    let longest = longest.clamp(*PREVIEW_EDGE.start(), *PREVIEW_EDGE.end());
    let colours = opened.colours.take();
    let orientation = opened.orientation;
    let mut picture = opened.decode()?;
    if picture.width().max(picture.height()) > longest {
        picture = picture.thumbnail(longest, longest);
    }
    let mut upright = DynamicImage::ImageRgb8(on_white(picture));
    upright.apply_orientation(orientation);
    let shown = as_srgb(upright.into_rgb8(), colours.as_deref());
    let (width, height) = shown.dimensions();
    Ok(Preview {
        jpeg: encoded(&shown, PREVIEW_QUALITY, PixelDensity::default())?,
        width,
        height,
    })
}

/// The dots per centimetre at which so many pixels are 35 mm wide, to the nearest.
fn density(width: u32) -> PixelDensity {
    let dots = u16::try_from((width * 2 + 3) / 7).unwrap_or(u16::MAX);
    PixelDensity {
        density: (dots, dots),
        unit: PixelDensityUnit::Centimeters,
    }
}

pub(super) fn encoded(
    picture: &RgbImage,
    quality: u8,
    density: PixelDensity,
) -> Result<Vec<u8>, PhotoFlaw> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.set_pixel_density(density);
    encoder
        .encode(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .map_err(flaw)?;
    Ok(bytes)
}
