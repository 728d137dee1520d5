//! What is asked of the reading process, and what it answers.

use qonys_papers::{Crop, PhotoFlaw, PictureFacts};
use qonys_texts::Lang;
use serde::{Deserialize, Serialize};

use crate::limits::Limits;

/// What the reading process is asked, with its limits. No name and no path of a file is in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Order {
    pub(crate) limits: Limits,
    pub(crate) task: Task,
}

/// One way of reading.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Task {
    /// The size of a picture.
    InspectPhoto,
    /// A small copy of a picture.
    PreviewPhoto { longest: u32 },
    /// The photo.
    CutPhoto { crop: Crop },
    /// The photo, six times on a sheet.
    PhotoSheet { crop: Crop, lang: Lang },
    /// Whether the reading of a blank comes to an end.
    CheckBlank,
    /// What the limits are proved with.
    #[cfg(debug_assertions)]
    Probe(crate::probe::Probe),
}

/// The head of an answer; the bytes of a file follow it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Head {
    /// The size of a picture.
    Facts(PictureFacts),
    /// A small copy of a picture follows.
    Preview { width: u32, height: u32 },
    /// The photo follows.
    Photo,
    /// The sheet of photos follows.
    Sheet,
    /// The reading of the blank came to an end, with whatever result.
    BlankChecked,
    /// The photo cannot be used.
    Refused(PhotoFlaw),
    /// The file is larger than the limit.
    TooLarge,
    /// What a probe found.
    #[cfg(debug_assertions)]
    Probed(Vec<String>),
}
