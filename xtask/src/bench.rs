//! `cargo xtask bench`: how long the law engine, the papers and the view of a case take.

use std::process::ExitCode;

use crate::{cargo, shell};

/// Runs the benches and shows their figures.
pub(crate) fn bench() -> Result<ExitCode, String> {
    for (package, bench) in [
        ("qonys-law", "law"),
        ("qonys-papers", "papers"),
        ("qonys-app", "view"),
    ] {
        shell::shown(cargo::cargo("bench").args(["--locked", "-p", package, "--bench", bench]))?;
    }
    Ok(ExitCode::SUCCESS)
}
