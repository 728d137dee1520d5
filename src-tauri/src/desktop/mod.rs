//! What the desktop brings: the clock, the folders, the dialogs, the settings, the window.

mod clock;
mod folder_dialog;
mod settings;
mod window;

pub(crate) use settings::Settings;
pub use window::run;
