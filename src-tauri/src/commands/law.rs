//! The law in use, and a newer one from a file.

use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::LawOfferView;
use qonys_app::view::LawStateView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// Which law is in use.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn law_state(
    session: State<'_, Session>,
    lang: Language,
) -> Result<LawStateView, Problem> {
    Ok(session.law_state(lang.into()))
}

/// Asks for a law pack and says what it would change; nothing when the person chose none.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_law(
    session: State<'_, Session>,
    lang: Language,
) -> Result<Option<LawOfferView>, Problem> {
    session.choose_law(lang.into()).map_err(told)
}

/// Takes the law that was offered.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_offered_law(
    session: State<'_, Session>,
    lang: Language,
) -> Result<LawStateView, Problem> {
    session.take_offered_law(lang.into()).map_err(told)
}
