//! Reminders for the time when the program is closed: the agenda file that is kept up to date, and the daily look.

use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::SyncSender;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use qonys_app::AgendaFile;
use qonys_app::AppError;
use qonys_app::Lang;
use qonys_app::Problem;
use qonys_app::ReminderListener;
use qonys_app::Seeds;
use qonys_app::Session;
use qonys_app::replace_file;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use tauri::Manager;
use tauri_specta::Event as _;

use crate::commands::DayBegan;
use crate::desktop::settings::Settings;

/// The small program, which lies beside this one.
const PROGRAM: &str = "qonys-remind";

/// The folder of its files, in the folder of the program's data.
const FOLDER: &str = "reminders";

/// How often it is looked whether another day has begun.
const PAUSE: Duration = Duration::from_secs(60);

/// The randomness of the system.
pub(crate) struct SystemSeeds;

impl Seeds for SystemSeeds {
    fn fresh(&self) -> Result<String, AppError> {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|_| AppError::NoRandomness)?;
        Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Wakes whoever keeps the agenda file up to date.
pub(crate) struct Waker(SyncSender<()>);

impl ReminderListener for Waker {
    fn changed(&self) {
        // One call that is not answered yet is enough.
        let _waiting = self.0.try_send(());
    }
}

/// A waker, and what hears it.
pub(crate) fn waker() -> (Waker, Receiver<()>) {
    let (wake, woken) = sync_channel(1);
    (Waker(wake), woken)
}

/// What the switch can say.
pub(crate) enum SwitchError {
    /// The small program is not there.
    NoProgram,
    /// The system did not take the daily look; everything is off.
    NotOn,
    /// The system did not let go of it; the files are gone all the same.
    NotOff,
    /// The agenda file could not be made or deleted, or the setting not be kept.
    App(AppError),
}

impl From<AppError> for SwitchError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl SwitchError {
    pub(crate) fn problem(&self) -> Problem {
        let plain = |code: &str| Problem {
            code: code.to_owned(),
            args: [].into(),
            field: None,
        };
        match self {
            Self::NoProgram => plain("reminders_no_program"),
            Self::NotOn => plain("reminders_not_switched"),
            Self::NotOff => plain("reminders_not_off"),
            Self::App(error) => error.problem(),
        }
    }
}

/// By which means the system looks while the program is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MeansCode {
    /// At login and every day.
    Daily,
    /// At login only.
    Login,
    /// Not at all: what the switch installed is gone.
    None,
}

impl MeansCode {
    /// What the small program says; nothing where it says something else.
    fn of_word(word: &str) -> Option<Self> {
        match word.trim() {
            "daily" => Some(Self::Daily),
            "login" => Some(Self::Login),
            "none" => Some(Self::None),
            _ => None,
        }
    }
}

/// The agenda file and the switch.
pub(crate) struct Reminders {
    folder: PathBuf,
    /// The identifier of this program, under which its notifications stand.
    identifier: String,
    /// Held while a file is written or the switch is turned; why the file could not be written last, if so.
    failed: Mutex<Option<Problem>>,
}

impl Reminders {
    pub(crate) fn new(data: &std::path::Path, identifier: &str) -> Self {
        Self {
            folder: data.join(FOLDER),
            identifier: identifier.to_owned(),
            failed: Mutex::default(),
        }
    }

    fn hold(&self) -> MutexGuard<'_, Option<Problem>> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the agenda file lies, or would lie.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join(AgendaFile::NAME)
    }

    /// Whether the small program is there.
    pub(crate) fn available(&self) -> bool {
        program().is_some()
    }

    /// By which means the system looks; nothing where that cannot be asked.
    pub(crate) fn means(&self) -> Option<MeansCode> {
        let asked = Command::new(program()?)
            .arg("means")
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        MeansCode::of_word(&String::from_utf8(asked.stdout).ok()?)
    }

    /// Puts the daily look back where it is gone although it was switched on: removing the package takes it away, and installing
    /// it again does not bring it back.
    fn restore(&self, app: &AppHandle) {
        let _held = self.hold();
        if app.state::<Settings>().reminders() && self.means() == Some(MeansCode::None) {
            // The page of reminders says what there is.
            let _there = self.runs("switch-on");
        }
    }

    /// Why the file could not be brought up to date, if so.
    pub(crate) fn failed(&self) -> Option<Problem> {
        self.hold().clone()
    }

    /// Writes the agenda file anew, where reminders are switched on. A locked case leaves the file as it is: what was known
    /// goes on reminding.
    pub(crate) fn write(&self, app: &AppHandle) -> Result<(), AppError> {
        let mut failed = self.hold();
        let settings = app.state::<Settings>();
        if !settings.reminders() {
            *failed = None;
            return Ok(());
        }
        let written = self.put_file(app);
        *failed = match &written {
            Ok(()) | Err(AppError::NotOpen) => None,
            Err(error) => Some(error.problem()),
        };
        written
    }

    fn put_file(&self, app: &AppHandle) -> Result<(), AppError> {
        let lang = language(&app.state::<Settings>());
        let agenda = app.state::<Session>().background_agenda(lang)?;
        replace_file(&self.file(), agenda.to_json()?.as_bytes())
    }

    /// Lets the system look every day, or no longer: then the files are gone too.
    pub(crate) fn switch(&self, app: &AppHandle, on: bool) -> Result<(), SwitchError> {
        let mut failed = self.hold();
        *failed = None;
        let settings = app.state::<Settings>();
        if !on {
            // The setting first: whatever else fails, no file is written again.
            settings.set_reminders(false)?;
            let switched = self.runs("switch-off");
            self.delete_files();
            return match switched {
                Some(true) | None => Ok(()),
                Some(false) => Err(SwitchError::NotOff),
            };
        }
        if program().is_none() {
            return Err(SwitchError::NoProgram);
        }
        self.put_file(app)?;
        if self.runs("switch-on") != Some(true) {
            self.delete_files();
            return Err(SwitchError::NotOn);
        }
        if let Err(error) = settings.set_reminders(true) {
            let _gone = self.runs("switch-off");
            self.delete_files();
            return Err(error.into());
        }
        Ok(())
    }

    /// Runs the small program; whether it succeeded, none where it is not there.
    fn runs(&self, command: &str) -> Option<bool> {
        let status = Command::new(program()?)
            .arg(command)
            .arg("--folder")
            .arg(&self.folder)
            .args(["--program", &self.identifier])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        Some(status.is_ok_and(|status| status.success()))
    }

    /// What the small program deletes by itself, for a system on which it is gone.
    fn delete_files(&self) {
        // What is not there is deleted already, and an empty folder says nothing.
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

/// The small program beside this one, where it is.
fn program() -> Option<PathBuf> {
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::current_exe().ok()?.with_file_name(name);
    path.is_file().then_some(path)
}

/// The language in which one is reminded: that of the screens.
pub(crate) fn language(settings: &Settings) -> Lang {
    settings
        .language()
        .and_then(|code| code.parse().ok())
        .unwrap_or(Lang::Kk)
}

/// Keeps the agenda file up to date as long as the program runs: after each change, and when a day begins. The first time it is
/// written anew whatever lies there: a damaged file, or that of another version.
pub(crate) fn keep(app: AppHandle, woken: Receiver<()>) {
    std::thread::spawn(move || {
        let mut written = None;
        let mut restored = false;
        let mut shown = app.state::<Session>().today();
        loop {
            match woken.recv_timeout(PAUSE) {
                Ok(()) => written = None,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            let today = app.state::<Session>().today();
            if shown != today {
                shown = today;
                // A window that does not hear shows the new day at its next page.
                drop(DayBegan.emit(&app));
            }
            let reminders = app.state::<Reminders>();
            if written != Some(today) && reminders.write(&app).is_ok() {
                written = Some(today);
                if !restored {
                    restored = true;
                    reminders.restore(&app);
                }
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_program_says_its_means_in_a_word() {
        for (word, means) in [
            ("daily\n", Some(MeansCode::Daily)),
            ("login\n", Some(MeansCode::Login)),
            ("none", Some(MeansCode::None)),
            ("", None),
            ("error: unrecognized subcommand 'means'", None),
        ] {
            assert_eq!(MeansCode::of_word(word), means, "{word}");
        }
    }
}
