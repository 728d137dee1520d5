//! What is wrong with one answer or one place of a file.

use std::collections::BTreeMap;

use crate::wanted::Wanted;

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// A part of a date is empty.
    #[error("the date is not complete")]
    DateIncomplete,
    /// A part of a date is not a number.
    #[error("a date consists of digits")]
    DateNotDigits,
    /// The year is not written with four digits.
    #[error("the year is not written with four digits")]
    YearNotWhole {
        /// As it was typed.
        year: String,
    },
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
            Self::YearNotWhole { .. } => "year_not_whole",
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

    pub(crate) fn args(&self) -> BTreeMap<String, String> {
        let pairs: Vec<(&str, String)> = match self {
            Self::YearNotWhole { year } => vec![("year", year.clone())],
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
