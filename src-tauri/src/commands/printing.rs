//! Printing, and texts of the person's own on papers.

use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::CaseView;
use qonys_app::view::PaperTextView;
use tauri::State;

use crate::commands::language::Language;
use crate::commands::told::told;

/// The names of the printers, the usual one first; none where there is none.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn printers(session: State<'_, Session>) -> Result<Vec<String>, Problem> {
    Ok(session.printers())
}

/// Sends a saved paper to a printer.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn print_saved(
    session: State<'_, Session>,
    file: &str,
    printer: &str,
) -> Result<(), Problem> {
    session.print_saved(file, printer).map_err(told)
}

/// The texts of a paper, to read and to replace.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn paper_texts(
    session: State<'_, Session>,
    key: &str,
    paper_language: Language,
) -> Result<Vec<PaperTextView>, Problem> {
    session
        .paper_texts(key, paper_language.into())
        .map_err(told)
}

/// Puts a text of the person's own in the place of a composed one; an empty one takes it back.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn own_text(
    session: State<'_, Session>,
    lang: Language,
    revision: u32,
    paper: &str,
    block: &str,
    paper_language: Language,
    text: &str,
) -> Result<CaseView, Problem> {
    session
        .own_text(
            lang.into(),
            revision,
            (paper, block),
            paper_language.into(),
            text,
        )
        .map_err(told)
}
