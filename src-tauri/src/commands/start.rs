//! The first screen: making and opening the sealed store.

use qonys_app::CreatedView;
use qonys_app::HandedFile;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::StartState;
use qonys_app::StartView;
use serde::Deserialize;
use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;
use crate::desktop::Settings;

/// Says that another start of the program asks for something: for a deadline, or to open a file.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct StartAsked;

/// Says that another day has begun: what is shown counts from the day before.
#[derive(Debug, Clone, Serialize, Deserialize, Type, tauri_specta::Event)]
pub(crate) struct DayBegan;

/// Where one stands.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn start(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
) -> Result<StartView, Problem> {
    let view = session
        .start(settings.language().as_deref())
        .map_err(told)?;
    match view.state {
        StartState::Open => settings.note_case(),
        StartState::Fresh | StartState::NeedsPassphrase => {}
    }
    Ok(view)
}

/// What is known of earlier starts, also where the store does not open.
#[derive(Debug, Clone, Serialize, Type)]
pub(crate) struct EarlierStarts {
    /// The language chosen last.
    pub language: Option<String>,
    /// Whether a case was opened on this computer before.
    pub had_case: bool,
    /// Whether a recovery code was shown of which nobody said that it was written down.
    pub code_unwritten: bool,
}

/// What is known of earlier starts.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn earlier_starts(settings: State<'_, Settings>) -> Result<EarlierStarts, Problem> {
    Ok(EarlierStarts {
        language: settings.language(),
        had_case: settings.had_case(),
        code_unwritten: settings.code_unwritten(),
    })
}

/// The person says that the recovery code is written down.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn code_written(settings: State<'_, Settings>) -> Result<(), Problem> {
    settings.set_code_unwritten(false);
    Ok(())
}

/// Makes the sealed store.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn create_vault(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    passphrase: Option<String>,
) -> Result<CreatedView, Problem> {
    // Before the code exists: whatever ends the program now, the next start makes a new one.
    settings.set_code_unwritten(passphrase.is_none());
    let created = session.create_vault(passphrase).map_err(|error| {
        settings.set_code_unwritten(false);
        told(error)
    })?;
    settings.note_case();
    settings.set_code_unwritten(created.recovery_code.is_some());
    Ok(created)
}

/// Opens the store with the passphrase or the recovery code.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn unlock(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    passphrase: String,
) -> Result<(), Problem> {
    session.unlock(passphrase).map_err(told)?;
    settings.note_case();
    Ok(())
}

/// Remembers the language for the next start, and reminds in it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_language(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    lang: Language,
) -> Result<(), Problem> {
    settings.set_language(lang.code()).map_err(told)?;
    session.reminders_changed();
    Ok(())
}

/// What kind of file waits with which the program was started; the next choice of such a file takes it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn handed_file(session: State<'_, Session>) -> Result<Option<HandedFile>, Problem> {
    Ok(session.handed_file())
}

/// Forgets that file.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn forget_handed_file(session: State<'_, Session>) -> Result<(), Problem> {
    session.forget_handed_file();
    Ok(())
}
