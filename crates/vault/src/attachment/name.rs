//! What a person calls an attachment.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::AttachmentKind;
use crate::error::VaultError;

/// The name under which an attachment is shown, at most 100 characters on one line: never a path.
/// It may tell about a person, so it prints as nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DisplayName(String);

/// What systems do not take in the name of a file, beside control characters.
const NOT_IN_FILES: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];
/// Names that Windows keeps for devices, whatever the ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
/// What an export is called when nothing of the name can be kept.
const NAMELESS: &str = "document";

impl DisplayName {
    /// The most characters of a name.
    pub const MOST: usize = 100;

    /// Takes a name as it was typed; blanks at its ends do not count.
    ///
    /// # Errors
    /// [`VaultError::NameNotAllowed`] when it is empty, too long, more than a line, or a path.
    pub fn new(typed: &str) -> Result<Self, VaultError> {
        let name = typed.trim();
        let fits = !name.is_empty()
            && name.chars().count() <= Self::MOST
            && !name.contains(['/', '\\'])
            && !name.chars().any(unseen);
        if fits {
            Ok(Self(name.to_owned()))
        } else {
            Err(VaultError::NameNotAllowed { most: Self::MOST })
        }
    }

    /// A name from that of a file: what cannot be kept is left out, the rest of the path forgotten.
    #[must_use]
    pub fn of_file(file: &str) -> Self {
        let last = file.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = match last.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            Some(_) | None => last,
        };
        let kept: String = stem.chars().filter(|letter| !unseen(*letter)).collect();
        let short: String = kept.trim().chars().take(Self::MOST).collect();
        Self::new(&short).unwrap_or_else(|_| Self(NAMELESS.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of an exported file, which every system takes; a second one gets a number.
    pub(crate) fn file_name(&self, kind: AttachmentKind, copy: u32) -> String {
        let kept: String = self
            .0
            .chars()
            .map(|letter| {
                if NOT_IN_FILES.contains(&letter) {
                    '_'
                } else {
                    letter
                }
            })
            .collect();
        let kept = kept.trim_matches(['.', ' ']);
        let stem = if kept.is_empty() { NAMELESS } else { kept };
        let before_dot = stem.split('.').next().unwrap_or_default().to_lowercase();
        let device = before_dot.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let mark = if DEVICES.contains(&device) { "_" } else { "" };
        let ending = kind.ending();
        if copy == 1 {
            format!("{mark}{stem}.{ending}")
        } else {
            format!("{mark}{stem} ({copy}).{ending}")
        }
    }
}

/// Control characters and those that turn the direction of a line, which make a name look like another.
fn unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

impl fmt::Debug for DisplayName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("DisplayName")
    }
}

impl TryFrom<String> for DisplayName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text).map_err(|_| "not the name of an attachment")
    }
}

impl From<DisplayName> for String {
    fn from(name: DisplayName) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_without_a_path() {
        assert_eq!(
            DisplayName::new("  Паспорт, 2-бет ").unwrap().as_str(),
            "Паспорт, 2-бет"
        );
        let long = "ә".repeat(101);
        for bad in ["", "  ", "a/b", "C:\\x", "a\nb", "x\u{202e}fdp", &long] {
            assert!(DisplayName::new(bad).is_err(), "{bad:?}");
        }
        assert!(DisplayName::new(&long[2..]).is_ok());
    }

    #[test]
    fn of_a_path_only_the_last_name_stays() {
        for (path, name) in [
            ("/home/aigerim/Құжаттар/паспорт.pdf", "паспорт"),
            ("C:\\Users\\A\\scan.old.jpg", "scan.old"),
            (".hidden", ".hidden"),
            ("", "document"),
            ("\u{202e}\n.pdf", "document"),
        ] {
            assert_eq!(DisplayName::of_file(path).as_str(), name);
        }
        assert_eq!(
            DisplayName::of_file(&"ә".repeat(300))
                .as_str()
                .chars()
                .count(),
            100
        );
    }

    #[test]
    fn an_export_has_a_name_that_every_system_takes() {
        let file = |name: &str, copy| {
            DisplayName::new(name)
                .unwrap()
                .file_name(AttachmentKind::Pdf, copy)
        };
        assert_eq!(file("Паспорт", 1), "Паспорт.pdf");
        assert_eq!(file("Паспорт", 2), "Паспорт (2).pdf");
        assert_eq!(file("a:b?", 1), "a_b_.pdf");
        assert_eq!(file("...", 1), "document.pdf");
        assert_eq!(file("COM1", 1), "_COM1.pdf");
        assert_eq!(file("aux.x", 1), "_aux.x.pdf");
        assert_eq!(file("console", 1), "console.pdf");
    }
}
