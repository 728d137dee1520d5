//! The photo in the window.

use std::fmt;

use qonys_papers::Crop;
use serde::Serialize;
use specta::Type;

use super::PhotoGuidesView;

/// The page of the photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PhotoPageView {
    /// The lines that help to cut it.
    pub guides: PhotoGuidesView,
    /// The fewest pixels across.
    pub least_width: u32,
    /// The fewest pixels down.
    pub least_height: u32,
    /// The picture that was chosen since the program was started.
    pub picture: Option<PhotoPictureView>,
    /// The photo that the case keeps.
    pub kept: Option<KeptPhotoView>,
}

/// A picture out of which the photo is cut.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct PhotoPictureView {
    /// Pixels across, upright.
    pub width: u32,
    /// Pixels down, upright.
    pub height: u32,
    /// A small copy: a JPEG in base64.
    pub preview: String,
    /// A part to begin with.
    pub suggested: PhotoCrop,
}

/// The photo of the case.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
pub struct KeptPhotoView {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The photo: a JPEG in base64.
    pub jpeg: String,
}

/// A part of a picture, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize, Type)]
pub struct PhotoCrop {
    /// From the left edge.
    pub x: u32,
    /// From the top edge.
    pub y: u32,
    /// To the right.
    pub width: u32,
    /// Downwards.
    pub height: u32,
}

impl From<Crop> for PhotoCrop {
    fn from(crop: Crop) -> Self {
        Self {
            x: crop.x,
            y: crop.y,
            width: crop.width,
            height: crop.height,
        }
    }
}

impl From<PhotoCrop> for Crop {
    fn from(crop: PhotoCrop) -> Self {
        Self {
            x: crop.x,
            y: crop.y,
            width: crop.width,
            height: crop.height,
        }
    }
}

impl fmt::Debug for PhotoPictureView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoPictureView({} x {})", self.width, self.height)
    }
}

impl fmt::Debug for KeptPhotoView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeptPhotoView({} x {})", self.width, self.height)
    }
}
