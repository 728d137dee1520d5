//! Deadlines as reminders: on which days something is to be said of a deadline, what is said, and the small file from
//! which it is said while the program is closed.
//!
//! Everything is given from outside: the deadlines, the settings, what was shown before, and today. The library knows
//! no law; it reads no clock and no file.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )
)]

mod agenda_file;
mod calendar;
mod check;
mod day;
mod deadline;
mod error;
mod kinds;
mod opaque;
mod plan;
mod schedule;
mod settings;
mod shown;
mod spoken;

pub use agenda_file::AgendaFile;
pub use agenda_file::FileEntry;
pub use calendar::CalendarEvent;
pub use calendar::CalendarExport;
pub use calendar::CalendarFile;
pub use calendar::PreviousCalendar;
pub use calendar::calendar_file;
pub use check::Checked;
pub use check::DueEntry;
pub use check::check;
pub use day::day_in_kazakhstan;
pub use deadline::Deadline;
pub use error::ReminderError;
pub use kinds::ReminderKind;
pub use kinds::ReminderKinds;
pub use kinds::Says;
pub use opaque::OpaqueId;
pub use plan::PlannedReminder;
pub use plan::agenda_file;
pub use plan::planned;
pub use qonys_texts::Lang;
pub use schedule::SCHEDULE_NAME;
pub use schedule::ScheduledProgram;
pub use schedule::autostart_entry;
pub use schedule::folder_of_agent;
pub use schedule::folder_of_entry;
pub use schedule::folder_of_service;
pub use schedule::launch_agent;
pub use schedule::systemd_service;
pub use schedule::systemd_timer;
pub use schedule::task_definition;
pub use schedule::task_file;
pub use settings::Mark;
pub use settings::MarkKind;
pub use settings::ReminderSettings;
pub use shown::Shown;
pub use spoken::Spoken;
pub use spoken::kind_title;
pub use spoken::overdue_title;
pub use spoken::speak;
pub use spoken::speak_of_unreadable_file;
