//! Answers as the words of a flowing text.

use chrono::NaiveDate;
use qonys_texts::{Lang, date_numeric, date_official, date_paper, number_in_words};

use super::block::{DateStyle, Slot};
use super::bound::Bound;
use crate::error::PaperError;
use crate::facts::{FactPath, FormFacts, FormValue, FormWords};
use crate::form::{Part, Say};
use crate::language::{FormLanguage, Words};
use crate::letters::clean;
use crate::paper::{LanguageNote, NoteKind};
use crate::say::{Asked, Watch};

/// The mark that stands for an answer to be written by hand.
const STROKE: &str = "_";

/// How many strokes stand for a part that is missing among others.
const BLANK_PART: usize = 16;

/// A line to write on.
pub(crate) fn line(strokes: usize) -> String {
    STROKE.repeat(strokes)
}

/// Says slots in one language.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub(crate) lang: Lang,
    pub(crate) yes: &'a Words,
    pub(crate) no: &'a Words,
    pub(crate) words: &'a dyn FormWords,
    pub(crate) on: NaiveDate,
}

impl Teller<'_> {
    /// The slot's answer, or none where it is not answered.
    pub(crate) fn slot(
        &self,
        slot: &Slot,
        facts: &Bound<'_>,
        notes: &mut Vec<LanguageNote>,
    ) -> Result<Option<String>, PaperError> {
        let asked = Asked::whole(facts);
        if slot.required.iter().any(|fact| facts.value(fact).is_none()) {
            notes.extend(left_out(slot, asked));
            return Ok(None);
        }
        let mut said = Vec::new();
        let mut answered = false;
        for part in &slot.parts {
            if (part.otherwise && answered) || !asked.hold(&part.when) {
                continue;
            }
            let core = match &part.say {
                Say::Words(words) => words.in_lang(self.lang).to_owned(),
                Say::Fact(fact) => match facts.value(fact) {
                    None if slot.lines.contains(fact) => {
                        said.push(around(part, &line(BLANK_PART), self.lang));
                        continue;
                    }
                    None => continue,
                    Some(FormValue::Number(number))
                        if slot.least.is_some_and(|least| number < least) =>
                    {
                        notes.push(note(slot, fact, NoteKind::TooFew));
                        continue;
                    }
                    Some(value) => {
                        notes.extend(self.notes(slot, fact, &value));
                        self.value(slot, fact, &value)?
                    }
                },
            };
            let core = clean(&core).replace('\n', " ");
            if !core.is_empty() {
                said.push(around(part, &core, self.lang));
                answered = true;
            }
        }
        Ok(answered.then(|| said.join(&slot.join)))
    }

    fn notes(&self, slot: &Slot, fact: &FactPath, value: &FormValue) -> Vec<LanguageNote> {
        let watch = Watch {
            box_id: &slot.id,
            item: None,
            script: slot.script,
            names: slot.names,
        };
        FormLanguage::of(self.lang)
            .map(|language| watch.notes(language, fact, value))
            .unwrap_or_default()
    }

    fn value(&self, slot: &Slot, fact: &FactPath, value: &FormValue) -> Result<String, PaperError> {
        let no_word = |key: String| PaperError::NoWord {
            place: slot.id.clone(),
            key,
        };
        let language = FormLanguage::of(self.lang);
        Ok(match value {
            FormValue::Text { text, kk, ru } => match self.lang {
                Lang::Kk => kk.as_ref().unwrap_or(text),
                Lang::Ru => ru.as_ref().unwrap_or(text),
                Lang::En => text,
            }
            .clone(),
            FormValue::Date(day) => self.day(slot.date, *day),
            FormValue::Choice(option) => language
                .and_then(|language| self.words.option(fact, option, language))
                .map(|label| within_a_sentence(&label))
                .ok_or_else(|| no_word(format!("{fact}={option}")))?,
            FormValue::YesNo(true) => self.yes.in_lang(self.lang).to_owned(),
            FormValue::YesNo(false) => self.no.in_lang(self.lang).to_owned(),
            FormValue::Country(code) => language
                .and_then(|language| self.words.country(code, language))
                .ok_or_else(|| no_word(code.clone()))?,
            FormValue::Number(number) => match u64::try_from(*number) {
                Ok(count) if slot.in_words => {
                    format!("{number} ({})", number_in_words(self.lang, count))
                }
                Ok(_) | Err(_) => number.to_string(),
            },
        })
    }

    fn day(&self, style: DateStyle, day: NaiveDate) -> String {
        match style {
            DateStyle::Numeric => date_numeric(self.lang, day),
            DateStyle::Long => date_paper(self.lang, day),
            DateStyle::Official => date_official(self.lang, day),
        }
    }

    /// The day that the paper bears.
    pub(crate) fn today(&self) -> String {
        date_official(self.lang, self.on)
    }
}

fn note(slot: &Slot, fact: &FactPath, kind: NoteKind) -> LanguageNote {
    LanguageNote {
        box_id: slot.id.clone(),
        item: None,
        fact: fact.as_str().to_owned(),
        kind,
    }
}

/// The answers that stay off the paper because the other part, without which they say too little, is missing.
fn left_out(slot: &Slot, asked: Asked<'_>) -> Vec<LanguageNote> {
    slot.parts
        .iter()
        .filter(|part| asked.hold(&part.when))
        .filter_map(|part| match &part.say {
            Say::Fact(fact) => Some(fact),
            Say::Words(_) => None,
        })
        .filter(|fact| asked.value(fact).is_some())
        .map(|fact| note(slot, fact, NoteKind::PartOnly))
        .collect()
}

/// A label begins with a capital letter because it stands alone on the screen; within a sentence it does not. What is
/// more than a capital and a small letter, as in "B8", stays; a word of one letter is a preposition, as in "В разводе".
fn within_a_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second))
            if first.is_uppercase() && (second.is_lowercase() || second == ' ') =>
        {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        (Some(_) | None, Some(_) | None) => label.to_owned(),
    }
}

fn around(part: &Part, core: &str, lang: Lang) -> String {
    let of = |words: &Option<Words>| {
        words
            .as_ref()
            .map_or(String::new(), |words| words.in_lang(lang).to_owned())
    };
    format!("{}{core}{}", of(&part.before), of(&part.after))
}

#[cfg(test)]
mod tests {
    use super::within_a_sentence;

    #[test]
    fn a_label_is_small_within_a_sentence_and_a_name_of_letters_is_not() {
        for (label, said) in [
            ("В разводе", "в разводе"),
            ("Состою в браке", "состою в браке"),
            ("Әйел", "әйел"),
            ("B8", "B8"),
            ("ЖСН", "ЖСН"),
            ("В", "В"),
        ] {
            assert_eq!(within_a_sentence(label), said);
        }
    }
}
