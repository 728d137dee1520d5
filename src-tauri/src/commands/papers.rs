//! The papers, and the addresses of the law.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use qonys_app::Problem;
use qonys_app::Session;
use qonys_app::view::PapersView;
use tauri::AppHandle;
use tauri::State;
use tauri_plugin_opener::OpenerExt;

use crate::commands::language::Language;
use crate::commands::told::noted;
use crate::commands::told::told;

/// The papers with what each still wants.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn papers(session: State<'_, Session>, lang: Language) -> Result<PapersView, Problem> {
    session.papers(lang.into()).map_err(told)
}

/// A paper as a PDF, in base64.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn paper(
    session: State<'_, Session>,
    key: &str,
    paper_language: Language,
) -> Result<String, Problem> {
    session
        .paper(key, paper_language.into())
        .map(|paper| STANDARD.encode(&paper.pdf))
        .map_err(told)
}

/// Asks for the folder into which papers are saved; nothing when the person chose none.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn choose_folder(
    session: State<'_, Session>,
    lang: Language,
) -> Result<Option<String>, Problem> {
    Ok(session.choose_folder(lang.into()))
}

/// Saves a paper into that folder and says under which name.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn save_paper(
    session: State<'_, Session>,
    key: &str,
    paper_language: Language,
) -> Result<String, Problem> {
    session.save_paper(key, paper_language.into()).map_err(told)
}

/// Opens a saved paper, or the folder, with the system's own program, which also prints it.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_saved(
    app: AppHandle,
    session: State<'_, Session>,
    file: Option<&str>,
) -> Result<(), Problem> {
    let path = session.saved(file).map_err(told)?;
    app.opener()
        .open_path(path.display().to_string(), None::<&str>)
        .map_err(|_| {
            noted(Problem {
                code: "file_not_opened".to_owned(),
                args: [("file".to_owned(), path.display().to_string())].into(),
                field: None,
            })
        })
}

/// Opens an address of the law pack in the system's browser.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_source(
    app: AppHandle,
    session: State<'_, Session>,
    url: &str,
) -> Result<(), Problem> {
    session.check_address(url).map_err(told)?;
    app.opener().open_url(url, None::<&str>).map_err(|_| {
        noted(Problem {
            code: "browser_not_opened".to_owned(),
            args: [("url".to_owned(), url.to_owned())].into(),
            field: None,
        })
    })
}
