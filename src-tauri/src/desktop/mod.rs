//! What the desktop brings: the clock, the folders, the dialogs, the settings, the window.

mod clock;
mod files;
mod folder_dialog;
mod printers;
mod settings;
mod window;

pub(crate) use settings::Settings;
pub use window::run;
