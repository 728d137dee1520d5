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

/// Switches the daily look on. The system will start it from a folder of its own choice, so the path is made whole; and without an
/// agenda it would look in vain, unseen.
pub(crate) fn on(place: &Place) -> Result<(), Failure> {
    if !folder::has_agenda(&place.folder) {
        return Err(Failure::NoAgenda);
    }
    let data = std::path::absolute(&place.folder).map_err(|error| failed(&error))?;
    let own = std::env::current_exe().map_err(|error| failed(&error))?;
    let program = ScheduledProgram::new(text(&own)?, text(&data)?, &place.program)?;
    system::on(&program)
}

/// Switches it off and deletes the files it read.
pub(crate) fn off(place: &Place) -> Result<(), Failure> {
    system::off()?;
    folder::delete_files(&place.folder)
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
fn put(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    use std::io::Write as _;
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    draft
        .write_all(text.as_bytes())
        .map_err(|error| failed(&error))?;
    draft
        .persist(folder.join(name))
        .map(|_| ())
        .map_err(|refused| failed(&refused.error))
}

/// Takes a file away; one that is not there is gone already.
#[cfg(unix)]
fn take_away(file: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed(&error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A folder that the surroundings name.
#[cfg(unix)]
#[expect(
    clippy::disallowed_methods,
    reason = "where the units and entries of a person lie is known to the surroundings alone"
)]
fn surrounding(name: &str) -> Option<std::path::PathBuf> {
    std::env::var_os(name)
        .map(std::path::PathBuf::from)
        .filter(|path| path.is_absolute())
}
