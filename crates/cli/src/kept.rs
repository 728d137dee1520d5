//! What the command line keeps for a person: random bytes and a moment, nothing of any case.

use std::path::PathBuf;

/// The folder below the person's folder of data.
const FOLDER: &str = "qonys-cli";

/// Where a file of a name lies; none where the system names no folder of data.
pub(crate) fn file(name: &str) -> Option<PathBuf> {
    let folder = surrounding("XDG_DATA_HOME")
        .or_else(|| surrounding("HOME").map(|home| home.join(".local/share")))
        .or_else(|| surrounding("LOCALAPPDATA"))?;
    Some(folder.join(FOLDER).join(name))
}

#[expect(
    clippy::disallowed_methods,
    reason = "where the data of a person lies is known to the surroundings alone"
)]
fn surrounding(name: &str) -> Option<PathBuf> {
    std::env::var_os(name)
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
}
