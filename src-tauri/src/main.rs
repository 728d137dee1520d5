//! Qonys, the desktop program.

// Without this a console window opens beside the program on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Files of others are read by this same program in a limited process, before any window.
    qonys_app::child_main_if_asked().unwrap_or_else(qonys::run)
}
