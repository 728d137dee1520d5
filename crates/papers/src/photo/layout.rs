//! The data of the photo: lines that help to cut it, and the sheet that it is printed on.

use serde::Deserialize;

use crate::error::PaperError;
use crate::language::Words;
use crate::length::{Area, Length, TypeSize};

/// The file, and its name in errors.
const FILE: &str = "photo";
const SOURCE: &str = include_str!("../../../../assets/photo/photo.toml");

/// How well a measure is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureStanding {
    /// From the official text.
    Official,
    /// From a copy or a report of it.
    Secondary,
    /// Common practice; no rule was found.
    Unconfirmed,
}

/// The lines that help to cut the photo.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoGuides {
    /// How well they are known.
    pub standing: MeasureStanding,
    /// What is said beside them.
    pub note: Words,
    /// From top to bottom.
    #[serde(rename = "line")]
    pub lines: Vec<PhotoGuide>,
}

/// A part of the head lies between two heights.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoGuide {
    /// `head_top`, `eyes`, `chin`.
    pub id: String,
    /// From the upper edge of the photo, included.
    pub from: Length,
    /// From the upper edge of the photo, included.
    pub until: Length,
    /// What it is.
    pub label: Words,
}

/// The photo as data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoLayout {
    pub(crate) id: String,
    pub(crate) edition: String,
    /// The photo itself.
    pub photo: PhotoMeasure,
    /// The lines that help to cut it.
    pub guides: PhotoGuides,
    pub(crate) sheet: SheetLayout,
}

/// The size of the photo, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoMeasure {
    /// Across.
    pub width: Length,
    /// Down.
    pub height: Length,
    /// Act and place.
    pub cite: String,
    /// How well it is known.
    pub standing: MeasureStanding,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SheetLayout {
    pub(crate) width: Length,
    pub(crate) height: Length,
    pub(crate) columns: Vec<Length>,
    pub(crate) rows: Vec<Length>,
    pub(crate) away: Length,
    pub(crate) edge: Length,
    pub(crate) longest: Length,
    pub(crate) thickness: Length,
    pub(crate) caption: Area,
    pub(crate) size: TypeSize,
    pub(crate) title: Words,
    #[serde(rename = "line")]
    pub(crate) lines: Vec<Words>,
}

impl PhotoLayout {
    /// The layout that comes with the program.
    ///
    /// # Errors
    /// When the file is not what a layout is; a test sees that it is.
    pub fn built_in() -> Result<Self, PaperError> {
        toml::from_str(SOURCE).map_err(|error| PaperError::Malformed {
            form: FILE.to_owned(),
            message: error.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_is_one() {
        let layout = PhotoLayout::built_in().unwrap();
        let mut above = Length::ZERO;
        for line in &layout.guides.lines {
            assert!(above < line.from && line.from < line.until, "{}", line.id);
            above = line.until;
        }
        assert!(above < layout.photo.height);
        assert_eq!(layout.guides.standing, MeasureStanding::Unconfirmed);
        let sheet = &layout.sheet;
        let sheet_area = Area {
            width: sheet.width,
            height: sheet.height,
            ..Area::default()
        };
        let mut taken: Vec<Area> = vec![sheet.caption];
        for x in &sheet.columns {
            for y in &sheet.rows {
                taken.push(Area {
                    x: *x,
                    y: *y,
                    width: layout.photo.width,
                    height: layout.photo.height,
                });
            }
        }
        for (index, one) in taken.iter().enumerate() {
            assert!(one.inside(sheet_area));
            assert!(taken[..index].iter().all(|other| !one.meets(*other)));
        }
    }
}
