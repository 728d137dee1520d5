//! Colours as every screen and printer understands them without a description.

use image::RgbImage;
use image::{DynamicImage, Rgb};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The picture in red, green and blue of eight bits; what can be seen through is laid on white paper.
pub(super) fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen_through = picture.into_rgba8();
    let mut flat = RgbImage::new(seen_through.width(), seen_through.height());
    for (from, to) in seen_through.pixels().zip(flat.pixels_mut()) {
        let [red, green, blue, alpha] = from.0;
        *to = Rgb([red, green, blue].map(|part| over_white(part, alpha)));
    }
    flat
}

fn over_white(part: u8, alpha: u8) -> u8 {
    let (part, alpha) = (u32::from(part), u32::from(alpha));
    let mixed = (part * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

/// The picture in the colours of sRGB. The description that a camera wrote is followed and then dropped; one that
/// cannot be read, or that describes no red, green and blue, is dropped at once.
pub(super) fn as_srgb(picture: RgbImage, described: Option<&[u8]>) -> RgbImage {
    described
        .and_then(|profile| transformed(&picture, profile))
        .unwrap_or(picture)
}

fn transformed(picture: &RgbImage, profile: &[u8]) -> Option<RgbImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        return None;
    }
    let transform = profile
        .create_transform_8bit(
            Layout::Rgb,
            &ColorProfile::new_srgb(),
            Layout::Rgb,
            TransformOptions::default(),
        )
        .ok()?;
    let mut out = RgbImage::new(picture.width(), picture.height());
    transform.transform(picture.as_raw(), &mut out).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    #[test]
    fn glass_lies_on_white_paper() {
        let mut glass = RgbaImage::new(3, 1);
        glass.put_pixel(0, 0, Rgba([200, 0, 0, 0]));
        glass.put_pixel(1, 0, Rgba([200, 0, 0, 255]));
        glass.put_pixel(2, 0, Rgba([0, 0, 0, 128]));
        let flat = on_white(DynamicImage::ImageRgba8(glass));
        let colours: Vec<[u8; 3]> = flat.pixels().map(|pixel| pixel.0).collect();
        assert_eq!(colours, [[255, 255, 255], [200, 0, 0], [127, 127, 127]]);
    }

    #[test]
    fn a_camera_s_colours_are_followed_and_nonsense_is_not() {
        let picture = RgbImage::from_pixel(2, 2, Rgb([200, 100, 100]));
        let display = ColorProfile::new_display_p3().encode().unwrap();
        let seen = as_srgb(picture.clone(), Some(&display));
        let pixel = seen.get_pixel(0, 0).0;
        assert!(pixel[0] > 205 && pixel[1] < 99, "{pixel:?}");
        assert_eq!(as_srgb(picture.clone(), Some(b"nonsense")), picture);
        assert_eq!(as_srgb(picture.clone(), None), picture);
    }
}
