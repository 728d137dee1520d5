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

use crate::wanted::Wanted;
use crate::wire::Problem;

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// A part of a date is empty.
    #[error("the date is not complete")]
    DateIncomplete,
    /// A part of a date is not a number.
    #[error("a date consists of digits")]
    DateNotDigits,
    /// There is no such day.
    #[error("there is no day {day}.{month}.{year}")]
    DateImpossible {
        /// Day of the month, as typed.
        day: String,
        /// Month, as typed.
        month: String,
        /// Year, as typed.
        year: String,
    },
    /// Not a whole number.
    #[error("not a whole number")]
    NumberNotWhole,
    /// The wrong number of digits.
    #[error("{length} digits are wanted")]
    DigitsWrongLength {
        /// How many are wanted.
        length: usize,
    },
    /// Something else than digits.
    #[error("only digits are wanted")]
    DigitsOnly,
    /// None of the options.
    #[error("one of these is wanted: {options}")]
    NotAnOption {
        /// The ids of the options, or what a country looks like.
        options: String,
    },
    /// No country's code.
    #[error("no country has this code of ISO 3166-1")]
    NoSuchCountry,
    /// No text.
    #[error("the text is empty")]
    TextEmpty,
    /// More text than anybody can mean.
    #[error("the text is longer than {most} characters")]
    TextTooLong {
        /// The most characters.
        most: usize,
    },
    /// A character that no paper can print.
    #[error("the text holds a control character")]
    ControlCharacter,
    /// A letter that is not Latin.
    #[error("\"{character}\" is not a Latin letter")]
    LatinWanted {
        /// The letter.
        character: char,
    },
    /// A letter that is not Cyrillic.
    #[error("\"{character}\" is not a Cyrillic letter")]
    CyrillicWanted {
        /// The letter.
        character: char,
    },
    /// No sum of money.
    #[error("a sum in tenge is wanted, with at most two digits of tiyn")]
    MoneyNotRead,
    /// A value of another type.
    #[error("{wanted} is wanted here")]
    WrongType {
        /// What is wanted.
        wanted: Wanted,
    },
    /// More records than any life holds.
    #[error("the list has more than {most} records")]
    TooMany {
        /// The most records.
        most: usize,
    },
    /// A field that nothing knows.
    #[error("there is no such field")]
    UnknownField,
    /// The fee is paid after the papers were handed in.
    #[error("the fee must be paid on the filing day or before it")]
    PaymentAfterFiling,
    /// The decision lies before the filing.
    #[error("the decision must fall on the filing day or after it")]
    DecisionBeforeFiling,
    /// A paper of which there is one for each country stands without a country, or with none that exists.
    #[error(
        "there is one {paper} for each country: write {paper}:XX with the country's code of two letters"
    )]
    PaperCountryWanted {
        /// The paper.
        paper: String,
    },
    /// A paper of which there is one for each record stands without a record, or with none of the list.
    #[error(
        "there is one {paper} for each record of {list}: write {paper}/ID with the id of a record of lists.{list}"
    )]
    PaperRecordWanted {
        /// The paper.
        paper: String,
        /// The list.
        list: String,
    },
    /// A paper of which there is one stands with a country or a record.
    #[error("there is one {paper} only: write {paper} without anything after it")]
    PaperIsOne {
        /// The paper.
        paper: String,
    },
    /// A paper of a country that the case does not name.
    #[error("no paper of this country is asked for; the case names {countries}")]
    PaperOfNobody {
        /// The codes of the countries that it names.
        countries: String,
    },
    /// There is no filing day.
    #[error("a day for handing in the papers is wanted")]
    FilingMissing,
    /// A pause that ends today or earlier.
    #[error("a day after today is wanted")]
    PauseNotAhead,
    /// A pause that lasts beyond the day of the deadline, or beyond a year.
    #[error("the pause must end on {day} or before")]
    PauseTooLong {
        /// The last day on which it may end.
        day: String,
    },
}

impl FieldProblem {
    /// The code of the words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::DateIncomplete => "date_incomplete",
            Self::DateNotDigits => "date_not_digits",
            Self::DateImpossible { .. } => "date_impossible",
            Self::NumberNotWhole => "number_not_whole",
            Self::MoneyNotRead => "money_not_read",
            Self::DigitsWrongLength { .. } => "digits_wrong_length",
            Self::DigitsOnly => "digits_only",
            Self::NotAnOption { .. } => "not_an_option",
            Self::NoSuchCountry => "no_such_country",
            Self::TextEmpty => "text_empty",
            Self::TextTooLong { .. } => "text_too_long",
            Self::ControlCharacter => "control_character",
            Self::LatinWanted { .. } => "latin_wanted",
            Self::CyrillicWanted { .. } => "cyrillic_wanted",
            Self::WrongType { .. } => "wrong_type",
            Self::TooMany { .. } => "too_many_records",
            Self::UnknownField => "unknown_question",
            Self::PaymentAfterFiling => "payment_after_filing",
            Self::DecisionBeforeFiling => "decision_before_filing",
            Self::PaperCountryWanted { .. } => "paper_country_wanted",
            Self::PaperRecordWanted { .. } => "paper_record_wanted",
            Self::PaperIsOne { .. } => "paper_is_one",
            Self::PaperOfNobody { .. } => "paper_of_nobody",
            Self::FilingMissing => "filing_missing",
            Self::PauseNotAhead => "pause_not_ahead",
            Self::PauseTooLong { .. } => "pause_too_long",
        }
    }

    fn args(&self) -> BTreeMap<String, String> {
        let pairs: Vec<(&str, String)> = match self {
            Self::DateImpossible { day, month, year } => vec![
                ("day", day.clone()),
                ("month", month.clone()),
                ("year", year.clone()),
            ],
            Self::DigitsWrongLength { length } => vec![("length", length.to_string())],
            Self::NotAnOption { options } => vec![("options", options.clone())],
            Self::TextTooLong { most } | Self::TooMany { most } => {
                vec![("most", most.to_string())]
            }
            Self::LatinWanted { character } | Self::CyrillicWanted { character } => {
                vec![("character", character.to_string())]
            }
            Self::PaperCountryWanted { paper } | Self::PaperIsOne { paper } => {
                vec![("paper", paper.clone())]
            }
            Self::PaperRecordWanted { paper, list } => {
                vec![("paper", paper.clone()), ("list", list.clone())]
            }
            Self::PaperOfNobody { countries } => vec![("countries", countries.clone())],
            Self::PauseTooLong { day } => vec![("day", day.clone())],
            Self::WrongType { wanted } => vec![("wanted", wanted.to_string())],
            Self::DateIncomplete
            | Self::DateNotDigits
            | Self::NumberNotWhole
            | Self::MoneyNotRead
            | Self::DigitsOnly
            | Self::NoSuchCountry
            | Self::TextEmpty
            | Self::ControlCharacter
            | Self::UnknownField
            | Self::PaymentAfterFiling
            | Self::DecisionBeforeFiling
            | Self::FilingMissing
            | Self::PauseNotAhead => Vec::new(),
        };
        pairs
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }
}

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
