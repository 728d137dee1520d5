//! The header of a vault: what must be known before it opens. No secrets.

use serde::{Deserialize, Serialize};

use crate::error::VaultError;
use crate::files::VaultFile;
use crate::id::VaultId;
use crate::key::VaultKey;
use crate::recovery::RecoverySecret;

const FORMAT: &str = "qonys-vault";
/// The newest version of the header that this edition reads, and the one it writes.
const VERSION: u32 = 1;

/// What stands in `vault.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    format: String,
    version: u32,
    /// The vault's name in the keyring.
    pub(crate) id: VaultId,
    /// Fingerprint of the key: tells a wrong key apart from a damaged snapshot.
    key_check: String,
    /// What the recovery file was sealed with; only for asking rightly.
    pub(crate) recovery: RecoverySecret,
}

/// The part that every version has.
#[derive(Deserialize)]
struct Version {
    format: String,
    version: u32,
}

/// Why a header does not say anything.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum HeaderError {
    /// Not what was written.
    Damaged,
    /// A newer edition wrote it.
    Newer(VaultError),
}

impl Header {
    pub(crate) fn new(id: VaultId, key: &VaultKey, recovery: RecoverySecret) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            id,
            key_check: key.check(),
            recovery,
        }
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, HeaderError> {
        let lead: Version = serde_json::from_slice(bytes).map_err(|_| HeaderError::Damaged)?;
        if lead.format != FORMAT {
            return Err(HeaderError::Damaged);
        }
        if lead.version > VERSION {
            return Err(HeaderError::Newer(VaultError::Newer {
                file: VaultFile::Header,
                found: lead.version,
                known: VERSION,
            }));
        }
        serde_json::from_slice(bytes).map_err(|_| HeaderError::Damaged)
    }

    pub(crate) fn bytes(&self) -> Result<Vec<u8>, VaultError> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|_| VaultError::SealFailed)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Whether a key is the one this vault was made with.
    pub(crate) fn fits(&self, key: &VaultKey) -> bool {
        self.key_check == key.check()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_survives_and_names_no_key() {
        let key = VaultKey::generate();
        let header = Header::new(VaultId::generate().unwrap(), &key, RecoverySecret::Code);
        let bytes = header.bytes().unwrap();
        assert_eq!(Header::parse(&bytes).unwrap(), header);
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains(&key.identity().to_public().to_string()));
        assert!(header.fits(&key));
        assert!(!header.fits(&VaultKey::generate()));
    }

    #[test]
    fn newer_and_damaged_are_told_apart() {
        let newer = br#"{"format":"qonys-vault","version":2,"slots":[]}"#;
        assert_eq!(
            Header::parse(newer),
            Err(HeaderError::Newer(VaultError::Newer {
                file: VaultFile::Header,
                found: 2,
                known: 1
            }))
        );
        for bytes in [
            &b""[..],
            b"{}",
            br#"{"format":"other","version":2}"#,
            br#"{"format":"qonys-vault","version":1}"#,
            br#"{"format":"qonys-vault","version":1,"id":"../x","key_check":"","recovery":"code"}"#,
        ] {
            assert_eq!(Header::parse(bytes), Err(HeaderError::Damaged));
        }
    }
}
