//! What the person chose about reminders. It belongs to the case and is sealed with it.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;

use crate::kinds::MOST_DAYS;
use crate::kinds::ReminderKind;

/// The most days before a deadline that can be chosen for a kind.
const MOST_CHOSEN: usize = 16;

/// What the person said of one deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MarkKind {
    /// It is done.
    Done,
    /// Nothing is to be said before this day.
    SnoozedUntil(NaiveDate),
    /// It does not matter to the person.
    Hidden,
}

/// What the person said of one deadline, and of which day of it: when the day changes, it is a new deadline, and the
/// reminders speak again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// The day that the deadline had.
    pub day: NaiveDate,
    /// What was said.
    pub kind: MarkKind,
}

/// What the person chose about reminders.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReminderSettings {
    /// Makes the ids of this case its own; empty as long as nothing leaves the case.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub seed: String,
    /// Days before a deadline, by kind, where the person chose others than the built-in ones. An empty list silences the
    /// days before, not the day itself.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub before: BTreeMap<String, Vec<u16>>,
    /// What was said of single deadlines, by their key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub marks: BTreeMap<String, Mark>,
}

impl ReminderSettings {
    /// Whether nothing was chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The days before a deadline of a kind, the longest first, each once; the day itself is always the last.
    #[must_use]
    pub fn before(&self, kind: &ReminderKind) -> Vec<u16> {
        let chosen = self.before.get(&kind.id).unwrap_or(&kind.before);
        let mut days: Vec<u16> = chosen
            .iter()
            .copied()
            .filter(|days| *days <= MOST_DAYS)
            .chain([0])
            .collect();
        days.sort_unstable_by(|a, b| b.cmp(a));
        days.dedup();
        days
    }

    /// Whether these can be days before a deadline.
    #[must_use]
    pub fn are_days(days: &[u16]) -> bool {
        days.len() <= MOST_CHOSEN && days.iter().all(|days| *days <= MOST_DAYS)
    }

    /// What was said of a deadline with this day.
    #[must_use]
    pub fn mark(&self, key: &str, day: NaiveDate) -> Option<MarkKind> {
        self.marks
            .get(key)
            .filter(|mark| mark.day == day)
            .map(|mark| mark.kind)
    }
}

// A key can name a country or a kind of family member.
impl fmt::Debug for ReminderSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReminderSettings(..)")
    }
}
