//! Saving papers into a folder that the person chose.

use std::path::PathBuf;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use qonys_texts::Lang;
use qonys_texts::text;

use super::Session;
use crate::error::AppError;
use crate::files;

/// The heading of the dialog that asks for a folder.
pub(super) const DIALOG_TITLE: &str = "findings.choose_folder";

/// Where papers were saved since the program was started.
#[derive(Default)]
pub(super) struct Exports {
    folder: Option<PathBuf>,
    files: Vec<PathBuf>,
}

impl Session {
    /// Remembers what was written, so that it can be opened.
    pub(super) fn remember_export(&self, folder: PathBuf, file: &str) {
        let mut exports = self.exports();
        exports.files.push(folder.join(file));
        exports.folder = Some(folder);
    }

    fn exports(&self) -> MutexGuard<'_, Exports> {
        self.exports.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for the folder into which papers are saved from now on; none when the person chose none.
    pub fn choose_folder(&self, lang: Lang) -> Option<String> {
        let folder = self.chooser.choose(&text(lang, DIALOG_TITLE))?;
        let shown = folder.display().to_string();
        self.exports().folder = Some(folder);
        Some(shown)
    }

    /// Saves a paper into that folder and says under which name. A file that is there is never overwritten.
    ///
    /// # Errors
    /// [`AppError::NoFolder`] before a folder was chosen; what making the paper and writing it can bring.
    pub fn save_paper(&self, key: &str, paper_lang: Lang) -> Result<String, AppError> {
        let paper = self.paper(key, paper_lang)?;
        self.write_finished(&paper.name, &paper.pdf)
    }

    /// Writes a finished file into that folder and says under which name.
    pub(super) fn write_finished(&self, name: &str, bytes: &[u8]) -> Result<String, AppError> {
        let folder = self.exports().folder.clone().ok_or(AppError::NoFolder)?;
        let path = files::write_new(&folder, name, bytes)?;
        let name = path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        self.exports().files.push(path);
        Ok(name)
    }

    /// The names of the system's printers, the usual one first; none where there is none.
    #[must_use]
    pub fn printers(&self) -> Vec<String> {
        self.printers.names()
    }

    /// Sends a saved paper to a printer. No other file is ever printed for a screen.
    ///
    /// # Errors
    /// [`AppError::NoFolder`] when nothing of that name was saved; [`AppError::NotPrinted`] for a printer that there is not,
    /// or that does not take it.
    pub fn print_saved(&self, file: &str, printer: &str) -> Result<(), AppError> {
        let path = self.saved(Some(file))?;
        if !self.printers.names().iter().any(|known| known == printer) {
            return Err(AppError::NotPrinted {
                printer: printer.to_owned(),
            });
        }
        self.printers.print(printer, &path)
    }

    /// The path of a paper that was saved, by its name, or of the folder. No other path is ever opened for a screen.
    ///
    /// # Errors
    /// [`AppError::NoFolder`] when nothing of that name was saved.
    pub fn saved(&self, file: Option<&str>) -> Result<PathBuf, AppError> {
        let exports = self.exports();
        match file {
            None => exports.folder.clone(),
            Some(name) => exports
                .files
                .iter()
                .rev()
                .find(|path| path.file_name().is_some_and(|known| known == name))
                .cloned(),
        }
        .ok_or(AppError::NoFolder)
    }
}
