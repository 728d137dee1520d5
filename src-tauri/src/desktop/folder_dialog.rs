//! Asking for a folder or for files.

use std::path::PathBuf;

use qonys_app::FolderChooser;
use qonys_app::WantedFiles;
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

    fn choose_files(&self, wanted: &WantedFiles) -> Vec<PathBuf> {
        let dialog = self
            .0
            .dialog()
            .file()
            .set_title(&wanted.title)
            .add_filter(&wanted.kind, wanted.endings);
        let chosen = if wanted.several {
            dialog.blocking_pick_files().unwrap_or_default()
        } else {
            dialog.blocking_pick_file().into_iter().collect()
        };
        chosen
            .into_iter()
            .filter_map(|file| file.into_path().ok())
            .collect()
    }
}

/// A folder that a test sets: a driver of windows cannot answer a native dialog.
pub(crate) struct FixedFolder(pub(crate) PathBuf);

impl FolderChooser for FixedFolder {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }

    /// Whatever lies there under such a name, in the order of the names.
    fn choose_files(&self, wanted: &WantedFiles) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(&self.0) else {
            return Vec::new();
        };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                let ending = path.extension().unwrap_or_default().to_string_lossy();
                wanted.endings.contains(&ending.as_ref())
            })
            .collect();
        files.sort();
        files.truncate(if wanted.several { files.len() } else { 1 });
        files
    }
}
