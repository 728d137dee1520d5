//! Where things lie.

use std::path::PathBuf;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// The folder of the screens.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// A folder for what this tool remembers between two runs; git ignores it.
pub(crate) fn memory() -> PathBuf {
    root().join(".xtask")
}
