//! The two languages of the form, and texts given in them.

use serde::{Deserialize, Serialize};

/// A language that the form can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormLanguage {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
}

impl FormLanguage {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Kk, Self::Ru];

    /// The ISO 639-1 code, as it stands in the document's `/Lang`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
        }
    }
}

/// A text of the form: printed in Kazakh or Russian; the English one is a crib for the
/// screen and is never printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English crib, where one is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Words {
    /// The text in a language of the form.
    pub fn of(&self, language: FormLanguage) -> &str {
        match language {
            FormLanguage::Kk => &self.kk,
            FormLanguage::Ru => &self.ru,
        }
    }

    /// The text with `%{name}` replaced by its values.
    pub(crate) fn with(&self, language: FormLanguage, values: &[(&str, &str)]) -> String {
        values
            .iter()
            .fold(self.of(language).to_owned(), |text, (name, value)| {
                text.replace(&format!("%{{{name}}}"), value)
            })
    }
}
