//! Who is there: households and applications.

use crate::commands::language::Language;
use crate::commands::told::told;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::CaseView;
use qonys_app::view::FamilyPersonView;
use qonys_app::view::HouseholdsView;
use tauri::State;

/// All households with their applications and scans.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn households(session: State<'_, Session>) -> Result<HouseholdsView, Problem> {
    session.households().map_err(told)
}

/// Makes a household with one application, and opens that.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn create_household(
    session: State<'_, Session>,
    name: &str,
) -> Result<HouseholdsView, Problem> {
    session.create_household(name).map_err(told)
}

/// Makes the application of one more adult, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn create_application(
    session: State<'_, Session>,
    household: &str,
    name: &str,
) -> Result<HouseholdsView, Problem> {
    session.create_application(household, name).map_err(told)
}

/// Names a household.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rename_household(
    session: State<'_, Session>,
    id: &str,
    name: &str,
) -> Result<HouseholdsView, Problem> {
    session.rename_household(id, name).map_err(told)
}

/// Names an application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn rename_application(
    session: State<'_, Session>,
    id: &str,
    name: &str,
) -> Result<HouseholdsView, Problem> {
    session.rename_application(id, name).map_err(told)
}

/// Opens an application: the screens show it from now on.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_application(
    session: State<'_, Session>,
    id: &str,
) -> Result<HouseholdsView, Problem> {
    session.open_application(id).map_err(told)
}

/// Deletes a household; it can come back until the store is locked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_household(
    session: State<'_, Session>,
    id: &str,
) -> Result<HouseholdsView, Problem> {
    session.delete_household(id).map_err(told)
}

/// Deletes an application; it can come back until the store is locked.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn delete_application(
    session: State<'_, Session>,
    id: &str,
) -> Result<HouseholdsView, Problem> {
    session.delete_application(id).map_err(told)
}

/// Brings back what was deleted last.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo_delete(session: State<'_, Session>) -> Result<HouseholdsView, Problem> {
    session.undo_delete().map_err(told)
}

/// The persons whom other applications of the family name and a list of the open one does not.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn family_persons(
    session: State<'_, Session>,
    lang: Language,
    entity: &str,
) -> Result<Vec<FamilyPersonView>, Problem> {
    session.family_persons(lang.into(), entity).map_err(told)
}

/// Takes one of these persons over into a list.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_family_person(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    entity: &str,
    application: &str,
    record: Option<&str>,
) -> Result<CaseView, Problem> {
    session
        .take_family_person(lang.into(), revision, entity, application, record)
        .map_err(told)
}
