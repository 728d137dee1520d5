//! `qonys-cli agenda`.

use std::path::Path;

use qonys_app::AgendaFile;
use qonys_app::AppError;
use qonys_app::CalendarOptions;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::agenda_calendar;
use qonys_app::assess_case;
use qonys_app::law_used;
use qonys_app::reminder_file;
use qonys_app::replace_file;
use serde_json::json;

use crate::answer::by_law;
use crate::arguments::AgendaOptions;
use crate::failure::Failure;
use crate::input;
use crate::moment;
use crate::report::Report;
use crate::seed;
use crate::which_law::WhichLaw;

/// The name that stands for the terminal.
const TERMINAL: &str = "-";

pub(crate) fn run(options: &AgendaOptions, law: &WhichLaw) -> Result<String, Failure> {
    let knowledge = law.knowledge()?;
    let mut case = input::case(&knowledge, &options.case)?;
    let lang = options.lang.into();
    if options.ics.is_some() || options.reminders.is_some() {
        seed::give(&mut case, options)?;
    }
    if let Some(file) = &options.ics {
        return calendar(&knowledge, &case, options, file);
    }
    if let Some(folder) = &options.reminders {
        return reminders(&knowledge, &case, options, folder);
    }
    let view = assess_case(&knowledge, &case, options.on, lang);
    by_law(&knowledge, lang, options.json, view.agenda, |agenda| {
        Report::of_agenda(agenda, &view.disclaimer, lang)
    })
}

/// Writes the file of `qonys-remind`.
fn reminders(
    knowledge: &Knowledge,
    case: &Case,
    options: &AgendaOptions,
    folder: &Path,
) -> Result<String, Failure> {
    let agenda = reminder_file(knowledge, case, options.on, options.lang.into())?;
    let file = folder.join(AgendaFile::NAME);
    let text = agenda.to_json().map_err(AppError::from)?;
    replace_file(&file, text.as_bytes()).map_err(|error| Failure::writing(folder, error))?;
    let answer = json!({
        "law": law_used(knowledge, options.lang.into()),
        "file": file.display().to_string(),
        "deadlines": agenda.entries.len(),
    });
    Ok(format!("{answer:#}\n"))
}

/// Writes the calendar; a file that this program did not make is never replaced.
fn calendar(
    knowledge: &Knowledge,
    case: &Case,
    options: &AgendaOptions,
    file: &Path,
) -> Result<String, Failure> {
    let printed = file == Path::new(TERMINAL);
    let before = match &options.previous {
        Some(previous) => Some((previous.as_path(), input::text(previous)?)),
        None if !printed && file.exists() => Some((file, input::text(file)?)),
        None => None,
    };
    if !printed && options.previous.is_some() && file.exists() {
        // What lies there is read for this alone: it has to be a calendar of ours to be replaced.
        let there = input::text(file)?;
        made(knowledge, case, options, Some((file, &there)))?;
    }
    let previous = before.as_ref().map(|(path, text)| (*path, text.as_str()));
    let calendar = made(knowledge, case, options, previous)?;
    if printed {
        return Ok(calendar.text);
    }
    replace_file(file, calendar.text.as_bytes())
        .map_err(|error| Failure::writing(file.parent().unwrap_or(file), error))?;
    let answer = json!({
        "law": law_used(knowledge, options.lang.into()),
        "file": file.display().to_string(),
        "events": calendar.events,
        "cancelled": calendar.cancelled,
    });
    Ok(format!("{answer:#}\n"))
}

fn made(
    knowledge: &Knowledge,
    case: &Case,
    options: &AgendaOptions,
    previous: Option<(&Path, &str)>,
) -> Result<qonys_app::CalendarFile, Failure> {
    let calendar = CalendarOptions {
        details: options.details,
        previous: previous.map(|(_, text)| text),
        made_at: moment::next(),
    };
    agenda_calendar(knowledge, case, options.on, options.lang.into(), &calendar).map_err(|error| {
        match previous {
            Some((path, _)) => Failure::of_file(path, error),
            None => error.into(),
        }
    })
}
