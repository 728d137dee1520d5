//! The recovery file: the key of the vault, sealed by a passphrase or a recovery code.
//!
//! Inside it is a standard identity file, so `age -d -i recovery.age state-….age` opens a snapshot.

use std::io::{Read, Write};
use std::iter;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::files::VaultFile;
use crate::id::VaultId;
use crate::key::VaultKey;
use crate::passphrase::Passphrase;
use crate::recovery_code::RecoveryCode;

/// The newest form of the recovery file that this edition reads, and the one it writes.
const FORM: u32 = 1;
const FORM_LINE: &str = "# qonys-recovery/";
const ID_LINE: &str = "# vault ";

/// How much work each guess of a passphrase costs: scrypt with N = 2^factor and 2^factor KiB of
/// memory. Written into the recovery file, so it matters only when one is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// The least factor, for tests.
    const LEAST: u8 = 1;
    /// The greatest factor (a gibibyte of memory); a file that asks for more is refused.
    pub(crate) const MOST: u8 = 20;

    /// A work factor, brought into the bounds 1 to 20.
    #[must_use]
    pub fn new(factor: u8) -> Self {
        Self(factor.clamp(Self::LEAST, Self::MOST))
    }

    pub(crate) fn factor(self) -> u8 {
        self.0
    }
}

impl Default for WorkFactor {
    /// 18: about a second and 256 MiB on a usual machine, as the age tools have it.
    fn default() -> Self {
        Self(18)
    }
}

/// What the recovery file was sealed with, so that the right thing is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecoverySecret {
    /// A passphrase of the user's own.
    Passphrase,
    /// A recovery code that was shown once.
    Code,
}

/// What a recovery file holds.
pub(crate) struct Recovery {
    pub(crate) id: VaultId,
    pub(crate) key: VaultKey,
}

/// Seals the key of a vault.
pub(crate) fn seal(
    id: &VaultId,
    key: &VaultKey,
    passphrase: &Passphrase,
    work: WorkFactor,
) -> Result<Vec<u8>, VaultError> {
    let mut recipient = scrypt::Recipient::new(secret(&passphrase.for_sealing()));
    recipient.set_work_factor(work.0);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| VaultError::SealFailed)?;
    let text = key.text();
    let mut sealed = Vec::new();
    let write = |sealed: &mut Vec<u8>| -> std::io::Result<()> {
        let mut writer = encryptor.wrap_output(sealed)?;
        writer.write_all(format!("{FORM_LINE}{FORM}\n{ID_LINE}{id}\n").as_bytes())?;
        writer.write_all(text.reveal().as_bytes())?;
        writer.write_all(b"\n")?;
        writer.finish().map(drop)
    };
    write(&mut sealed).map_err(|_| VaultError::SealFailed)?;
    Ok(sealed)
}

/// Opens a recovery file with what was typed: as a recovery code if it can be one, and as it is.
pub(crate) fn open(sealed: &[u8], typed: &Passphrase) -> Result<Recovery, VaultError> {
    if let Some(code) = RecoveryCode::parse(typed.reveal()) {
        match open_with(sealed, code.reveal()) {
            Err(VaultError::WrongPassphrase) if code.reveal() != typed.reveal() => {}
            decided => return decided,
        }
    }
    for reading in typed.readings() {
        match open_with(sealed, &reading) {
            Err(VaultError::WrongPassphrase) => {}
            decided => return decided,
        }
    }
    Err(VaultError::WrongPassphrase)
}

fn open_with(sealed: &[u8], passphrase: &str) -> Result<Recovery, VaultError> {
    let damaged = || VaultError::Damaged {
        file: VaultFile::Recovery,
    };
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| damaged())?;
    if !decryptor.is_scrypt() {
        return Err(damaged());
    }
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(WorkFactor::MOST);
    let mut reader = decryptor
        .decrypt(iter::once(&identity as &dyn age::Identity))
        .map_err(|error| {
            if matches!(error, DecryptError::DecryptionFailed) {
                VaultError::WrongPassphrase
            } else {
                damaged()
            }
        })?;
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    reader.read_to_end(&mut plain).map_err(|_| damaged())?;
    let text = str::from_utf8(&plain).map_err(|_| damaged())?;
    parse(text).map_err(|newer| match newer {
        Some(found) => VaultError::Newer {
            file: VaultFile::Recovery,
            found,
            known: FORM,
        },
        None => damaged(),
    })
}

/// Reads the identity file; an error names the form if a newer edition wrote it.
fn parse(text: &str) -> Result<Recovery, Option<u32>> {
    let mut lines = text.lines();
    let form: u32 = lines
        .next()
        .and_then(|line| line.strip_prefix(FORM_LINE))
        .and_then(|form| form.parse().ok())
        .ok_or(None)?;
    if form > FORM {
        return Err(Some(form));
    }
    let id = lines.next().and_then(|line| line.strip_prefix(ID_LINE));
    let id = id.and_then(VaultId::parse).ok_or(None)?;
    let key = lines.next().and_then(VaultKey::parse).ok_or(None)?;
    Ok(Recovery { id, key })
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORK: WorkFactor = WorkFactor(1);

    fn phrase(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned())
    }

    #[test]
    fn the_key_comes_back() {
        let (id, key) = (VaultId::generate().unwrap(), VaultKey::generate());
        let sealed = seal(&id, &key, &phrase("құпия сөз 1"), WORK).unwrap();
        let back = open(&sealed, &phrase("құпия сөз 1")).ok().unwrap();
        assert_eq!(back.id, id);
        assert!(back.key.text() == key.text());
        assert_eq!(
            open(&sealed, &phrase("құпия сөз 2")).err().unwrap(),
            VaultError::WrongPassphrase
        );
    }

    #[test]
    fn a_passphrase_that_looks_like_a_code_still_opens() {
        let typed = "0123 4567 89ab cdef ghjk mnpq rstv wxyz";
        let (id, key) = (VaultId::generate().unwrap(), VaultKey::generate());
        let sealed = seal(&id, &key, &phrase(typed), WORK).unwrap();
        assert!(open(&sealed, &phrase(typed)).is_ok());
    }

    #[test]
    fn no_flipped_bit_gives_another_key() {
        let (id, key) = (VaultId::generate().unwrap(), VaultKey::generate());
        let sealed = seal(&id, &key, &phrase("long enough"), WORK).unwrap();
        for at in 0..sealed.len() {
            let mut broken = sealed.clone();
            *broken.get_mut(at).unwrap() ^= 1 << (at % 8);
            let error = open(&broken, &phrase("long enough")).err().unwrap();
            assert!(
                matches!(
                    error,
                    VaultError::WrongPassphrase
                        | VaultError::Damaged {
                            file: VaultFile::Recovery
                        }
                ),
                "byte {at}: {error}"
            );
        }
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused() {
        let key = VaultKey::generate();
        let id = VaultId::generate().unwrap();
        let sealed = seal(&id, &key, &phrase("long enough"), WORK).unwrap();
        let header_end = sealed.iter().position(|byte| *byte == b'>').unwrap() + 120;
        let line = String::from_utf8_lossy(&sealed[..header_end]).into_owned();
        let at = line.find(" 1\n").unwrap();
        let mut costly = sealed[..at].to_vec();
        costly.extend_from_slice(b" 40\n");
        costly.extend_from_slice(&sealed[at + 3..]);
        assert_eq!(
            open(&costly, &phrase("long enough")).err().unwrap(),
            VaultError::Damaged {
                file: VaultFile::Recovery
            }
        );
    }

    #[test]
    fn a_newer_form_is_told_apart() {
        assert_eq!(parse("# qonys-recovery/2\nanything").err(), Some(Some(2)));
        assert_eq!(parse("AGE-SECRET-KEY-1").err(), Some(None));
    }
}
