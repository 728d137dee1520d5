//! What the desktop brings: the clock, the folders, the dialogs, the settings, the reminders, the window.

mod clock;
mod closing;
mod files;
mod folder_dialog;
pub(crate) mod log;
mod printers;
mod reminders;
mod settings;
mod wanted;
mod window;

pub(crate) use closing::CloseAsked;
pub(crate) use closing::WaitingAnswers;
pub(crate) use reminders::MeansCode;
pub(crate) use reminders::Reminders;
pub(crate) use reminders::language;
pub(crate) use settings::Settings;
pub(crate) use wanted::Wanted;
pub use window::run;
