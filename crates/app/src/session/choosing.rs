//! Files that the person chooses in a dialog of the system: the screens hear their names, never their paths.

use std::path::Path;
use std::path::PathBuf;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use qonys_texts::Lang;
use qonys_texts::text;

use super::Session;
use crate::error::AppError;
use crate::handed_file::HandedFile;
use crate::ports::WantedFiles;
use crate::view::HouseholdsView;

/// Endings of what can be attached. What a file is, its content tells.
const SCANS: &[&str] = &["pdf", "jpg", "jpeg", "png", "webp"];
/// What was chosen last.
#[derive(Default)]
pub(super) struct Chosen {
    scans: Vec<PathBuf>,
    backup: Option<PathBuf>,
    handed: Option<(HandedFile, PathBuf)>,
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

impl Session {
    fn chosen(&self) -> MutexGuard<'_, Chosen> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for scans and photos to attach; the names of the files, none when the person chose none.
    pub fn choose_scans(&self, lang: Lang) -> Vec<String> {
        let files = self.chooser.choose_files(&WantedFiles {
            title: text(lang, "findings.choose_scans"),
            kind: text(lang, "findings.scans"),
            endings: SCANS,
            several: true,
        });
        let names = files.iter().map(|file| name_of(file)).collect();
        self.chosen().scans = files;
        names
    }

    /// Takes files that were dropped on the window, as if they had been chosen.
    pub fn drop_scans(&self, files: &[PathBuf]) {
        files.clone_into(&mut self.chosen().scans);
    }

    /// Attaches one of the chosen files, by its place among them, counted from nought. With a paper, the scan is one of that paper
    /// of the open application.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`] when no such file was chosen; else as [`Session::attach`].
    pub fn attach_chosen(
        &self,
        household: &str,
        place: u32,
        paper: Option<&str>,
    ) -> Result<HouseholdsView, AppError> {
        let file = usize::try_from(place)
            .ok()
            .and_then(|place| self.chosen().scans.get(place).cloned())
            .ok_or(AppError::UnknownPart)?;
        self.attach(household, &file, paper)
    }

    /// Remembers a file with which the program was started, as by a double click, in place of an earlier one; whether it is a file
    /// that the program opens.
    pub fn hand_over(&self, file: PathBuf) -> bool {
        let kind = HandedFile::of(&file);
        let any = kind.is_some();
        if let Some(kind) = kind {
            self.chosen().handed = Some((kind, file));
        }
        any
    }

    /// What kind of file waits with which the program was started.
    pub fn handed_file(&self) -> Option<HandedFile> {
        self.chosen().handed.as_ref().map(|(kind, _)| *kind)
    }

    /// Forgets the file with which the program was started.
    pub fn forget_handed_file(&self) {
        self.chosen().handed = None;
    }

    /// The file of a kind with which the program was started, once; else the one that the person chooses.
    pub(super) fn handed_or_chosen(
        &self,
        kind: HandedFile,
        wanted: &WantedFiles,
    ) -> Option<PathBuf> {
        let handed = self.chosen().handed.take_if(|(handed, _)| *handed == kind);
        match handed {
            Some((_, file)) => Some(file),
            None => self.chooser.choose_files(wanted).into_iter().next(),
        }
    }

    /// Asks for a backup to restore; the name of the file, none when the person chose none. A backup with which the program was
    /// started is taken without a question.
    pub fn choose_backup(&self, lang: Lang) -> Option<String> {
        let file = self.handed_or_chosen(
            HandedFile::Backup,
            &WantedFiles {
                title: text(lang, "findings.choose_backup"),
                kind: text(lang, "findings.backups"),
                endings: HandedFile::Backup.endings(),
                several: false,
            },
        )?;
        let name = name_of(&file);
        self.chosen().backup = Some(file);
        Some(name)
    }

    /// Makes the store of the chosen backup and opens it.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`] when none was chosen; else as [`Session::restore`].
    pub fn restore_chosen(&self, passphrase: String) -> Result<(), AppError> {
        let file = self.chosen().backup.clone().ok_or(AppError::UnknownPart)?;
        self.restore(&file, passphrase)
    }

    /// Makes the store of the chosen backup in the place of one that does not open; the path of the folder that was set aside.
    ///
    /// # Errors
    /// [`AppError::UnknownPart`] when none was chosen; else as [`Session::restore_in_place`].
    pub fn restore_chosen_in_place(&self, passphrase: String) -> Result<Option<String>, AppError> {
        let file = self.chosen().backup.clone().ok_or(AppError::UnknownPart)?;
        self.restore_in_place(&file, passphrase)
    }
}
