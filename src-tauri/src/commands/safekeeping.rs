//! Backup, passphrase, recovery code, locking.

use qonys_app::BackupView;
use qonys_app::CreatedView;
use qonys_app::Problem;
use qonys_app::Session;
use tauri::State;
use tauri::Window;

use crate::commands::language::Language;
use crate::commands::told::told;
use crate::desktop::Settings;
use crate::desktop::WaitingAnswers;

/// Writes everything into one file in a folder that the person chooses; nothing when none was chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn back_up(
    session: State<'_, Session>,
    lang: Language,
    passphrase: String,
) -> Result<Option<BackupView>, Problem> {
    session.back_up(lang.into(), passphrase).map_err(told)
}

/// Asks for a backup to restore, and gives the name of the file; nothing when none was chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_backup(
    session: State<'_, Session>,
    lang: Language,
) -> Result<Option<String>, Problem> {
    Ok(session.choose_backup(lang.into()))
}

/// Makes the store of the chosen backup, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn restore_chosen(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    passphrase: String,
) -> Result<(), Problem> {
    session.restore_chosen(passphrase).map_err(told)?;
    settings.note_case();
    settings.set_code_unwritten(false);
    Ok(())
}

/// Makes the store of the chosen backup in the place of one that does not open; where that one lies now.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn restore_chosen_in_place(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    passphrase: String,
) -> Result<Option<String>, Problem> {
    let aside = session.restore_chosen_in_place(passphrase).map_err(told)?;
    settings.note_case();
    settings.set_code_unwritten(false);
    Ok(aside)
}

/// Sets a passphrase or, without one, makes a new recovery code, which comes back once.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn renew_recovery(
    session: State<'_, Session>,
    settings: State<'_, Settings>,
    passphrase: Option<String>,
) -> Result<CreatedView, Problem> {
    // Before the code exists: the earlier one may be gone already when the program ends.
    if passphrase.is_none() {
        settings.set_code_unwritten(true);
    }
    let renewed = session.renew_recovery(passphrase).map_err(told)?;
    settings.set_code_unwritten(renewed.recovery_code.is_some());
    Ok(renewed)
}

/// Locks the store: what was deleted goes for good, the key and the answers are dropped.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock(session: State<'_, Session>) -> Result<(), Problem> {
    session.lock().map_err(told)
}

/// How many newer saves were damaged when the store was opened.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lost_saves(session: State<'_, Session>) -> Result<u32, Problem> {
    session.lost_saves().map_err(told)
}

/// After how many minutes without a key or the mouse the store is locked; nought for never.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn lock_after(settings: State<'_, Settings>) -> Result<u32, Problem> {
    Ok(settings.lock_after())
}

/// Remembers that.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn set_lock_after(settings: State<'_, Settings>, minutes: u32) -> Result<(), Problem> {
    settings.set_lock_after(minutes).map_err(told)
}

/// Says whether answers that the disk did not take, or that were not sent yet, wait on the screens: the window then does not close at once.
#[tauri::command]
#[specta::specta]
pub(crate) fn answers_wait(
    answers: State<'_, WaitingAnswers>,
    waiting: bool,
) -> Result<(), Problem> {
    answers.set(waiting);
    Ok(())
}

/// Closes the window, and gives up the answers that wait.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn close_anyway(
    answers: State<'_, WaitingAnswers>,
    window: Window,
) -> Result<(), Problem> {
    answers.set(false);
    // A window that is already gone is closed.
    drop(window.close());
    Ok(())
}
