//! The papers, and the addresses of the law.

use qonys_app::ExportView;
use qonys_app::Problem;
use qonys_app::Session;
use tauri::AppHandle;
use tauri::State;
use tauri_plugin_opener::OpenerExt;

use crate::commands::language::FormLanguageCode;
use crate::commands::language::Language;

/// Fills the questionnaire and writes it into a folder that the person chooses.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn export_questionnaire(
    session: State<'_, Session>,
    lang: Language,
    form_languages: Vec<FormLanguageCode>,
) -> Result<ExportView, Problem> {
    let languages: Vec<_> = form_languages.into_iter().map(Into::into).collect();
    session
        .export_questionnaire(lang.into(), &languages)
        .map_err(|error| error.problem())
}

/// Opens an address of the law pack in the system's browser.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_source(
    app: AppHandle,
    session: State<'_, Session>,
    url: &str,
) -> Result<(), Problem> {
    session
        .check_address(url)
        .map_err(|error| error.problem())?;
    app.opener()
        .open_url(url, None::<&str>)
        .map_err(|_| Problem {
            code: "browser_not_opened".to_owned(),
            args: [("url".to_owned(), url.to_owned())].into(),
            field: None,
        })
}
