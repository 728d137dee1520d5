//! The two files: the agenda, which the program writes, and what was shown, which is written here.

use std::fs::File;
use std::io::ErrorKind;
use std::io::Read as _;
use std::io::Write as _;
use std::path::Path;
use std::path::PathBuf;

use qonys_reminders::AgendaFile;
use qonys_reminders::Shown;
use tempfile::NamedTempFile;

use crate::failure::Failure;

/// The names of the files in the folder.
const AGENDA: &str = AgendaFile::NAME;
const SHOWN: &str = "reminded.json";
const LOCK: &str = "reminded.lock";

/// More than the largest agenda takes.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Whether the agenda file lies in a folder.
pub(crate) fn has_agenda(folder: &Path) -> bool {
    folder.join(AGENDA).is_file()
}

/// The folder, held by one look at a time.
pub(crate) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Takes the folder, or waits until another look has ended: a login and the daily hour may meet. A folder that was never
    /// looked into and holds no agenda is none of ours.
    pub(crate) fn take(path: &Path) -> Result<Self, Failure> {
        if !has_agenda(path) && !path.join(SHOWN).is_file() {
            return Err(Failure::NoAgenda);
        }
        let lock = File::create(path.join(LOCK)).and_then(|file| file.lock().map(|()| file));
        Ok(Self {
            path: path.to_owned(),
            _lock: lock.map_err(|error| Failure::NotRemembered(error.kind()))?,
        })
    }

    /// The text of the agenda.
    pub(crate) fn agenda(&self) -> Result<String, Failure> {
        read(&self.path.join(AGENDA)).map_err(Failure::Unreadable)
    }

    /// What was shown before; a file that is not there or damaged counts as nothing.
    pub(crate) fn shown(&self) -> Shown {
        read(&self.path.join(SHOWN)).map_or_else(|_| Shown::default(), |text| Shown::of_json(&text))
    }

    /// Remembers what was shown, whole or not at all.
    pub(crate) fn remember(&self, shown: &Shown) -> Result<(), Failure> {
        let failed = |error: &std::io::Error| Failure::NotRemembered(error.kind());
        let text = shown.to_json().unwrap_or_default();
        let mut draft = NamedTempFile::new_in(&self.path).map_err(|error| failed(&error))?;
        draft
            .write_all(text.as_bytes())
            .map_err(|error| failed(&error))?;
        draft
            .persist(self.path.join(SHOWN))
            .map(|_| ())
            .map_err(|refused| failed(&refused.error))
    }
}

/// Deletes the files; what is not there is deleted already.
pub(crate) fn delete_files(path: &Path) -> Result<(), Failure> {
    for name in [AGENDA, SHOWN, LOCK] {
        match std::fs::remove_file(path.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(Failure::NotSwitched(error.kind().to_string()));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, ErrorKind> {
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text))
        .map_err(|error| error.kind())?;
    Ok(text)
}
