//! The part of the picture that becomes the photo.

use image::metadata::Orientation;
use serde::{Deserialize, Serialize};

use crate::error::PhotoFlaw;

/// 35 and 45 mm have the ratio of these two.
const ACROSS: u32 = 7;
const DOWN: u32 = 9;

/// The fewest pixels across: 35 mm at 300 dots per inch.
pub const LEAST_WIDTH: u32 = 413;
/// The fewest pixels down: 45 mm at 300 dots per inch.
pub const LEAST_HEIGHT: u32 = 531;

/// A rectangle in pixels of the upright picture, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crop {
    /// From the left edge.
    pub x: u32,
    /// From the top edge.
    pub y: u32,
    /// To the right.
    pub width: u32,
    /// Downwards.
    pub height: u32,
}

impl Crop {
    /// The largest part of exactly 35:45 in the middle of a picture. It knows nothing of faces.
    ///
    /// # Errors
    /// [`PhotoFlaw::TooSmall`] when even that has too few pixels.
    pub fn in_the_middle(width: u32, height: u32) -> Result<Self, PhotoFlaw> {
        let times = (width / ACROSS).min(height / DOWN);
        let crop = Self {
            x: (width - times * ACROSS) / 2,
            y: (height - times * DOWN) / 2,
            width: times * ACROSS,
            height: times * DOWN,
        };
        crop.check(width, height).map(|()| crop)
    }

    /// Whether the part lies in a picture of this size, is exactly 35:45 and has enough pixels.
    ///
    /// # Errors
    /// What is wrong, with the numbers.
    pub fn check(self, width: u32, height: u32) -> Result<(), PhotoFlaw> {
        let inside = self
            .x
            .checked_add(self.width)
            .is_some_and(|right| right <= width)
            && self
                .y
                .checked_add(self.height)
                .is_some_and(|bottom| bottom <= height);
        if !inside {
            return Err(PhotoFlaw::CropOutside { width, height });
        }
        if u64::from(self.width) * u64::from(DOWN) != u64::from(self.height) * u64::from(ACROSS) {
            let times = (self.width / ACROSS).min(self.height / DOWN).max(1);
            return Err(PhotoFlaw::CropShape {
                width: times * ACROSS,
                height: times * DOWN,
            });
        }
        if self.width < LEAST_WIDTH || self.height < LEAST_HEIGHT {
            return Err(PhotoFlaw::TooSmall {
                width: self.width,
                height: self.height,
                least_width: LEAST_WIDTH,
                least_height: LEAST_HEIGHT,
            });
        }
        Ok(())
    }

    /// The same part in the picture as it is stored, `width` × `height` pixels, before it is turned upright.
    /// The part was checked against the upright size.
    pub(super) fn as_stored(self, orientation: Orientation, width: u32, height: u32) -> Self {
        let from_right = |across: u32, wide: u32| width - across - wide;
        let from_bottom = |down: u32, tall: u32| height - down - tall;
        let (x, y) = match orientation {
            Orientation::NoTransforms => (self.x, self.y),
            Orientation::FlipHorizontal => (from_right(self.x, self.width), self.y),
            Orientation::FlipVertical => (self.x, from_bottom(self.y, self.height)),
            Orientation::Rotate180 => (
                from_right(self.x, self.width),
                from_bottom(self.y, self.height),
            ),
            Orientation::Rotate90FlipH => (self.y, self.x),
            Orientation::Rotate90 => (self.y, from_bottom(self.x, self.width)),
            Orientation::Rotate270 => (from_right(self.y, self.height), self.x),
            Orientation::Rotate270FlipH => (
                from_right(self.y, self.height),
                from_bottom(self.x, self.width),
            ),
        };
        let (width, height) = if lies_on_its_side(orientation) {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        Self {
            x,
            y,
            width,
            height,
        }
    }
}

/// Whether width and height change places when the picture is turned upright.
pub(super) fn lies_on_its_side(orientation: Orientation) -> bool {
    match orientation {
        Orientation::NoTransforms
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical
        | Orientation::Rotate180 => false,
        Orientation::Rotate90FlipH
        | Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate270FlipH => true,
    }
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, RgbImage};

    use super::*;

    #[test]
    fn the_middle_is_exactly_of_the_ratio_and_as_large_as_can_be() {
        let crop = Crop::in_the_middle(4000, 3000).unwrap();
        assert_eq!((crop.width, crop.height), (2331, 2997));
        assert_eq!((crop.x, crop.y), (834, 1));
        let whole = Crop::in_the_middle(413, 531).unwrap();
        assert_eq!((whole.x, whole.y, whole.width), (0, 0, 413));
        for (width, height) in [(412, 531), (413, 530), (0, 0), (7, 9)] {
            assert!(matches!(
                Crop::in_the_middle(width, height),
                Err(PhotoFlaw::TooSmall { .. })
            ));
        }
    }

    #[test]
    fn a_wrong_part_is_refused_with_numbers() {
        let crop = |x, y, width, height| Crop {
            x,
            y,
            width,
            height,
        };
        assert_eq!(crop(87, 69, 413, 531).check(500, 600), Ok(()));
        for outside in [
            crop(88, 69, 413, 531),
            crop(87, 70, 413, 531),
            crop(u32::MAX, 0, 413, 531),
            crop(0, 0, 413, u32::MAX),
        ] {
            assert_eq!(
                outside.check(500, 600),
                Err(PhotoFlaw::CropOutside {
                    width: 500,
                    height: 600
                })
            );
        }
        assert_eq!(
            crop(0, 0, 500, 600).check(500, 600),
            Err(PhotoFlaw::CropShape {
                width: 462,
                height: 594
            })
        );
        assert_eq!(
            crop(0, 0, 406, 522).check(500, 600),
            Err(PhotoFlaw::TooSmall {
                width: 406,
                height: 522,
                least_width: 413,
                least_height: 531
            })
        );
    }

    #[test]
    fn a_part_is_the_same_before_and_after_turning() {
        let stored = DynamicImage::ImageRgb8(RgbImage::from_fn(11, 8, |x, y| {
            image::Rgb([
                u8::try_from(x * 20).unwrap(),
                u8::try_from(y * 30).unwrap(),
                7,
            ])
        }));
        for exif in 1..=8 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let mut upright = stored.clone();
            upright.apply_orientation(orientation);
            let crop = Crop {
                x: 1,
                y: 2,
                width: 3,
                height: 4,
            };
            let wanted = upright.crop_imm(crop.x, crop.y, crop.width, crop.height);
            let part = crop.as_stored(orientation, 11, 8);
            let mut found = stored.crop_imm(part.x, part.y, part.width, part.height);
            found.apply_orientation(orientation);
            assert_eq!(found, wanted, "orientation {exif}");
        }
    }
}
