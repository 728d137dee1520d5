//! What can be wrong with the input.

use std::io::ErrorKind;
use std::path::Path;

use qonys_app::AppError;
use qonys_app::Lang;
use qonys_app::error_said;
use qonys_app::error_words;
use qonys_app::line_of_field;
use qonys_app::text_with;

/// A command that could not be carried out.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A file that cannot be read.
    Unreadable {
        /// The file as it was named.
        file: String,
        /// What the system says.
        kind: ErrorKind,
    },
    /// A file that is larger than any case.
    TooLarge {
        /// The file as it was named.
        file: String,
        /// The most bytes.
        most: u64,
    },
    /// A file that is no text.
    NotText {
        /// The file as it was named.
        file: String,
    },
    /// A folder without a file of the law.
    NoToml {
        /// The folder as it was named.
        folder: String,
    },
    /// A field of a file that is wrong.
    Case {
        /// The file as it was named.
        file: String,
        /// The line of the field, from one, where it is known.
        line: Option<usize>,
        /// What is wrong.
        error: Box<AppError>,
    },
    /// Trips that cannot all be true.
    Contradiction {
        /// The file as it was named.
        file: String,
        /// The line of the first of them, where it is known.
        line: Option<usize>,
        /// The field of the first of them.
        field: String,
        /// What contradicts what, in the language of the answer.
        problems: String,
    },
    /// A folder that nothing can be written into.
    NotWritten {
        /// The folder as it was named.
        folder: String,
        /// The file.
        file: String,
        /// What the system says.
        kind: ErrorKind,
        /// The files that were written before it.
        written: Vec<String>,
    },
    /// Some papers were written and others could not be made.
    NotMade {
        /// What was written, as the answer says it.
        answer: String,
        /// The title of each of the others, and why it was not made.
        papers: Vec<(String, AppError)>,
    },
    /// There is no filing day.
    NoFilingDay {
        /// The file as it was named.
        file: String,
    },
    /// Days of the plan in the wrong order, of which the command line gave at least one.
    PlanOrder {
        /// The file as it was named.
        file: String,
        /// `plan_payment` or `plan_decision`.
        code: &'static str,
        /// The filing day with the name of who gave it: `--on 2026-11-30`.
        filing: String,
        /// The other day, as well.
        other: String,
    },
    /// The law pack has no such record.
    NoSuchRecord {
        /// `no_such_record` or `no_such_kind`.
        code: &'static str,
        /// As it was named.
        name: String,
        /// The names that may have been meant, with commas between them; empty where there is none.
        nearest: String,
    },
    /// A day cannot be compared with a pack.
    TwoOfAKind {
        /// The first as it was named.
        first: String,
        /// The second as it was named.
        second: String,
    },
    /// The system names no folder in which a seed could be kept.
    NoPlaceForSeed,
    /// A seed that could not be made.
    NoSeed {
        /// The file as it was named.
        file: String,
        /// What the system says.
        kind: ErrorKind,
    },
    /// A file that holds no seed.
    ForeignSeed {
        /// The file as it was named.
        file: String,
    },
    /// A law pack has faults, one a line.
    Lint(String),
    /// The program itself.
    App(AppError),
    /// Something that cannot be printed as JSON.
    Json,
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(_: serde_json::Error) -> Self {
        Self::Json
    }
}

impl Failure {
    /// What is wrong with a file as a whole.
    pub(crate) fn of_file(file: &Path, error: AppError) -> Self {
        Self::Case {
            file: file.display().to_string(),
            line: None,
            error: Box::new(error),
        }
    }

    /// What is wrong with a field of a file, with its line.
    pub(crate) fn in_text(file: &Path, text: &str, error: AppError) -> Self {
        let line = if let AppError::Field { field, .. } = &error {
            line_of_field(text, field)
        } else {
            None
        };
        Self::Case {
            file: file.display().to_string(),
            line,
            error: Box::new(error),
        }
    }

    /// What went wrong while something was written into a folder: the folder is named.
    pub(crate) fn writing(folder: &Path, error: AppError) -> Self {
        if let AppError::Write { file, kind } = error {
            Self::NotWritten {
                folder: folder.display().to_string(),
                file,
                kind,
                written: Vec::new(),
            }
        } else {
            Self::App(error)
        }
    }

    /// The same, with the files that were written before.
    pub(crate) fn after(self, before: Vec<String>) -> Self {
        if let Self::NotWritten {
            folder, file, kind, ..
        } = self
        {
            Self::NotWritten {
                folder,
                file,
                kind,
                written: before,
            }
        } else {
            self
        }
    }

    /// What came of the command although something is wrong.
    pub(crate) fn answer(&self) -> Option<&str> {
        if let Self::NotMade { answer, .. } = self {
            Some(answer)
        } else {
            None
        }
    }

    /// What is wrong, where, and what to do, in a language.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let own =
            |code: &str, args: &[(&str, &str)]| error_said(lang, &format!("cli.{code}"), args);
        let at = |file: &str, line: Option<usize>| match line {
            Some(line) => text_with(
                lang,
                "errors.cli.at",
                &[("file", file), ("line", &line.to_string())],
            ),
            None => file.to_owned(),
        };
        match self {
            Self::Unreadable { file, kind } => {
                format!(
                    "{file}: {}",
                    own(read_code(*kind), &[("kind", &kind.to_string())])
                )
            }
            Self::TooLarge { file, most } => {
                format!(
                    "{file}: {}",
                    own("too_large", &[("most", &most.to_string())])
                )
            }
            Self::NotText { file } => format!("{file}: {}", own("not_text", &[])),
            Self::NoToml { folder } => format!("{folder}: {}", own("no_toml", &[])),
            Self::Case { file, line, error } => {
                let words = error_words(lang, error);
                if let AppError::Field { field, .. } = error.as_ref() {
                    format!("{}, {field}: {words}", at(file, *line))
                } else {
                    format!("{}: {words}", at(file, *line))
                }
            }
            Self::Contradiction {
                file,
                line,
                field,
                problems,
            } => format!(
                "{}, {field}: {}",
                at(file, *line),
                own("trips", &[("problems", problems)])
            ),
            Self::NotWritten {
                folder,
                file,
                kind,
                written,
            } => {
                let words = own(write_code(*kind), &[("kind", &kind.to_string())]);
                let words = format!("{folder}, {file}: {words}");
                if written.is_empty() {
                    return words;
                }
                let files = written.join(", ");
                let before = text_with(lang, "errors.cli.written_before", &[("files", &files)]);
                format!("{words} {before}")
            }
            Self::NotMade { papers, .. } => {
                let why: Vec<String> = papers
                    .iter()
                    .map(|(_, error)| error_words(lang, error))
                    .fold(Vec::new(), |mut known, words| {
                        // One answer stands on several papers.
                        if !known.contains(&words) {
                            known.push(words);
                        }
                        known
                    });
                let titles: Vec<&str> = papers.iter().map(|(title, _)| title.as_str()).collect();
                let papers = titles.join("; ");
                let not_made = text_with(lang, "errors.cli.not_made", &[("papers", &papers)]);
                format!("{not_made} {}", why.join(" "))
            }
            Self::NoFilingDay { file } => format!("{file}: {}", own("no_filing_day", &[])),
            Self::PlanOrder {
                file,
                code,
                filing,
                other,
            } => {
                let words = own(code, &[("first", filing), ("second", other)]);
                format!("{file}: {words}")
            }
            Self::NoSuchRecord {
                code,
                name,
                nearest,
            } => {
                let nearest = if nearest.is_empty() {
                    "qonys-cli law list"
                } else {
                    nearest
                };
                own(code, &[("name", name), ("nearest", nearest)])
            }
            Self::TwoOfAKind { first, second } => {
                own("two_of_a_kind", &[("first", first), ("second", second)])
            }
            Self::NoPlaceForSeed => own("seed.no_place", &[]),
            Self::NoSeed { file, kind } => {
                let words = own("seed.not_made", &[("kind", &kind.to_string())]);
                format!("{file}: {words}")
            }
            Self::ForeignSeed { file } => format!("{file}: {}", own("seed.foreign", &[])),
            Self::Lint(faults) => faults.clone(),
            Self::App(error) => {
                let words = error_words(lang, error);
                if let AppError::Field { field, .. } = error {
                    format!("{field}: {words}")
                } else {
                    words
                }
            }
            Self::Json => own("json", &[]),
        }
    }
}

/// The words for a file that is not read.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds are not ours, and new ones may come"
)]
fn read_code(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "read.not_found",
        ErrorKind::PermissionDenied => "read.denied",
        ErrorKind::IsADirectory => "read.is_folder",
        ErrorKind::NotADirectory => "read.no_folder",
        _ => "read.other",
    }
}

/// The words for a file that is not written.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds are not ours, and new ones may come"
)]
fn write_code(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "write.not_found",
        ErrorKind::PermissionDenied => "write.denied",
        // A folder is made where there is none; a file in its place is in the way.
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "write.no_folder",
        ErrorKind::StorageFull => "write.disk_full",
        ErrorKind::ReadOnlyFilesystem => "write.read_only",
        _ => "write.other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_says_what_was_written_before() {
        let failure = Failure::NotWritten {
            folder: "/a".to_owned(),
            file: "c.pdf".to_owned(),
            kind: ErrorKind::StorageFull,
            written: Vec::new(),
        };
        assert!(!failure.words(Lang::Ru).contains("До этого"));
        let words = failure
            .after(vec!["/a/a.pdf".to_owned(), "/a/b.pdf".to_owned()])
            .words(Lang::Ru);
        assert!(
            words.ends_with("До этого программа записала: /a/a.pdf, /a/b.pdf."),
            "{words}"
        );
    }
}
