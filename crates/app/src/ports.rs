//! What the use cases need of their surroundings.

use std::path::PathBuf;

use chrono::NaiveDate;

/// Knows which day it is.
pub trait Clock: Send + Sync {
    /// Today's date in Kazakhstan.
    fn today(&self) -> NaiveDate;
}

/// Asks the person for a folder.
pub trait FolderChooser: Send + Sync {
    /// The folder, or none when the person cancelled. `title` is the dialog's heading.
    fn choose(&self, title: &str) -> Option<PathBuf>;
}
