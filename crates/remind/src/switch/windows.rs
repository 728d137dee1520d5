//! A task of the Task Scheduler.

use std::path::PathBuf;

use qonys_reminders::SCHEDULE_NAME;
use qonys_reminders::ScheduledProgram;
use qonys_reminders::task_file;

use crate::failure::Failure;
use crate::switch::Means;
use crate::switch::failed;
use crate::switch::put;
use crate::switch::runs;
use crate::switch::surrounding;
use crate::switch::take_away;

/// The file that remembers into which folder is looked: what the Task Scheduler tells of a task is written in the letters of the
/// console, which may lack those of a name.
const REMEMBERED: &str = "folder.txt";

pub(super) fn on(program: &ScheduledProgram) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|error| failed(&error))?;
    put(folder.path(), "task.xml", &task_file(program, &account()?)?)?;
    let file = folder.path().join("task.xml").display().to_string();
    put(&memory()?, REMEMBERED, program.folder().as_bytes())?;
    let made = ["/Create", "/F", "/TN", SCHEDULE_NAME, "/XML", &file];
    if runs("schtasks", &made) {
        Ok(())
    } else {
        Err(Failure::NotSwitched("schtasks".to_owned()))
    }
}

pub(super) fn off() -> Result<(), Failure> {
    // A task that is not there is gone already.
    if is_there() && !runs("schtasks", &["/Delete", "/F", "/TN", SCHEDULE_NAME]) {
        return Err(Failure::NotSwitched("schtasks".to_owned()));
    }
    let memory = memory()?;
    take_away(&memory.join(REMEMBERED))?;
    // A folder that holds something else stays.
    let _kept = std::fs::remove_dir(memory);
    Ok(())
}

/// The folder into which the look that is switched on looks.
pub(super) fn folder() -> Option<PathBuf> {
    let folder = std::fs::read_to_string(memory().ok()?.join(REMEMBERED)).ok()?;
    Some(PathBuf::from(folder)).filter(|folder| folder.is_absolute())
}

pub(super) fn means() -> Means {
    if is_there() {
        Means::Daily
    } else {
        Means::None
    }
}

fn is_there() -> bool {
    runs("schtasks", &["/Query", "/TN", SCHEDULE_NAME])
}

fn memory() -> Result<PathBuf, Failure> {
    surrounding("LOCALAPPDATA")
        .map(|folder| folder.join(SCHEDULE_NAME))
        .ok_or_else(|| Failure::NotSwitched("there is no folder for settings".to_owned()))
}

/// The account of the person, as the Task Scheduler writes it.
fn account() -> Result<String, Failure> {
    let name = said("USERNAME")
        .ok_or_else(|| Failure::NotSwitched("the account has no name".to_owned()))?;
    Ok(match said("USERDOMAIN") {
        Some(domain) => format!(r"{domain}\{name}"),
        None => name,
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "whose account this is is known to the surroundings alone"
)]
fn said(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}
