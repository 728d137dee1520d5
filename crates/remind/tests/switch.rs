//! Switching the daily look on and off on Linux, in a home of its own.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use qonys_reminders::ScheduledProgram;
use qonys_reminders::systemd_service;
use qonys_reminders::systemd_timer;

/// A home with a folder of the program whose name wants escaping.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir_all(home.data()).unwrap();
        for name in ["agenda.json", "reminded.json"] {
            std::fs::write(home.data().join(name), "{}").unwrap();
        }
        home
    }

    fn data(&self) -> std::path::PathBuf {
        self.0.path().join("data of 100% \"Айгүл\"")
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join("config").join(name)
    }

    /// A `systemctl` that answers with a code and writes down what it was asked.
    fn with_systemctl(&self, code: u8) {
        let folder = self.0.path().join("bin");
        std::fs::create_dir(&folder).unwrap();
        let file = folder.join("systemctl");
        let log = self.0.path().join("asked").display().to_string();
        let script = format!("#!/bin/sh\necho \"$@\" >> '{log}'\nexit {code}\n");
        std::fs::write(&file, script).unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn asked(&self) -> String {
        std::fs::read_to_string(self.0.path().join("asked")).unwrap_or_default()
    }

    fn run(&self, command: &str) {
        self.run_in(command, &self.data());
    }

    fn run_in(&self, command: &str, folder: &Path) {
        self.says(&[command, "--folder", folder.to_str().unwrap()]);
    }

    /// What the program prints, when it succeeds.
    fn says(&self, arguments: &[&str]) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_qonys-remind"))
            .env_clear()
            .env("HOME", self.0.path())
            .env("XDG_CONFIG_HOME", self.0.path().join("config"))
            .env("PATH", self.0.path().join("bin"))
            .args(arguments)
            .output()
            .unwrap();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{complaint}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Another folder with an agenda.
    fn other(&self) -> std::path::PathBuf {
        let folder = self.0.path().join("other data");
        std::fs::create_dir_all(&folder).unwrap();
        for name in ["agenda.json", "reminded.json", "notes.txt"] {
            std::fs::write(folder.join(name), "{}").unwrap();
        }
        folder
    }
}

const TIMER: &str = "systemd/user/qonys-remind.timer";
const SERVICE: &str = "systemd/user/qonys-remind.service";
const ENTRY: &str = "autostart/qonys-remind.desktop";

#[test]
fn with_systemd_a_timer_is_switched_on_and_off() {
    let home = Home::new();
    home.with_systemctl(0);
    home.run("switch-on");
    assert!(home.file(TIMER).exists() && home.file(SERVICE).exists());
    assert!(!home.file(ENTRY).exists());
    assert!(
        home.asked()
            .contains("--user enable --now qonys-remind.timer")
    );
    // Twice on is once on.
    home.run("switch-on");
    home.run("switch-off");
    assert!(
        home.asked()
            .contains("--user disable --now qonys-remind.timer")
    );
    for name in [TIMER, SERVICE, ENTRY] {
        assert!(!home.file(name).exists(), "{name}");
    }
    assert_eq!(std::fs::read_dir(home.data()).unwrap().count(), 0);
    home.run("switch-off");
}

/// What was switched on is switched off, whichever folder is named, and none need be.
#[test]
fn switching_off_takes_the_files_of_the_folder_that_was_switched_on() {
    for with_systemd in [true, false] {
        for named in [true, false] {
            let home = Home::new();
            if with_systemd {
                home.with_systemctl(0);
            }
            home.run("switch-on");
            let other = home.other();
            if named {
                home.run_in("switch-off", &other);
            } else {
                home.says(&["switch-off"]);
            }
            assert_eq!(std::fs::read_dir(home.data()).unwrap().count(), 0);
            // Of another folder only what the reminders wrote goes away, and only when it is named.
            let left = std::fs::read_dir(&other).unwrap().count();
            assert_eq!(left, if named { 1 } else { 3 });
            for name in [TIMER, SERVICE, ENTRY] {
                assert!(!home.file(name).exists(), "{name}");
            }
        }
    }
}

/// One look, one folder: the file of the earlier one is not left behind for whoever reads it.
#[test]
fn switching_on_elsewhere_takes_the_earlier_files_away() {
    let home = Home::new();
    home.run("switch-on");
    home.run("switch-on");
    assert_eq!(std::fs::read_dir(home.data()).unwrap().count(), 2);
    let other = home.other();
    home.run_in("switch-on", &other);
    assert_eq!(std::fs::read_dir(home.data()).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(&other).unwrap().count(), 3);
}

#[test]
fn the_means_are_told() {
    let home = Home::new();
    assert_eq!(home.says(&["means"]), "none");
    home.run("switch-on");
    assert_eq!(home.says(&["means"]), "login", "without systemd");
    home.with_systemctl(0);
    home.run("switch-on");
    assert_eq!(home.says(&["means"]), "daily");
    home.says(&["switch-off"]);
    assert_eq!(home.says(&["means"]), "none");
}

#[test]
fn a_folder_without_an_agenda_is_refused_and_a_short_path_is_made_whole() {
    let home = Home::new();
    let run = |folder: &str| {
        Command::new(env!("CARGO_BIN_EXE_qonys-remind"))
            .env_clear()
            .env("HOME", home.0.path())
            .env("XDG_CONFIG_HOME", home.0.path().join("config"))
            .env("PATH", home.0.path().join("bin"))
            .current_dir(home.data())
            .args(["switch-on", "--folder", folder])
            .output()
            .unwrap()
            .status
            .code()
    };
    assert_eq!(run("nothing here"), Some(3));
    assert!(!home.file(ENTRY).exists());
    assert_eq!(run("."), Some(0));
    let entry = std::fs::read_to_string(home.file(ENTRY)).unwrap();
    assert!(entry.contains("/data of 100%%"), "{entry}");
}

#[test]
fn without_systemd_the_desktop_starts_it_at_login() {
    for there_but_failing in [true, false] {
        let home = Home::new();
        if there_but_failing {
            home.with_systemctl(1);
        }
        home.run("switch-on");
        assert!(!home.file(TIMER).exists() && !home.file(SERVICE).exists());
        let entry = std::fs::read_to_string(home.file(ENTRY)).unwrap();
        assert!(entry.contains("\"look\" \"--folder\""), "{entry}");
        assert!(entry.contains("100%%"), "{entry}");
        home.run("switch-off");
        assert!(!home.file(ENTRY).exists());
    }
}

/// systemd itself reads the units, and finds the program and the folder as they are: also a program whose path has letters that
/// systemd would replace.
#[test]
fn systemd_takes_the_units() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("100% $HOME ${USER} %h");
    std::fs::create_dir(&place).unwrap();
    let path = place.join("qonys-remind");
    std::fs::write(&path, "#!/bin/sh\n").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    let program = ScheduledProgram::new(
        path.to_str().unwrap(),
        "/home/a b/100% $HOME \"x\"/қазақ",
        "kz.qonys",
    )
    .unwrap();
    let write = |name: &str, text: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    };
    let service = write("qonys-remind.service", &systemd_service(&program));
    let timer = write("qonys-remind.timer", &systemd_timer(&program));
    let verify = |file: &Path| {
        let output = Command::new("systemd-analyze")
            .args(["--user", "--recursive-errors=no", "verify"])
            .arg(file)
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("HOME", folder.path())
            .output();
        let Ok(output) = output else {
            return true;
        };
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            !said.contains("qonys-remind"),
            "systemd-analyze says: {said}"
        );
        output.status.success()
    };
    assert!(verify(&service) && verify(&timer));
    // A unit that is wrong is noticed: the check is one.
    let wrong = write(
        "qonys-remind-wrong.service",
        &systemd_service(&program).replace("ExecStart=", "ExecStart=relative/"),
    );
    let noticed = Command::new("systemd-analyze")
        .args(["--user", "--recursive-errors=no", "verify"])
        .arg(&wrong)
        .env("XDG_RUNTIME_DIR", folder.path())
        .env("HOME", folder.path())
        .output();
    assert!(noticed.is_err() || !noticed.unwrap().status.success());
}
