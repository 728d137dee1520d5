//! Cargo, always with the same choice of packages and features, so that dependencies are built once.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

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
        if which == Which::Journeys {
            command.args(["-E", "package(qonys) and binary(~journey)"]);
        }
        (command, count::of_nextest)
    } else {
        let mut command = whole("test");
        command.arg("--no-fail-fast");
        command.args(match which {
            // The documentation's examples are a step of their own.
            Which::All => ["--lib", "--bins", "--tests"].as_slice(),
            Which::Journeys => &["--test", "journey*"],
        });
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

/// One test program of one package, built in the form of the whole workspace.
///
/// Choosing the package with cargo would build its dependencies again with other features.
pub(crate) fn test_program(folder: &Path, name: &str) -> Result<PathBuf, String> {
    let output = whole("test")
        .args(["--no-run", "--lib", "--bins", "--tests"])
        .args(["--message-format", "json-render-diagnostics"])
        .stderr(Stdio::inherit())
        .output()
        .map_err(|problem| format!("cargo test --no-run: {problem}"))?;
    if !output.status.success() {
        return Err("the tests could not be built".to_owned());
    }
    let manifest = folder.join("Cargo.toml");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| {
            let text = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
            text("/manifest_path").is_some_and(|path| Path::new(path) == manifest)
                && text("/target/name") == Some(name)
                && message.pointer("/profile/test") == Some(&Value::Bool(true))
        })
        .find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .ok_or_else(|| format!("{} has no tests/{name}.rs", folder.display()))
}

/// What cargo knows about the workspace.
pub(crate) fn metadata(options: &[&str]) -> Result<Value, String> {
    let output = cargo("metadata")
        .args(["--format-version", "1"])
        .args(options)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|problem| format!("cargo metadata: {problem}"))?;
    serde_json::from_slice(&output.stdout).map_err(|problem| format!("cargo metadata: {problem}"))
}

/// The folder that cargo builds into.
pub(crate) fn target() -> Result<PathBuf, String> {
    metadata(&["--no-deps"])?
        .get("target_directory")
        .and_then(Value::as_str)
        .map(PathBuf::from)
        .ok_or_else(|| "cargo metadata names no target directory".to_owned())
}

fn has_nextest() -> bool {
    cargo("nextest")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}
