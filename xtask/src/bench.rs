//! `cargo xtask bench`: how long the law engine takes.

use std::process::ExitCode;

use crate::{cargo, shell};

/// Runs the benches and shows their figures.
pub(crate) fn bench() -> Result<ExitCode, String> {
    shell::shown(cargo::cargo("bench").args(["--locked", "-p", "qonys-law", "--bench", "law"]))?;
    Ok(ExitCode::SUCCESS)
}
