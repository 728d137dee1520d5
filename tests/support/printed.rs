//! The exported papers, read back by another program.

use std::path::Path;

use chrono::NaiveDate;
use qonys_app::Lang;
use qonys_app::view::StatusCode;
use qonys_law::{Answer, Text, Value};
use qonys_papers::{
    FactPath, Filling, Form, FormFacts, FormLanguage, FormValue, FormWords, Placed, PlacedKind,
    render,
};

use super::case_file::CaseFile;
use super::expected::Expected;
use super::{poppler, proof};

const FORM: &str = include_str!("../../assets/forms/questionnaire.toml");

/// The case file as the form asks for it.
struct Facts<'a> {
    file: &'a CaseFile,
    enclosures: Vec<String>,
}

fn value(answer: &Answer) -> Option<FormValue> {
    let Answer::Known(value) = answer else {
        return None;
    };
    Some(match value {
        Value::YesNo(yes) => FormValue::YesNo(*yes),
        Value::Choice(id) => FormValue::Choice(id.clone()),
        Value::Date(day) => FormValue::Date(*day),
        Value::Country(code) => FormValue::Country(code.clone()),
        Value::Number(number) => FormValue::Number(*number),
        Value::Money(tiyn) => FormValue::Text {
            text: format!("{}.{:02}", tiyn / 100, tiyn % 100),
            kk: None,
            ru: None,
        },
        Value::Text(Text { text, kk, ru }) => FormValue::Text {
            text: text.clone(),
            kk: kk.clone(),
            ru: ru.clone(),
        },
    })
}

fn path(fact: &FactPath) -> qonys_law::FactPath {
    fact.as_str().parse().expect("a fact")
}

impl FormFacts for Facts<'_> {
    fn value(&self, fact: &FactPath) -> Option<FormValue> {
        value(self.file.single(&path(fact))?)
    }

    fn records(&self, entity: &str) -> usize {
        let list = self.file.case.answers.lists.get(entity);
        list.map_or(0, |list| list.records.len())
    }

    fn record_value(&self, index: usize, fact: &FactPath) -> Option<FormValue> {
        value(self.file.in_list(index, &path(fact))?)
    }

    fn list_complete(&self, entity: &str) -> bool {
        let list = self.file.case.answers.lists.get(entity);
        list.is_some_and(|list| list.complete)
    }

    fn given(&self, name: &str) -> Vec<String> {
        if name == "enclosures" {
            self.enclosures.clone()
        } else {
            Vec::new()
        }
    }
}

impl FormWords for Facts<'_> {
    fn country(&self, code: &str, language: FormLanguage) -> Option<String> {
        let country = self.file.knowledge.pack.countries.get(code)?;
        Some(of(&country.name, language).to_owned())
    }

    fn option(&self, fact: &FactPath, option: &str, language: FormLanguage) -> Option<String> {
        let fact = self.file.knowledge.interview.fact(&path(fact))?;
        let option = fact.option.iter().find(|known| known.id == option)?;
        Some(of(&option.label, language).to_owned())
    }
}

fn of(words: &qonys_law::Words, language: FormLanguage) -> &str {
    match language {
        FormLanguage::Kk => &words.kk,
        FormLanguage::Ru => &words.ru,
    }
}

/// The titles of the papers that the person has.
fn enclosures(expected: &Expected, language: FormLanguage) -> Vec<String> {
    let lang = match language {
        FormLanguage::Kk => Lang::Kk,
        FormLanguage::Ru => Lang::Ru,
    };
    let mut titles: Vec<String> = Vec::new();
    for requirement in &expected.pages(lang).answer.requirements {
        if requirement.paper == "questionnaire" {
            continue;
        }
        for paper in &requirement.papers {
            let there = matches!(
                paper.status,
                StatusCode::InHand | StatusCode::DateMissing | StatusCode::SumOpen
            );
            // One of several is told apart by its country or person.
            let title = match paper.country.as_ref().or(paper.person.as_ref()) {
                Some(whose) => format!("{}: {whose}", requirement.title),
                None => requirement.title.clone(),
            };
            if there && !titles.contains(&title) {
                titles.push(title);
            }
        }
    }
    titles
}

/// Everything that is wrong with an exported questionnaire: what is not exactly in its place.
pub(crate) fn wrong(
    pdf: &Path,
    file: &CaseFile,
    expected: &Expected,
    language: FormLanguage,
    on: NaiveDate,
) -> Vec<String> {
    let form = Form::parse("questionnaire", FORM).expect("the form");
    let facts = Facts {
        file,
        enclosures: enclosures(expected, language),
    };
    let filling = Filling {
        facts: &facts,
        words: &facts,
        photo: None,
        on,
    };
    let paper = render(&form, language, &filling).expect("the form is filled");
    let words = poppler::words(pdf);
    let mut wrong = proof::misplaced(&words, &paper.placed);
    wrong.extend(proof::colliding(&words));
    let answers = paper
        .placed
        .iter()
        .filter(|one| one.kind == PlacedKind::Text && !one.text.is_empty())
        .count();
    if answers
        < file
            .case
            .answers
            .singles
            .values()
            .map(|record| record.len())
            .sum::<usize>()
            / 2
    {
        wrong.push(format!("only {answers} answers are on the form"));
    }
    wrong.extend(lost(&paper.placed, file, language));
    wrong
}

/// Free texts of the file that are asked by the form and stand nowhere on it.
fn lost(placed: &[Placed], file: &CaseFile, language: FormLanguage) -> Vec<String> {
    let dense = |text: &str| -> String { text.split_whitespace().collect() };
    let all: Vec<String> = placed.iter().map(|one| dense(&one.text)).collect();
    // A long answer goes on on another sheet, so its parts are read in their order as well.
    let joined = all.concat();
    let stands = |text: &str| all.iter().any(|one| one.contains(text)) || joined.contains(text);
    let mut lost = Vec::new();
    for (entity, record) in &file.case.answers.singles {
        for (fact, answer) in record {
            let Answer::Known(Value::Text(text)) = answer else {
                continue;
            };
            let twin = match language {
                FormLanguage::Kk => &text.kk,
                FormLanguage::Ru => &text.ru,
            };
            let printed = twin.as_ref().unwrap_or(&text.text);
            if FORM.contains(&format!("{entity}.{fact}")) && !stands(&dense(printed)) {
                lost.push(format!("{entity}.{fact} stands nowhere on the form"));
            }
        }
    }
    lost
}
