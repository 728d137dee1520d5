//! What was shown before, so that nothing is said twice and no missed day is lost.

use std::collections::BTreeSet;

use chrono::Days;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;

use crate::agenda_file::AgendaFile;
use crate::opaque::OpaqueId;

/// Days after which it is forgotten that something was shown of a deadline that the file no longer has.
const KEPT_DAYS: u64 = 400;

/// What was shown before. It holds ids that say nothing and days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The last day on which was looked.
    pub(crate) last: Option<NaiveDate>,
    /// The deadline, its day, and a day on which it was said. An earlier program wrote the day of the reminder, which is
    /// never later.
    pub(crate) said: BTreeSet<(OpaqueId, NaiveDate, NaiveDate)>,
    /// The last day on which the person was told that the agenda file cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) unreadable: Option<NaiveDate>,
}

impl Shown {
    /// Reads what an earlier run left; a file that cannot be read counts as nothing shown, because to be reminded twice is
    /// better than never.
    #[must_use]
    pub fn of_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Writes it for the next run; none when it cannot be written, which this type does not bring about.
    #[must_use]
    pub fn to_json(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// What is remembered when somebody was told today that the agenda file cannot be read; none where that was said today
    /// already: once a day is enough.
    #[must_use]
    pub fn telling_unreadable(&self, today: NaiveDate) -> Option<Self> {
        (self.unreadable != Some(today)).then(|| Self {
            unreadable: Some(today),
            ..self.clone()
        })
    }

    /// Whether a deadline with this day was said on one of the days from `since` to `until`, both inclusive. A later day is
    /// that of a clock that ran ahead for a while, which must not silence anything.
    pub(crate) fn has_said(
        &self,
        (id, day): (&OpaqueId, NaiveDate),
        since: NaiveDate,
        until: NaiveDate,
    ) -> bool {
        since <= until
            && self
                .said
                .range((id.clone(), day, since)..=(id.clone(), day, until))
                .next()
                .is_some()
    }

    /// Forgets what is too long ago to be asked for again. What the file still has is never forgotten: it would be said anew.
    pub(crate) fn forget_before(&mut self, today: NaiveDate, file: &AgendaFile) {
        let there: BTreeSet<(&OpaqueId, NaiveDate)> = file
            .entries
            .iter()
            .map(|entry| (&entry.id, entry.day))
            .collect();
        if let Some(oldest) = today.checked_sub_days(Days::new(KEPT_DAYS)) {
            self.said
                .retain(|(id, day, said)| oldest <= *said || there.contains(&(id, *day)));
        }
    }
}
