//! Reminders: of single deadlines, by kinds, in a calendar, and while the program is closed.

use qonys_app::MarkInput;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::CaseView;
use qonys_app::view::FoundDeadlineView;
use qonys_app::view::RemindersView;
use qonys_app::view::SavedCalendarView;
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::noted;
use crate::commands::told::told;
use crate::desktop::MeansCode;
use crate::desktop::Reminders;
use crate::desktop::Settings;
use crate::desktop::Wanted;
use crate::desktop::language;

/// Whether one is reminded while the program is closed, and by what.
#[derive(Debug, Clone, Serialize, Type)]
pub(crate) struct BackgroundView {
    /// Whether it is switched on.
    pub(crate) on: bool,
    /// Whether the small program that reminds is there.
    pub(crate) available: bool,
    /// By which means the system looks, where it is switched on and can be asked.
    pub(crate) means: Option<MeansCode>,
    /// Where the file lies, or would lie, from which it reminds.
    pub(crate) file: String,
    /// What that file holds, or would hold, word for word.
    pub(crate) content: String,
    /// Why the file could not be brought up to date, if so.
    pub(crate) problem: Option<Problem>,
}

/// The reminders of the open case, of the revision that the screen shows.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn reminders_page(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<RemindersView, Problem> {
    session.reminders_page(lang.into(), revision).map_err(told)
}

/// Says something of a deadline, or takes it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn mark_deadline(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    key: &str,
    mark: Option<MarkInput>,
) -> Result<CaseView, Problem> {
    session
        .mark_deadline(lang.into(), revision, key, mark.as_ref())
        .map_err(told)
}

/// Chooses the days before deadlines of a kind, or the built-in ones.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_days_before(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    kind: &str,
    days: Option<Vec<u16>>,
) -> Result<CaseView, Problem> {
    session
        .choose_days_before(lang.into(), revision, kind, days)
        .map_err(told)
}

/// Writes the deadlines as a calendar into a folder that the person chooses; nothing when none was chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_calendar(
    session: State<'_, Session>,
    lang: Language,
    details: bool,
) -> Result<Option<SavedCalendarView>, Problem> {
    session.save_calendar(lang.into(), details).map_err(told)
}

/// Whether one is reminded while the program is closed.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn background_reminders(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    reminders: State<'_, Reminders>,
) -> Result<BackgroundView, Problem> {
    background(&session, &settings, &reminders)
}

/// Switches that on or off.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn switch_background(
    app: AppHandle,
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    reminders: State<'_, Reminders>,
    on: bool,
) -> Result<BackgroundView, Problem> {
    reminders
        .switch(&app, on)
        .map_err(|error| noted(error.problem()))?;
    background(&session, &settings, &reminders)
}

fn background(
    session: &Session,
    settings: &Settings,
    reminders: &Reminders,
) -> Result<BackgroundView, Problem> {
    let agenda = session
        .background_agenda(language(settings))
        .map_err(told)?;
    Ok(BackgroundView {
        on: settings.reminders(),
        available: reminders.available(),
        means: reminders.means().filter(|_| settings.reminders()),
        file: reminders.file().display().to_string(),
        content: agenda
            .to_json()
            .map_err(|error| qonys_app::AppError::from(error).problem())?,
        problem: reminders.failed(),
    })
}

/// The deadline that a click on a reminder asks for; nothing where nobody clicked. It is told once.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn wanted_deadline(
    session: State<'_, Session>,
    wanted: State<'_, Wanted>,
    lang: Language,
) -> Result<Option<FoundDeadlineView>, Problem> {
    let Some(id) = wanted.take() else {
        return Ok(None);
    };
    session
        .find_deadline(lang.into(), id.as_str())
        .map(Some)
        .map_err(told)
}
