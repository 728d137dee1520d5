//! Which answer a place of a blank may be for: guessed from the name of its field or from the
//! words beside it. Only suggestions; the person decides.

use serde::Deserialize;

use super::drawn::{Words as Drawn, drawn};
use super::error::BlankError;
use super::read::{Blank, Source};
use crate::error::PaperError;
use crate::facts::FactPath;
use crate::form::{Fill, Form, FormBox};
use crate::length::{Area, Length};

/// How far to the left of a place its label may begin.
const LEFT: Length = Length::millimetres(110);
/// How far above it.
const ABOVE: Length = Length::millimetres(7);
/// From this part of a thousand on, a likeness is said.
const LEAST: usize = 700;

/// A guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The fact.
    pub fact: String,
    /// How alike the words are, in thousandths.
    pub likeness: usize,
    /// The words that the guess was made from: of the blank, never an answer.
    pub from: String,
}

/// What facts are called on blanks.
pub struct FactNames {
    names: Vec<(FactPath, Vec<String>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    fact: Vec<NamesEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesEntry {
    path: FactPath,
    names: Vec<String>,
}

impl FactNames {
    /// From a form's labels and a file of further names (`assets/forms/blank-names.toml`).
    ///
    /// # Errors
    /// When the file of names is not right.
    pub fn new(form: &Form, names: &str) -> Result<Self, PaperError> {
        let file: NamesFile = toml::from_str(names).map_err(|error| PaperError::Malformed {
            form: "blank-names".to_owned(),
            message: error.to_string(),
        })?;
        let mut all: Vec<(FactPath, Vec<String>)> = Vec::new();
        let mut add = |path: &FactPath, name: &str| {
            let words = words_of(name);
            if !words.is_empty() {
                all.push((path.clone(), words));
            }
        };
        for entry in &file.fact {
            for name in &entry.names {
                add(&entry.path, name);
            }
        }
        for one in &form.file.boxes {
            if let (Some(fact), Some(label)) = (main_fact(one), &one.label) {
                add(fact, &label.kk);
                add(fact, &label.ru);
                add(fact, label.en.as_deref().unwrap_or_default());
            }
        }
        Ok(Self { names: all })
    }

    /// The fact whose name is most like these words.
    pub fn suggest(&self, words: &str) -> Option<Suggestion> {
        let asked = words_of(words);
        if asked.is_empty() {
            return None;
        }
        self.names
            .iter()
            .map(|(fact, name)| (likeness(&asked, name), fact))
            .filter(|(likeness, _)| *likeness >= LEAST)
            // The first of equals: the file of names comes before the labels.
            .fold(None, |best: Option<(usize, &FactPath)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                Some(_) | None => Some(next),
            })
            .map(|(likeness, fact)| Suggestion {
                fact: fact.to_string(),
                likeness,
                from: words.trim().to_owned(),
            })
    }
}

/// The single fact that a box is about.
fn main_fact(one: &FormBox) -> Option<&FactPath> {
    match &one.fill {
        Fill::Text(_) | Fill::Comb(_) | Fill::Choice(_) | Fill::States(_) | Fill::Date(_) => {
            one.facts().last().copied()
        }
        Fill::Table(_)
        | Fill::Lines(_)
        | Fill::Static(_)
        | Fill::Tick(_)
        | Fill::Photo
        | Fill::SigningDate
        | Fill::Blank => None,
    }
}

/// Small letters, split where names of fields are usually joined.
fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in text.chars() {
        let begins = c.is_uppercase() && small;
        if !c.is_alphabetic() || begins {
            if word.chars().count() > 1 {
                words.push(std::mem::take(&mut word));
            }
            word.clear();
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    if word.chars().count() > 1 {
        words.push(word);
    }
    words
}

/// Thousandths: the words that both have, of all words that either has; a word is the same
/// when all but its ending is.
fn likeness(one: &[String], other: &[String]) -> usize {
    let shared = one
        .iter()
        .filter(|word| other.iter().any(|known| same(word, known)))
        .count();
    let all = one.len() + other.len();
    (shared * 2000).checked_div(all).unwrap_or(0)
}

fn same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = one.chars().count().max(other.chars().count());
    shared >= 4 && longer - shared <= 2
}

impl Blank {
    /// A guess for each field that has one: from its hint, the words beside it, or its name.
    ///
    /// # Errors
    /// When a page cannot be read.
    pub fn suggest_for_fields(
        &self,
        names: &FactNames,
    ) -> Result<Vec<(String, Suggestion)>, BlankError> {
        let mut out = Vec::new();
        for field in self.fields() {
            let beside = match field.spots.first() {
                Some(spot) => self.words_beside(spot.page, spot.area)?,
                None => None,
            };
            let guesses = [field.hint.as_deref(), Some(&field.name), beside.as_deref()];
            let best = guesses
                .into_iter()
                .flatten()
                .filter_map(|words| names.suggest(words))
                .fold(None, |best: Option<Suggestion>, next| match best {
                    Some(best) if best.likeness >= next.likeness => Some(best),
                    Some(_) | None => Some(next),
                });
            if let Some(best) = best {
                out.push((field.name.clone(), best));
            }
        }
        Ok(out)
    }

    /// A guess for a place on a page, from the words beside it.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn suggest_for_place(
        &self,
        names: &FactNames,
        page: usize,
        area: Area,
    ) -> Result<Option<Suggestion>, BlankError> {
        Ok(self
            .words_beside(page, area)?
            .and_then(|words| names.suggest(&words)))
    }

    /// The words of the blank to the left of a place, or else right above it.
    ///
    /// # Errors
    /// When the page cannot be read.
    pub fn words_beside(&self, page: usize, area: Area) -> Result<Option<String>, BlankError> {
        let (Source::Pdf(source), Some(index)) = (&self.source, page.checked_sub(1)) else {
            return Ok(None);
        };
        let words = drawn(source, index)?.words;
        let beside = |one: &&Drawn| {
            one.baseline > area.y
                && one.baseline <= area.bottom() + Length::millimetres(1)
                && one.x < area.x
                && one.x + LEFT > area.x
        };
        let above = |one: &&Drawn| {
            one.baseline <= area.y
                && one.baseline + ABOVE > area.y
                && one.x < area.right()
                && one.right > area.x
        };
        let left = joined(words.iter().filter(beside).collect());
        Ok(left.or_else(|| joined(words.iter().filter(above).collect())))
    }
}

fn joined(mut words: Vec<&Drawn>) -> Option<String> {
    words.sort_by_key(|one| (one.baseline, one.x));
    let text: Vec<&str> = words.iter().map(|one| one.text.as_str()).collect();
    (!text.is_empty()).then(|| text.join(" "))
}
