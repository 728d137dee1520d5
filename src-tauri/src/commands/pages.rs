//! The pages of the answer, each asked for when it is opened.

use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::AnswerPageView;
use qonys_app::view::DatesPageView;
use qonys_app::view::MoneyPageView;
use qonys_app::view::StayView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// The page of the answer, of the revision that the screen shows.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer_page(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<AnswerPageView, Problem> {
    session.answer_page(lang.into(), revision).map_err(told)
}

/// The page of dates and stages.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn dates_page(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<DatesPageView, Problem> {
    session.dates_page(lang.into(), revision).map_err(told)
}

/// The page of money.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn money_page(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<MoneyPageView, Problem> {
    session.money_page(lang.into(), revision).map_err(told)
}

/// The page of the stay.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn stay_page(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<StayView, Problem> {
    session.stay_page(lang.into(), revision).map_err(told)
}
