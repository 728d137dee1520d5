//! Settings without personal data: the language, when the store is locked, how the window looks, whether one is reminded.

use std::path::PathBuf;

use qonys_app::AppError;
use serde::Deserialize;
use serde::Serialize;

use crate::commands::WindowLook;

/// Minutes without a key or the mouse after which the store is locked, where nobody chose.
const USUAL_LOCK: u32 = 15;

/// The file with the settings.
pub(crate) struct Settings {
    file: PathBuf,
}

#[derive(Default, Serialize, Deserialize)]
struct Stored {
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    lock_after: Option<u32>,
    #[serde(default)]
    look: Option<WindowLook>,
    #[serde(default)]
    reminders: bool,
    /// Whether a case lay on this computer.
    #[serde(default)]
    had_case: bool,
    /// Whether a recovery code was shown of which nobody said that it was written down.
    #[serde(default)]
    code_unwritten: bool,
}

impl Settings {
    pub(crate) fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// What was chosen last. An unreadable file counts as none: the person chooses again.
    fn stored(&self) -> Stored {
        std::fs::read_to_string(&self.file)
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    fn store(&self, stored: &Stored) -> Result<(), AppError> {
        let text = serde_json::to_string(stored).map_err(|_| AppError::Write {
            file: "settings.json".to_owned(),
            kind: std::io::ErrorKind::InvalidData,
        })?;
        qonys_app::replace_file(&self.file, text.as_bytes())
    }

    /// The language chosen last.
    pub(crate) fn language(&self) -> Option<String> {
        self.stored().language
    }

    /// Remembers a language.
    pub(crate) fn set_language(&self, code: &str) -> Result<(), AppError> {
        self.store(&Stored {
            language: Some(code.to_owned()),
            ..self.stored()
        })
    }

    /// Minutes without a key or the mouse after which the store is locked; nought for never.
    pub(crate) fn lock_after(&self) -> u32 {
        self.stored().lock_after.unwrap_or(USUAL_LOCK)
    }

    /// Remembers that.
    pub(crate) fn set_lock_after(&self, minutes: u32) -> Result<(), AppError> {
        self.store(&Stored {
            lock_after: Some(minutes),
            ..self.stored()
        })
    }

    /// How the window looks.
    pub(crate) fn look(&self) -> WindowLook {
        self.stored().look.unwrap_or_default()
    }

    /// Remembers that.
    pub(crate) fn set_look(&self, look: WindowLook) -> Result<(), AppError> {
        self.store(&Stored {
            look: Some(look),
            ..self.stored()
        })
    }

    /// Whether one is reminded on this computer while the program is closed.
    pub(crate) fn reminders(&self) -> bool {
        self.stored().reminders
    }

    /// Remembers that.
    pub(crate) fn set_reminders(&self, reminders: bool) -> Result<(), AppError> {
        self.store(&Stored {
            reminders,
            ..self.stored()
        })
    }

    /// Whether a case was opened on this computer before.
    pub(crate) fn had_case(&self) -> bool {
        self.stored().had_case
    }

    /// Whether a recovery code was shown of which nobody said that it was written down.
    pub(crate) fn code_unwritten(&self) -> bool {
        self.stored().code_unwritten
    }

    /// Remembers that a case is open. A file that cannot be written keeps nobody from it.
    pub(crate) fn note_case(&self) {
        let stored = self.stored();
        if !stored.had_case {
            drop(self.store(&Stored {
                had_case: true,
                ..stored
            }));
        }
    }

    /// Remembers whether a recovery code waits to be written down.
    pub(crate) fn set_code_unwritten(&self, code_unwritten: bool) {
        let stored = self.stored();
        if stored.code_unwritten != code_unwritten {
            drop(self.store(&Stored {
                code_unwritten,
                ..stored
            }));
        }
    }
}
