//! What the program saved against the case file.

use std::path::Path;

use qonys_app::{Case, NoKeys, case_of_saved};
use qonys_law::{Answer, Record};
use qonys_vault::{Passphrase, Vault};

use super::case_file::CaseFile;
use super::expected::Expected;

/// What lies in a closed vault.
pub(crate) fn saved(file: &CaseFile, vault: &Path, secret: &str) -> Case {
    let secret = Passphrase::new(secret.to_owned());
    let mut vault = Vault::open_with_passphrase(vault, &NoKeys, &secret).expect("the vault opens");
    let snapshot = vault.load().expect("it is whole").expect("it holds a case");
    case_of_saved(&file.knowledge, &snapshot.bytes).expect("a case")
}

/// Everything in which the saved case is not the case of the file, as far as the window asks for it.
pub(crate) fn differences(file: &CaseFile, expected: &Expected, saved: &Case) -> Vec<String> {
    let mut found = Vec::new();
    if file.case.plan != saved.plan {
        found.push("the plan".to_owned());
    }
    for question in expected.questions() {
        let record = question.record.as_deref();
        let wanted = answer(
            &file.case,
            &file.case,
            &question.entity,
            record,
            &question.fact,
        );
        let got = answer(saved, &file.case, &question.entity, record, &question.fact);
        if wanted != got {
            found.push(question.key.clone());
        }
    }
    for (entity, list) in &file.case.answers.lists {
        let lies = saved.answers.lists.get(entity);
        let same = lies.map(|list| (list.complete, list.records.len()));
        if same != Some((list.complete, list.records.len())) {
            found.push(format!("the list {entity}"));
        }
    }
    found.extend(strangers(file, saved));
    found
}

/// Saved answers that the file does not give.
fn strangers(file: &CaseFile, saved: &Case) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |entity: &str, record: Option<&str>, answers: &Record| {
        for (fact, given) in answers {
            if answer(&file.case, saved, entity, record, fact) != Some(given) {
                found.push(format!("{entity} {record:?} {fact} was never given"));
            }
        }
    };
    for (entity, answers) in &saved.answers.singles {
        look(entity, None, answers);
    }
    for (entity, list) in &saved.answers.lists {
        for (id, answers) in &list.records {
            look(entity, Some(id), answers);
        }
    }
    for (key, answers) in &saved.answers.papers {
        look("paper", Some(key), answers);
    }
    found
}

/// An answer of one case by the name that a record has in another: ids are each case's own, places are not.
fn answer<'a>(
    case: &'a Case,
    named_in: &Case,
    entity: &str,
    record: Option<&str>,
    fact: &str,
) -> Option<&'a Answer> {
    let answers = match record {
        None => case.answers.singles.get(entity),
        Some(key) if entity == "paper" => case.answers.papers.get(key),
        Some(id) => {
            let named = named_in.answers.lists.get(entity)?;
            let place = named.records.iter().position(|(known, _)| known == id)?;
            let list = case.answers.lists.get(entity)?;
            list.records.get(place).map(|(_, record)| record)
        }
    };
    answers?.get(fact)
}

/// Answers of the file that the window never asks for.
pub(crate) fn not_asked(file: &CaseFile, expected: &Expected) -> Vec<String> {
    let asked: Vec<&str> = expected
        .questions()
        .iter()
        .map(|question| question.key.as_str())
        .collect();
    let answers = &file.case.answers;
    let singles = answers
        .singles
        .iter()
        .flat_map(|(entity, record)| record.keys().map(move |fact| format!("{entity}.{fact}")));
    let lists = answers.lists.iter().flat_map(|(entity, list)| {
        list.records.iter().flat_map(move |(id, record)| {
            record
                .keys()
                .map(move |fact| format!("{entity}/{id}.{fact}"))
        })
    });
    let papers = answers
        .papers
        .iter()
        .flat_map(|(key, record)| record.keys().map(move |fact| format!("paper/{key}.{fact}")));
    singles
        .chain(lists)
        .chain(papers)
        .filter(|key| !asked.contains(&key.as_str()))
        .collect()
}
