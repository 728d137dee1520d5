//! Files with which the program is started: a double click in the file manager names one.

use std::path::Path;

use serde::Serialize;
use specta::Type;

/// What such a file is, by the ending of its name. Whether that is true, its content tells when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HandedFile {
    /// A backup of everything that is kept.
    Backup,
    /// A newer law.
    LawPack,
}

impl HandedFile {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Backup, Self::LawPack];

    /// The endings of the names of such files, without the dot.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Backup => &["age"],
            Self::LawPack => &["qonys-law"],
        }
    }

    /// What the name says that a file is; none for any other. Capital letters make no difference.
    #[must_use]
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?;
        Self::ALL.into_iter().find(|kind| {
            kind.endings()
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_what_a_file_is() {
        let of = |name: &str| HandedFile::of(Path::new(name));
        assert_eq!(of("/home/a/qonys-2026-11-22.age"), Some(HandedFile::Backup));
        assert_eq!(of("LAW.QONYS-LAW"), Some(HandedFile::LawPack));
        for other in ["--deadline", "age", ".age", "paper.pdf", "qonys-law", ""] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
