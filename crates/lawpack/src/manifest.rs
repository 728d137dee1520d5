//! What a law pack says of itself.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;

use crate::error::LawPackError;

/// What this program's engine can evaluate. It counts up when a pack needs something that an older program does not know.
pub const ENGINE: u32 = 1;

/// The name of the manifest inside the pack.
pub(crate) const MANIFEST: &str = "pack.toml";

/// What a law pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackManifest {
    /// Which state of the law it is. A newer one has a larger number.
    pub version: u32,
    /// The oldest engine that can evaluate it.
    pub engine: u32,
    /// The day on which it was put together.
    pub issued: NaiveDate,
    /// What is new in it, in words.
    pub title: PackTitle,
}

/// One sentence in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackTitle {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl PackManifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// When it cannot be read, or the pack is for a newer engine.
    pub fn read(text: &str) -> Result<Self, LawPackError> {
        let manifest: Self = toml::from_str(text).map_err(|error| LawPackError::Damaged {
            file: MANIFEST.to_owned(),
            problem: error.message().to_owned(),
        })?;
        if manifest.engine > ENGINE {
            return Err(LawPackError::NewerEngine {
                wanted: manifest.engine,
                here: ENGINE,
            });
        }
        Ok(manifest)
    }
}
