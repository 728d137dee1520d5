//! A home of their own for the tests, so that they never touch a developer's data, settings or keyring.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell;

/// A folder that is removed when it is dropped.
pub(crate) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Makes the folder.
    pub(crate) fn new(name: &str) -> Result<Self, String> {
        // Short, because the paths of sockets are limited to about a hundred letters.
        let folder = std::env::temp_dir().join(format!("qonys-{name}-{}", std::process::id()));
        let scratch = Self { folder };
        for part in ["data", "config", "cache", "state", "run"] {
            let path = scratch.folder.join(part);
            fs::create_dir_all(&path)
                .map_err(|problem| format!("{}: {problem}", path.display()))?;
        }
        only_mine(&scratch.folder.join("run"))?;
        Ok(scratch)
    }

    /// Puts a command under a display and a session bus of its own, as far as they are there.
    pub(crate) fn with_display_and_bus(&self, inner: &Command) -> Command {
        if !cfg!(target_os = "linux") {
            return copy_of(inner);
        }
        let mut words = Vec::new();
        if shell::is_there("xvfb-run") {
            words.extend(["xvfb-run", "-a", "-s", "-screen 0 1280x900x24"]);
        }
        if shell::is_there("dbus-run-session") {
            words.extend(["dbus-run-session", "--"]);
        }
        let mut command = wrapped(&words, inner);
        self.xdg(&mut command);
        // Otherwise GTK prefers the developer's own desktop to the display in memory.
        command
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11");
        command
    }

    /// Puts a command on a session bus with an unlocked keyring that holds nothing.
    pub(crate) fn with_keyring(&self, inner: &Command) -> Command {
        let script = "printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\"";
        let words = ["dbus-run-session", "--", "sh", "-c", script, "sh"];
        let mut command = wrapped(&words, inner);
        self.xdg(&mut command);
        // The daemon is started by the bus, with the bus's HOME: it must be set out here.
        command.env("HOME", &self.folder);
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command
    }

    fn xdg(&self, command: &mut Command) {
        for (variable, part) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            command.env(variable, self.folder.join(part));
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A leftover in the temporary folder harms nobody.
        let _left = fs::remove_dir_all(&self.folder);
    }
}

fn wrapped(words: &[&str], inner: &Command) -> Command {
    let Some((first, rest)) = words.split_first() else {
        return copy_of(inner);
    };
    let mut command = shell::command(first);
    command.args(rest).arg(inner.get_program());
    carry_over(inner, &mut command);
    command
}

fn copy_of(inner: &Command) -> Command {
    let mut command = shell::command(&inner.get_program().to_string_lossy());
    carry_over(inner, &mut command);
    command
}

fn carry_over(inner: &Command, outer: &mut Command) {
    outer.args(inner.get_args());
    if let Some(folder) = inner.get_current_dir() {
        outer.current_dir(folder);
    }
    for (variable, value) in inner.get_envs() {
        match value {
            Some(value) => outer.env(variable, value),
            None => outer.env_remove(variable),
        };
    }
}

#[cfg(unix)]
fn only_mine(folder: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
        .map_err(|problem| format!("{}: {problem}", folder.display()))
}

#[cfg(not(unix))]
fn only_mine(_folder: &Path) -> Result<(), String> {
    Ok(())
}
