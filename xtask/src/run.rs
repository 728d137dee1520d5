//! `cargo xtask run`: from a fresh checkout to an open window.

use std::process::ExitCode;

use crate::{cargo, debian, shell, tools, ui};

/// There is no display to open a window on.
const NO_DISPLAY: u8 = 2;

/// Installs what is missing, builds, and opens the window.
pub(crate) fn run() -> Result<ExitCode, String> {
    debian::install()?;
    tools::all_there()?;
    if !has_display() {
        println!("There is no display here, so no window can open. With a display in memory:");
        println!("  xvfb-run -a -s '-screen 0 1280x900x24' cargo xtask run");
        return Ok(ExitCode::from(NO_DISPLAY));
    }
    ui::install()?;
    ui::build()?;
    shell::shown(cargo::whole("build").args(["--bin", "qonys"]))?;
    let program = cargo::target()?
        .join("debug")
        .join(format!("qonys{}", std::env::consts::EXE_SUFFIX));
    println!("{}", program.display());
    shell::shown(&mut shell::command(&program.to_string_lossy()))?;
    Ok(ExitCode::SUCCESS)
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
