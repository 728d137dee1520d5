//! What a pack knows of a thing on a day.

use chrono::NaiveDate;

use super::book::Lawbook;
use super::entry::Entry;

/// What a pack knows of a thing on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status<'a> {
    /// This edition is in force, or the thing has no days.
    InForce(&'a Entry),
    /// This record says that there was none.
    Absent(&'a Entry),
    /// The pack does not know. The neighbours, where there are any, are the editions before and after.
    NotKnown {
        /// The last edition that ended before the day.
        before: Option<&'a Entry>,
        /// The first edition that begins after the day.
        after: Option<&'a Entry>,
    },
}

impl Lawbook {
    /// What is known of a thing on a day.
    #[must_use]
    pub fn on(&self, kind: &str, id: &str, day: NaiveDate) -> Status<'_> {
        let editions = self.editions(kind, id);
        match editions.iter().find(|edition| edition.covers(day)) {
            Some(edition) if edition.absent() => Status::Absent(edition),
            Some(edition) => Status::InForce(edition),
            None => Status::NotKnown {
                before: editions
                    .iter()
                    .rfind(|edition| edition.until().is_some_and(|until| until < day))
                    .copied(),
                after: editions
                    .iter()
                    .find(|edition| edition.from().is_some_and(|from| day < from))
                    .copied(),
            },
        }
    }
}

impl<'a> Status<'a> {
    /// The record that speaks of the day.
    #[must_use]
    pub fn entry(self) -> Option<&'a Entry> {
        match self {
            Self::InForce(entry) | Self::Absent(entry) => Some(entry),
            Self::NotKnown { .. } => None,
        }
    }
}
