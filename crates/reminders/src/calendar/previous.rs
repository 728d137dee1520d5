//! An earlier export, so that the next one can say what changed and what no longer applies.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use icalendar::Calendar;
use icalendar::Component as _;
use icalendar::EventStatus;

use crate::calendar::export::KIND;
use crate::calendar::export::MAKER;
use crate::calendar::export::STATE;
use crate::error::ReminderError;

/// An event of the earlier export.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct PreviousEvent {
    pub(super) day: NaiveDate,
    pub(super) title: String,
    /// Its kind; empty in a file of an older program.
    pub(super) kind: String,
    pub(super) sequence: u32,
    /// The day of its last change.
    pub(super) changed: NaiveDate,
    /// What it showed; empty for one that was cancelled.
    pub(super) state: String,
    pub(super) cancelled: bool,
}

/// An earlier export: events by their UID.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PreviousCalendar {
    pub(super) events: BTreeMap<String, PreviousEvent>,
}

// With titles asked for, a title can name a country or a child.
impl fmt::Debug for PreviousCalendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PreviousCalendar({} events)", self.events.len())
    }
}

impl PreviousCalendar {
    /// Reads an earlier export of this program.
    ///
    /// # Errors
    /// When the file is no calendar, or not one that this program made: nothing of it may be replaced then.
    pub fn of_text(text: &str) -> Result<Self, ReminderError> {
        // The reader of calendars says in its message where it stopped, with the text that stands there.
        let calendar: Calendar = text.parse().map_err(|_: String| ReminderError::Calendar)?;
        if calendar.property_value("PRODID") != Some(MAKER) {
            return Err(ReminderError::Calendar);
        }
        let mut events = BTreeMap::new();
        for event in calendar.events() {
            let of = |name: &str| event.property_value(name);
            let read = || {
                let uid = event.get_uid()?;
                Some((
                    uid.to_owned(),
                    PreviousEvent {
                        day: day(of("DTSTART")?)?,
                        title: event.get_summary()?.to_owned(),
                        kind: of(KIND).unwrap_or_default().to_owned(),
                        sequence: event.get_sequence()?,
                        changed: day(of("LAST-MODIFIED")?)?,
                        state: of(STATE).unwrap_or_default().to_owned(),
                        cancelled: event.get_status() == Some(EventStatus::Cancelled),
                    },
                ))
            };
            let (uid, event) = read().ok_or(ReminderError::Calendar)?;
            events.insert(uid, event);
        }
        Ok(Self { events })
    }
}

/// The day of a date, or of a moment.
fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok()
}
