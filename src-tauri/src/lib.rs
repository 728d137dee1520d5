//! The desktop shell: the only code that knows Tauri.

mod commands;
mod desktop;

pub use commands::export_bindings;
pub use desktop::run;
