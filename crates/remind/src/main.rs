//! `qonys-remind`: looks once whether something is due, shows one notification and ends.
//!
//! It reads the agenda file, which holds ids that say nothing, kinds and days, and never the case. It writes no log.
//! Exit codes: 0 it looked; 2 wrong arguments; 3 there is no agenda file; 4 a file cannot be read, which is also shown once a
//! day; 5 the notification could
//! not be shown and is tried again at the next look; 6 it was shown but cannot be remembered; 7 the daily look could not
//! be switched on or off.

// Without this a console window opens for a moment on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod arguments;
mod click;
mod failure;
mod folder;
mod language;
mod look;
mod notify;
mod switch;
mod today;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::Arguments;
use crate::arguments::Command;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Look(options) => look::run(options),
        Command::SwitchOn(options) => switch::on(options),
        Command::SwitchOff(options) => switch::off(options.folder.as_deref()),
        Command::Means => {
            let means = switch::means().word();
            // Whoever asked has gone.
            let _gone = writeln!(std::io::stdout().lock(), "{means}");
            Ok(())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // There is nowhere left to report that the terminal itself is gone.
            let _gone = writeln!(std::io::stderr().lock(), "qonys-remind: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}
