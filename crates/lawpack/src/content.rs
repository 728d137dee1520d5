//! The files of a law pack, as a tar archive of texts.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Component;
use std::path::Path;

use tar::Archive;
use tar::Builder;
use tar::EntryType;
use tar::Header;

use crate::error::LawPackError;
use crate::manifest::MANIFEST;
use crate::manifest::PackManifest;

/// The most bytes of one file inside, inclusive.
const MOST_OF_ONE: u64 = 2 * 1024 * 1024;

/// The most files inside, inclusive.
const MOST_FILES: usize = 500;

/// The folders of a pack: the law, the interview, the forms with their words.
const FOLDERS: [&str; 3] = ["law", "interview", "forms"];

/// The files of a law pack, in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackContent {
    /// What it says of itself.
    pub manifest: PackManifest,
    /// The text of the manifest, as it is.
    manifest_text: String,
    /// By the path, such as `law/fees.toml`, the text.
    files: BTreeMap<String, String>,
}

impl PackContent {
    /// A pack of these files: each a path that begins with `law/`, `interview/` or `forms/`, and the text.
    ///
    /// # Errors
    /// When the manifest cannot be read, or a path is none of a pack.
    pub fn of_files(
        manifest: &str,
        files: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, LawPackError> {
        let mut content = Self {
            manifest: PackManifest::read(manifest)?,
            manifest_text: manifest.to_owned(),
            files: BTreeMap::new(),
        };
        for (path, text) in files {
            content.add(path, text)?;
        }
        Ok(content)
    }

    fn add(&mut self, path: String, text: String) -> Result<(), LawPackError> {
        if !is_of_a_pack(&path) {
            return Err(damaged(&path, "no file of a law pack is called so"));
        }
        if self.files.len() >= MOST_FILES {
            return Err(damaged(&path, "there are more files than in any law pack"));
        }
        if self.files.contains_key(&path) {
            return Err(damaged(&path, "the file is there twice"));
        }
        self.files.insert(path, text);
        Ok(())
    }

    /// The files of the law: the path below its folder, and the text.
    pub fn law(&self) -> impl Iterator<Item = (&str, &str)> {
        self.below("law")
    }

    /// The files of the interview.
    pub fn interview(&self) -> impl Iterator<Item = (&str, &str)> {
        self.below("interview")
    }

    /// The files of the forms.
    pub fn forms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.below("forms")
    }

    fn below(&self, folder: &'static str) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(move |(path, text)| {
            let name = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((name, text.as_str()))
        })
    }

    /// The archive: the same files are always the same bytes.
    ///
    /// # Errors
    /// When a path is longer than an archive can hold.
    pub fn to_bytes(&self) -> Result<Vec<u8>, LawPackError> {
        let mut archive = Builder::new(Vec::new());
        let manifest = (MANIFEST.to_owned(), self.manifest_text.clone());
        let files = self
            .files
            .iter()
            .map(|(path, text)| (path.clone(), text.clone()));
        for (path, text) in std::iter::once(manifest).chain(files) {
            let mut header = Header::new_ustar();
            header.set_size(u64::try_from(text.len()).unwrap_or(u64::MAX));
            header.set_mode(0o644);
            header.set_mtime(0);
            archive
                .append_data(&mut header, &path, text.as_bytes())
                .map_err(|error| damaged(&path, &error.to_string()))?;
        }
        archive
            .into_inner()
            .map_err(|error| damaged(MANIFEST, &error.to_string()))
    }

    /// Reads an archive, of which nothing is believed.
    ///
    /// # Errors
    /// When it is damaged, holds anything but texts of a pack, or was made for a newer engine.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Result<Self, LawPackError> {
        let mut archive = Archive::new(bytes);
        let entries = archive
            .entries()
            .map_err(|error| damaged("", &error.to_string()))?;
        let mut content: Option<Self> = None;
        for entry in entries {
            let mut entry = entry.map_err(|error| damaged("", &error.to_string()))?;
            let path = String::from_utf8(entry.path_bytes().into_owned())
                .map_err(|_| damaged("", "the name of a file is not UTF-8"))?;
            if entry.header().entry_type() != EntryType::Regular {
                return Err(damaged(&path, "something else than a file"));
            }
            if entry.size() > MOST_OF_ONE {
                return Err(damaged(&path, "the file is larger than any of a law pack"));
            }
            let mut text = String::new();
            entry
                .read_to_string(&mut text)
                .map_err(|error| damaged(&path, &error.to_string()))?;
            match &mut content {
                None if path == MANIFEST => {
                    content = Some(Self::of_files(&text, std::iter::empty())?);
                }
                None => return Err(damaged(&path, "the manifest comes first")),
                Some(content) => content.add(path, text)?,
            }
        }
        content.ok_or_else(|| damaged(MANIFEST, "it is missing"))
    }
}

/// Whether a file of a pack may be called so: plain names below one of the three folders.
fn is_of_a_pack(path: &str) -> bool {
    let plain = path
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c));
    let mut parts = Path::new(path).components();
    let first = match parts.next() {
        Some(Component::Normal(first)) => first.to_str(),
        _ => None,
    };
    plain
        && path.ends_with(".toml")
        && !path.contains("//")
        && first.is_some_and(|first| FOLDERS.contains(&first))
        && parts.clone().next().is_some()
        && parts.all(|part| matches!(part, Component::Normal(_)))
}

fn damaged(file: &str, problem: &str) -> LawPackError {
    LawPackError::Damaged {
        file: file.to_owned(),
        problem: problem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_of_a_pack;

    #[test]
    fn only_plain_names_below_the_three_folders_are_of_a_pack() {
        assert!(is_of_a_pack("law/fees.toml"));
        assert!(is_of_a_pack("law/deadlines/life.toml"));
        assert!(is_of_a_pack("forms/child_consent.toml"));
        for bad in [
            "fees.toml",
            "law/",
            "law/fees.json",
            "law/../fees.toml",
            "../law/fees.toml",
            "/law/fees.toml",
            "law//fees.toml",
            "law/Fees.toml",
            "law\\fees.toml",
            "samples/case.toml",
            "law",
            "law.toml",
        ] {
            assert!(!is_of_a_pack(bad), "{bad}");
        }
    }
}
