//! The running words of a form: everything printed that is neither label nor answer.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::language::{FormLanguage, Words};

/// `%{name}` is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormTexts {
    pub(crate) yes: Words,
    pub(crate) no: Words,
    /// Printed in a table whose list is complete and empty.
    pub(crate) none: Words,
    /// `%{day}`, `%{month}`, `%{year}`.
    pub(crate) signature_date: Words,
    pub(crate) months: Months,
    /// In a box whose answer went on to another sheet: `%{sheet}`, `%{item}`.
    pub(crate) see: Words,
    /// Heading of a continuation sheet: `%{sheet}`.
    pub(crate) sheet_heading: Words,
    /// Over a continued answer: `%{item}`, `%{label}`.
    pub(crate) continued: Words,
    /// Below the signature line of a continuation sheet.
    pub(crate) signature: Words,
    /// Left half of the footer: `%{edition}`.
    pub(crate) footer: Words,
    /// Right half of the footer: `%{page}`, `%{pages}`.
    pub(crate) page_of: Words,
}

/// The names of the months as dates need them (Russian: genitive).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Months {
    pub(crate) kk: Vec<String>,
    pub(crate) ru: Vec<String>,
}

impl FormTexts {
    /// The name of a month, from 1, as dates need it.
    pub(crate) fn month(&self, language: FormLanguage, month: u32) -> &str {
        let months = match language {
            FormLanguage::Kk => &self.months.kk,
            FormLanguage::Ru => &self.months.ru,
        };
        // The form's check has seen twelve months.
        usize::try_from(month)
            .ok()
            .and_then(|month| months.get(month.checked_sub(1)?))
            .map_or("", String::as_str)
    }

    /// The date beside the signature.
    pub(crate) fn signature_date(&self, language: FormLanguage, on: NaiveDate) -> String {
        let month = self.month(language, on.month());
        self.signature_date.with(
            language,
            &[
                ("day", &format!("{:02}", on.day())),
                ("month", month),
                ("year", &on.year().to_string()),
            ],
        )
    }
}
