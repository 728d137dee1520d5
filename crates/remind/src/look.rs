//! One look.

use chrono::NaiveDate;
use qonys_reminders::AgendaFile;
use qonys_reminders::OpaqueId;
use qonys_reminders::Spoken;
use qonys_reminders::check;
use qonys_reminders::speak;
use qonys_reminders::speak_of_unreadable_file;

use crate::arguments::LookOptions;
use crate::click;
use crate::failure::Failure;
use crate::folder::Folder;
use crate::language;
use crate::notify;
use crate::today;

/// Shows what is due. What could not be shown is not remembered, so the next look tries again.
pub(crate) fn run(options: &LookOptions) -> Result<(), Failure> {
    let today = options.on.or_else(today::today).ok_or(Failure::NoDay)?;
    let folder = Folder::take(&options.place.folder)?;
    let (text, read) = match folder.agenda() {
        Ok(text) => {
            let read = AgendaFile::of_json(&text).map_err(Failure::from);
            (text, read)
        }
        Err(unreadable) => (String::new(), Err(unreadable)),
    };
    let agenda = match read {
        Ok(agenda) => agenda,
        Err(failure) => return tell(options, folder, &text, today, failure),
    };
    let checked = check(&agenda, &folder.shown(), today);
    let mut shown = None;
    if let Some(spoken) = speak(agenda.language, &checked.due) {
        let pressing = checked.due.iter().any(|due| due.days_left <= 0);
        shown = Some(notify::show(&spoken, pressing, &options.place.program)?);
    }
    folder.remember(&checked.shown)?;
    // Another look must not wait for a click on this one.
    drop(folder);
    if let Some(shown) = shown {
        // Of what can still be kept the first one is shown; the others stand beside it.
        let ahead = checked.due.iter().find(|due| due.days_left >= 0);
        let first = ahead.or_else(|| checked.due.last());
        wait(options, shown, first.map(|due| &due.id));
    }
    Ok(())
}

/// Tells the person once a day that the agenda cannot be read: reminders that no longer come without a word are worse than none.
/// The program writes the file anew when it is opened.
fn tell(
    options: &LookOptions,
    folder: Folder,
    text: &str,
    today: NaiveDate,
    failure: Failure,
) -> Result<(), Failure> {
    let Some(told) = folder.shown().telling_unreadable(today) else {
        return Err(failure);
    };
    let lang = AgendaFile::language_of(text).unwrap_or_else(language::of_the_system);
    let spoken: Spoken = speak_of_unreadable_file(lang);
    let shown = notify::show(&spoken, true, &options.place.program)?;
    folder.remember(&told)?;
    drop(folder);
    wait(options, shown, None);
    Err(failure)
}

fn wait(options: &LookOptions, shown: notify::Shown, deadline: Option<&OpaqueId>) {
    if options.wait_for_click {
        click::wait(shown, deadline);
    }
}
