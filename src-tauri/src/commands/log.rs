//! The folder of the log.

use qonys_app::Problem;
use tauri::AppHandle;
use tauri::Manager as _;
use tauri_plugin_opener::OpenerExt as _;

use crate::commands::told::noted;

/// Opens the folder in which the log lies, with the system's own program.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn open_log_folder(app: AppHandle) -> Result<(), Problem> {
    let folder = app.path().app_log_dir().map_err(|_| not_opened(""))?;
    let folder = folder.display().to_string();
    app.opener()
        .open_path(&folder, None::<&str>)
        .map_err(|_| not_opened(&folder))
}

/// The folder is named, so that the person can open it.
fn not_opened(folder: &str) -> Problem {
    noted(Problem {
        code: "folder_not_opened".to_owned(),
        args: [("folder".to_owned(), folder.to_owned())].into(),
        field: None,
    })
}
