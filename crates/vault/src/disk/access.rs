//! The operations on a vault's folder, and the one safe way to write a file.

use std::io::{self, Read};

use crate::error::VaultError;
use crate::files::VaultFile;

/// One folder of files without subfolders.
pub(crate) trait Disk: Send {
    /// The names of all files.
    fn list(&self) -> io::Result<Vec<String>>;
    /// The contents of a file.
    fn read(&self, name: &str) -> io::Result<Vec<u8>>;
    /// A file to be read piece by piece.
    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>>;
    /// Begins a file that no one sees under its name yet.
    fn stage(&self) -> io::Result<Box<dyn Staged + '_>>;
    /// Makes what happened to the names of the folder last.
    fn sync_folder(&self) -> io::Result<()>;
    /// Gives a file another name.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, name: &str) -> io::Result<()>;
}

/// A file being written; removed when dropped before [`Staged::publish`].
pub(crate) trait Staged {
    /// Appends bytes.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Makes the contents last.
    fn sync(&mut self) -> io::Result<()>;
    /// Gives the file its name, in place of an earlier one, in one step.
    fn publish(self: Box<Self>, name: &str) -> io::Result<()>;
    /// Gives the file the first of the names that no other file has, and says which.
    fn publish_beside(
        self: Box<Self>,
        names: &mut dyn Iterator<Item = String>,
    ) -> io::Result<String>;
}

/// Writes a file so that, whatever happens, the name leads to the old or the new contents, and
/// after success to the new ones for good.
pub(crate) fn replace(disk: &dyn Disk, file: VaultFile, bytes: &[u8]) -> Result<(), VaultError> {
    let write = || -> io::Result<()> {
        let mut staged = disk.stage()?;
        staged.write(bytes)?;
        staged.sync()?;
        staged.publish(&file.name())?;
        disk.sync_folder()
    };
    write().map_err(|error| VaultError::writing(&error, file))
}

/// Whether the error says that another program has the file open, which only Windows minds.
pub(crate) fn held_by_another(error: &io::Error) -> bool {
    /// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`.
    const HELD: [i32; 2] = [32, 33];
    cfg!(windows)
        && error
            .raw_os_error()
            .is_some_and(|code| HELD.contains(&code))
}
