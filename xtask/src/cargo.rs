//! Cargo, always with the same choice of packages and features, so that dependencies are built once.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::count::{self, Tests};
use crate::report::Outcome;
use crate::shell;

/// The one choice. `custom-protocol` makes the program load the built screens.
const WHOLE: [&str; 4] = ["--locked", "--workspace", "--features", "custom-protocol"];

/// Which tests to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// All that are not ignored.
    All,
    /// The window journeys only.
    Journeys,
    /// Those that need a real keyring; they are ignored otherwise.
    Keyring,
}

/// Cargo with a subcommand of its own.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = shell::command(&program);
    command.arg(subcommand);
    command
}

/// Cargo with a subcommand over the whole workspace.
pub(crate) fn whole(subcommand: &str) -> Command {
    let mut command = cargo(subcommand);
    command.args(WHOLE);
    command
}

/// The runner of the tests that is there: nextest, or cargo itself.
pub(crate) fn tests(which: Which) -> (Command, fn(&str) -> Tests) {
    if has_nextest() {
        let mut command = cargo("nextest");
        command.arg("run").args(WHOLE);
        command.args([
            "--no-fail-fast",
            "--status-level",
            "slow",
            "--no-tests",
            "fail",
        ]);
        match which {
            Which::All => {}
            Which::Journeys => {
                command.args(["-E", "package(qonys) and binary(/^journey/)"]);
            }
            Which::Keyring => {
                command.args(["--run-ignored", "only", "-E", "package(qonys-vault)"]);
            }
        }
        (command, count::of_nextest)
    } else {
        let mut command = match which {
            Which::All => whole("test"),
            Which::Journeys => {
                let mut command = whole("test");
                command.args(["--test", "journey*"]);
                command
            }
            // Cargo cannot choose among the tests of a workspace without choosing the package.
            Which::Keyring => {
                let mut command = cargo("test");
                command.args(["--locked", "--package", "qonys-vault"]);
                command
            }
        };
        command.arg("--no-fail-fast");
        if which != Which::Journeys {
            // The documentation's examples are a step of their own.
            command.args(["--lib", "--bins", "--tests"]);
        }
        if which == Which::Keyring {
            command.args(["--", "--ignored"]);
        }
        (command, count::of_cargo_test)
    }
}

/// Runs tests and counts them.
pub(crate) fn counted(mut command: Command, count: fn(&str) -> Tests, at_least: u64) -> Outcome {
    let name = shell::typed(&command);
    println!("{name}");
    match shell::kept(&mut command) {
        Err(problem) => Outcome::Check(Err(problem)),
        Ok(finished) => {
            let tests = count(&finished.output);
            let outcome = if !finished.success {
                Err(format!("`{name}` failed"))
            } else if tests.passed + tests.failed < at_least {
                Err("there was no test to run".to_owned())
            } else {
                Ok(())
            };
            Outcome::Tests(tests, outcome)
        }
    }
}

/// The folder that cargo builds into.
pub(crate) fn target() -> Result<PathBuf, String> {
    let output = cargo("metadata")
        .args(["--no-deps", "--format-version", "1"])
        .output()
        .map_err(|problem| format!("cargo metadata: {problem}"))?;
    serde_json::from_slice::<Value>(&output.stdout)
        .ok()
        .and_then(|all| all.get("target_directory")?.as_str().map(PathBuf::from))
        .ok_or_else(|| "cargo metadata names no target directory".to_owned())
}

/// Where cargo and rustup keep their own things, which must survive a changed HOME.
pub(crate) fn homes() -> Vec<(&'static str, PathBuf)> {
    let home = std::env::home_dir().unwrap_or_default();
    [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")]
        .into_iter()
        .map(|(name, usual)| {
            let path = std::env::var_os(name).map_or_else(|| home.join(usual), PathBuf::from);
            (name, path)
        })
        .collect()
}

fn has_nextest() -> bool {
    cargo("nextest")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}
