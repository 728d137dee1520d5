//! `qonys-cli`: the use cases of Qonys without a window, on plain JSON cases.

mod agenda;
mod arguments;
mod assess;
mod blank;
mod failure;
mod input;
mod law;
mod papers;
mod photo;
mod print;
mod receipt;
mod report;
mod schema;
mod stay;
mod window;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;
use crate::arguments::Command;

fn main() -> ExitCode {
    if let Some(code) = qonys_app::child_main_if_asked() {
        return code;
    }
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Assess(options) => assess::run(options),
        Command::Blank(options) => blank::run(options),
        Command::Law(options) => law::run(options),
        Command::Agenda(options) => agenda::run(options),
        Command::Papers(options) => papers::run(options),
        Command::Photo(options) => photo::run(options),
        Command::Receipt(options) => receipt::run(options),
        Command::Window(options) => window::run(options),
        Command::Schema(options) => schema::run(options),
        Command::Stay(options) => stay::run(options),
    };
    match outcome {
        Ok(text) => print::answer(&text),
        Err(failure) => print::failure(&failure),
    }
}
