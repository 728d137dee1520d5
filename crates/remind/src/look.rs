//! One look.

use qonys_reminders::check;
use qonys_reminders::speak;

use crate::arguments::LookOptions;
use crate::click;
use crate::failure::Failure;
use crate::folder::Folder;
use crate::notify;
use crate::today;

/// Shows what is due. What could not be shown is not remembered, so the next look tries again.
pub(crate) fn run(options: &LookOptions) -> Result<(), Failure> {
    let today = options.on.or_else(today::today).ok_or(Failure::NoDay)?;
    let folder = Folder::take(&options.place.folder)?;
    let agenda = folder.agenda()?;
    let checked = check(&agenda, &folder.shown(), today);
    let mut shown = None;
    if let Some(spoken) = speak(agenda.language, &checked.due) {
        let pressing = checked.due.iter().any(|due| due.days_left <= 0);
        shown = Some(notify::show(&spoken, pressing, &options.place.program)?);
    }
    folder.remember(&checked.shown)?;
    // Another look must not wait for a click on this one.
    drop(folder);
    if let (true, Some(shown)) = (options.wait_for_click, shown) {
        // Of several deadlines the first one is shown; the others stand below it.
        click::wait(shown, checked.due.first().map(|due| &due.id));
    }
    Ok(())
}
