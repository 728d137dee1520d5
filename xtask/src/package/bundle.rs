//! Installers of other systems, by the bundler of Tauri as `packaging/bundle.json` tells it.

use std::fs;
use std::path::PathBuf;

use super::programs::{NAMES, Programs, host};
use super::{emptied, told};
use crate::{paths, shell};

/// Makes one kind of bundle of programs that are built. Its tools come from the network, once.
pub(crate) fn make(programs: &Programs, kind: &str) -> Result<PathBuf, String> {
    let packaging = paths::root().join("packaging");
    // The bundler wants the smaller programs under names that end in the system they are for.
    let beside = packaging.join("programs");
    emptied(&beside)?;
    for name in NAMES.iter().skip(1) {
        let to = beside.join(format!(
            "{name}-{}{}",
            host()?,
            std::env::consts::EXE_SUFFIX
        ));
        fs::copy(programs.file(name), &to).map_err(|problem| told(&to, &problem))?;
    }
    tools()?;
    let tauri =
        packaging
            .join("node_modules/.bin")
            .join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    shell::shown(
        shell::command(&tauri.to_string_lossy())
            .args(["bundle", "--bundles", kind, "--ci"])
            .args(["--config", "tauri.release.conf.json"])
            .args(["--config", "packaging/bundle.json"]),
    )?;
    Ok(programs.folder.join("bundle").join(kind))
}

/// Installs the tools of `packaging/package.json`.
pub(crate) fn tools() -> Result<(), String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    shell::shown(
        shell::command(npm)
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(paths::root().join("packaging")),
    )
}
