//! The two languages of the form, and texts given in them.

use qonys_texts::Lang;
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

    /// The language of the form among those of the program; the forms speak no English.
    pub(crate) fn of(lang: Lang) -> Option<Self> {
        match lang {
            Lang::Kk => Some(Self::Kk),
            Lang::Ru => Some(Self::Ru),
            Lang::En => None,
        }
    }
}

/// A text of a paper. On the form it is printed in Kazakh or Russian, and the English one is a crib for the
/// screen; a flowing paper prints English too where its file offers it.
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

    /// The text in a language of the program; empty where there is no English.
    pub(crate) fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => self.en.as_deref().unwrap_or_default(),
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
