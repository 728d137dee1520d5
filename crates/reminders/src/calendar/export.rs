//! The calendar file: what is new, what changed, and what no longer applies.
//!
//! A calendar finds an event of an earlier import by its UID and takes the newer one by its SEQUENCE. The number of a new or
//! changed event is at least the second of the export, so it grows also on one day and where the earlier file has another name
//! or is lost, and an older file that is imported once more changes nothing. With the earlier file at hand an event that did not
//! change keeps its number and its day of change.

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
use crate::kinds::ReminderKinds;
use crate::opaque::OpaqueId;
use crate::spoken::kind_title;

/// The program in the file; an export of another program is never replaced.
pub(super) const MAKER: &str = "-//Qonys//Qonys//EN";

/// The property that says what an event showed.
pub(super) const STATE: &str = "X-QONYS-STATE";

/// The property that names the kind of a deadline: by it a cancelled event is named in any language.
pub(super) const KIND: &str = "X-QONYS-KIND";

/// Midnight of 1 January 2020 UTC, from which the numbers of events are counted, in seconds since 1970. A number of RFC 5545 has
/// 31 bits: they last until 2088.
const FIRST_SECOND: i64 = 1_577_836_800;

/// The highest number that a calendar can hold.
const LAST_NUMBER: i64 = 2_147_483_647;

/// Of which case, in which language and when a calendar is written.
#[derive(Clone, Copy)]
pub struct CalendarExport<'a> {
    /// Belongs to the case and keeps the calendars of two cases apart; never empty.
    pub seed: &'a str,
    /// The language.
    pub lang: Lang,
    /// The day.
    pub today: NaiveDate,
    /// The moment in seconds since 1 January 1970 UTC: a later export has higher numbers.
    pub made_at: i64,
}

// The seed tells whoever has it what the ids mean.
impl std::fmt::Debug for CalendarExport<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CalendarExport(..)")
    }
}

impl CalendarExport<'_> {
    /// The number of an event that is new in this export.
    fn number(&self) -> u32 {
        let seconds = self.made_at.saturating_sub(FIRST_SECOND);
        u32::try_from(seconds.clamp(0, LAST_NUMBER)).unwrap_or(0)
    }
}

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

/// Writes the deadlines that are today or ahead, and those that are overdue, as a calendar file.
///
/// What the earlier export held and no longer applies is cancelled, as long as its day is not over or it was still to be done;
/// the cancelled event names its kind in the language of this export.
///
/// # Errors
/// [`ReminderError::NoSeed`] without a seed: the ids would be those of everybody. When there is nothing to write: a calendar
/// without an event is none (RFC 5545, 3.4).
pub fn calendar_file(
    events: &[CalendarEvent],
    previous: &PreviousCalendar,
    export: &CalendarExport<'_>,
) -> Result<CalendarFile, ReminderError> {
    let CalendarExport {
        seed, lang, today, ..
    } = *export;
    if seed.is_empty() {
        return Err(ReminderError::NoSeed);
    }
    let newest = export.number();
    let mut made: Vec<(NaiveDate, String, Event)> = Vec::new();
    // Also what is over: it applied, and is nothing to be taken back.
    let mut known = BTreeSet::new();
    for event in events {
        let uid = format!(
            "{}@qonys",
            OpaqueId::of(seed, &event.reminder.deadline.key).as_str()
        );
        if !event.reminder.on.is_empty() {
            known.insert(uid.clone());
        }
        let Some(shown) = event.shown(lang, today) else {
            continue;
        };
        let state = shown.state();
        let before = previous.events.get(&uid);
        let (sequence, changed) = match before {
            Some(before) if before.state == state && !before.cancelled => {
                (before.sequence, before.changed)
            }
            Some(before) => (newest.max(before.sequence.saturating_add(1)), today),
            None => (newest, today),
        };
        let mut calendar_event = shown.confirmed(&uid, changed);
        calendar_event
            .sequence(sequence)
            .add_property("LAST-MODIFIED", moment(changed))
            .add_property("DTSTAMP", moment(changed))
            .add_property(STATE, state)
            .add_property(KIND, &event.reminder.kind);
        made.push((event.reminder.deadline.day, uid, calendar_event.done()));
    }
    let held = made.len();
    let kinds = ReminderKinds::built_in()?;
    for (uid, before) in &previous.events {
        let was_to_be_done = kinds
            .get(&before.kind)
            .is_some_and(|kind| !kind.after.is_empty());
        let over = before.day < today && (before.cancelled || !was_to_be_done);
        if known.contains(uid) || over {
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
