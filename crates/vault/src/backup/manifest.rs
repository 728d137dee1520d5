//! The first entry of a backup: what else there is.

use serde::{Deserialize, Serialize};

use crate::attachment::{Attachment, AttachmentId, Catalogue, Fingerprint};
use crate::error::VaultError;
use crate::files::VaultFile;

const FORMAT: &str = "qonys-backup";
/// The newest version of a backup that this edition reads, and the one it writes.
const VERSION: u32 = 1;
/// Names within the archive.
pub(super) const MANIFEST: &str = "qonys-backup.json";
pub(super) const STATE: &str = "state";
const ATTACHMENTS: &str = "attachments/";
/// More than the lists of any vault take, in bytes.
pub(super) const LONGEST_MANIFEST: u64 = 8 * 1024 * 1024;
/// More than the answers of any household take, in bytes.
const LONGEST_STATE: u64 = 256 * 1024 * 1024;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    format: String,
    version: u32,
    pub(crate) state: StateMark,
    pub(crate) attachments: Vec<Attachment>,
    /// Attachments of the vault that could not be read when the backup was made.
    pub(crate) left_out: Vec<AttachmentId>,
}

/// Length and fingerprint of the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StateMark {
    pub(crate) length: u64,
    pub(crate) sha256: Fingerprint,
}

/// The part that every version has.
#[derive(Deserialize)]
struct Version {
    format: String,
    version: u32,
}

impl Manifest {
    pub(crate) fn new(
        state: &[u8],
        attachments: Vec<Attachment>,
        left_out: Vec<AttachmentId>,
    ) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            state: StateMark {
                length: u64::try_from(state.len()).unwrap_or(u64::MAX),
                sha256: Fingerprint::of(state),
            },
            attachments,
            left_out,
        }
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, VaultError> {
        serde_json::to_vec_pretty(self).map_err(|_| VaultError::SealFailed)
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// [`VaultError::Newer`] for that of a newer edition, else [`VaultError::Damaged`].
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        let lead: Version = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        if lead.format != FORMAT {
            return Err(damaged());
        }
        if lead.version > VERSION {
            return Err(VaultError::Newer {
                file: VaultFile::Backup,
                found: lead.version,
                known: VERSION,
            });
        }
        let manifest: Self = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        let sound = manifest.state.length <= LONGEST_STATE
            && manifest.catalogue().count() == manifest.attachments.len();
        if sound { Ok(manifest) } else { Err(damaged()) }
    }

    /// The attachments as a state lists them.
    pub(crate) fn catalogue(&self) -> Catalogue {
        let mut catalogue = Catalogue::default();
        for entry in &self.attachments {
            catalogue.insert(entry.clone());
        }
        catalogue
    }
}

/// The name of an attachment within the archive.
pub(super) fn path_of(entry: &Attachment) -> String {
    format!("{ATTACHMENTS}{}.{}", entry.id, entry.kind.ending())
}

pub(super) fn damaged() -> VaultError {
    VaultError::Damaged {
        file: VaultFile::Backup,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_and_damaged_are_told_apart() {
        let manifest = Manifest::new(b"words", Vec::new(), Vec::new());
        let bytes = manifest.bytes().unwrap();
        assert_eq!(Manifest::parse(&bytes), Ok(manifest));
        assert_eq!(
            Manifest::parse(br#"{"format":"qonys-backup","version":2,"other":[]}"#),
            Err(VaultError::Newer {
                file: VaultFile::Backup,
                found: 2,
                known: 1
            })
        );
        for bytes in [
            &b""[..],
            b"{}",
            br#"{"format":"other","version":2}"#,
            br#"{"format":"qonys-backup","version":1}"#,
        ] {
            assert_eq!(Manifest::parse(bytes), Err(damaged()));
        }
    }
}
