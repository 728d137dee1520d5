//! `cargo xtask deep`: what takes too long for every change.

use std::process::ExitCode;

use crate::cargo::{self, Which};
use crate::check;
use crate::report::{Outcome, Report};
use crate::scratch::Scratch;
use crate::shell;

/// Runs every check, then the long ones.
pub(crate) fn deep() -> ExitCode {
    let mut report = Report::default();
    check::all(&mut report);
    report.step("properties, 100,000 cases each", properties);
    report.step("dependencies: licences, bans, sources", dependencies);
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
