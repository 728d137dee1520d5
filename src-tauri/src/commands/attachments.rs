//! Scans and photos of papers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qonys_app::CopyView;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::HouseholdsView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// Asks for files to attach, and gives their names; none when the person chose none.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_scans(
    session: State<'_, Session>,
    lang: Language,
) -> Result<Vec<String>, Problem> {
    Ok(session.choose_scans(lang.into()))
}

/// Attaches one of the chosen files, by its place among them, for a paper of the open application where one is named.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn attach_chosen(
    session: State<'_, Session>,
    household: &str,
    place: u32,
    paper: Option<&str>,
) -> Result<HouseholdsView, Problem> {
    session.attach_chosen(household, place, paper).map_err(told)
}

/// A scan or photo, in base64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn attachment(session: State<'_, Session>, id: &str) -> Result<String, Problem> {
    session
        .attachment_to_show(id)
        .map(|bytes| STANDARD.encode(&bytes))
        .map_err(told)
}

/// Gives a scan or photo another name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rename_attachment(
    session: State<'_, Session>,
    id: &str,
    name: &str,
) -> Result<HouseholdsView, Problem> {
    session.rename_attachment(id, name).map_err(told)
}

/// Says of which paper of the open application something is a scan; with none, it is of no paper any more.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn say_paper(
    session: State<'_, Session>,
    id: &str,
    paper: Option<&str>,
) -> Result<HouseholdsView, Problem> {
    session.say_paper(id, paper).map_err(told)
}

/// Deletes a scan or photo; it can come back until the store is locked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_attachment(
    session: State<'_, Session>,
    id: &str,
) -> Result<HouseholdsView, Problem> {
    session.delete_attachment(id).map_err(told)
}

/// Writes a plain copy into a folder that the person chooses; nothing when none was chosen.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_attachment(
    session: State<'_, Session>,
    lang: Language,
    id: &str,
) -> Result<Option<CopyView>, Problem> {
    session.export_attachment(lang.into(), id).map_err(told)
}
