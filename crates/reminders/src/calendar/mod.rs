//! The agenda as a calendar file (RFC 5545), which reaches the phone without any server.

mod event;
mod export;
mod fold;
mod previous;

pub use event::CalendarEvent;
pub use export::CalendarExport;
pub use export::CalendarFile;
pub use export::calendar_file;
pub use previous::PreviousCalendar;
