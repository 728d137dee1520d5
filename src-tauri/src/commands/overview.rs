//! Where the applications stand, the answer on another day, and the routes side by side.

use qonys_app::DateInput;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::AnswerOnView;
use qonys_app::view::OverviewView;
use qonys_app::view::RouteComparisonView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// Where every application stands: its next step and its next deadline.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn overview(
    session: State<'_, Session>,
    lang: Language,
) -> Result<OverviewView, Problem> {
    session.overview(lang.into()).map_err(told)
}

/// The answer if the papers were handed in on another day. Nothing is saved.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_on(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    day: DateInput,
) -> Result<AnswerOnView, Problem> {
    session.answer_on(lang.into(), revision, &day).map_err(told)
}

/// The routes side by side.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn compare_routes(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<Vec<RouteComparisonView>, Problem> {
    session.compare_routes(lang.into(), revision).map_err(told)
}
