//! What the use cases need of their surroundings.

use std::fmt;
use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use chrono::NaiveTime;

use crate::error::AppError;

/// Knows which day it is.
pub trait Clock: Send + Sync {
    /// Today's date in Kazakhstan.
    fn today(&self) -> NaiveDate;

    /// The moment in seconds since 1 January 1970 UTC. A clock that knows days only gives the beginning of today.
    fn seconds(&self) -> i64 {
        self.today().and_time(NaiveTime::MIN).and_utc().timestamp()
    }
}

/// Files that a dialog offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedFiles {
    /// The dialog's heading.
    pub title: String,
    /// What such files are called.
    pub kind: String,
    /// The endings of their names, without the dot.
    pub endings: &'static [&'static str],
    /// Whether several may be chosen at once.
    pub several: bool,
}

/// Asks the person for a folder or for files.
pub trait FolderChooser: Send + Sync {
    /// The folder, or none when the person cancelled. `title` is the dialog's heading.
    fn choose(&self, title: &str) -> Option<PathBuf>;

    /// The files, at most one unless several may be chosen; none when the person cancelled.
    fn choose_files(&self, wanted: &WantedFiles) -> Vec<PathBuf>;
}

/// Which files are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadFiles {
    /// A blank: one PDF, or a picture (JPEG, PNG) for each page.
    Blank,
    /// A file of boxes (TOML).
    Boxes,
    /// A picture for the photo.
    Photo,
}

impl ReadFiles {
    /// The endings of such files, without the dot. A photo of a telephone is let through, so that one can say how it is
    /// converted.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Blank => &["pdf", "jpg", "jpeg", "png"],
            Self::Boxes => &["toml"],
            Self::Photo => &["jpg", "jpeg", "png", "webp", "heic", "heif"],
        }
    }

    /// Whether several files may be chosen at once.
    #[must_use]
    pub fn several(self) -> bool {
        match self {
            Self::Blank => true,
            Self::Boxes | Self::Photo => false,
        }
    }

    /// No such file has more bytes.
    #[must_use]
    pub fn most_bytes(self) -> u64 {
        match self {
            Self::Blank => 32 * 1024 * 1024,
            Self::Boxes => 4 * 1024 * 1024,
            Self::Photo => qonys_papers::MOST_PICTURE_BYTES,
        }
    }
}

/// A file that the person chose, read. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// Its name without the folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for ChosenFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[file]")
    }
}

/// Asks the person for files and reads them.
pub trait FileChooser: Send + Sync {
    /// The files in the order of their names, or none when the person cancelled. `title` is the dialog's heading.
    ///
    /// # Errors
    /// A file that cannot be read or has more bytes than [`ReadFiles::most_bytes`].
    fn choose(&self, title: &str, wanted: ReadFiles) -> Result<Vec<ChosenFile>, AppError>;
}

/// Nobody can be asked for files.
pub(crate) struct NoFiles;

impl FileChooser for NoFiles {
    fn choose(&self, _title: &str, _wanted: ReadFiles) -> Result<Vec<ChosenFile>, AppError> {
        Ok(Vec::new())
    }
}

/// The printers of the system.
pub trait Printers: Send + Sync {
    /// The names of the printers, the usual one first; none where the system has none or does not tell.
    fn names(&self) -> Vec<String>;

    /// Sends a file to a printer.
    ///
    /// # Errors
    /// [`AppError::NotPrinted`] when the system does not take it.
    fn print(&self, printer: &str, file: &Path) -> Result<(), AppError>;
}

/// A system without printers.
pub(crate) struct NoPrinters;

impl Printers for NoPrinters {
    fn names(&self) -> Vec<String> {
        Vec::new()
    }

    fn print(&self, printer: &str, _file: &Path) -> Result<(), AppError> {
        Err(AppError::NotPrinted {
            printer: printer.to_owned(),
        })
    }
}

/// What nobody can guess, from the system.
pub trait Seeds: Send + Sync {
    /// 32 hexadecimal digits, other ones each time.
    ///
    /// # Errors
    /// [`AppError::NoRandomness`] when the system gives none.
    fn fresh(&self) -> Result<String, AppError>;
}

/// Is told when the reminders may be others: after a saved change, another application or another law.
pub trait ReminderListener: Send + Sync {
    /// Returns at once and asks the session nothing: the case is still held.
    fn changed(&self);
}

/// A system without randomness, in which nobody listens.
pub(crate) struct NoReminders;

impl Seeds for NoReminders {
    fn fresh(&self) -> Result<String, AppError> {
        Err(AppError::NoRandomness)
    }
}

impl ReminderListener for NoReminders {
    fn changed(&self) {}
}
