//! A real folder.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use super::{Disk, Staged, held_by_another};
use crate::error::VaultError;
use crate::files::{TEMP, VaultFile};

/// How long to wait between tries while another program holds a file: 310 ms in all.
const WAITS: [Duration; 5] = [
    Duration::from_millis(10),
    Duration::from_millis(20),
    Duration::from_millis(40),
    Duration::from_millis(80),
    Duration::from_millis(160),
];

/// A folder of the file system; with a lock it may be written to.
pub(crate) struct Folder {
    path: PathBuf,
    /// Held for as long as the vault is open.
    lock: Option<File>,
}

impl Folder {
    /// A folder to look at only.
    pub(crate) fn unlocked(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            lock: None,
        }
    }

    /// A folder for this process alone.
    pub(crate) fn locked(path: &Path) -> Result<Self, VaultError> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        private(&mut options);
        let lock = options
            .open(path.join(VaultFile::Lock.name()))
            .map_err(|error| VaultError::writing(&error, VaultFile::Lock))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => VaultError::InUse,
            TryLockError::Error(error) => VaultError::writing(&error, VaultFile::Lock),
        })?;
        Ok(Self {
            path: path.to_owned(),
            lock: Some(lock),
        })
    }

    /// Gives a folder another name beside it, and waits until the names last.
    pub(crate) fn moved(from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| fs::rename(from, to))?;
        match to.parent().filter(|parent| parent.is_dir()) {
            Some(parent) => sync_names(parent),
            None => Ok(()),
        }
    }

    /// Makes the folder, for the user alone, if it is not there.
    pub(crate) fn make(path: &Path) -> Result<(), VaultError> {
        let failed = |error: io::Error| VaultError::reading(&error, VaultFile::Folder);
        if path.is_dir() {
            return Ok(());
        }
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        private_folder(&mut builder);
        builder.create(path).map_err(failed)?;
        match path.parent().filter(|parent| parent.is_dir()) {
            Some(parent) => sync_names(parent).map_err(failed),
            None => Ok(()),
        }
    }
}

impl Drop for Folder {
    /// Closing the file would not do: a program that is just being started holds a copy of it for a moment, and with the copy the
    /// lock.
    fn drop(&mut self) {
        if let Some(lock) = &self.lock {
            // Closing it right after is the second best.
            drop(lock.unlock());
        }
    }
}

impl Disk for Folder {
    fn list(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            // A name that is no Unicode is none of ours.
            if let Ok(name) = entry?.file_name().into_string() {
                names.push(name);
            }
        }
        Ok(names)
    }

    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        patiently(|| fs::read(self.path.join(name)))
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        let file = patiently(|| File::open(self.path.join(name)))?;
        Ok(Box::new(file))
    }

    fn stage(&self) -> io::Result<Box<dyn Staged + '_>> {
        let file = tempfile::Builder::new()
            .prefix(TEMP.0)
            .suffix(TEMP.1)
            .tempfile_in(&self.path)?;
        Ok(Box::new(StagedFile {
            file,
            folder: &self.path,
        }))
    }

    fn sync_folder(&self) -> io::Result<()> {
        sync_names(&self.path)
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        patiently(|| fs::rename(self.path.join(from), self.path.join(to)))
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.path.join(name))
    }
}

struct StagedFile<'folder> {
    file: NamedTempFile,
    folder: &'folder Path,
}

impl Staged for StagedFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.as_file().sync_all()
    }

    fn publish(self: Box<Self>, name: &str) -> io::Result<()> {
        let target = self.folder.join(name);
        // Closed first: other systems rename no open file. The crate's own way of renaming also
        // takes off the mark "temporary", for which synchronisers on Windows pass a file over.
        let mut path = self.file.into_temp_path();
        for wait in WAITS {
            match path.persist(&target) {
                Ok(()) => return Ok(()),
                Err(refusal) if refused(&refusal.error) => {
                    path = refusal.path;
                    pause(wait);
                }
                Err(failure) => return Err(failure.error),
            }
        }
        path.persist(&target).map_err(|failure| failure.error)
    }

    fn publish_beside(
        self: Box<Self>,
        names: &mut dyn Iterator<Item = String>,
    ) -> io::Result<String> {
        let mut path = self.file.into_temp_path();
        for name in names {
            match path.persist_noclobber(self.folder.join(&name)) {
                Ok(()) => return Ok(name),
                Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists => path = taken.path,
                Err(failure) => return Err(failure.error),
            }
        }
        Err(io::Error::from(ErrorKind::AlreadyExists))
    }
}

/// Tries again while another program holds the file.
fn patiently<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in WAITS {
        match attempt() {
            Err(error) if refused(&error) => pause(wait),
            decided => return decided,
        }
    }
    attempt()
}

/// Whether a refusal may pass. Windows says "access denied" as well while a scanner holds a file.
fn refused(error: &io::Error) -> bool {
    held_by_another(error) || (cfg!(windows) && error.kind() == ErrorKind::PermissionDenied)
}

#[expect(
    clippy::disallowed_methods,
    reason = "no system tells when a scanner lets a file go; only Windows comes here"
)]
fn pause(wait: Duration) {
    std::thread::sleep(wait);
}

#[cfg(unix)]
fn sync_names(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Other systems have no such call; theirs journal the names of a folder themselves.
#[cfg(not(unix))]
fn sync_names(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private(_options: &mut OpenOptions) {}

#[cfg(unix)]
fn private_folder(builder: &mut DirBuilder) {
    use std::os::unix::fs::DirBuilderExt;
    builder.mode(0o700);
}

#[cfg(not(unix))]
fn private_folder(_builder: &mut DirBuilder) {}
