//! What can be wrong with the input.

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
    /// There is no filing day.
    #[error("{file}: plan.filing: give the filing day with --on or in the file's plan")]
    NoFilingDay {
        /// The file as it was named.
        file: String,
    },
    /// The program itself.
    #[error(transparent)]
    App(#[from] AppError),
    /// Something that cannot be printed as JSON.
    #[error("the answer cannot be printed: {0}")]
    Json(#[from] serde_json::Error),
}
