//! Reminders on the screen: what the person chose, and on which days something is said.

use serde::Serialize;
use specta::Type;

use crate::view::DayView;

/// What the person said of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MarkCode {
    /// It is done.
    Done,
    /// Nothing is to be said before a day.
    Paused,
    /// It does not matter to the person.
    Hidden,
}

/// What the person said of a deadline, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MarkView {
    /// What was said.
    pub kind: MarkCode,
    /// The sentence.
    pub text: String,
}

/// The reminders of one deadline of the agenda that has a day of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DeadlineRemindersView {
    /// The key of the deadline in the agenda.
    pub key: String,
    /// The id of its kind of reminder.
    pub kind: String,
    /// The days from today on which one is reminded, the earliest first.
    pub on: Vec<DayView>,
    /// The same in a sentence; that there are none, where there are none.
    pub on_text: String,
    /// The last day until which reminders can pause.
    pub pause_until: DayView,
    /// What the person said of it.
    pub mark: Option<MarkView>,
}

/// A kind of reminder with its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReminderKindView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// How many days before the day one is reminded, the longest first; the last is 0, the day itself.
    pub before: Vec<u16>,
    /// The days that are built in.
    pub usual: Vec<u16>,
    /// Whether the person chose others than those.
    pub chosen: bool,
    /// Whether a deadline of the agenda is of this kind.
    pub used: bool,
}

/// Everything about the reminders of the open case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RemindersView {
    /// One for each deadline of the agenda that has a day of its own, in the order of the agenda.
    pub deadlines: Vec<DeadlineRemindersView>,
    /// The kinds, in the order of `assets/reminders.toml`.
    pub kinds: Vec<ReminderKindView>,
}

/// Where a deadline was found of which the system showed a reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FoundDeadlineView {
    /// The application that has it; none where no application has it any more.
    pub application: Option<String>,
    /// Its key in the agenda of that application.
    pub key: Option<String>,
}

/// A calendar that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SavedCalendarView {
    /// The name of the file.
    pub file: String,
    /// The folder.
    pub folder: String,
    /// How many deadlines it holds.
    pub events: u32,
    /// How many events of the earlier export it takes back.
    pub cancelled: u32,
}
