//! A task of the Task Scheduler.

use qonys_reminders::SCHEDULE_NAME;
use qonys_reminders::ScheduledProgram;
use qonys_reminders::task_definition;

use crate::failure::Failure;
use crate::switch::failed;
use crate::switch::put;
use crate::switch::runs;

pub(super) fn on(program: &ScheduledProgram) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|error| failed(&error))?;
    put(folder.path(), "task.xml", &task_definition(program)?)?;
    let file = folder.path().join("task.xml").display().to_string();
    let made = ["/Create", "/F", "/TN", SCHEDULE_NAME, "/XML", &file];
    if runs("schtasks", &made) {
        Ok(())
    } else {
        Err(Failure::NotSwitched("schtasks".to_owned()))
    }
}

pub(super) fn off() -> Result<(), Failure> {
    // A task that is not there is gone already.
    if runs("schtasks", &["/Query", "/TN", SCHEDULE_NAME])
        && !runs("schtasks", &["/Delete", "/F", "/TN", SCHEDULE_NAME])
    {
        return Err(Failure::NotSwitched("schtasks".to_owned()));
    }
    Ok(())
}
