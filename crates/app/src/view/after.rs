//! What may happen after an application, and what has to be done then.

use serde::Serialize;
use specta::Type;

use crate::view::AgendaEntryView;

/// Something that may happen: a refusal, a move, a lost card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HappeningView {
    /// The question whose day it is: `entity.fact`.
    pub key: String,
    /// The question in words.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// The list in whose records the question stands, if it stands in one.
    pub list: Option<String>,
    /// What has to be done and may be done then, with its day where the day of the happening is known.
    pub entries: Vec<AgendaEntryView>,
}

/// Everything that may happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AfterPageView {
    /// In the order in which the law pack has it.
    pub happenings: Vec<HappeningView>,
}
