//! The names of the files of a vault.

use std::fmt;

use crate::attachment::AttachmentId;

/// A file of a vault, named in errors in place of a path, which would tell about the user's disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VaultFile {
    /// The folder itself.
    Folder,
    /// The lock that keeps a second process out.
    Lock,
    /// The header without secrets.
    Header,
    /// The key, sealed by a passphrase or the recovery code.
    Recovery,
    /// The sealed snapshot of this generation.
    State(u64),
    /// A snapshot of this generation that did not open and was set aside.
    SetAside(u64),
    /// A sealed attachment.
    Attachment(AttachmentId),
    /// A backup of the whole vault, wherever it lies.
    Backup,
    /// The mark that a backup is being restored here: without a header beside it, nothing here counts.
    Restoring,
    /// A copy of an attachment that is being written for the person.
    Export,
}

/// Digits of a generation in a file name; leading zeros make an alphabetical listing right.
const DIGITS: usize = 10;
/// The greatest generation that leaves room for a next one.
const LAST: u64 = 9_999_999_998;
const STATE: (&str, &str) = ("state-", ".age");
const SET_ASIDE: &str = "damaged-";
const ATTACHMENT: &str = "attachment-";
/// How names of unfinished files start and end.
pub(crate) const TEMP: (&str, &str) = (".qonys-", ".tmp");

impl VaultFile {
    /// The generation of a snapshot's file name, or nothing for any other name.
    pub(crate) fn generation_of(name: &str) -> Option<u64> {
        digits_of(name.strip_prefix(STATE.0)?)
    }

    /// The attachment of a file name, or nothing for any other name.
    pub(crate) fn attachment_of(name: &str) -> Option<AttachmentId> {
        let id = name.strip_prefix(ATTACHMENT)?.strip_suffix(STATE.1)?;
        AttachmentId::parse(id)
    }

    /// The generation of a damaged snapshot that was set aside, or nothing for any other name.
    pub(crate) fn set_aside_of(name: &str) -> Option<u64> {
        digits_of(name.strip_prefix(SET_ASIDE)?)
    }

    /// Whether a name is that of an unfinished file which a killed process left behind.
    pub(crate) fn is_stale(name: &str) -> bool {
        name.starts_with(TEMP.0) && name.ends_with(TEMP.1)
    }

    /// The name within the folder.
    pub(crate) fn name(self) -> String {
        self.to_string()
    }
}

/// The generation before the ending of a name.
fn digits_of(rest: &str) -> Option<u64> {
    let digits = rest.strip_suffix(STATE.1)?;
    if digits.len() != DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|generation| *generation <= LAST)
}

impl fmt::Display for VaultFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder => out.write_str("."),
            Self::Lock => out.write_str("vault.lock"),
            Self::Header => out.write_str("vault.json"),
            Self::Recovery => out.write_str("recovery.age"),
            Self::State(generation) => {
                write!(out, "{}{generation:0DIGITS$}{}", STATE.0, STATE.1)
            }
            Self::SetAside(generation) => {
                write!(out, "{SET_ASIDE}{generation:0DIGITS$}{}", STATE.1)
            }
            Self::Attachment(id) => write!(out, "{ATTACHMENT}{id}{}", STATE.1),
            Self::Restoring => out.write_str("vault.restoring"),
            Self::Backup => out.write_str("backup.age"),
            Self::Export => out.write_str("export"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generation_survives_its_name() {
        for generation in [0, 1, 42, LAST] {
            assert_eq!(
                VaultFile::generation_of(&VaultFile::State(generation).name()),
                Some(generation)
            );
        }
    }

    #[test]
    fn other_names_are_no_generation() {
        for name in [
            "state-1.age",
            "state-00000000001.age",
            "state-9999999999.age",
            "state-+000000001.age",
            "state-0000000001.age.bak",
            "damaged-0000000001.age",
            "recovery.age",
        ] {
            assert_eq!(VaultFile::generation_of(name), None, "{name}");
        }
    }
}
