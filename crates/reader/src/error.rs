//! Why a foreign file gave no answer.

use std::io::ErrorKind;

use qonys_papers::PhotoFlaw;
use thiserror::Error;

/// Why a foreign file was not read. Nothing of the person's is lost by any of these.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file cannot be opened, by what the system says.
    #[error("the file cannot be opened: {0}")]
    Unreadable(ErrorKind),
    /// A folder or a device.
    #[error("this is not a file")]
    NotAFile,
    /// The file has more bytes than are read.
    #[error("the file is larger than {most} bytes")]
    TooLarge {
        /// The most bytes.
        most: u64,
    },
    /// The reading took longer than is allowed.
    #[error("reading the file takes too long")]
    TooSlow,
    /// The reading process ended without an answer.
    #[error("the file broke off the reading")]
    Crashed,
    /// The reading process answered what it must not answer.
    #[error("the reading gave no usable answer")]
    BadAnswer,
    /// The reading process did not start.
    #[error("the reading could not begin: {0}")]
    NotStarted(String),
    /// The file was read and is no photo that can be used.
    #[error("the photo cannot be used: {0}")]
    Photo(PhotoFlaw),
}

impl ReadError {
    /// The stable code of the error; its words are in the interface's locales.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(kind) => unreadable(*kind),
            Self::NotAFile => "reader.not_a_file",
            Self::TooLarge { .. } => "reader.too_large",
            Self::TooSlow => "reader.too_slow",
            Self::Crashed => "reader.crashed",
            Self::BadAnswer => "reader.bad_answer",
            Self::NotStarted(_) => "reader.not_started",
            Self::Photo(flaw) => flaw.code(),
        }
    }

    /// The arguments of the error's words.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { most } => vec![("most", (most / 1024 / 1024).to_string())],
            Self::Photo(flaw) => flaw.arguments(),
            Self::Unreadable(kind) => vec![("problem", kind.to_string())],
            Self::NotStarted(problem) => vec![("problem", problem.clone())],
            Self::NotAFile | Self::TooSlow | Self::Crashed | Self::BadAnswer => Vec::new(),
        }
    }
}

/// The words for what systems usually say; only the rare rest is told by its own name.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds are not ours, and new ones may come"
)]
fn unreadable(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "reader.not_found",
        ErrorKind::PermissionDenied => "reader.denied",
        _ => "reader.unreadable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_usually_say_has_words_of_our_own() {
        for (kind, code) in [
            (ErrorKind::NotFound, "reader.not_found"),
            (ErrorKind::PermissionDenied, "reader.denied"),
            (ErrorKind::TimedOut, "reader.unreadable"),
        ] {
            let error = ReadError::Unreadable(kind);
            assert_eq!(error.code(), code);
            let told = error.arguments();
            assert!(!told[0].1.contains("os error"), "{told:?}");
        }
    }
}
