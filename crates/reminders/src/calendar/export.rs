//! The calendar file: what is new, what changed, and what no longer applies.
//!
//! A calendar finds an event of an earlier import by its UID and takes the newer one by its SEQUENCE. The number of a new or
//! changed event is at least that of the day of the export, so it grows even where the earlier file is lost; with the
//! earlier file at hand an event that did not change keeps its number and its day of change.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use icalendar::Calendar;
use icalendar::Component as _;
use icalendar::Event;
use icalendar::EventStatus;
use icalendar::Property;
use qonys_texts::Lang;
use qonys_texts::text;

use crate::calendar::event::CalendarEvent;
use crate::calendar::event::bare;
use crate::calendar::event::moment;
use crate::calendar::fold::folded;
use crate::calendar::previous::PreviousCalendar;
use crate::error::ReminderError;
use crate::opaque::OpaqueId;
use crate::spoken::kind_title;

/// The program in the file; an export of another program is never replaced.
pub(super) const MAKER: &str = "-//Qonys//Qonys//EN";

/// The property that says what an event showed.
pub(super) const STATE: &str = "X-QONYS-STATE";

/// The property that names the kind of a deadline: by it a cancelled event is named in any language.
pub(super) const KIND: &str = "X-QONYS-KIND";

/// The day from which the numbers of events are counted.
const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A calendar file and what is in it.
#[derive(Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// The file.
    pub text: String,
    /// How many deadlines it holds.
    pub events: usize,
    /// How many events of the earlier export it takes back.
    pub cancelled: usize,
}

// The text can name a country or a child.
impl std::fmt::Debug for CalendarFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CalendarFile({} events, ..)", self.events)
    }
}

/// Writes the deadlines that are today or ahead as a calendar file.
///
/// `seed` belongs to the case and keeps the calendars of two cases apart. What the earlier export held and no longer applies
/// is cancelled, as long as its day is not over; the cancelled event names its kind in the language of this export.
///
/// # Errors
/// When there is nothing to write: a calendar without an event is none (RFC 5545, 3.4).
pub fn calendar_file(
    events: &[CalendarEvent],
    previous: &PreviousCalendar,
    seed: &str,
    lang: Lang,
    today: NaiveDate,
) -> Result<CalendarFile, ReminderError> {
    let newest = u32::try_from(today.signed_duration_since(FIRST_DAY).num_days()).unwrap_or(0);
    let mut made: Vec<(NaiveDate, String, Event)> = Vec::new();
    let mut kept = BTreeSet::new();
    for event in events {
        let day = event.reminder.deadline.day;
        if day < today || event.reminder.on.is_empty() {
            continue;
        }
        let uid = format!(
            "{}@qonys",
            OpaqueId::of(seed, &event.reminder.deadline.key).as_str()
        );
        let state = event.state();
        let before = previous.events.get(&uid);
        let (sequence, changed) = match before {
            Some(before) if before.state == state && !before.cancelled => {
                (before.sequence, before.changed)
            }
            Some(before) => (newest.max(before.sequence.saturating_add(1)), today),
            None => (newest, today),
        };
        let mut calendar_event = event.confirmed(&uid, changed);
        calendar_event
            .sequence(sequence)
            .add_property("LAST-MODIFIED", moment(changed))
            .add_property("DTSTAMP", moment(changed))
            .add_property(STATE, state)
            .add_property(KIND, &event.reminder.kind);
        kept.insert(uid.clone());
        made.push((day, uid, calendar_event.done()));
    }
    let held = made.len();
    for (uid, before) in &previous.events {
        if kept.contains(uid) || before.day < today {
            continue;
        }
        let title = kind_title(lang, &before.kind);
        let (sequence, changed) = if before.cancelled && before.title == title {
            (before.sequence, before.changed)
        } else {
            (newest.max(before.sequence.saturating_add(1)), today)
        };
        let mut event = bare(uid, before.day, &title);
        event
            .status(EventStatus::Cancelled)
            .sequence(sequence)
            .add_property("LAST-MODIFIED", moment(changed))
            .add_property("DTSTAMP", moment(changed))
            .add_property(KIND, &before.kind);
        made.push((before.day, uid.clone(), event.done()));
    }
    let cancelled = made.len() - held;
    if made.is_empty() {
        return Err(ReminderError::NothingAhead);
    }
    made.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", MAKER),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", text(lang, "reminders.calendar").as_str()),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.extend(made.into_iter().map(|(_, _, event)| event));
    Ok(CalendarFile {
        text: folded(&calendar.to_string()),
        events: held,
        cancelled,
    })
}
