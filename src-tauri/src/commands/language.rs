//! The languages on the wire.

use serde::Deserialize;
use serde::Serialize;
use specta::Type;

/// A language of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Language {
    /// The code, as in file names.
    pub(crate) fn code(self) -> &'static str {
        qonys_app::Lang::from(self).code()
    }
}

impl From<Language> for qonys_app::Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Kk => Self::Kk,
            Language::Ru => Self::Ru,
            Language::En => Self::En,
        }
    }
}
