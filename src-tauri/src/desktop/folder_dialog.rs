//! Asking for a folder.

use std::path::PathBuf;

use qonys_app::FolderChooser;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// The system's own dialog.
pub(crate) struct NativeDialog(pub(crate) AppHandle);

impl FolderChooser for NativeDialog {
    fn choose(&self, title: &str) -> Option<PathBuf> {
        self.0
            .dialog()
            .file()
            .set_title(title)
            .blocking_pick_folder()
            .and_then(|folder| folder.into_path().ok())
    }
}

/// A folder that a test sets: a driver of windows cannot answer a native dialog.
pub(crate) struct FixedFolder(pub(crate) PathBuf);

impl FolderChooser for FixedFolder {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }
}
