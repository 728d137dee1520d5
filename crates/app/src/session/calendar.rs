//! The deadlines as a calendar file in a folder that the person chooses.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use qonys_reminders::OpaqueId;
use qonys_texts::Lang;
use qonys_texts::text;

use super::Session;
use super::saving::DIALOG_TITLE;
use crate::error::AppError;
use crate::files;
use crate::files::replace_file;
use crate::reminders::CalendarOptions;
use crate::reminders::agenda_calendar;
use crate::view::SavedCalendarView;

/// More bytes than any calendar of ours has; a longer file is another's.
const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// How many digits of its id keep the file of one case apart from another's.
const DIGITS: usize = 8;

impl Session {
    /// Writes the deadlines into a folder that the person chooses; none when the person chose none. The earlier calendar
    /// of the same case there is brought up to date; any other file stays as it is.
    ///
    /// # Errors
    /// When no case is open; [`AppError::NoRandomness`]; what saving and writing can bring.
    pub fn save_calendar(
        &self,
        lang: Lang,
        details: bool,
    ) -> Result<Option<SavedCalendarView>, AppError> {
        let Some(folder) = self.chooser.choose(&text(lang, DIALOG_TITLE)) else {
            return Ok(None);
        };
        let case = {
            let mut guard = self.lock_open();
            let open = guard.as_mut().ok_or(AppError::NotOpen)?;
            self.give_seeds(open)?;
            open.case.clone()
        };
        let (knowledge, today) = (self.knowledge(), self.clock.today());
        let made_at = self.clock.seconds();
        let of_case = OpaqueId::of(&case.reminders.seed, "calendar");
        let name = format!(
            "qonys-{}.ics",
            of_case.as_str().get(..DIGITS).unwrap_or_default()
        );
        let made = |previous: Option<&str>| {
            let options = CalendarOptions {
                details,
                previous,
                made_at,
            };
            agenda_calendar(&knowledge, &case, today, lang, &options)
        };
        let path = folder.join(&name);
        let earlier = text_of(&path);
        let (calendar, name) = match earlier.as_deref().map(|text| made(Some(text))) {
            Some(Ok(calendar)) => {
                replace_file(&path, calendar.text.as_bytes())?;
                (calendar, name)
            }
            // What lies there is another's.
            Some(Err(_)) | None => {
                let calendar = made(None)?;
                let path = files::write_new(&folder, &name, calendar.text.as_bytes())?;
                let name = path
                    .file_name()
                    .map_or(name, |name| name.to_string_lossy().into_owned());
                (calendar, name)
            }
        };
        let shown = folder.display().to_string();
        self.remember_export(folder, &name);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(Some(SavedCalendarView {
            file: name,
            folder: shown,
            events: count(calendar.events),
            cancelled: count(calendar.cancelled),
        }))
    }
}

fn text_of(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path)
        .ok()?
        .take(MOST_BYTES)
        .read_to_string(&mut text)
        .ok()?;
    Some(text)
}
