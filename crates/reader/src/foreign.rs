//! The file to be read.

use std::fmt;
use std::fs::File;
use std::path::Path;

use crate::error::ReadError;

/// A foreign file. Its `Debug` says nothing of it.
pub struct Foreign(pub(crate) Source);

pub(crate) enum Source {
    /// Handed over open: the reading process gets no path.
    File(File),
    /// From memory, for what lies sealed on the disk.
    Bytes(Vec<u8>),
}

impl fmt::Debug for Foreign {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Foreign")
    }
}

impl Foreign {
    /// Opens a file. Nothing of it is read here.
    ///
    /// # Errors
    /// [`ReadError::NotAFile`] for folders and devices, [`ReadError::Unreadable`] when the system refuses.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let unreadable = |error: std::io::Error| ReadError::Unreadable(error.kind());
        // Asked before opening: opening a pipe waits for whoever writes to it.
        if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(ReadError::NotAFile);
        }
        Ok(Self(Source::File(File::open(path).map_err(unreadable)?)))
    }

    /// A file that is in memory already.
    #[must_use]
    pub fn bytes(bytes: Vec<u8>) -> Self {
        Self(Source::Bytes(bytes))
    }
}
