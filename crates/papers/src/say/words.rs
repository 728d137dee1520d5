//! Values as words of the form's language.

use chrono::{Datelike, NaiveDate};

use super::notes::Watch;
use super::record::Asked;
use crate::error::PaperError;
use crate::facts::{FactPath, FormValue, FormWords};
use crate::form::{FormTexts, Part, Say};

use crate::language::FormLanguage;
use crate::paper::LanguageNote;

/// A day as it stands in the fields of a form.
fn plain_date(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year())
}

/// Turns answers into the form's language.
#[derive(Clone, Copy)]
pub(crate) struct Speaker<'a> {
    pub(crate) language: FormLanguage,
    pub(crate) texts: &'a FormTexts,
    pub(crate) words: &'a dyn FormWords,
}

impl Speaker<'_> {
    /// What the parts say, joined; empty when nothing is answered.
    pub(crate) fn say(
        &self,
        place: &str,
        parts: &[Part],
        join: &str,
        asked: Asked<'_>,
        watch: &Watch<'_>,
        notes: &mut Vec<LanguageNote>,
    ) -> Result<String, PaperError> {
        let mut said: Vec<String> = Vec::new();
        for part in parts {
            if (part.otherwise && !said.is_empty()) || !asked.hold(&part.when) {
                continue;
            }
            let core = match &part.say {
                Say::Words(words) => words.of(self.language).to_owned(),
                Say::Fact(fact) => match asked.value(fact) {
                    None => continue,
                    Some(value) => {
                        notes.extend(watch.notes(self.language, fact, &value));
                        self.value(place, fact, &value)?
                    }
                },
            };
            let core = core.trim();
            if core.is_empty() {
                continue;
            }
            let around = |words: &Option<crate::language::Words>| {
                words
                    .as_ref()
                    .map_or(String::new(), |words| words.of(self.language).to_owned())
            };
            said.push(format!(
                "{}{core}{}",
                around(&part.before),
                around(&part.after)
            ));
        }
        Ok(said.join(join))
    }

    pub(crate) fn value(
        &self,
        place: &str,
        fact: &FactPath,
        value: &FormValue,
    ) -> Result<String, PaperError> {
        let no_word = |key: String| PaperError::NoWord {
            place: place.to_owned(),
            key,
        };
        Ok(match value {
            FormValue::Text { text, kk, ru } => {
                let twin = match self.language {
                    FormLanguage::Kk => kk,
                    FormLanguage::Ru => ru,
                };
                twin.as_ref().unwrap_or(text).clone()
            }
            FormValue::Date(day) => plain_date(*day),
            FormValue::Choice(option) => self
                .words
                .option(fact, option, self.language)
                .ok_or_else(|| no_word(format!("{fact}={option}")))?,
            FormValue::YesNo(true) => self.texts.yes.of(self.language).to_owned(),
            FormValue::YesNo(false) => self.texts.no.of(self.language).to_owned(),
            FormValue::Country(code) => self
                .words
                .country(code, self.language)
                .ok_or_else(|| no_word(code.clone()))?,
            FormValue::Number(number) => number.to_string(),
        })
    }
}
