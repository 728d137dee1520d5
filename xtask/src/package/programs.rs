//! The programs of a release, under its name and identifier.

use std::path::PathBuf;

use serde_json::Value;

use crate::{cargo, paths, shell, ui};

/// What lies in a package: the window, the command line, the look at the reminders.
pub(crate) const NAMES: [&str; 3] = ["qonys", "qonys-cli", "qonys-remind"];

/// The built programs.
#[derive(Debug)]
pub(crate) struct Programs {
    /// Where they lie.
    pub(crate) folder: PathBuf,
    /// Their version, as `Cargo.toml` has it.
    pub(crate) version: String,
    /// Seconds since 1970 of the commit they were built from: the same commit gives the same package.
    pub(crate) built_from: String,
}

impl Programs {
    /// Builds the screens and the three programs in one run, so that everything is compiled once.
    pub(crate) fn build() -> Result<Self, String> {
        ui::install()?;
        ui::build()?;
        let identity = std::fs::read_to_string(paths::root().join("tauri.release.conf.json"))
            .map_err(|problem| format!("tauri.release.conf.json: {problem}"))?;
        let mut build = cargo::cargo("build");
        build.args(["--release", "--locked"]);
        for name in NAMES {
            build.args(["--package", name, "--bin", name]);
        }
        build
            .args(["--features", "qonys/custom-protocol"])
            // As the bundler of Tauri sets them: the name of the release, and no command that no screen may call.
            .env("TAURI_CONFIG", identity)
            .env("REMOVE_UNUSED_COMMANDS", paths::root());
        shell::shown(&mut build)?;
        Self::of_last_build()
    }

    /// The programs as they lie there.
    pub(crate) fn of_last_build() -> Result<Self, String> {
        let programs = Self {
            folder: cargo::target()?.join("release"),
            version: version()?,
            built_from: shell::answer("git", &["log", "-1", "--format=%ct"])
                .unwrap_or_else(|| "0".to_owned()),
        };
        for name in NAMES {
            let file = programs.file(name);
            if !file.is_file() {
                return Err(format!("{} is not built", file.display()));
            }
        }
        Ok(programs)
    }

    /// The file of a program.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

fn version() -> Result<String, String> {
    let metadata = cargo::metadata(&["--no-deps"])?;
    metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "qonys")
        .and_then(|package| package["version"].as_str())
        .map(str::to_owned)
        .ok_or_else(|| "cargo metadata names no version".to_owned())
}

/// The name that rustc has for this computer.
pub(crate) fn host() -> Result<String, String> {
    shell::answer("rustc", &["--print", "host-tuple"])
        .ok_or_else(|| "rustc does not say for which system it builds".to_owned())
}

/// A text of a package of cargo.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
