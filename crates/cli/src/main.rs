//! `qonys-cli`: the use cases of Qonys without a window, on plain JSON cases.

mod agenda;
mod answer;
mod arguments;
mod assess;
mod blank;
mod days;
mod failure;
mod input;
mod kept;
mod law;
mod moment;
mod papers;
mod photo;
mod print;
mod receipt;
mod report;
mod schema;
mod seed;
mod stay;
mod today;
mod usage;
mod which_law;
mod window;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;
use crate::arguments::Command;

fn main() -> ExitCode {
    if let Some(code) = qonys_app::child_main_if_asked() {
        return code;
    }
    let lang = usage::language(std::env::args_os());
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => match usage::words(&error, lang) {
            Some(words) => return print::failure(&words),
            // Help and version are answers.
            None => error.exit(),
        },
    };
    let law = &arguments.law;
    let outcome = match &arguments.command {
        Command::Assess(options) => assess::run(options, law),
        Command::Blank(options) => blank::run(options, law),
        Command::Law(options) => law::run(options, law),
        Command::Agenda(options) => agenda::run(options, law),
        Command::Papers(options) => papers::run(options, law),
        Command::Photo(options) => photo::run(options),
        Command::Receipt(options) => receipt::run(options, law),
        Command::Window(options) => window::run(options, law),
        Command::Schema(options) => schema::run(options, law),
        Command::Stay(options) => stay::run(options, law),
        Command::Days(options) => days::run(options, law),
    };
    match outcome {
        Ok(text) => print::answer(&text),
        Err(failure) => {
            if let Some(text) = failure.answer() {
                print::answer(text);
            }
            print::failure(&failure.words(lang))
        }
    }
}
