//! What can go wrong in a use case.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qonys_entry::ZoneProblem;
use qonys_law::PackError;
use qonys_lawpack::LawPackError;
use qonys_papers::PaperError;
use qonys_reader::ReadError;
use qonys_reminders::ReminderError;
use qonys_vault::VaultError;

use crate::field_problem::FieldProblem;
use crate::glyph::NamedAnswers;
use crate::wire::Problem;

/// A use case that could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The built-in law pack does not fit together.
    #[error("the law pack cannot be used: {}", first(.0))]
    Pack(Vec<PackError>),
    /// A file is not taken as a law pack.
    #[error(transparent)]
    LawPack(#[from] LawPackError),
    /// A law pack is not newer than the law in use.
    #[error("the law pack is version {version}, the law in use is version {here}")]
    OlderLaw {
        /// The version of the pack.
        version: u32,
        /// The version in use.
        here: u32,
    },
    /// A law pack that is to answer is older than the law that is built in.
    #[error(
        "the law pack is version {version} of {issued}, the program has version {here} of {here_issued}"
    )]
    OlderThanOwn {
        /// The version of the pack.
        version: u32,
        /// Its day.
        issued: NaiveDate,
        /// The version that is built in.
        here: u32,
        /// Its day.
        here_issued: NaiveDate,
    },
    /// No newer law was offered, or it was taken already.
    #[error("no newer law was offered")]
    NothingOffered,
    /// A signed law pack in which the lints find faults.
    #[error("the law pack has faults: {}", .0.join("; "))]
    FaultyLaw(Vec<String>),
    /// An answer is wrong.
    #[error("{field}: {problem}")]
    Field {
        /// The field: the question's key, or the path in a case file.
        field: String,
        /// What is wrong.
        problem: FieldProblem,
    },
    /// A case file that is no JSON.
    #[error("line {line}, column {column}: {problem}")]
    NotJson {
        /// Line, from one.
        line: usize,
        /// Column, from one.
        column: usize,
        /// What the reader says.
        problem: String,
    },
    /// A case file in which one key stands twice.
    #[error("line {line}, column {column}: \"{key}\" stands twice")]
    KeyTwice {
        /// Line of the second time, from one.
        line: usize,
        /// Column, from one.
        column: usize,
        /// The key.
        key: String,
    },
    /// The change was made on an older state of the case.
    #[error("the case has changed meanwhile")]
    StaleRevision,
    /// No case is open.
    #[error("no case is open")]
    NotOpen,
    /// There is nothing to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// No folder was chosen for papers, or nothing of that name was saved.
    #[error("no folder was chosen")]
    NoFolder,
    /// What lies in the vault was saved by a newer program.
    #[error("saved in format {found}, this program reads up to {known}")]
    NewerState {
        /// The format found.
        found: u32,
        /// The newest format that this program reads.
        known: u32,
    },
    /// What lies in the vault is whole, but no document of this program.
    #[error("the saved document does not fit together")]
    DamagedState,
    /// There is no such household, application or document.
    #[error("there is no such household, application or document")]
    UnknownPart,
    /// A scan that is too large for the screen.
    #[error("more than {most} megabytes are not shown")]
    TooLargeToShow {
        /// The most megabytes.
        most: u64,
    },
    /// The address is none of the law pack's.
    #[error("the address is not one of the law pack")]
    UnknownAddress,
    /// Answers hold a character that no bundled font has.
    #[error("no glyph for {character:?}")]
    NoGlyph {
        /// The character.
        character: char,
        /// The answers.
        answers: Box<NamedAnswers>,
    },
    /// A paper could not be made.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The machine-readable lines were not read.
    #[error(transparent)]
    Zone(#[from] ZoneProblem),
    /// A foreign file was not read.
    #[error(transparent)]
    Reader(#[from] ReadError),
    /// The system gave no random digits.
    #[error("the system gives no random digits")]
    NoRandomness,
    /// A file of reminders could not be read or made.
    #[error(transparent)]
    Reminders(#[from] ReminderError),
    /// The case could not be saved or read.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A file could not be written.
    #[error("{file}: {kind}")]
    Write {
        /// The file's name.
        file: String,
        /// What the system says.
        kind: std::io::ErrorKind,
    },
    /// A file that the person chose could not be read.
    #[error("{file}: {problem}")]
    NotRead {
        /// The file's name.
        file: String,
        /// What the system says.
        problem: String,
    },
    /// The figures cannot have been measured on the test sheet.
    #[error("these figures cannot have been measured on the test sheet")]
    NotATestSheet,
    /// The case has no such blank, or its file is gone.
    #[error("there is no such blank in the case")]
    NoBlank,
    /// The case has no photo, or no picture was chosen for it.
    #[error("there is no photo in the case")]
    NoPhoto,
    /// The system did not take a file to print.
    #[error("the printer {printer} did not take the file")]
    NotPrinted {
        /// The printer.
        printer: String,
    },
    /// The case has no such paper.
    #[error("this case has no paper \"{paper}\"; it has: {known}")]
    NoSuchPaper {
        /// The key that was asked for: `paper` or `paper/record`.
        paper: String,
        /// The keys that the case has, with commas between them.
        known: String,
    },
    /// A form file of the program is not right.
    #[error("there is no form \"{0}\"")]
    UnknownForm(String),
}

fn first(errors: &[PackError]) -> String {
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

impl AppError {
    /// A wrong field.
    pub(crate) fn field(field: impl Into<String>, problem: FieldProblem) -> Self {
        Self::Field {
            field: field.into(),
            problem,
        }
    }

    /// What the screens get: a code with arguments.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let plain = |code: &str| Problem {
            code: code.to_owned(),
            args: BTreeMap::new(),
            field: None,
        };
        let with = |code: &str, args: Vec<(&str, String)>| Problem {
            code: code.to_owned(),
            args: args
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            field: None,
        };
        match self {
            Self::Pack(errors) => with("law_pack", vec![("detail", first(errors))]),
            Self::LawPack(error) => with(error.code(), error.arguments()),
            Self::OlderLaw { version, here } => with(
                "law_pack_older",
                vec![("version", version.to_string()), ("here", here.to_string())],
            ),
            Self::OlderThanOwn {
                version,
                issued,
                here,
                here_issued,
            } => with(
                "law_pack_older_than_own",
                vec![
                    ("version", version.to_string()),
                    ("issued", issued.to_string()),
                    ("here", here.to_string()),
                    ("here_issued", here_issued.to_string()),
                ],
            ),
            Self::NothingOffered => plain("law_pack_not_offered"),
            Self::FaultyLaw(faults) => with(
                "law_pack_faulty",
                vec![
                    ("count", faults.len().to_string()),
                    ("detail", faults.first().cloned().unwrap_or_default()),
                ],
            ),
            Self::Field { field, problem } => Problem {
                code: problem.code().to_owned(),
                args: problem.args(),
                field: Some(field.clone()),
            },
            Self::NotJson {
                line,
                column,
                problem,
            } => with(
                "not_json",
                vec![
                    ("line", line.to_string()),
                    ("column", column.to_string()),
                    ("problem", problem.clone()),
                ],
            ),
            Self::KeyTwice { line, key, .. } => with(
                "key_twice",
                vec![("line", line.to_string()), ("key", key.clone())],
            ),
            Self::StaleRevision => plain("stale_revision"),
            Self::NotOpen => plain("not_open"),
            Self::NothingToUndo => plain("nothing_to_undo"),
            Self::NoFolder => plain("no_folder"),
            Self::NewerState { found, known } => with(
                "newer_state",
                vec![("found", found.to_string()), ("known", known.to_string())],
            ),
            Self::DamagedState => plain("damaged_state"),
            Self::UnknownPart => plain("unknown_part"),
            Self::TooLargeToShow { most } => {
                with("too_large_to_show", vec![("most", most.to_string())])
            }
            Self::UnknownAddress => plain("unknown_address"),
            Self::NoGlyph { character, answers } => with(
                "no_glyph",
                vec![
                    ("character", character.to_string()),
                    ("answers", answers.of_paper().to_owned()),
                ],
            ),
            Self::Paper(error) => with(error.code(), error.arguments()),
            Self::Zone(error) => with(error.code(), error.args()),
            Self::Reader(error) => with(error.code(), error.arguments()),
            Self::NoRandomness => plain("no_randomness"),
            Self::Reminders(error) => with(error.code(), error.args()),
            Self::Vault(error) => with(error.code(), error.args()),
            Self::Write { file, .. } => with("write_failed", vec![("file", file.clone())]),
            Self::NotRead { file, .. } => with("file_not_read", vec![("file", file.clone())]),
            Self::NotATestSheet => plain("blank.not_a_test_sheet"),
            Self::NoBlank => plain("no_blank"),
            Self::NoPhoto => plain("no_photo"),
            Self::NotPrinted { printer } => with("not_printed", vec![("printer", printer.clone())]),
            Self::NoSuchPaper { paper, known } => with(
                "no_such_paper",
                vec![("paper", paper.clone()), ("known", known.clone())],
            ),
            Self::UnknownForm(form) => with("unknown_form", vec![("form", form.clone())]),
        }
    }
}
