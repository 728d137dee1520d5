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
    /// The date beside the signature.
    pub(crate) fn signature_date(&self, language: FormLanguage, on: NaiveDate) -> String {
        let months = match language {
            FormLanguage::Kk => &self.months.kk,
            FormLanguage::Ru => &self.months.ru,
        };
        // The form's check has seen twelve months.
        let month = months.get(on.month0() as usize).map_or("", String::as_str);
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
