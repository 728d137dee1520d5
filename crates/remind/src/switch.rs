//! The daily look, switched on and off by the person's own means of each system; no rights of an administrator.

use std::path::Path;

use qonys_reminders::ScheduledProgram;

use crate::arguments::Place;
use crate::failure::Failure;
use crate::folder;

#[cfg(all(unix, not(target_os = "macos")))]
#[path = "switch/linux.rs"]
mod system;

#[cfg(target_os = "macos")]
#[path = "switch/macos.rs"]
mod system;

#[cfg(windows)]
#[path = "switch/windows.rs"]
mod system;

/// By which means the system looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Means {
    /// At login and every day.
    Daily,
    /// At login only: there is no systemd.
    #[cfg(all(unix, not(target_os = "macos")))]
    Login,
    /// Not at all.
    None,
}

impl Means {
    /// The word for whoever asks.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            #[cfg(all(unix, not(target_os = "macos")))]
            Self::Login => "login",
            Self::None => "none",
        }
    }
}

/// Switches the daily look on. The system will start it from a folder of its own choice, so the path is made whole; and without an
/// agenda it would look in vain, unseen. There is one look: where it looked into another folder, the files there go away, because
/// nobody reads them any more.
pub(crate) fn on(place: &Place) -> Result<(), Failure> {
    if !folder::has_agenda(&place.folder) {
        return Err(Failure::NoAgenda);
    }
    let data = std::path::absolute(&place.folder).map_err(|error| failed(&error))?;
    let own = std::env::current_exe().map_err(|error| failed(&error))?;
    let program = ScheduledProgram::new(text(&own)?, text(&data)?, &place.program)?;
    let before = system::folder();
    system::on(&program)?;
    match before {
        Some(before) if !same(&before, &data) => folder::delete_files(&before),
        Some(_) | None => Ok(()),
    }
}

/// Switches it off and deletes the files it read, whichever folder is named now.
pub(crate) fn off(named: Option<&Path>) -> Result<(), Failure> {
    let looked_into = system::folder();
    system::off()?;
    for folder in named.into_iter().chain(looked_into.as_deref()) {
        folder::delete_files(folder)?;
    }
    Ok(())
}

/// By which means the system looks now.
pub(crate) fn means() -> Means {
    system::means()
}

/// Whether two paths lead to one folder.
fn same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole(one) == whole(other)
}

fn text(path: &Path) -> Result<&str, Failure> {
    path.to_str()
        .ok_or_else(|| Failure::NotSwitched("a path is not text".to_owned()))
}

fn failed(error: &std::io::Error) -> Failure {
    Failure::NotSwitched(error.kind().to_string())
}

/// Runs a program of the system without a word on the terminal; whether it succeeded.
fn runs(program: &str, arguments: &[&str]) -> bool {
    std::process::Command::new(program)
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Puts a file in its place, whole or not at all.
fn put(folder: &Path, name: &str, content: &[u8]) -> Result<(), Failure> {
    use std::io::Write as _;
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    draft.write_all(content).map_err(|error| failed(&error))?;
    draft
        .persist(folder.join(name))
        .map(|_| ())
        .map_err(|refused| failed(&refused.error))
}

/// Takes a file away; one that is not there is gone already.
fn take_away(file: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed(&error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A folder that the surroundings name.
#[expect(
    clippy::disallowed_methods,
    reason = "where the units and entries of a person lie is known to the surroundings alone"
)]
fn surrounding(name: &str) -> Option<std::path::PathBuf> {
    std::env::var_os(name)
        .map(std::path::PathBuf::from)
        .filter(|path| path.is_absolute())
}
