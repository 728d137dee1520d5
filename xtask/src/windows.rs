//! `cargo xtask check-windows`: does the whole program compile for Windows, as far as types go?
//!
//! No toolchain for Windows is downloaded: Debian's compiler for its browsers brings the source of the standard library, which
//! is checked along with everything else. It is one release ahead of the program's own, links nothing and runs nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::{cargo, debian, paths, shell, ui};

/// The target that needs no files of Microsoft.
const TARGET: &str = "x86_64-pc-windows-gnu";

/// Debian's compiler, its libraries and the source of the standard library. They are unpacked and not installed: they would
/// take the place of another compiler.
const COMPILER: [&str; 5] = [
    "rustc-web",
    "rust-web-src",
    "libstd-rust-web-dev",
    "libstd-rust-web-1.96",
    "libllvm22",
];

/// Checks and says how it went.
pub(crate) fn run() -> Result<ExitCode, String> {
    check()?;
    println!("Every crate type-checks for {TARGET}. Nothing was linked or run.");
    Ok(ExitCode::SUCCESS)
}

/// Fetches what is missing and checks every crate.
pub(crate) fn check() -> Result<(), String> {
    if !shell::is_debian() {
        return Err("The check is made with packages of Debian, and this is none.".to_owned());
    }
    debian::install_these(debian::FOR_WINDOWS)?;
    if !paths::ui().join("dist").exists() {
        ui::install()?;
        ui::build()?;
    }
    let folder = cargo::target()?.join("windows");
    let compiler = compiler(&folder)?;
    shell::shown(&mut checking(&folder, &compiler))
}

/// Where Debian's compiler lies unpacked.
fn compiler(folder: &Path) -> Result<PathBuf, String> {
    let unpacked = folder.join("compiler");
    if unpacked.join("usr/bin/rustc").exists() {
        return Ok(unpacked);
    }
    let (packages, draft) = (folder.join("packages"), folder.join("draft"));
    for old in [&packages, &draft] {
        let _absent = fs::remove_dir_all(old);
        fs::create_dir_all(old).map_err(|problem| format!("{}: {problem}", old.display()))?;
    }
    let mut download = shell::command("apt-get");
    download.arg("download").args(COMPILER);
    shell::shown(download.current_dir(&packages))?;
    let entries =
        fs::read_dir(&packages).map_err(|problem| format!("{}: {problem}", packages.display()))?;
    for package in entries.flatten() {
        let mut unpack = shell::command("dpkg");
        unpack.arg("-x").arg(package.path()).arg(&draft);
        shell::shown(&mut unpack)?;
    }
    fs::rename(&draft, &unpacked)
        .and_then(|()| fs::remove_dir_all(&packages))
        .map_err(|problem| format!("{}: {problem}", unpacked.display()))?;
    Ok(unpacked)
}

fn checking(folder: &Path, compiler: &Path) -> Command {
    let mut command = cargo::whole("check");
    command
        .args(["--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind")
        .env("RUSTC", compiler.join("usr/bin/rustc"))
        .env("LD_LIBRARY_PATH", compiler.join("usr/lib/x86_64-linux-gnu"))
        // Checking the standard library is not for released compilers.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0");
    command
}
