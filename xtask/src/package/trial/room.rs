//! A Debian in a folder, made by debootstrap, with one person in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::super::{told, write};
use crate::shell;

/// The release that packages are made for.
const SUITE: &str = "bookworm";
const MIRROR: &str = "http://deb.debian.org";

/// What the trial itself needs in there: a display, a driver of windows, and who asks the desktop about files.
const TOOLS: &str = "xvfb webkit2gtk-driver xdg-utils libfile-mimeinfo-perl";

/// The person, their number and their home.
const PERSON: &str = "aigerim";
const HOME: &str = "/home/aigerim";

/// The folder, as the root of a system.
pub(super) struct Room {
    root: PathBuf,
}

impl Room {
    /// Copies a fresh Debian, which is fetched once, and moves the person in.
    pub(super) fn furnish(folder: &Path) -> Result<Self, String> {
        if shell::answer("id", &["-u"]).as_deref() != Some("0") {
            return Err("Only root can enter a Debian in a folder.".to_owned());
        }
        let base = folder.join("debian-base");
        if !base.join("ready").exists() {
            let _absent = fs::remove_dir_all(&base);
            let mut command = shell::command("debootstrap");
            command.args(["--variant=minbase", "--include=ca-certificates", SUITE]);
            shell::shown(command.arg(&base).arg(format!("{MIRROR}/debian")))?;
            let room = Self { root: base.clone() };
            room.supply()?;
            write(&base.join("ready"), "")?;
        }
        let root = folder.join("debian-try");
        // What an earlier trial left mounted goes before anything of it is deleted, and before the new one is entered.
        drop(Self { root: root.clone() });
        let _absent = fs::remove_dir_all(&root);
        shell::shown(shell::command("cp").arg("-a").args([&base, &root]))?;
        let room = Self { root };
        room.enter()?;
        Ok(room)
    }

    /// Sources with the mends of security, and the tools of the trial.
    fn supply(&self) -> Result<(), String> {
        write(
            &self.path("etc/apt/sources.list"),
            &format!(
                "deb {MIRROR}/debian {SUITE} main\ndeb {MIRROR}/debian {SUITE}-updates main\n\
                 deb {MIRROR}/debian-security {SUITE}-security main\n"
            ),
        )?;
        // No service is started in a folder.
        write(&self.path("usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n")?;
        self.enter()?;
        let supplied = self
            .root("chmod 755 /usr/sbin/policy-rc.d && apt-get update")
            .and_then(|_| {
                self.root(&format!(
                    "apt-get install --yes --no-install-recommends {TOOLS}"
                ))
            })
            .and_then(|_| self.root(&format!("useradd --create-home --uid 1000 {PERSON}")))
            .and_then(|_| self.root("apt-get clean"));
        self.leave();
        supplied.map(drop)
    }

    fn enter(&self) -> Result<(), String> {
        for name in ["etc/resolv.conf", "etc/hosts"] {
            let from = Path::new("/").join(name);
            if from.exists() {
                fs::copy(&from, self.path(name)).map_err(|problem| told(&from, &problem))?;
            }
        }
        for name in ["proc", "sys", "dev"] {
            let from = Path::new("/").join(name);
            shell::shown(
                shell::command("mount")
                    .args(["--rbind", "--make-rslave"])
                    .args([&from, &self.path(name)]),
            )?;
        }
        Ok(())
    }

    /// Takes away what was mounted: nothing of it may be deleted with the folder.
    fn leave(&self) {
        for name in ["dev", "sys", "proc"] {
            let place = self.path(name);
            if shell::answer("mountpoint", &["-q", &place.to_string_lossy()]).is_some() {
                let _busy = shell::shown(shell::command("umount").args(["-R", "-l"]).arg(place));
            }
        }
    }

    /// A place in there, as seen from outside.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name.trim_start_matches('/'))
    }

    /// Runs a line of the shell as root, and gives what it printed.
    pub(super) fn root(&self, line: &str) -> Result<String, String> {
        let mut command = self.command("root", &[]);
        command.env("DEBIAN_FRONTEND", "noninteractive").arg(line);
        printed(command, line)
    }

    /// Runs a line of the shell as the person, at home.
    pub(super) fn person(&self, line: &str) -> Result<String, String> {
        let mut command = self.command(PERSON, &[]);
        command.arg(line);
        printed(command, line)
    }

    /// A shell of somebody, at home, that waits for its line.
    pub(super) fn command(&self, who: &str, environment: &[(&str, String)]) -> Command {
        let mut command = Command::new("chroot");
        command.arg(&self.root).args(["runuser", "-u", who, "--"]);
        command.args(["sh", "-c", "cd \"$HOME\" && eval \"$1\"", "sh"]);
        command
            .env_clear()
            .env(
                "PATH",
                "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            )
            .env("HOME", if who == PERSON { HOME } else { "/root" })
            .env("LANG", "C.UTF-8")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .current_dir("/")
            .stdin(Stdio::null());
        command
    }

    /// A shell of the person.
    pub(super) fn persons(&self, environment: &[(&str, String)]) -> Command {
        self.command(PERSON, environment)
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.leave();
    }
}

fn printed(mut command: Command, line: &str) -> Result<String, String> {
    let output = command
        .output()
        .map_err(|problem| format!("`{line}`: {problem}"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(said)
    } else {
        let complaint = String::from_utf8_lossy(&output.stderr);
        Err(format!(
            "`{line}` ended with {}: {said}{complaint}",
            output.status
        ))
    }
}
