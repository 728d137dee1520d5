//! The program without a window: its day, its folder, its law.

use chrono::NaiveDate;
use qonys_app::Clock;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::WantedFiles;
use std::path::Path;
use std::path::PathBuf;
use std::sync::OnceLock;

pub(crate) struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }
}

pub(crate) struct Nowhere;

impl FolderChooser for Nowhere {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// The law, read once for all walks.
pub(crate) fn law() -> Knowledge {
    static LAW: OnceLock<Knowledge> = OnceLock::new();
    LAW.get_or_init(|| Knowledge::built_in().unwrap()).clone()
}

pub(crate) fn session(folder: &Path, keys: &MemoryKeys) -> Session {
    Session::new(
        law(),
        Box::new(Fixed),
        Box::new(keys.clone()),
        Box::new(Nowhere),
        folder.join("vault"),
    )
}
