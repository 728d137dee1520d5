//! The sources of the law in use.

use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::StandingCode;

/// One act or page that the law pack was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SourceOfLawView {
    /// Its full title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// How sure its wording is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
    /// The day on which its wording was last read.
    pub seen: Option<DayView>,
    /// The day on which to read it again.
    pub next_review: Option<DayView>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SourcesOfLawView {
    /// Today.
    pub today: DayView,
    /// The sources in the order of the law pack.
    pub sources: Vec<SourceOfLawView>,
}
