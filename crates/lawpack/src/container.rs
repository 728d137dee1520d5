//! The frame of the file: a first line that names it, the signature of minisign, the archive.
//!
//! ```text
//! qonys law pack 1
//! untrusted comment: …
//! (signature)
//! trusted comment: …
//! (signature of signature and comment)
//! (the archive)
//! ```

use minisign_verify::Signature;

use crate::content::PackContent;
use crate::error::LawPackError;

/// The first line of every law pack; the number is that of the frame.
const FIRST_LINE: &str = "qonys law pack 1\n";

/// The lines of a signature of minisign.
const SIGNATURE_LINES: usize = 4;

/// A line of a signature is never longer, in bytes.
const LONGEST_LINE: usize = 1024;

/// The most bytes of the whole file, inclusive: ten times what the law is today.
const MOST: usize = 16 * 1024 * 1024;

/// A key with which signatures are checked.
#[derive(Clone)]
pub struct PublicKey(minisign_verify::PublicKey);

impl PublicKey {
    /// Reads a key: the file that minisign writes, or its second line alone.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(text: &str) -> Result<Self, LawPackError> {
        let text = text.trim();
        let key = if text.contains('\n') {
            minisign_verify::PublicKey::decode(text)
        } else {
            minisign_verify::PublicKey::from_base64(text)
        };
        key.map(Self).map_err(|_| LawPackError::NotAKey)
    }
}

/// Puts an archive and the signature that minisign made of it into one file.
///
/// # Errors
/// When the text is no signature.
pub fn seal(archive: &[u8], signature: &str) -> Result<Vec<u8>, LawPackError> {
    let signature = signature.trim_end();
    if Signature::decode(signature).is_err() || signature.lines().count() != SIGNATURE_LINES {
        return Err(LawPackError::NotSigned);
    }
    let mut file = FIRST_LINE.as_bytes().to_vec();
    for line in signature.lines() {
        file.extend_from_slice(line.trim_end().as_bytes());
        file.push(b'\n');
    }
    file.extend_from_slice(archive);
    Ok(file)
}

/// Opens a law pack: checks its signature by these keys, one of which must fit, and reads it.
///
/// # Errors
/// When it is no law pack, unsigned, changed, damaged, or for a newer engine.
pub fn open(file: &[u8], keys: &[PublicKey]) -> Result<PackContent, LawPackError> {
    if file.len() > MOST {
        return Err(LawPackError::TooLarge { most: MOST });
    }
    let rest = file
        .strip_prefix(FIRST_LINE.as_bytes())
        .ok_or(LawPackError::NotALawPack)?;
    let (signature, archive) = signature_of(rest).ok_or(LawPackError::NotSigned)?;
    let signature = Signature::decode(signature).map_err(|_| LawPackError::NotSigned)?;
    let is_right = keys
        .iter()
        .any(|PublicKey(key)| key.verify(archive, &signature, false).is_ok());
    if !is_right {
        return Err(LawPackError::WrongSignature);
    }
    PackContent::of_bytes(archive)
}

/// The lines of the signature and what follows them.
fn signature_of(rest: &[u8]) -> Option<(&str, &[u8])> {
    let mut end = 0;
    for _ in 0..SIGNATURE_LINES {
        let line = rest.get(end..)?;
        let length = line
            .iter()
            .take(LONGEST_LINE)
            .position(|byte| *byte == b'\n')?;
        end += length + 1;
    }
    let (signature, archive) = rest.split_at_checked(end)?;
    Some((std::str::from_utf8(signature).ok()?.trim_end(), archive))
}
