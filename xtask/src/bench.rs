//! `cargo xtask bench`: how long the law engine and the papers take.

use std::process::ExitCode;

use crate::{cargo, shell};

/// Runs the benches and shows their figures.
pub(crate) fn bench() -> Result<ExitCode, String> {
    for (package, bench) in [("qonys-law", "law"), ("qonys-papers", "papers")] {
        shell::shown(cargo::cargo("bench").args(["--locked", "-p", package, "--bench", bench]))?;
    }
    Ok(ExitCode::SUCCESS)
}
