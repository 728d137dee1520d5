//! The three languages.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the screens and of the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Kazakh, `kk`.
    Kk,
    /// Russian, `ru`.
    Ru,
    /// English, `en`.
    En,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The code as in file names, on the wire and in the `lang` attribute.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = TextsError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.code() == code)
            .ok_or_else(|| TextsError::UnknownLanguage(code.to_owned()))
    }
}

/// What can go wrong with texts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// The code is none of `kk`, `ru`, `en`.
    #[error("unknown language \"{0}\"")]
    UnknownLanguage(String),
}

impl TextsError {
    /// The stable code under which the words of the error are found.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownLanguage(_) => "texts.unknown_language",
        }
    }

    /// The arguments of the words, by name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownLanguage(code) => vec![("language", code.clone())],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_read_back_from_its_code() {
        for lang in Lang::ALL {
            assert_eq!(lang.code().parse::<Lang>(), Ok(lang));
            assert_eq!(
                serde_json::to_string(&lang).unwrap(),
                format!("\"{}\"", lang.code())
            );
        }
    }

    #[test]
    fn other_codes_are_refused() {
        for code in ["kz", "RU", "", "en-GB"] {
            let error = code.parse::<Lang>().unwrap_err();
            assert_eq!(error.code(), "texts.unknown_language");
            assert_eq!(error.args(), vec![("language", code.to_owned())]);
        }
    }
}
