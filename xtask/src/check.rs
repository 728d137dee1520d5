//! `cargo xtask test`: every check there is, in the order in which they tell most soonest.

use std::process::ExitCode;

use crate::cargo::{self, Which};
use crate::count;
use crate::report::{Outcome, Report};
use crate::scratch::Scratch;
use crate::{debian, generate, paths, shell, tools, ui};

/// Runs every check.
pub(crate) fn test() -> ExitCode {
    let mut report = Report::default();
    all(&mut report);
    report.close()
}

/// Adds every check to a report.
pub(crate) fn all(report: &mut Report) {
    report.check("system packages", debian::install);
    report.check("tools", tools::all_there);
    // The list of licences names the crates of every system, and building for one brings only its own.
    report.check("rust: crates of all systems", || {
        shell::shown(cargo::cargo("fetch").arg("--locked"))
    });
    report.check("rust: fmt", || {
        shell::shown(cargo::cargo("fmt").args(["--all", "--", "--check"]))
    });
    ui::check(report);
    report.check("rust: clippy", || {
        shell::shown(cargo::whole("clippy").args(["--all-targets", "--", "-D", "warnings"]))
    });
    report.step("generated files", generate::fresh);
    report.step("rust: tests and window journeys", || rust_tests(Which::All));
    report.step("rust: examples in the documentation", || {
        let mut command = cargo::whole("test");
        command.args(["--doc", "--no-fail-fast"]);
        cargo::counted(command, count::of_cargo_test, 0)
    });
    report.step("rust: vault with a real keyring", keyring);
    report.step("every mutant of the law pack is noticed", pack_mutants);
}

/// Judges some thousand changed packs, alone, because it takes every processor.
fn pack_mutants() -> Outcome {
    match cargo::test_program(&paths::root().join("tests"), "personas") {
        Err(problem) => Outcome::Check(Err(problem)),
        Ok(program) => {
            let mut command = shell::command(&program.to_string_lossy());
            command
                .args(["--ignored", "mutant", "--show-output"])
                .current_dir(paths::root().join("tests"));
            cargo::counted(command, count::of_cargo_test, 1)
        }
    }
}

/// Runs tests under a display and a bus of their own.
pub(crate) fn rust_tests(which: Which) -> Outcome {
    match Scratch::new("test") {
        Err(problem) => Outcome::Check(Err(problem)),
        Ok(scratch) => {
            let (command, count) = cargo::tests(which);
            cargo::counted(scratch.with_display_and_bus(&command), count, 1)
        }
    }
}

fn keyring() -> Outcome {
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        if !shell::is_there(program) {
            return Outcome::Skipped(format!("{program} is not here"));
        }
    }
    match keyring_tests() {
        Ok(outcome) => outcome,
        Err(problem) => Outcome::Check(Err(problem)),
    }
}

/// Runs the tests that are ignored where there is no keyring.
fn keyring_tests() -> Result<Outcome, String> {
    let folder = paths::root().join("crates").join("vault");
    let scratch = Scratch::new("keyring")?;
    let program = cargo::test_program(&folder, "keyring")?;
    let mut command = shell::command(&program.to_string_lossy());
    command
        .args(["--ignored", "--test-threads", "1"])
        .current_dir(&folder);
    let with_keyring = scratch.with_keyring(&command);
    Ok(cargo::counted(with_keyring, count::of_cargo_test, 1))
}
