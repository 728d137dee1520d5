//! An agent of launchd.

use std::path::PathBuf;

use qonys_reminders::SCHEDULE_NAME;
use qonys_reminders::ScheduledProgram;
use qonys_reminders::folder_of_agent;
use qonys_reminders::launch_agent;

use crate::failure::Failure;
use crate::switch::Means;
use crate::switch::put;
use crate::switch::runs;
use crate::switch::surrounding;
use crate::switch::take_away;

fn agents() -> Result<PathBuf, Failure> {
    surrounding("HOME")
        .map(|home| home.join("Library/LaunchAgents"))
        .ok_or_else(|| Failure::NotSwitched("there is no home folder".to_owned()))
}

fn file() -> String {
    format!("{SCHEDULE_NAME}.plist")
}

pub(super) fn on(program: &ScheduledProgram) -> Result<(), Failure> {
    let folder = agents()?;
    let agent = launch_agent(SCHEDULE_NAME, program)?;
    put(&folder, &file(), agent.as_bytes())?;
    let path = folder.join(file()).display().to_string();
    // An agent that is loaded already is loaded anew.
    let _old = runs("launchctl", &["unload", &path]);
    if runs("launchctl", &["load", &path]) {
        Ok(())
    } else {
        take_away(&folder.join(file()))?;
        Err(Failure::NotSwitched("launchctl".to_owned()))
    }
}

pub(super) fn off() -> Result<(), Failure> {
    let path = agents()?.join(file());
    if path.exists() {
        let _gone = runs("launchctl", &["unload", &path.display().to_string()]);
    }
    take_away(&path)
}

/// The folder into which the look that is switched on looks.
pub(super) fn folder() -> Option<PathBuf> {
    let agent = std::fs::read_to_string(agents().ok()?.join(file())).ok()?;
    folder_of_agent(&agent).map(PathBuf::from)
}

pub(super) fn means() -> Means {
    if agents().is_ok_and(|agents| agents.join(file()).exists()) {
        Means::Daily
    } else {
        Means::None
    }
}
