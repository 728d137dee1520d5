//! Asking for files.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use qonys_app::AppError;
use qonys_app::ChosenFile;
use qonys_app::FileChooser;
use qonys_app::ReadError;
use qonys_app::ReadFiles;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// The system's own dialog.
pub(crate) struct NativeFiles(pub(crate) AppHandle);

impl FileChooser for NativeFiles {
    fn choose(&self, title: &str, wanted: ReadFiles) -> Result<Vec<ChosenFile>, AppError> {
        let dialog = self
            .0
            .dialog()
            .file()
            .set_title(title)
            .add_filter(filter(wanted), wanted.endings());
        let chosen = if wanted.several() {
            dialog.blocking_pick_files().unwrap_or_default()
        } else {
            dialog.blocking_pick_file().into_iter().collect()
        };
        let paths = chosen.into_iter().filter_map(|file| file.into_path().ok());
        read(paths.collect(), wanted)
    }
}

/// Files that a test sets: those with a right ending are chosen.
pub(crate) struct FixedFiles(pub(crate) Vec<PathBuf>);

impl FileChooser for FixedFiles {
    fn choose(&self, _title: &str, wanted: ReadFiles) -> Result<Vec<ChosenFile>, AppError> {
        let fits = |path: &&PathBuf| {
            path.extension()
                .is_some_and(|ending| wanted.endings().iter().any(|known| ending == *known))
        };
        let most = if wanted.several() { usize::MAX } else { 1 };
        read(
            self.0.iter().filter(fits).take(most).cloned().collect(),
            wanted,
        )
    }
}

/// The words of the filter: the endings say it in every language.
fn filter(wanted: ReadFiles) -> String {
    wanted
        .endings()
        .iter()
        .map(|ending| format!("*.{ending}"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn read(mut paths: Vec<PathBuf>, wanted: ReadFiles) -> Result<Vec<ChosenFile>, AppError> {
    // The pages of a scan are named in their order.
    paths.sort_unstable();
    paths
        .iter()
        .map(|path| {
            Ok(ChosenFile {
                name: path
                    .file_name()
                    .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
                bytes: bytes(path, wanted.most_bytes())?,
            })
        })
        .collect()
}

fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, AppError> {
    let failed = |error: std::io::Error| AppError::from(ReadError::Unreadable(error.kind()));
    // A pipe would never end.
    if !path.metadata().map_err(failed)?.is_file() {
        return Err(ReadError::NotAFile.into());
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= most) {
        Ok(bytes)
    } else {
        Err(ReadError::TooLarge { most }.into())
    }
}
