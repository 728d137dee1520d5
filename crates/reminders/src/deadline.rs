//! A deadline as the engine found it.

use std::fmt;

use chrono::NaiveDate;

/// A deadline of the agenda that has a day.
#[derive(Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Its key in the agenda; the same for the same deadline as long as the case lives.
    pub key: String,
    /// Its day: the last one, or the first one of what begins.
    pub day: NaiveDate,
    /// The last working day before it, where the offices are closed on the day itself and the person has to go there.
    pub open_until: Option<NaiveDate>,
    /// Whether it is done: nothing more is said of it.
    pub done: bool,
}

impl Deadline {
    /// The last day on which something can still be done in time, as seen from `today`: the last working day where the offices
    /// are closed on the day itself and that one is not over, else the day itself.
    #[must_use]
    pub fn last_useful(&self, today: NaiveDate) -> NaiveDate {
        self.open_until
            .filter(|open| *open < self.day && today <= *open)
            .unwrap_or(self.day)
    }
}

// A key can name a country or a kind of family member.
impl fmt::Debug for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Deadline(..)")
    }
}
