//! Reading a backup in the order in which it was written; anything else is damage.

use std::cell::RefCell;
use std::io::{self, BufReader, ErrorKind, Read};
use std::iter;
use std::rc::Rc;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, scrypt};
use tar::{Archive, Entries, EntryType};
use zeroize::Zeroizing;

use super::Manifest;
use super::manifest::{LONGEST_MANIFEST, MANIFEST, STATE, damaged, path_of};
use crate::attachment::{Attachment, Fingerprint};
use crate::error::VaultError;
use crate::files::VaultFile;
use crate::recovery::WorkFactor;

/// The piece in which the format itself works.
const PIECE: usize = 64 * 1024;

/// A stream whose last reader can go on where another stopped.
#[derive(Clone)]
struct Shared<'file>(Rc<RefCell<Box<dyn Read + 'file>>>);

impl Read for Shared<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.borrow_mut().read(into)
    }
}

/// A backup that its passphrase opened.
pub(crate) struct BackupReader<'file> {
    stream: Shared<'file>,
}

impl<'file> BackupReader<'file> {
    /// Opens a backup with one reading of its passphrase. Takes about a second.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`]; [`VaultError::Damaged`]; failures of the file system.
    pub(crate) fn open(file: impl Read + 'file, passphrase: &str) -> Result<Self, VaultError> {
        let buffered = BufReader::with_capacity(PIECE, file);
        let decryptor = Decryptor::new_buffered(buffered).map_err(told)?;
        if !decryptor.is_scrypt() {
            return Err(damaged());
        }
        let secret = SecretString::from(passphrase.to_owned());
        let mut identity = scrypt::Identity::new(secret);
        identity.set_max_work_factor(WorkFactor::MOST);
        let reader = decryptor
            .decrypt(iter::once(&identity as &dyn age::Identity))
            .map_err(told)?;
        Ok(Self::of_plain(reader))
    }

    /// What lies inside a backup, opened already.
    pub(crate) fn of_plain(plain: impl Read + 'file) -> Self {
        Self {
            stream: Shared(Rc::new(RefCell::new(Box::new(plain)))),
        }
    }

    /// Reads all of it: `start` gets what there is and the state, `each` then one attachment after
    /// the other and must read it to its end. Only a success says that all of it is whole.
    ///
    /// # Errors
    /// [`VaultError::Newer`]; [`VaultError::Damaged`]; failures of the file system; what `start`
    /// and `each` say.
    pub(crate) fn read(self, start: &mut Start<'_>, each: &mut Each<'_>) -> Result<(), VaultError> {
        let mut archive = Archive::new(self.stream.clone());
        let mut entries = archive.entries().map_err(reading)?;
        let mut list = Zeroizing::new(Vec::new());
        next(&mut entries, MANIFEST, None)?
            .take(LONGEST_MANIFEST)
            .read_to_end(&mut list)
            .map_err(reading)?;
        let manifest = Manifest::parse(&list)?;
        let room = usize::try_from(manifest.state.length).map_err(|_| damaged())?;
        let mut part = next(&mut entries, STATE, Some(manifest.state.length))?;
        // The length was promised twice and is bounded; a growing vector would leave copies behind.
        let mut state = Zeroizing::new(Vec::with_capacity(room));
        part.read_to_end(&mut state).map_err(reading)?;
        if state.len() != room || Fingerprint::of(&state) != manifest.state.sha256 {
            return Err(damaged());
        }
        drop(part);
        start(&manifest, state)?;
        for entry in &manifest.attachments {
            let mut part = next(&mut entries, &path_of(entry), Some(entry.length))?;
            each(entry, &mut part)?;
            if io::copy(&mut part, &mut io::sink()).map_err(reading)? > 0 {
                return Err(damaged());
            }
        }
        only_zeros(self.stream)
    }
}

/// Gets what there is and the state.
pub(crate) type Start<'a> = dyn FnMut(&Manifest, Zeroizing<Vec<u8>>) -> Result<(), VaultError> + 'a;

/// Gets one attachment after the other.
pub(crate) type Each<'a> = dyn FnMut(&Attachment, &mut dyn Read) -> Result<(), VaultError> + 'a;

type Part<'entries, 'file> = tar::Entry<'entries, Shared<'file>>;

/// The next entry, which must be this file with this length.
fn next<'entries, 'file>(
    entries: &mut Entries<'entries, Shared<'file>>,
    path: &str,
    length: Option<u64>,
) -> Result<Part<'entries, 'file>, VaultError> {
    let entry = entries.next().ok_or_else(damaged)?.map_err(reading)?;
    let header = entry.header();
    let fits = header.entry_type() == EntryType::Regular
        && entry.path_bytes().as_ref() == path.as_bytes()
        && length.is_none_or(|length| entry.size() == length);
    if fits { Ok(entry) } else { Err(damaged()) }
}

/// Reads what is left, which tells whether the end was cut off; an archive ends with zeros.
fn only_zeros(mut stream: Shared<'_>) -> Result<(), VaultError> {
    let mut piece = vec![0; PIECE];
    loop {
        match stream.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => {
                if piece.iter().take(count).any(|byte| *byte != 0) {
                    return Err(damaged());
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(reading(error)),
        }
    }
}

/// The reader of archives gives its own complaints the kind `Other`.
#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
fn reading(error: io::Error) -> VaultError {
    if matches!(
        error.kind(),
        ErrorKind::InvalidData
            | ErrorKind::UnexpectedEof
            | ErrorKind::InvalidInput
            | ErrorKind::Other
    ) {
        damaged()
    } else {
        VaultError::reading(&error, VaultFile::Backup)
    }
}

fn told(error: DecryptError) -> VaultError {
    if let DecryptError::Io(error) = error {
        reading(error)
    } else if matches!(error, DecryptError::DecryptionFailed) {
        VaultError::WrongPassphrase
    } else {
        damaged()
    }
}
