//! What was shown before, so that nothing is said twice and no missed day is lost.

use std::collections::BTreeSet;

use chrono::Days;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;

use crate::opaque::OpaqueId;

/// Days after which it is forgotten that something was shown: longer than a past deadline stays in the file.
const KEPT_DAYS: u64 = 400;

/// What was shown before. It holds ids that say nothing and days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The last day on which was looked.
    pub(crate) last: Option<NaiveDate>,
    /// The deadline, its day, and the day of the reminder.
    pub(crate) said: BTreeSet<(OpaqueId, NaiveDate, NaiveDate)>,
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

    /// Forgets what is too long ago to be asked for again.
    pub(crate) fn forget_before(&mut self, today: NaiveDate) {
        if let Some(oldest) = today.checked_sub_days(Days::new(KEPT_DAYS)) {
            self.said.retain(|(_, _, reminder)| oldest <= *reminder);
        }
    }
}
