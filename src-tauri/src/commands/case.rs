//! The interview.

use qonys_app::AnswerInput;
use qonys_app::PlanInput;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::CaseView;
use qonys_app::view::CountryView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// The case in a language.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn show_case(session: State<'_, Session>, lang: Language) -> Result<CaseView, Problem> {
    session.show(lang.into()).map_err(told)
}

/// Answers a question.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn answer(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    key: &str,
    input: AnswerInput,
) -> Result<CaseView, Problem> {
    session
        .answer(lang.into(), revision, key, &input)
        .map_err(told)
}

/// Adds an empty record to a list.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn add_record(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    entity: &str,
) -> Result<CaseView, Problem> {
    session
        .add_record(lang.into(), revision, entity)
        .map_err(told)
}

/// Takes a record out of a list.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn remove_record(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    entity: &str,
    record: &str,
) -> Result<CaseView, Problem> {
    session
        .remove_record(lang.into(), revision, entity, record)
        .map_err(told)
}

/// Says that a list is complete, or that it is not.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn complete_list(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    entity: &str,
    complete: bool,
) -> Result<CaseView, Problem> {
    session
        .complete_list(lang.into(), revision, entity, complete)
        .map_err(told)
}

/// Sets the plan of dates.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn plan(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    input: PlanInput,
) -> Result<CaseView, Problem> {
    session.plan(lang.into(), revision, &input).map_err(told)
}

/// Takes the last change back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn undo(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<CaseView, Problem> {
    session.undo(lang.into(), revision).map_err(told)
}

/// All countries by their names.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn countries(
    session: State<'_, Session>,
    lang: Language,
) -> Result<Vec<CountryView>, Problem> {
    Ok(session.countries(lang.into()))
}
