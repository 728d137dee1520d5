//! `cargo xtask bench`: how long the law engine, the papers, the view of a case, a look at the reminders and the vault take.

use std::process::ExitCode;

use crate::{cargo, shell};

/// Runs the benches and shows their figures.
pub(crate) fn bench() -> Result<ExitCode, String> {
    for (package, bench) in [
        ("qonys-law", "law"),
        ("qonys-papers", "papers"),
        ("qonys-app", "view"),
        ("qonys-remind", "look"),
        ("qonys-vault", "vault"),
    ] {
        shell::shown(cargo::cargo("bench").args(["--locked", "-p", package, "--bench", bench]))?;
    }
    Ok(ExitCode::SUCCESS)
}
