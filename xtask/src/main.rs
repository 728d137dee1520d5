//! What a developer runs: `cargo xtask run`, `test`, `gen`, `screenshots`, `bench`, `package`, `pack`, `check-windows`, `deep`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer's tool talks to the terminal"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "a developer's tool reads the environment and times its steps"
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )
)]

mod bench;
mod cargo;
mod check;
mod count;
mod debian;
mod deep;
mod ended;
mod generate;
mod journeys;
mod mutants;
mod pack;
mod package;
mod paths;
mod report;
mod run;
mod scratch;
mod screenshots;
mod shell;
mod tools;
mod ui;
mod window;
mod windows;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Everything around the code of Qonys.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Install what is missing, build, and open the desktop window.
    Run,
    /// Install what is missing and run every check; the last line counts them.
    Test,
    /// Write the generated files anew.
    Gen,
    /// Keep a picture of every page, in every language and both themes, in screenshots/.
    Screenshots,
    /// Measure everything that has a target and write docs/benchmarks.md.
    Bench,
    /// Make what people install.
    Package(package::PackageOptions),
    /// Check the types of every crate for Windows, on Debian.
    CheckWindows,
    /// Everything of `test`, and what takes long.
    Deep,
    /// Put a law pack together, sign it, check it.
    Pack {
        #[command(subcommand)]
        task: pack::PackTask,
    },
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Run => run::run(),
        Task::Test => Ok(check::test()),
        Task::Gen => generate::write_all(),
        Task::Screenshots => screenshots::take(),
        Task::Bench => bench::bench(),
        Task::Deep => Ok(deep::deep()),
        Task::Pack { task } => pack::run(&task),
        Task::Package(options) => package::run(&options),
        Task::CheckWindows => windows::run(),
    };
    match outcome {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
