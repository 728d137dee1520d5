//! Writing a backup, one piece after the other.

use std::cell::RefCell;
use std::io::{self, ErrorKind, Read, Write};
use std::iter;

use age::Encryptor;
use age::scrypt;
use age::secrecy::SecretString;
use tar::{Builder, EntryType, Header};

use super::Manifest;
use super::manifest::{MANIFEST, STATE, path_of};
use crate::attachment::{Attachment, StagedWriter};
use crate::disk::Staged;
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::passphrase::Passphrase;
use crate::recovery::WorkFactor;

/// Opens an attachment for the backup.
pub(crate) type Part<'vault> =
    dyn Fn(&Attachment) -> Result<Box<dyn Read + 'vault>, VaultError> + 'vault;

/// Writes a whole backup into a file that no one sees yet.
///
/// # Errors
/// What `open` says; [`VaultError::Damaged`] for an attachment that changed while it was read;
/// failures of the file system.
pub(crate) fn write(
    manifest: &Manifest,
    state: &[u8],
    open: &Part<'_>,
    passphrase: &Passphrase,
    work: WorkFactor,
    into: &mut dyn Staged,
) -> Result<(), VaultError> {
    let unwritten = |error: io::Error| VaultError::writing(&error, VaultFile::Backup);
    let mut recipient =
        scrypt::Recipient::new(SecretString::from(passphrase.for_sealing().to_string()));
    recipient.set_work_factor(work.factor());
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| VaultError::SealFailed)?;
    // The archive wraps the errors of what it writes into, so they are kept beside it.
    let refusal = RefCell::new(None);
    let told = |error: io::Error| unwritten(refusal.take().unwrap_or(error));
    let sink = Watched {
        inner: StagedWriter(into),
        failure: &refusal,
    };
    let writer = encryptor.wrap_output(sink).map_err(told)?;
    let mut archive = Builder::new(writer);
    let list = manifest.bytes()?;
    append(&mut archive, MANIFEST, &mut list.as_slice(), length(&list)).map_err(told)?;
    append(&mut archive, STATE, &mut &*state, length(state)).map_err(told)?;
    for entry in &manifest.attachments {
        let failure = RefCell::new(None);
        let mut source = Watched {
            inner: open(entry)?,
            failure: &failure,
        };
        let appended = append(&mut archive, &path_of(entry), &mut source, entry.length);
        match (appended, failure.take()) {
            (Ok(()), None) => {}
            (_, Some(unread)) => return Err(of_attachment(&unread, entry)),
            (Err(error), None) => return Err(told(error)),
        }
    }
    let writer = archive.into_inner().map_err(told)?;
    writer.finish().map_err(told)?;
    Ok(())
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn append(
    archive: &mut Builder<impl Write>,
    path: &str,
    content: &mut dyn Read,
    length: u64,
) -> io::Result<()> {
    let mut header = Header::new_ustar();
    header.set_entry_type(EntryType::Regular);
    header.set_size(length);
    header.set_mode(0o600);
    // No clock and no user: the archive tells nothing about the computer.
    header.set_mtime(0);
    archive.append_data(&mut header, path, content)
}

fn of_attachment(error: &io::Error, entry: &Attachment) -> VaultError {
    let file = VaultFile::Attachment(entry.id);
    if matches!(
        error.kind(),
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof
    ) {
        VaultError::Damaged { file }
    } else {
        VaultError::reading(error, file)
    }
}

/// Remembers what went wrong, which the archive in between does not tell apart.
struct Watched<'failure, T> {
    inner: T,
    failure: &'failure RefCell<Option<io::Error>>,
}

impl<T> Watched<'_, T> {
    fn keep(&self, error: io::Error) -> io::Error {
        let kind = error.kind();
        self.failure.replace(Some(error));
        io::Error::from(kind)
    }
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let outcome = self.inner.read(into);
        outcome.map_err(|error| self.keep(error))
    }
}

impl<W: Write> Write for Watched<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let outcome = self.inner.write(bytes);
        outcome.map_err(|error| self.keep(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let outcome = self.inner.flush();
        outcome.map_err(|error| self.keep(error))
    }
}
