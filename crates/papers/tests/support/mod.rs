//! Answers to fill forms with, and eyes to read the finished papers.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    clippy::disallowed_methods,
    reason = "tests; each file uses a part of this"
)]

pub mod blanks;
pub mod fixtures;
pub mod poppler;
pub mod proof;
pub mod raster;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qonys_papers::{
    FactPath, Filling, Form, FormFacts, FormLanguage, FormValue, FormWords, Paper, render,
};

pub const QUESTIONNAIRE: &str = include_str!("../../../../assets/forms/questionnaire.toml");

pub fn questionnaire() -> Form {
    Form::parse("questionnaire", QUESTIONNAIRE).unwrap()
}

/// The questionnaire with one box elsewhere.
pub fn with_box_at(id: &str, at: &str) -> Form {
    let (before, rest) = QUESTIONNAIRE
        .split_once(&format!("id = \"{id}\"\npage = "))
        .unwrap();
    let (page, rest) = rest.split_once('\n').unwrap();
    let (_, after) = rest.split_once('\n').unwrap();
    let moved = format!("{before}id = \"{id}\"\npage = {page}\nat = {at}\n{after}");
    Form::parse("moved", &moved).unwrap()
}

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

pub fn day(text: &str) -> FormValue {
    FormValue::Date(text.parse().unwrap())
}

pub fn choice(id: &str) -> FormValue {
    FormValue::Choice(id.to_owned())
}

pub fn country(code: &str) -> FormValue {
    FormValue::Country(code.to_owned())
}

pub fn text(text: &str) -> FormValue {
    FormValue::text(text)
}

pub fn twins(kk: &str, ru: &str) -> FormValue {
    FormValue::Text {
        text: ru.to_owned(),
        kk: Some(kk.to_owned()),
        ru: Some(ru.to_owned()),
    }
}

type Record = BTreeMap<String, FormValue>;

/// Answers in maps.
#[derive(Default, Clone)]
pub struct Answers {
    single: Record,
    lists: BTreeMap<String, Vec<Record>>,
    complete: Vec<String>,
    unsure: Vec<String>,
    given: BTreeMap<String, Vec<String>>,
    rows: BTreeMap<String, Vec<Vec<String>>>,
}

impl Answers {
    pub fn set(&mut self, fact: &str, value: FormValue) -> &mut Self {
        self.single.insert(fact.to_owned(), value);
        self
    }

    pub fn record(&mut self, entity: &str, facts: &[(&str, FormValue)]) -> &mut Self {
        let record = facts
            .iter()
            .map(|(fact, value)| (format!("{entity}.{fact}"), value.clone()))
            .collect();
        self.lists
            .entry(entity.to_owned())
            .or_default()
            .push(record);
        self
    }

    pub fn complete(&mut self, entities: &[&str]) -> &mut Self {
        self.complete
            .extend(entities.iter().map(|entity| (*entity).to_owned()));
        self
    }

    /// Facts of which the person said that the answer is not known yet.
    pub fn unsure(&mut self, facts: &[&str]) -> &mut Self {
        self.unsure
            .extend(facts.iter().map(|fact| (*fact).to_owned()));
        self
    }

    pub fn give(&mut self, name: &str, lines: &[&str]) -> &mut Self {
        self.given.insert(
            name.to_owned(),
            lines.iter().map(|line| (*line).to_owned()).collect(),
        );
        self
    }

    pub fn give_rows(&mut self, name: &str, rows: &[&[&str]]) -> &mut Self {
        let rows = rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        self.rows.insert(name.to_owned(), rows);
        self
    }
}

impl FormFacts for Answers {
    fn value(&self, fact: &FactPath) -> Option<FormValue> {
        self.single.get(fact.as_str()).cloned()
    }
    fn records(&self, entity: &str) -> usize {
        self.lists.get(entity).map_or(0, Vec::len)
    }
    fn record_value(&self, index: usize, fact: &FactPath) -> Option<FormValue> {
        self.lists
            .get(fact.entity())?
            .get(index)?
            .get(fact.as_str())
            .cloned()
    }
    fn list_complete(&self, entity: &str) -> bool {
        self.complete.iter().any(|known| known == entity)
    }
    fn not_known_yet(&self, _: Option<usize>, fact: &FactPath) -> bool {
        self.unsure.iter().any(|known| known == fact.as_str())
    }
    fn given(&self, name: &str) -> Vec<String> {
        self.given.get(name).cloned().unwrap_or_default()
    }
    fn given_rows(&self, name: &str) -> Vec<Vec<String>> {
        self.rows.get(name).cloned().unwrap_or_default()
    }
}

/// The words of the few countries and options that the fixtures use.
pub struct Lexicon;

const COUNTRIES: &[(&str, &str, &str)] = &[
    ("RU", "Ресей", "Россия"),
    ("KZ", "Қазақстан", "Казахстан"),
    ("UZ", "Өзбекстан", "Узбекистан"),
    ("DE", "Германия", "Германия"),
    ("CN", "Қытай", "Китай"),
    ("MN", "Моңғолия", "Монголия"),
];

const OPTIONS: &[(&str, &str, &str)] = &[
    (
        "passport.kind=foreign",
        "шетелдік паспорт",
        "заграничный паспорт",
    ),
    (
        "dwelling.basis=notarised_contract",
        "нотариалды куәландырылған шарт",
        "нотариально удостоверенный договор",
    ),
    (
        "entry.purpose=permanent_residence",
        "тұрақты тұру",
        "постоянное проживание",
    ),
    (
        "entry.visa=permanent_residence_b8",
        "тұрақты тұруға арналған виза (B8)",
        "виза на постоянное проживание (B8)",
    ),
    ("work.education=higher", "жоғары", "высшее"),
    ("applicant.sex=female", "әйел", "женский"),
    ("applicant.sex=male", "ер", "мужской"),
    (
        "applicant.marital_status=married",
        "некеде тұрамын",
        "состою в браке",
    ),
    ("work.military=not_liable", "міндетті емес", "не подлежу"),
    ("work.military=served", "қызмет өткердім", "отслужил"),
    ("relative.kinship=spouse", "жұбайы", "супруг(а)"),
    ("relative.kinship=mother", "анасы", "мать"),
    ("relative.kinship=father", "әкесі", "отец"),
    ("relative.kinship=brother", "аға-інісі", "брат"),
    ("relative.kinship=sister", "апа-сіңлісі", "сестра"),
    ("relative.kinship=son", "ұлы", "сын"),
    (
        "penalty.area=migration",
        "халықтың көші-қоны",
        "миграция населения",
    ),
];

fn of(list: &[(&str, &str, &str)], key: &str, language: FormLanguage) -> Option<String> {
    let (_, kk, ru) = list.iter().find(|(known, _, _)| *known == key)?;
    Some(
        match language {
            FormLanguage::Kk => kk,
            FormLanguage::Ru => ru,
        }
        .to_string(),
    )
}

impl FormWords for Lexicon {
    fn country(&self, code: &str, language: FormLanguage) -> Option<String> {
        of(COUNTRIES, code, language)
    }
    fn option(&self, fact: &FactPath, option: &str, language: FormLanguage) -> Option<String> {
        of(OPTIONS, &format!("{fact}={option}"), language)
    }
}

pub fn filling(facts: &dyn FormFacts) -> Filling<'_> {
    Filling {
        facts,
        words: &Lexicon,
        photo: None,
        on: today(),
    }
}

pub fn print(form: &Form, language: FormLanguage, facts: &dyn FormFacts) -> Paper {
    render(form, language, &filling(facts)).unwrap()
}
