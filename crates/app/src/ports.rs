//! What the use cases need of their surroundings.

use std::path::PathBuf;

use chrono::NaiveDate;

/// Knows which day it is.
pub trait Clock: Send + Sync {
    /// Today's date in Kazakhstan.
    fn today(&self) -> NaiveDate;
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
