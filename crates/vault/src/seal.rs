//! A snapshot in the age format, sealed to the vault's key.

use std::io::{Read, Write};
use std::iter;

use age::{DecryptError, Decryptor, Encryptor};
use zeroize::Zeroizing;

use crate::attachment::Catalogue;
use crate::envelope::{self, Unreadable};
use crate::error::VaultError;
use crate::key::VaultKey;

/// What age adds to a small file, roughly; only a hint for the allocation.
const OVERHEAD: usize = 1024;

/// A snapshot that opened.
pub(crate) struct Unsealed {
    pub(crate) generation: u64,
    pub(crate) catalogue: Catalogue,
    pub(crate) bytes: Zeroizing<Vec<u8>>,
}

/// Why a snapshot did not open.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum SealError {
    /// It was sealed to another key, or the part that names the key is damaged.
    WrongKey,
    /// It is not what was written.
    Damaged,
    /// A newer edition wrote it.
    Newer(u32),
}

/// Seals the caller's bytes and the list of attachments as the snapshot of a generation.
pub(crate) fn seal(
    key: &VaultKey,
    generation: u64,
    catalogue: &Catalogue,
    bytes: &[u8],
) -> Result<Vec<u8>, VaultError> {
    let list = Zeroizing::new(catalogue.bytes().ok_or(VaultError::SealFailed)?);
    let line = envelope::line(generation, list.len());
    seal_parts(key, &[&line, &list, bytes])
}

fn seal_parts(key: &VaultKey, parts: &[&[u8]]) -> Result<Vec<u8>, VaultError> {
    let recipient = key.identity().to_public();
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| VaultError::SealFailed)?;
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut sealed = Vec::with_capacity(length + OVERHEAD);
    let write = |sealed: &mut Vec<u8>| -> std::io::Result<()> {
        let mut writer = encryptor.wrap_output(sealed)?;
        for part in parts {
            writer.write_all(part)?;
        }
        writer.finish().map(drop)
    };
    write(&mut sealed).map_err(|_| VaultError::SealFailed)?;
    Ok(sealed)
}

/// Opens a snapshot.
pub(crate) fn unseal(key: &VaultKey, sealed: &[u8]) -> Result<Unsealed, SealError> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| SealError::Damaged)?;
    let mut reader = decryptor
        .decrypt(iter::once(key.identity() as &dyn age::Identity))
        .map_err(|error| {
            if matches!(error, DecryptError::NoMatchingKeys) {
                SealError::WrongKey
            } else {
                SealError::Damaged
            }
        })?;
    // Room for all of it at once: a growing vector would leave copies behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    reader
        .read_to_end(&mut plain)
        .map_err(|_| SealError::Damaged)?;
    let opening = envelope::open(&plain).map_err(|error| match error {
        Unreadable::Damaged => SealError::Damaged,
        Unreadable::Newer(schema) => SealError::Newer(schema),
    })?;
    let list = plain
        .get(opening.list_at..opening.body_at)
        .unwrap_or_default();
    let catalogue = if list.is_empty() {
        Catalogue::default()
    } else {
        Catalogue::parse(list).ok_or(SealError::Damaged)?
    };
    plain.drain(..opening.body_at);
    Ok(Unsealed {
        generation: opening.generation,
        catalogue,
        bytes: plain,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(key: &VaultKey, generation: u64, bytes: &[u8]) -> Result<Vec<u8>, VaultError> {
        super::seal(key, generation, &Catalogue::default(), bytes)
    }

    fn error(key: &VaultKey, sealed: &[u8]) -> SealError {
        unseal(key, sealed).err().unwrap()
    }

    #[test]
    fn another_key_is_told_apart_from_damage() {
        let key = VaultKey::generate();
        let sealed = seal(&key, 7, b"words").unwrap();
        assert_eq!(error(&VaultKey::generate(), &sealed), SealError::WrongKey);
        let mut broken = sealed.clone();
        *broken.last_mut().unwrap() ^= 1;
        assert_eq!(error(&key, &broken), SealError::Damaged);
        assert_eq!(unseal(&key, &sealed).ok().unwrap().generation, 7);
    }

    #[test]
    fn a_newer_schema_inside_is_refused() {
        let key = VaultKey::generate();
        let sealed = seal_parts(&key, &[b"qonys-snapshot/3 1 new-field\n", b"words"]).unwrap();
        assert_eq!(error(&key, &sealed), SealError::Newer(3));
    }

    #[test]
    fn a_snapshot_of_the_first_schema_still_opens() {
        let key = VaultKey::generate();
        let sealed = seal_parts(&key, &[b"qonys-snapshot/1 5\n", b"words"]).unwrap();
        let unsealed = unseal(&key, &sealed).ok().unwrap();
        assert_eq!(unsealed.generation, 5);
        assert_eq!(unsealed.bytes.as_slice(), b"words");
        assert_eq!(unsealed.catalogue, Catalogue::default());
    }

    #[test]
    fn a_list_that_is_none_is_damage() {
        let key = VaultKey::generate();
        let sealed = seal_parts(&key, &[b"qonys-snapshot/2 1 2\n", b"{}", b"words"]).unwrap();
        assert_eq!(error(&key, &sealed), SealError::Damaged);
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_seen() {
        let key = VaultKey::generate();
        let sealed = seal(&key, 1, b"forty words of somebody's life").unwrap();
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut broken = sealed.clone();
                *broken.get_mut(at).unwrap() ^= 1 << bit;
                assert!(unseal(&key, &broken).is_err(), "byte {at} bit {bit}");
            }
            assert!(unseal(&key, &sealed[..at]).is_err(), "cut at {at}");
        }
        let mut longer = sealed;
        longer.push(0);
        assert!(unseal(&key, &longer).is_err());
    }

    #[test]
    fn large_contents_survive() {
        let key = VaultKey::generate();
        // The cipher works in chunks of 64 KiB: both sides of a boundary count.
        for length in [0, 1, 65_535, 65_536, 65_537, 400_000] {
            let bytes = vec![0x5a; length];
            let sealed = seal(&key, 1, &bytes).unwrap();
            assert!(*unseal(&key, &sealed).ok().unwrap().bytes == bytes);
        }
    }
}
