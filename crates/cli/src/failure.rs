//! What can be wrong with the input.

use std::path::Path;

use qonys_app::AppError;

/// A command that could not be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A file that cannot be read.
    #[error("{file}: {problem}")]
    Unreadable {
        /// The file as it was named.
        file: String,
        /// What the system says.
        problem: String,
    },
    /// A file that is larger than any case.
    #[error("{file}: the file is larger than {most} bytes; a case file is not")]
    TooLarge {
        /// The file as it was named.
        file: String,
        /// The most bytes.
        most: u64,
    },
    /// A file that is no text.
    #[error("{file}: the file is not UTF-8 text")]
    NotText {
        /// The file as it was named.
        file: String,
    },
    /// A field of a file that is wrong.
    #[error("{file}: {error}")]
    Case {
        /// The file as it was named.
        file: String,
        /// What is wrong.
        error: AppError,
    },
    /// Trips that cannot all be true.
    #[error("{file}: trips: {problems}")]
    Contradiction {
        /// The file as it was named.
        file: String,
        /// What contradicts what.
        problems: String,
    },
    /// A folder that nothing can be written into.
    #[error(
        "{folder}: {file} could not be written ({problem}); name a folder that you may write to"
    )]
    NotWritten {
        /// The folder as it was named.
        folder: String,
        /// The file.
        file: String,
        /// What the system says.
        problem: String,
    },
    /// There is no filing day.
    #[error("{file}: plan.filing: give the filing day with --on or in the file's plan")]
    NoFilingDay {
        /// The file as it was named.
        file: String,
    },
    /// The law pack has no such record.
    #[error("there is no {what} \"{name}\"{}", meant(.nearest))]
    NoSuchRecord {
        /// What is missing: a record or a kind.
        what: &'static str,
        /// As it was named.
        name: String,
        /// The names that may have been meant, with commas between them; empty where there is none.
        nearest: String,
    },
    /// A day cannot be compared with a pack.
    #[error("{first} and {second}: two days are compared, or two packs, not one with the other")]
    TwoOfAKind {
        /// The first as it was named.
        first: String,
        /// The second as it was named.
        second: String,
    },
    /// A law pack has faults, one a line.
    #[error("{0}")]
    Lint(String),
    /// The program itself.
    #[error(transparent)]
    App(#[from] AppError),
    /// Something that cannot be printed as JSON.
    #[error("the answer cannot be printed: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// What went wrong while something was written into a folder: the folder is named.
    pub(crate) fn writing(folder: &Path, error: AppError) -> Self {
        if let AppError::Write { file, problem } = error {
            Self::NotWritten {
                folder: folder.display().to_string(),
                file,
                problem,
            }
        } else {
            Self::App(error)
        }
    }
}

fn meant(nearest: &str) -> String {
    if nearest.is_empty() {
        "; `qonys-cli law list` names what there is".to_owned()
    } else {
        format!("; did you mean one of these: {nearest}?")
    }
}
