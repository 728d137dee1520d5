//! `cargo xtask package`: the program as people install it.
//!
//! deb and rpm are made from one tree of files with the tools of Debian and rpm, which find the libraries that are needed by
//! themselves. The installers of Windows and macOS and the AppImage are made by the bundler of Tauri, each on its own system.

mod bundle;
mod deb;
mod licences;
mod programs;
mod rpm;
mod tree;
mod trial;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::{cargo, debian};
pub(crate) use bundle::tools;
use programs::Programs;

/// What is to be made.
#[derive(Debug, Args)]
pub(crate) struct PackageOptions {
    /// The formats; deb and rpm, if not given.
    #[arg(value_enum)]
    formats: Vec<Format>,
    /// Take the programs that the last run built.
    #[arg(long)]
    built: bool,
    /// Then install the deb in a Debian of its own, use it, remove and purge it. Needs root.
    #[arg(long = "try")]
    trial: bool,
}

/// A kind of package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Debian and its relatives.
    Deb,
    /// Fedora, openSUSE and theirs.
    Rpm,
    /// A setup program for Windows, for one account.
    Nsis,
    /// An installer for Windows, for a whole computer.
    Msi,
    /// A disk image for macOS.
    Dmg,
    /// One file for any Linux.
    #[value(name = "appimage")]
    AppImage,
}

/// Makes the packages.
pub(crate) fn run(options: &PackageOptions) -> Result<ExitCode, String> {
    crate::tools::all_there()?;
    let formats = if options.formats.is_empty() {
        &[Format::Deb, Format::Rpm]
    } else {
        options.formats.as_slice()
    };
    if formats.contains(&Format::Deb) || formats.contains(&Format::Rpm) {
        debian::install_these(debian::FOR_PACKAGES)?;
    }
    let programs = if options.built {
        Programs::of_last_build()?
    } else {
        Programs::build()?
    };
    let folder = folder()?;
    for format in formats {
        let made = match format {
            Format::Deb => deb::make(&programs, &folder)?,
            Format::Rpm => rpm::make(&programs, &folder)?,
            Format::Nsis => bundle::make(&programs, "nsis")?,
            Format::Msi => bundle::make(&programs, "msi")?,
            Format::Dmg => bundle::make(&programs, "dmg")?,
            Format::AppImage => bundle::make(&programs, "appimage")?,
        };
        println!("{}", made.display());
    }
    if options.trial {
        trial::run(&deb::file(&programs, &folder), &folder)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds the deb and tries it: a step of the deep run.
pub(crate) fn made_and_tried() -> Result<(), String> {
    run(&PackageOptions {
        formats: vec![Format::Deb, Format::Rpm],
        built: false,
        trial: true,
    })
    .map(drop)
}

/// The folder that finished packages lie in.
pub(crate) fn folder() -> Result<PathBuf, String> {
    let folder = cargo::target()?.join("packages");
    fs::create_dir_all(&folder).map_err(|problem| told(&folder, &problem))?;
    Ok(folder)
}

/// An empty folder in the place of whatever lay there.
fn emptied(folder: &Path) -> Result<(), String> {
    let _absent = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|problem| told(folder, &problem))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|problem| told(folder, &problem))?;
    }
    fs::write(path, text).map_err(|problem| told(path, &problem))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|problem| told(path, &problem))
}

fn told(path: &Path, problem: &dyn std::fmt::Display) -> String {
    format!("{}: {problem}", path.display())
}
