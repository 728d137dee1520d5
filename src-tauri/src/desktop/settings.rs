//! Settings without personal data: only the language so far.

use std::path::PathBuf;

use qonys_app::AppError;
use serde::Deserialize;
use serde::Serialize;

/// The file with the settings.
pub(crate) struct Settings {
    file: PathBuf,
}

#[derive(Default, Serialize, Deserialize)]
struct Stored {
    #[serde(default)]
    language: Option<String>,
}

impl Settings {
    pub(crate) fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// The language chosen last. An unreadable file counts as none: the person chooses again.
    pub(crate) fn language(&self) -> Option<String> {
        let text = std::fs::read_to_string(&self.file).ok()?;
        serde_json::from_str::<Stored>(&text).ok()?.language
    }

    /// Remembers a language.
    pub(crate) fn set_language(&self, code: &str) -> Result<(), AppError> {
        let stored = Stored {
            language: Some(code.to_owned()),
        };
        let failed = |problem: String| AppError::Write {
            file: "settings.json".to_owned(),
            problem,
        };
        let text = serde_json::to_string(&stored).map_err(|error| failed(error.to_string()))?;
        qonys_app::replace_file(&self.file, text.as_bytes())
    }
}
