//! Why a foreign file gave no answer.

use qonys_papers::PhotoFlaw;
use thiserror::Error;

/// Why a foreign file was not read. Nothing of the person's is lost by any of these.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file cannot be opened.
    #[error("the file cannot be opened: {0}")]
    Unreadable(String),
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
            Self::Unreadable(_) => "reader.unreadable",
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
            Self::Unreadable(problem) | Self::NotStarted(problem) => {
                vec![("problem", problem.clone())]
            }
            Self::NotAFile | Self::TooSlow | Self::Crashed | Self::BadAnswer => Vec::new(),
        }
    }
}
