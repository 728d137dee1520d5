//! An agent of launchd.

use std::path::PathBuf;

use qonys_reminders::SCHEDULE_NAME;
use qonys_reminders::ScheduledProgram;
use qonys_reminders::launch_agent;

use crate::failure::Failure;
use crate::switch::put;
use crate::switch::runs;
use crate::switch::surrounding;
use crate::switch::take_away;

fn folder() -> Result<PathBuf, Failure> {
    surrounding("HOME")
        .map(|home| home.join("Library/LaunchAgents"))
        .ok_or_else(|| Failure::NotSwitched("there is no home folder".to_owned()))
}

fn file() -> String {
    format!("{SCHEDULE_NAME}.plist")
}

pub(super) fn on(program: &ScheduledProgram) -> Result<(), Failure> {
    let folder = folder()?;
    put(&folder, &file(), &launch_agent(SCHEDULE_NAME, program)?)?;
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
    let path = folder()?.join(file());
    if path.exists() {
        let _gone = runs("launchctl", &["unload", &path.display().to_string()]);
    }
    take_away(&path)
}
