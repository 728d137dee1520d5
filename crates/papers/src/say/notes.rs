//! Notes on answers whose language or script does not seem to be the form's. They are
//! hints to read before printing; a paper never refuses because of them.

use crate::facts::{FactPath, FormValue};
use crate::form::{Doubt, Script};
use crate::language::FormLanguage;
use crate::paper::{LanguageNote, NoteKind};

/// Letters that Kazakh has and Russian has not.
const KAZAKH_LETTERS: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";

/// A Kazakh text of this many words without one Kazakh letter is very unusual.
const WORDS_TO_JUDGE: usize = 3;

/// Words that a Kazakh text does not have, not even as loan words: one of them tells a short answer. What both languages write
/// alike, as "инженер", "проспект" or "республика", is not among them.
const RUSSIAN_WORDS: &[&str] = &[
    "улица",
    "ул",
    "кв",
    "квартира",
    "город",
    "области",
    "область",
    "село",
    "деревня",
    "посёлок",
    "поселок",
    "переулок",
    "микрорайон",
    "площадь",
    "русский",
    "русская",
    "казах",
    "казашка",
    "украинец",
    "украинка",
    "немец",
    "немка",
    "татарин",
    "татарка",
    "узбечка",
    "кореец",
    "кореянка",
    "китаец",
    "китаянка",
    "еврей",
    "еврейка",
    "высшее",
    "среднее",
    "врач",
    "учитель",
    "учительница",
    "воспитатель",
    "воспитательница",
    "строитель",
    "водитель",
    "продавец",
    "зарплата",
    "сбережения",
    "работа",
    "учёба",
    "учеба",
    "брак",
    "развод",
    "вдова",
    "вдовец",
    "язык",
    "родной",
    "безработный",
    "безработная",
    "домохозяйка",
    "пенсионерка",
    "и",
    "из",
    "на",
    "по",
    "для",
    "без",
    "не",
    "от",
];

/// So many Latin words are a text.
const WORDS_OF_A_TEXT: usize = 2;

/// What to watch for in a box.
pub(crate) struct Watch<'a> {
    pub(crate) box_id: &'a str,
    pub(crate) item: Option<&'a str>,
    pub(crate) script: Option<Script>,
    pub(crate) names: bool,
}

impl Watch<'_> {
    pub(crate) fn notes(
        &self,
        language: FormLanguage,
        fact: &FactPath,
        value: &FormValue,
    ) -> Vec<LanguageNote> {
        let FormValue::Text { text, kk, ru } = value else {
            return Vec::new();
        };
        let (twin, other) = match language {
            FormLanguage::Kk => (kk, ru),
            FormLanguage::Ru => (ru, kk),
        };
        let printed = twin.as_ref().unwrap_or(text);
        let mut kinds = Vec::new();
        if let Some(script) = self.script {
            kinds.extend(wrong_script(script, printed));
        }
        if !self.names && twin.is_none() {
            if other.is_some() {
                kinds.push(NoteKind::NoTwin);
            } else {
                kinds.extend(other_language(language, printed));
                if self.script.is_none() {
                    kinds.extend(foreign_script(printed));
                }
            }
        }
        kinds
            .into_iter()
            .map(|kind| LanguageNote {
                box_id: self.box_id.to_owned(),
                item: self.item.map(str::to_owned),
                fact: fact.as_str().to_owned(),
                kind,
            })
            .collect()
    }
}

/// The note on a list of which it is not said that there is none in it.
pub(crate) fn in_doubt(box_id: &str, item: Option<&str>, doubt: &Doubt) -> Option<LanguageNote> {
    doubt.fact().map(|fact| LanguageNote {
        box_id: box_id.to_owned(),
        item: item.map(str::to_owned),
        fact: fact.as_str().to_owned(),
        kind: NoteKind::AnswersDisagree,
    })
}

fn wrong_script(script: Script, text: &str) -> Option<NoteKind> {
    let latin = text.chars().any(is_latin);
    let cyrillic = text.chars().any(is_cyrillic);
    match script {
        Script::Cyrillic if latin => Some(NoteKind::LatinLetters),
        Script::Latin if cyrillic => Some(NoteKind::CyrillicLetters),
        Script::Cyrillic | Script::Latin => None,
    }
}

/// Free text in Latin letters: neither Kazakh nor Russian as papers write them. One word may be a name or an address of
/// e-mail, and capitals alone a number. Beside Cyrillic words only small words count: a firm or a product begins with a capital.
fn foreign_script(text: &str) -> Option<NoteKind> {
    let small = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() > 1)
        .filter(|word| word.chars().all(|c| is_latin(c) && c.is_lowercase()))
        .count();
    let words = text
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| is_latin(*c)).count() > 1)
        .count();
    let latin = words >= WORDS_OF_A_TEXT
        && text.chars().any(|c| is_latin(c) && c.is_lowercase())
        && (small >= WORDS_OF_A_TEXT || !text.chars().any(is_cyrillic));
    latin.then_some(NoteKind::LatinLetters)
}

fn other_language(language: FormLanguage, text: &str) -> Option<NoteKind> {
    let kazakh = text.chars().any(|c| KAZAKH_LETTERS.contains(c));
    let words = text
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| is_cyrillic(*c)).count() > 1)
        .count();
    match language {
        FormLanguage::Ru if kazakh => Some(NoteKind::SeemsKazakh),
        FormLanguage::Kk if !kazakh && (words >= WORDS_TO_JUDGE || says_russian(text)) => {
            Some(NoteKind::SeemsRussian)
        }
        FormLanguage::Kk | FormLanguage::Ru => None,
    }
}

/// Whether one of the words is Russian only.
fn says_russian(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| RUSSIAN_WORDS.contains(&word.to_lowercase().as_str()))
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c < '\u{0250}' || ('\u{1E00}'..'\u{1F00}').contains(&c))
}

fn is_cyrillic(c: char) -> bool {
    c.is_alphabetic() && ('\u{0400}'..'\u{0530}').contains(&c)
}
