//! Aids of entry, what may happen later, the sources of the law, the case to try.

use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::AfterPageView;
use qonys_app::view::CaseView;
use qonys_app::view::EntryHintsView;
use qonys_app::view::HouseholdsView;
use qonys_app::view::MachineZoneView;
use qonys_app::view::SourcesOfLawView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// What the machine-readable lines of a passport say; nothing is filled in.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn read_machine_zone(
    session: State<'_, Session>,
    lang: Language,
    lines: &str,
) -> Result<MachineZoneView, Problem> {
    session.read_machine_zone(lang.into(), lines).map_err(told)
}

/// Fills in what the lines say for some questions.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn take_machine_zone(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    lines: &str,
    keys: Vec<String>,
) -> Result<CaseView, Problem> {
    session
        .take_machine_zone(lang.into(), revision, lines, &keys)
        .map_err(told)
}

/// What is said beside a field while a text stands in it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn entry_hints(
    session: State<'_, Session>,
    lang: Language,
    key: &str,
    typed: &str,
) -> Result<EntryHintsView, Problem> {
    session.entry_hints(lang.into(), key, typed).map_err(told)
}

/// What may happen after an application.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn after_page(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
) -> Result<AfterPageView, Problem> {
    session.after_page(lang.into(), revision).map_err(told)
}

/// The sources of the law in use.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn sources_of_law(
    session: State<'_, Session>,
    lang: Language,
) -> Result<SourcesOfLawView, Problem> {
    Ok(session.sources_of_law(lang.into()))
}

/// Makes a household with an invented case, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn create_sample(
    session: State<'_, Session>,
    lang: Language,
) -> Result<HouseholdsView, Problem> {
    session.create_sample(lang.into()).map_err(told)
}
