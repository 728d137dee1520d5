//! The papers of a case file, and whether their keys fit.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::EntityKind;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::Value;

use crate::case::Case;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::knowledge::Knowledge;
use crate::paper_key::PaperKey;

/// What a key of a paper must look like: any of the ways in which the pack's requirements ask for it.
#[derive(Default)]
struct Ways<'a> {
    plain: bool,
    by_country: bool,
    by_record: BTreeSet<&'a str>,
}

impl<'a> Ways<'a> {
    /// None when no requirement asks for the paper.
    fn of(knowledge: &'a Knowledge, paper: &str) -> Option<Self> {
        let mut ways = None;
        for requirement in &knowledge.pack.requirements {
            // That a list has no such paper says nothing of its key.
            if requirement.paper_id() != paper || requirement.absent {
                continue;
            }
            let ways = ways.get_or_insert_with(Self::default);
            match &requirement.of_each_record {
                Some(list) => {
                    ways.by_record.insert(list);
                }
                None if requirement.of_each.is_empty() => ways.plain = true,
                None => ways.by_country = true,
            }
        }
        ways
    }
}

/// Whether a key names a paper that the pack can ask of this person.
///
/// # Errors
/// What the key should look like.
pub(crate) fn check_key(
    knowledge: &Knowledge,
    lists: &BTreeMap<String, Records>,
    key: &str,
) -> Result<(), FieldProblem> {
    let parts = PaperKey::of(key);
    let Some(ways) = Ways::of(knowledge, parts.paper) else {
        return Err(FieldProblem::UnknownField);
    };
    let paper = parts.paper.to_owned();
    let wanted = || match ways.by_record.first() {
        Some(list) if !ways.by_country => FieldProblem::PaperRecordWanted {
            paper: paper.clone(),
            list: (*list).to_owned(),
        },
        Some(_) | None if ways.by_country => FieldProblem::PaperCountryWanted {
            paper: paper.clone(),
        },
        Some(_) | None => FieldProblem::PaperIsOne {
            paper: paper.clone(),
        },
    };
    match (parts.country, parts.record) {
        (None, None) if ways.plain => Ok(()),
        (Some(code), _) if ways.by_country => {
            if knowledge.pack.countries.contains_key(code) {
                Ok(())
            } else {
                Err(FieldProblem::PaperCountryWanted { paper })
            }
        }
        (None, Some(record)) if !ways.by_record.is_empty() => {
            let known = ways.by_record.iter().any(|list| {
                lists
                    .get(*list)
                    .is_some_and(|list| list.get(record).is_some())
            });
            if known { Ok(()) } else { Err(wanted()) }
        }
        (None | Some(_), None | Some(_)) => Err(wanted()),
    }
}

/// Whether every paper of a country is of a country that the case names. A case that does not say yet of which
/// countries papers are asked is not judged.
///
/// # Errors
/// The key of the paper that nobody asks for.
pub fn check_paper_countries(knowledge: &Knowledge, case: &Case) -> Result<(), AppError> {
    for key in case.answers.papers.keys() {
        let parts = PaperKey::of(key);
        let Some(code) = parts.country else { continue };
        let Some(named) = named_countries(knowledge, &case.answers, parts.paper) else {
            continue;
        };
        if !named.contains(code) {
            let countries: Vec<&str> = named.into_iter().collect();
            return Err(AppError::field(
                format!("papers.{key}"),
                FieldProblem::PaperOfNobody {
                    countries: countries.join(", "),
                },
            ));
        }
    }
    Ok(())
}

/// The countries of which a paper may be asked; none while an answer is missing.
fn named_countries<'a>(
    knowledge: &Knowledge,
    answers: &'a Answers,
    paper: &str,
) -> Option<BTreeSet<&'a str>> {
    let mut named = BTreeSet::new();
    let paths = knowledge
        .pack
        .requirements
        .iter()
        .filter(|requirement| requirement.paper_id() == paper)
        .flat_map(|requirement| &requirement.of_each);
    for path in paths {
        let entity = knowledge.interview.entity(&path.entity)?;
        let records: Vec<&Record> = match entity.kind {
            EntityKind::Single | EntityKind::Keyed => {
                answers.singles.get(&path.entity).into_iter().collect()
            }
            EntityKind::List => {
                let list = answers.lists.get(&path.entity)?;
                if !list.complete {
                    return None;
                }
                list.records.iter().map(|(_, record)| record).collect()
            }
        };
        if entity.kind != EntityKind::List && records.is_empty() {
            return None;
        }
        for record in records {
            match record.get(&path.fact) {
                Some(Answer::Known(Value::Country(code))) => {
                    named.insert(code.as_str());
                }
                Some(Answer::Known(_)) => {}
                Some(Answer::NotKnownYet) | None => return None,
            }
        }
    }
    Some(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::case_from_json;
    use crate::read::saved_case;

    #[test]
    fn a_saved_case_opens_although_a_paper_is_now_asked_for_in_another_way() {
        let knowledge = Knowledge::built_in().unwrap();
        let text = r#"{ "format": 1, "papers": {
            "child_consent": { "in_hand": true }, "photo": { "in_hand": true } } }"#;
        assert!(
            case_from_json(&knowledge, text).is_err(),
            "a case file is mended by whoever wrote it"
        );
        let (saved, _kept) = saved_case(&knowledge, &text.parse().unwrap()).unwrap();
        assert_eq!(saved.answers.papers.keys().collect::<Vec<_>>(), ["photo"]);
    }

    #[test]
    fn a_country_is_judged_only_when_all_countries_are_known() {
        let knowledge = Knowledge::built_in().unwrap();
        let case = |citizenships: &str| {
            let text = format!(
                r#"{{ "format": 1, "answers": {{ "applicant": {{ "citizenship": "RU",
                "permanent_residence_country": "RU" }} }}, "lists": {{ "citizenship": {citizenships} }},
                "papers": {{ "criminal_record:IL": {{ "in_hand": true }} }} }}"#
            );
            case_from_json(&knowledge, &text).unwrap()
        };
        let open = case(r#"{ "complete": false, "records": [] }"#);
        assert!(check_paper_countries(&knowledge, &open).is_ok());
        let none = case(r#"{ "complete": true, "records": [] }"#);
        assert!(check_paper_countries(&knowledge, &none).is_err());
        let israel = case(r#"{ "complete": true, "records": [{ "country": "IL" }] }"#);
        assert!(check_paper_countries(&knowledge, &israel).is_ok());
    }
}
