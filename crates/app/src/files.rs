//! Writing files whole: a reader sees the old file or the new one, never a part.

use std::io::ErrorKind;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use tempfile::NamedTempFile;

use crate::error::AppError;

/// More files of one name than anybody keeps.
const MOST_COPIES: u32 = 999;

fn failed(file: &str, kind: ErrorKind) -> AppError {
    AppError::Write {
        file: file.to_owned(),
        kind,
    }
}

fn draft(folder: &Path, name: &str, bytes: &[u8]) -> Result<NamedTempFile, AppError> {
    std::fs::create_dir_all(folder).map_err(|error| failed(name, error.kind()))?;
    let mut draft = NamedTempFile::new_in(folder).map_err(|error| failed(name, error.kind()))?;
    draft
        .write_all(bytes)
        .and_then(|()| draft.as_file().sync_all())
        .map_err(|error| failed(name, error.kind()))?;
    Ok(draft)
}

/// The name of a copy: the first one has no number.
fn numbered(stem: &str, ending: &str, copy: u32) -> String {
    if copy == 1 {
        format!("{stem}.{ending}")
    } else {
        format!("{stem} ({copy}).{ending}")
    }
}

/// A name that nothing in a folder has, for a file that somebody else writes.
///
/// # Errors
/// When every number is taken.
pub(crate) fn free_name(folder: &Path, stem: &str, ending: &str) -> Result<String, AppError> {
    (1..=MOST_COPIES)
        .map(|copy| numbered(stem, ending, copy))
        .find(|name| !folder.join(name).exists())
        .ok_or_else(|| failed(stem, ErrorKind::AlreadyExists))
}

/// Writes a file into a folder, beside whatever lies there: a name that is taken gets a number.
///
/// # Errors
/// When the folder cannot be written to.
pub(crate) fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, AppError> {
    let mut draft = draft(folder, name, bytes)?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "pdf"));
    for copy in 1..=MOST_COPIES {
        let name = numbered(stem, ending, copy);
        let path = folder.join(&name);
        match draft.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => {
                draft = refused.file;
            }
            Err(refused) => return Err(failed(&name, refused.error.kind())),
        }
    }
    Err(failed(name, ErrorKind::AlreadyExists))
}

/// Writes a file for the person alone, unless one lies there already; whether it was written.
///
/// # Errors
/// When the folder cannot be written to.
pub fn make_file(path: &Path, bytes: &[u8]) -> Result<bool, AppError> {
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    // A name alone means this folder.
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    match draft(folder, &name, bytes)?.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(refused) => Err(failed(&name, refused.error.kind())),
    }
}

/// Writes a file in place of the one that lies there.
///
/// # Errors
/// When the folder cannot be written to.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let folder = path
        .parent()
        .ok_or_else(|| failed(&name, ErrorKind::NotFound))?;
    draft(folder, &name, bytes)?
        .persist(path)
        .map(|_| ())
        .map_err(|refused| failed(&name, refused.error.kind()))
}
