//! The files by which each system starts the look at login and every day. They are made here and put in place by the small
//! program; taking them away is deleting them.

mod autostart;
mod launchd;
mod program;
mod systemd;
mod task;

pub use autostart::autostart_entry;
pub use autostart::folder_of_entry;
pub use launchd::folder_of_agent;
pub use launchd::launch_agent;
pub use program::ScheduledProgram;
pub use systemd::folder_of_service;
pub use systemd::systemd_service;
pub use systemd::systemd_timer;
pub use task::task_definition;
pub use task::task_file;

/// The name of the units, of the task and of the entry, without an ending.
pub const SCHEDULE_NAME: &str = "qonys-remind";

/// The hour at which the system looks every day.
const HOUR: u8 = 9;
