//! A click on the notification opens the program at the deadline, where somebody has to stay for that.

use qonys_reminders::OpaqueId;

use crate::notify::Shown;

#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) fn wait(shown: Shown, deadline: Option<&OpaqueId>) {
    freedesktop::wait(shown, deadline);
}

/// Here the system itself opens the program.
#[cfg(any(windows, target_os = "macos"))]
pub(crate) fn wait(shown: Shown, _deadline: Option<&OpaqueId>) {
    let Shown {} = shown;
}

#[cfg(all(unix, not(target_os = "macos")))]
mod freedesktop {
    use std::os::unix::process::CommandExt as _;
    use std::path::Path;
    use std::process::Command;
    use std::process::Stdio;
    use std::sync::mpsc;
    use std::time::Duration;

    use qonys_reminders::OpaqueId;

    use crate::notify::CLICK;
    use crate::notify::Shown;
    use crate::today;

    /// How often it is looked whether another day has begun: a computer that slept wakes up in another one.
    const PAUSE: Duration = Duration::from_secs(60);

    /// The program beside this one.
    const PROGRAM: &str = "qonys";

    /// What systemd sets for all that it starts.
    const STARTED_BY_SYSTEMD: &str = "INVOCATION_ID";

    pub(super) fn wait(shown: Shown, deadline: Option<&OpaqueId>) {
        if !shown.can_be_clicked {
            return;
        }
        let began = today::today();
        std::thread::spawn(move || {
            // Nobody ever sends: each wait ends with the time.
            let (_held, told) = mpsc::channel::<()>();
            loop {
                let _passed = told.recv_timeout(PAUSE);
                if today::today() != began {
                    look_again();
                }
            }
        });
        let mut clicked = false;
        shown.handle.wait_for_action(|action| {
            clicked = action == CLICK;
        });
        if clicked {
            open(deadline);
        }
    }

    /// The look of the next day, in the place of this one: systemd starts no second one while the first is there. What is still
    /// shown stays where it is, only its click is no longer heard.
    fn look_again() {
        if let Ok(own) = std::env::current_exe() {
            let _failed = Command::new(own).args(std::env::args_os().skip(1)).exec();
        }
        // A program that was replaced meanwhile: the system starts the new one at its next hour.
        std::process::exit(0);
    }

    /// Starts the program. One that systemd started would take it along when it ends, so systemd is asked for a place of
    /// its own first.
    fn open(deadline: Option<&OpaqueId>) {
        let Ok(own) = std::env::current_exe() else {
            return;
        };
        let program = own.with_file_name(PROGRAM);
        let arguments = |command: &mut Command| {
            if let Some(deadline) = deadline {
                command.arg("--deadline").arg(deadline.as_str());
            }
            command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
        };
        if started_by_systemd() {
            let mut beside = Command::new("systemd-run");
            beside
                .args(["--user", "--collect", "--quiet", "--"])
                .arg(Path::new(&program));
            arguments(&mut beside);
            if beside.status().is_ok_and(|status| status.success()) {
                return;
            }
        }
        let mut plain = Command::new(program);
        arguments(&mut plain);
        // Where it cannot be started, the notification said already what to open.
        let _gone = plain.spawn();
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "who started this program is known to the surroundings alone"
    )]
    fn started_by_systemd() -> bool {
        std::env::var_os(STARTED_BY_SYSTEMD).is_some()
    }
}
