//! Persons whom another application of the family names, and who may be taken over into a list of this one.
//!
//! Nothing is taken by itself. Only answers that today's program understands are offered, and "I don't know yet" is not: who
//! files this application may know it.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::FactPath;
use qonys_law::FactType;
use qonys_law::Record;
use qonys_law::Text;
use qonys_law::Value;

use super::Document;
use super::person_facts::ApplicantFacts;
use super::person_facts::PersonFacts;
use super::person_facts::PersonList;
use crate::case::Case;
use crate::interview::asked_facts;
use crate::knowledge::Knowledge;
use crate::read;

/// Someone whom another application names.
pub(crate) struct Person {
    /// The id of that application.
    pub(crate) application: String,
    /// The record there; none for the applicant.
    pub(crate) record: Option<String>,
    /// Who it is.
    pub(crate) who: Who,
    /// The answers that may be taken over.
    pub(crate) answers: Record,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[person]")
    }
}

/// By what a person is known: the name, and the day of birth where it is told.
#[derive(Clone)]
pub(crate) struct Who {
    pub(crate) name: Text,
    pub(crate) born: Option<NaiveDate>,
}

impl Who {
    /// Whether both are one person: the same name, and no other day of birth. Where both days are told and the same, one name may have
    /// fewer parts: often the patronymic is left out.
    fn is(&self, other: &Self) -> bool {
        let (mine, theirs) = (words(&self.name.text), words(&other.name.text));
        let least = mine.len().min(theirs.len());
        match (self.born, other.born) {
            (Some(one), Some(another)) if one != another => false,
            (Some(_), Some(_)) if least > 1 => mine.is_subset(&theirs) || theirs.is_subset(&mine),
            _ => mine == theirs,
        }
    }
}

/// The words of a name, whatever their order and their letters' size.
fn words(name: &str) -> BTreeSet<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}

/// The persons whom the other applications of the family name and a list of the open one does not.
pub(crate) fn persons(
    knowledge: &Knowledge,
    document: &Document,
    open: &Answers,
    entity: &str,
    today: NaiveDate,
) -> Vec<Person> {
    let Some((facts, list)) =
        PersonFacts::get().and_then(|facts| Some((facts, facts.list(entity)?)))
    else {
        return Vec::new();
    };
    let household = document.households.iter().find(|household| {
        let mut applications = household.applications.iter();
        applications.any(|one| document.is_open(&one.id))
    });
    let mut known: Vec<Who> = records(open, list).map(|(_, _, who)| who).collect();
    known.extend(applicant(&facts.applicant, open));
    let mut offered = Vec::new();
    for other in household.iter().flat_map(|one| &one.applications) {
        if document.is_open(&other.id) {
            continue;
        }
        // What cannot be read here is told where it is opened.
        let Ok((case, _)) = read::saved_case(knowledge, &other.case) else {
            continue;
        };
        for person in named(knowledge, facts, list, &other.id, &case, today) {
            if known.iter().all(|who| !who.is(&person.who)) {
                known.push(person.who.clone());
                offered.push(person);
            }
        }
    }
    offered
}

/// Whom an application names for a list: its applicant, and the records of its own list.
fn named(
    knowledge: &Knowledge,
    facts: &PersonFacts,
    list: &PersonList,
    application: &str,
    case: &Case,
    today: NaiveDate,
) -> Vec<Person> {
    let answers = &case.answers;
    // An answer whose question is no longer asked there may not be true any more.
    let asked = |entity: &str, record| asked_facts(knowledge, case, today, entity, record);
    let of_applicant = list.of_applicant.as_ref().and_then(|pairs| {
        let who = applicant(&facts.applicant, answers)?;
        let mut taken: Record = pairs
            .iter()
            .filter(|(to, from)| same_kind(knowledge, &path(list, to), from))
            .filter_map(|(to, from)| {
                asked(&from.entity, None).get(&from.fact)?;
                let value = answers.value(&from.entity, &from.fact)?;
                Some((to.clone(), Answer::Known(value.clone())))
            })
            .collect();
        if let [name] = list.name.as_slice()
            && is_text(knowledge, &path(list, name))
        {
            let value = Value::Text(who.name.clone());
            taken.insert(name.clone(), Answer::Known(value));
        }
        Some(Person {
            application: application.to_owned(),
            record: None,
            who,
            answers: taken,
        })
    });
    let of_list = records(answers, list).map(|(id, record, who)| {
        let asked = asked(&list.entity, Some(id));
        Person {
            application: application.to_owned(),
            record: Some(id.to_owned()),
            who,
            answers: record
                .iter()
                .filter(|(fact, _)| list.shared.contains(fact) && asked.contains(*fact))
                .filter(|(_, answer)| is_known(answer))
                .map(|(fact, answer)| (fact.clone(), answer.clone()))
                .collect(),
        }
    });
    of_applicant.into_iter().chain(of_list).collect()
}

fn is_known(answer: &Answer) -> bool {
    match answer {
        Answer::Known(_) => true,
        Answer::NotKnownYet => false,
    }
}

fn path(list: &PersonList, fact: &str) -> FactPath {
    FactPath {
        entity: list.entity.clone(),
        fact: fact.to_owned(),
    }
}

/// Whether two questions are answered alike in the interview in use.
fn same_kind(knowledge: &Knowledge, one: &FactPath, other: &FactPath) -> bool {
    let kind = |path| knowledge.interview.fact(path).map(|fact| fact.kind);
    kind(one).is_some_and(|one| Some(one) == kind(other))
}

fn is_text(knowledge: &Knowledge, path: &FactPath) -> bool {
    let fact = knowledge.interview.fact(path);
    fact.is_some_and(|fact| fact.kind == FactType::Text)
}

/// The records of a list that name somebody.
fn records<'a>(
    answers: &'a Answers,
    list: &'a PersonList,
) -> impl Iterator<Item = (&'a str, &'a Record, Who)> {
    let records = answers.lists.get(&list.entity);
    records
        .into_iter()
        .flat_map(|records| &records.records)
        .filter_map(|(id, record)| {
            let value = |fact: &String| match record.get(fact)? {
                Answer::Known(value) => Some(value),
                Answer::NotKnownYet => None,
            };
            let who = who(list.name.iter().filter_map(value), value(&list.born))?;
            Some((id.as_str(), record, who))
        })
}

/// The applicant of an application, once the name is told.
fn applicant(facts: &ApplicantFacts, answers: &Answers) -> Option<Who> {
    let value = |path: &FactPath| answers.value(&path.entity, &path.fact);
    who(facts.name.iter().filter_map(value), value(&facts.born))
}

fn who<'a>(parts: impl Iterator<Item = &'a Value>, born: Option<&Value>) -> Option<Who> {
    let parts: Vec<&Text> = parts.filter_map(Value::text).collect();
    let joined = |part: &dyn Fn(&Text) -> String| {
        let parts: Vec<String> = parts.iter().map(|text| part(text)).collect();
        parts.join(" ")
    };
    let twin = |of: &dyn Fn(&Text) -> Option<String>| {
        let any = parts.iter().any(|text| of(text).is_some());
        any.then(|| joined(&|text| of(text).unwrap_or_else(|| text.text.clone())))
    };
    let name = Text {
        text: joined(&|text| text.text.clone()),
        kk: twin(&|text| text.kk.clone()),
        ru: twin(&|text| text.ru.clone()),
    };
    let born = born.and_then(Value::day);
    (!name.text.trim().is_empty()).then_some(Who { name, born })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(name: &str, born: &str) -> Who {
        Who {
            name: Text {
                text: name.to_owned(),
                ..Text::default()
            },
            born: born.parse().ok(),
        }
    }

    #[test]
    fn one_person_is_known_by_name_and_day_of_birth() {
        let child = who("Ким Анна Олеговна", "2015-06-01");
        assert!(child.is(&who("КИМ  анна олеговна", "2015-06-01")));
        assert!(child.is(&who("Анна Ким", "2015-06-01")), "no patronymic");
        assert!(child.is(&who("Ким Анна Олеговна", "")), "no day told");
        assert!(!child.is(&who("Ким Анна", "")), "too little is told");
        assert!(!child.is(&who("Ким Анна Олеговна", "2015-06-02")));
        assert!(!child.is(&who("Ким Инна Олеговна", "2015-06-01")), "a twin");
        assert!(!child.is(&who("Ким", "2015-06-01")), "a surname is no name");
    }
}
