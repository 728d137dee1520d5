//! One attachment in the age format: sealed and opened in pieces of 64 KiB, never whole in memory.
//!
//! Inside stands one line with the id, then the content, so that a file under another's name is
//! seen at once. Length and fingerprint stand in the sealed state.

use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::iter;

use age::{DecryptError, Decryptor, Encryptor};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Attachment, AttachmentId, AttachmentKind, Fingerprint};
use crate::disk::Staged;
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::key::VaultKey;

/// The piece in which the format itself works.
const PIECE: usize = 64 * 1024;
const MAGIC: &str = "qonys-attachment/1 ";

/// What was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) kind: AttachmentKind,
    pub(crate) length: u64,
    pub(crate) sha256: Fingerprint,
}

/// How many bytes may come, and what to say about one more.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    pub(crate) most: u64,
    pub(crate) beyond: VaultError,
}

/// Writes into a file that no one sees yet.
pub(crate) struct StagedWriter<'staged, 'disk>(pub(crate) &'staged mut (dyn Staged + 'disk));

impl Write for StagedWriter<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn line(id: AttachmentId) -> String {
    format!("{MAGIC}{id}\n")
}

/// Reads until the piece is full or the source has ended.
fn fill(source: &mut dyn Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = piece.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Seals a source. An error of the source is told by [`VaultError::SourceFailed`].
pub(crate) fn seal(
    key: &VaultKey,
    id: AttachmentId,
    source: &mut dyn Read,
    room: &Room,
    into: &mut dyn Staged,
) -> Result<Measured, VaultError> {
    let file = VaultFile::Attachment(id);
    let unwritten = |error: io::Error| VaultError::writing(&error, file);
    let unread = |error: io::Error| VaultError::SourceFailed { kind: error.kind() };
    let mut piece = Zeroizing::new(vec![0; PIECE]);
    let mut count = fill(source, &mut piece).map_err(unread)?;
    if count == 0 {
        return Err(VaultError::AttachmentEmpty);
    }
    let kind = AttachmentKind::of(piece.get(..count).unwrap_or_default())
        .ok_or(VaultError::AttachmentKindUnknown)?;
    let recipient = key.identity().to_public();
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| VaultError::SealFailed)?;
    let mut writer = encryptor
        .wrap_output(StagedWriter(into))
        .map_err(unwritten)?;
    writer.write_all(line(id).as_bytes()).map_err(unwritten)?;
    let (mut length, mut hash) = (0_u64, Sha256::new());
    while count > 0 {
        length += u64::try_from(count).unwrap_or(u64::MAX);
        if length > room.most {
            return Err(room.beyond.clone());
        }
        let bytes = piece.get(..count).unwrap_or_default();
        hash.update(bytes);
        writer.write_all(bytes).map_err(unwritten)?;
        count = fill(source, &mut piece).map_err(unread)?;
    }
    writer.finish().map_err(unwritten)?;
    Ok(Measured {
        kind,
        length,
        sha256: Fingerprint::finish(hash),
    })
}

/// An attachment being read; the last read fails unless all of it is what was attached.
pub(crate) struct Opened<'sealed> {
    reader: Box<dyn Read + 'sealed>,
    expected: Attachment,
    hash: Option<Sha256>,
    length: u64,
}

/// Opens an attachment for reading.
///
/// # Errors
/// [`VaultError::Damaged`] when it is not the one; failures of the file system.
pub(crate) fn open<'sealed>(
    key: &'sealed VaultKey,
    expected: &Attachment,
    sealed: impl Read + 'sealed,
) -> Result<Opened<'sealed>, VaultError> {
    let file = VaultFile::Attachment(expected.id);
    let buffered = BufReader::with_capacity(PIECE, sealed);
    let decryptor = Decryptor::new_buffered(buffered).map_err(|error| told(error, file))?;
    let mut reader = decryptor
        .decrypt(iter::once(key.identity() as &dyn age::Identity))
        .map_err(|error| told(error, file))?;
    let wanted = line(expected.id);
    let mut found = vec![0; wanted.len()];
    reader
        .read_exact(&mut found)
        .map_err(|error| reading(&error, file))?;
    if found != wanted.as_bytes() {
        return Err(VaultError::Damaged { file });
    }
    Ok(Opened {
        reader: Box::new(reader),
        expected: expected.clone(),
        hash: Some(Sha256::new()),
        length: 0,
    })
}

impl Opened<'_> {
    /// Copies all of it. What was written before an error must be thrown away.
    ///
    /// # Errors
    /// [`VaultError::Damaged`]; failures of the file system; what `write` says.
    pub(crate) fn copy(
        mut self,
        write: &mut dyn FnMut(&[u8]) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let file = VaultFile::Attachment(self.expected.id);
        let mut piece = Zeroizing::new(vec![0; PIECE]);
        loop {
            let count = fill(&mut self, &mut piece).map_err(|error| reading(&error, file))?;
            if count == 0 {
                return Ok(());
            }
            write(piece.get(..count).unwrap_or_default())?;
        }
    }
}

impl Read for Opened<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let changed = || io::Error::from(ErrorKind::InvalidData);
        let count = self.reader.read(into)?;
        if count == 0 && !into.is_empty() {
            // Asked again after the end, it has been checked.
            let Some(hash) = self.hash.take() else {
                return Ok(0);
            };
            let same = self.length == self.expected.length
                && Fingerprint::finish(hash) == self.expected.sha256;
            return if same { Ok(0) } else { Err(changed()) };
        }
        self.length += u64::try_from(count).unwrap_or(u64::MAX);
        if let Some(hash) = &mut self.hash {
            hash.update(into.get(..count).unwrap_or_default());
        }
        // A longer file than was attached need not be read to its end.
        if self.length > self.expected.length {
            return Err(changed());
        }
        Ok(count)
    }
}

/// Damage of the ciphertext comes as one of two kinds; all others are the disk's.
fn reading(error: &io::Error, file: VaultFile) -> VaultError {
    if matches!(
        error.kind(),
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof
    ) {
        VaultError::Damaged { file }
    } else {
        VaultError::reading(error, file)
    }
}

fn told(error: DecryptError, file: VaultFile) -> VaultError {
    if let DecryptError::Io(error) = error {
        reading(&error, file)
    } else {
        VaultError::Damaged { file }
    }
}
