//! The photo: a picture of any of three formats becomes one clean JPEG of 35 × 45 mm.

mod colours;
mod crop;
mod cut;
mod jpeg;
mod kind;
mod layout;
mod picture;
mod raster;
mod sheet;

pub use crop::{Crop, LEAST_HEIGHT, LEAST_WIDTH};
pub use cut::{CutPhoto, MOST_HEIGHT, MOST_WIDTH, Preview, QUALITY, cut_photo, preview_picture};
pub use jpeg::Jpeg;
pub use kind::PictureKind;
pub use layout::{MeasureStanding, PhotoGuide, PhotoGuides, PhotoLayout, PhotoMeasure};
pub use picture::{MOST_PICTURE_BYTES, MOST_PIXELS, PictureFacts, inspect_picture};
pub use sheet::{SHEET_HEIGHT, SHEET_WIDTH, photo_sheet_jpeg, photo_sheet_pdf};
