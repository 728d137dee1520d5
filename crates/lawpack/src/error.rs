//! What can be wrong with a file that should be a law pack.

/// Why a file is not taken as a law pack. Whatever it is, the law that the program knew stays in use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawPackError {
    /// The file is something else.
    #[error("the file is no law pack")]
    NotALawPack,
    /// The file is larger than any law pack.
    #[error("the file is larger than {most} bytes")]
    TooLarge {
        /// The most bytes, inclusive.
        most: usize,
    },
    /// Nobody signed it.
    #[error("the law pack is not signed")]
    NotSigned,
    /// It was signed with another key, or changed after it was signed.
    #[error(
        "the signature of the law pack is not right: it was changed, or signed by somebody else"
    )]
    WrongSignature,
    /// A key that cannot be read.
    #[error("this is no public key of minisign")]
    NotAKey,
    /// Signed as it is, the content cannot be read.
    #[error("{file}: {problem}")]
    Damaged {
        /// The file inside the pack.
        file: String,
        /// What is wrong with it.
        problem: String,
    },
    /// It was made for a newer program.
    #[error("the law pack wants engine {wanted}, this program has {here}")]
    NewerEngine {
        /// What it wants.
        wanted: u32,
        /// What is here.
        here: u32,
    },
}

impl LawPackError {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotALawPack => "law_pack_not_one",
            Self::TooLarge { .. } => "law_pack_too_large",
            Self::NotSigned => "law_pack_not_signed",
            Self::WrongSignature => "law_pack_wrong_signature",
            Self::NotAKey => "law_pack_not_a_key",
            Self::Damaged { .. } => "law_pack_damaged",
            Self::NewerEngine { .. } => "law_pack_newer_engine",
        }
    }

    /// The arguments of the words.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotALawPack | Self::NotSigned | Self::WrongSignature | Self::NotAKey => {
                Vec::new()
            }
            Self::TooLarge { most } => vec![("most", most.to_string())],
            Self::Damaged { file, problem } => {
                vec![("file", file.clone()), ("detail", problem.clone())]
            }
            Self::NewerEngine { wanted, here } => {
                vec![("wanted", wanted.to_string()), ("here", here.to_string())]
            }
        }
    }
}
