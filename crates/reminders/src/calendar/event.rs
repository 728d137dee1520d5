//! One deadline as an event of a calendar.

use std::fmt;

use chrono::Days;
use chrono::NaiveDate;
use chrono::NaiveTime;
use icalendar::Alarm;
use icalendar::Class;
use icalendar::Component as _;
use icalendar::Event;
use icalendar::EventLike as _;
use icalendar::EventStatus;
use icalendar::Property;
use qonys_texts::Lang;
use sha2::Digest;
use sha2::Sha256;

use crate::plan::PlannedReminder;
use crate::spoken::overdue_title;

/// The hour of the day at which an alarm rings: before the offices are full, after most people are awake.
const HOUR: i64 = 9;

const HOURS_OF_A_DAY: i64 = 24;

/// What a calendar shows of a deadline.
#[derive(Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// The deadline with the days of its reminders.
    pub reminder: PlannedReminder,
    /// Its title. It names nobody, unless the person asked for that.
    pub title: String,
    /// Its text: what to do, what follows when it is missed, the article.
    pub text: String,
}

// With titles asked for, a title can name a country or a child.
impl fmt::Debug for CalendarEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CalendarEvent(..)")
    }
}

/// What one export shows of a deadline.
pub(super) struct ShownEvent<'a> {
    event: &'a CalendarEvent,
    title: String,
    /// The days from the alarms to the day; negative after it.
    alarms: Vec<i64>,
}

impl CalendarEvent {
    /// What an export of a day shows; none of what is simply over. What is overdue stays on its day and says so, without an
    /// alarm in the past: calendars ring those all at once, or not at all.
    pub(super) fn shown(&self, lang: Lang, today: NaiveDate) -> Option<ShownEvent<'_>> {
        let day = self.reminder.deadline.day;
        let overdue = self.reminder.is_overdue(today);
        if self.reminder.on.is_empty() || (day < today && !overdue) {
            return None;
        }
        let on = self.reminder.on.iter();
        Some(ShownEvent {
            event: self,
            title: if overdue {
                overdue_title(lang, &self.title)
            } else {
                self.title.clone()
            },
            alarms: on
                .filter(|on| !overdue || today <= **on)
                .map(|on| day.signed_duration_since(*on).num_days())
                .collect(),
        })
    }
}

impl ShownEvent<'_> {
    /// Everything that is shown, as a short hash: a second export sees by it whether something changed.
    pub(super) fn state(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(format!(
            "{}\n{:?}\n{}\n{}",
            self.event.reminder.deadline.day, self.alarms, self.title, self.event.text
        ));
        hash.finalize()
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The event, complete but for its number and its times of change.
    pub(super) fn confirmed(&self, uid: &str, stamp: NaiveDate) -> Event {
        let mut event = bare(uid, self.event.reminder.deadline.day, &self.title);
        event
            .description(&self.event.text)
            .status(EventStatus::Confirmed);
        for days in &self.alarms {
            event.alarm(alarm(uid, *days, &self.title, stamp));
        }
        event.done()
    }
}

/// A whole day that takes nobody's time.
pub(super) fn bare(uid: &str, day: NaiveDate, title: &str) -> Event {
    let mut event = Event::with_uid(uid);
    event
        .summary(title)
        .starts(day)
        .ends(day.checked_add_days(Days::new(1)).unwrap_or(day))
        .class(Class::Private)
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    event.done()
}

fn alarm(uid: &str, days: i64, title: &str, stamp: NaiveDate) -> Alarm {
    let mut alarm = Alarm::display(title, chrono::Duration::zero());
    // The library would write the system's clock and a random id into an alarm that has none.
    alarm
        .add_property("TRIGGER", trigger(days))
        .add_property("UID", format!("{days}-{uid}"))
        .add_property("DTSTAMP", moment(stamp));
    alarm
}

/// When an alarm rings, counted from the midnight with which the day begins: at nine, so many days before.
fn trigger(days: i64) -> String {
    if days <= 0 {
        return match days.saturating_neg() {
            0 => format!("PT{HOUR}H"),
            after => format!("P{after}DT{HOUR}H"),
        };
    }
    let hours = HOURS_OF_A_DAY - HOUR;
    match days - 1 {
        0 => format!("-PT{hours}H"),
        days => format!("-P{days}DT{hours}H"),
    }
}

/// The beginning of a day as a moment; an export knows its day, not its hour.
pub(super) fn moment(day: NaiveDate) -> String {
    day.and_time(NaiveTime::MIN)
        .format("%Y%m%dT%H%M%SZ")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_rings_at_nine() {
        for (days, expected) in [
            (14, "-P13DT15H"),
            (2, "-P1DT15H"),
            (1, "-PT15H"),
            (0, "PT9H"),
            (-1, "P1DT9H"),
        ] {
            assert_eq!(trigger(days), expected);
        }
    }
}
