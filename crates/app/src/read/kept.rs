//! Answers that today's program does not understand: of a question that the interview no longer asks, or with an option that
//! the law pack no longer has. They are kept word for word beside the case and written back, so that neither a new program
//! nor a new law pack takes an answer away.

use std::collections::BTreeMap;
use std::fmt;

use qonys_law::EntityKind;
use qonys_law::FactPath;
use qonys_law::Records;
use serde_json::Map;
use serde_json::Value as Json;

use crate::case::Case;
use crate::error::AppError;
use crate::knowledge::Knowledge;
use crate::paper_key::PaperKey;
use crate::read::case_file;
use crate::read::papers::check_key;

/// What was kept, in the shape of a case file.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Kept(Map<String, Json>);

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[kept answers]")
    }
}

/// Parts of a case file that are no answers.
const PLAIN: [&str; 7] = [
    "format",
    "about",
    "plan",
    "texts",
    "reminders",
    "blanks",
    "photo",
];

/// Reads a case that this program or an earlier one saved.
///
/// # Errors
/// What a case file can bring that is damaged in its form, not in its answers.
pub(crate) fn saved_case(knowledge: &Knowledge, saved: &Json) -> Result<(Case, Kept), AppError> {
    let (mut fitting, mut kept) = (Map::new(), Map::new());
    for (key, part) in case_file::object(saved, "case")? {
        match (key.as_str(), part) {
            (plain, _) if PLAIN.contains(&plain) => {
                fitting.insert(key.clone(), part.clone());
            }
            ("answers", Json::Object(singles)) => {
                let sifted = sift(singles, |entity, answers| {
                    single(knowledge, entity, answers)
                });
                put_both(key, sifted, &mut fitting, &mut kept);
            }
            ("lists", Json::Object(lists)) => {
                let sifted = sift(lists, |entity, list| records(knowledge, entity, list));
                put_both(key, sifted, &mut fitting, &mut kept);
            }
            // Their keys name records, so the lists are read before.
            ("papers", Json::Object(_)) => {}
            _ => {
                kept.insert(key.clone(), part.clone());
            }
        }
    }
    let mut case = case_file::case_of_json(knowledge, &Json::Object(fitting.clone()), true)?;
    if let Some(Json::Object(papers)) = saved.get("papers") {
        let lists = std::mem::take(&mut case.answers.lists);
        let sifted = sift(papers, |key, answers| {
            paper(knowledge, &lists, key, answers)
        });
        put_both("papers", sifted, &mut fitting, &mut kept);
        case = case_file::case_of_json(knowledge, &Json::Object(fitting), true)?;
    }
    Ok((case, Kept(kept)))
}

/// What fits and what is kept; either may be nothing.
type Sifted = (Option<Json>, Option<Json>);

fn sift(
    all: &Map<String, Json>,
    mut each: impl FnMut(&str, &Json) -> Sifted,
) -> (Map<String, Json>, Map<String, Json>) {
    let (mut fitting, mut kept) = (Map::new(), Map::new());
    for (key, part) in all {
        let (fits, stays) = each(key, part);
        if let Some(fits) = fits {
            fitting.insert(key.clone(), fits);
        }
        if let Some(stays) = stays {
            kept.insert(key.clone(), stays);
        }
    }
    (fitting, kept)
}

fn put_both(
    key: &str,
    (fits, stays): (Map<String, Json>, Map<String, Json>),
    fitting: &mut Map<String, Json>,
    kept: &mut Map<String, Json>,
) {
    fitting.insert(key.to_owned(), Json::Object(fits));
    if !stays.is_empty() {
        kept.insert(key.to_owned(), Json::Object(stays));
    }
}

fn unless_empty(map: Map<String, Json>) -> Option<Json> {
    (!map.is_empty()).then_some(Json::Object(map))
}

/// The answers about one thing; `id` stands beside them in a record.
fn answers(
    knowledge: &Knowledge,
    entity: &str,
    all: &Map<String, Json>,
) -> (Map<String, Json>, Map<String, Json>) {
    sift(all, |name, answer| {
        let path = FactPath {
            entity: entity.to_owned(),
            fact: name.to_owned(),
        };
        let fits = name == "id"
            || knowledge
                .interview
                .fact(&path)
                .is_some_and(|fact| case_file::answer(knowledge, fact, answer).is_ok());
        if fits {
            (Some(answer.clone()), None)
        } else {
            (None, Some(answer.clone()))
        }
    })
}

fn is(knowledge: &Knowledge, entity: &str, kind: EntityKind) -> bool {
    knowledge
        .interview
        .entity(entity)
        .is_some_and(|known| known.kind == kind)
}

fn single(knowledge: &Knowledge, entity: &str, saved: &Json) -> Sifted {
    if let Json::Object(all) = saved
        && is(knowledge, entity, EntityKind::Single)
    {
        let (fits, stays) = answers(knowledge, entity, all);
        (Some(Json::Object(fits)), unless_empty(stays))
    } else {
        (None, Some(saved.clone()))
    }
}

fn records(knowledge: &Knowledge, entity: &str, saved: &Json) -> Sifted {
    let rows = saved.get("records").and_then(Json::as_array);
    let (Json::Object(list), Some(rows)) = (saved, rows) else {
        return (None, Some(saved.clone()));
    };
    if !is(knowledge, entity, EntityKind::List) {
        return (None, Some(saved.clone()));
    }
    let (mut fitting, mut kept) = (Vec::new(), Vec::new());
    for row in rows {
        let Json::Object(row) = row else {
            return (None, Some(saved.clone()));
        };
        let (fits, mut stays) = answers(knowledge, entity, row);
        if let (Some(id), false) = (fits.get("id"), stays.is_empty()) {
            stays.insert("id".to_owned(), id.clone());
            kept.push(Json::Object(stays));
        }
        fitting.push(Json::Object(fits));
    }
    let (mut fits, mut stays) = sift(list, |name, part| match (name, part) {
        ("records", _) => (None, None),
        ("complete", Json::Bool(_)) => (Some(part.clone()), None),
        _ => (None, Some(part.clone())),
    });
    fits.insert("records".to_owned(), Json::Array(fitting));
    if !kept.is_empty() {
        stays.insert("records".to_owned(), Json::Array(kept));
    }
    (Some(Json::Object(fits)), unless_empty(stays))
}

fn paper(
    knowledge: &Knowledge,
    lists: &BTreeMap<String, Records>,
    key: &str,
    saved: &Json,
) -> Sifted {
    if let Json::Object(all) = saved
        && check_key(knowledge, lists, key).is_ok()
    {
        let (fits, stays) = answers(knowledge, "paper", all);
        (Some(Json::Object(fits)), unless_empty(stays))
    } else {
        (None, Some(saved.clone()))
    }
}

/// The case with everything that was kept, as it is saved. Where both have an answer, the case's counts: the person gave it later.
pub(crate) fn case_with_kept(case: &Case, kept: &Kept) -> Json {
    let mut root = case_file::json_of_case(case);
    for (key, part) in &kept.0 {
        let Some(there) = root.get_mut(key) else {
            root.insert(key.clone(), part.clone());
            continue;
        };
        let (Json::Object(there), Json::Object(part)) = (there, part) else {
            continue;
        };
        for (name, stays) in part {
            match (key.as_str(), there.get_mut(name)) {
                (_, None) => {
                    there.insert(name.clone(), stays.clone());
                }
                ("lists", Some(list)) => add_to_list(list, stays),
                (_, Some(answers)) => add(answers, stays),
            }
        }
    }
    Json::Object(root)
}

fn add(answers: &mut Json, stays: &Json) {
    if let (Json::Object(answers), Json::Object(stays)) = (answers, stays) {
        for (fact, answer) in stays {
            if !answers.contains_key(fact) {
                answers.insert(fact.clone(), answer.clone());
            }
        }
    }
}

fn add_to_list(list: &mut Json, stays: &Json) {
    add(list, stays);
    let rows = list.get_mut("records").and_then(Json::as_array_mut);
    let kept = stays.get("records").and_then(Json::as_array);
    let (Some(rows), Some(kept)) = (rows, kept) else {
        return;
    };
    for stays in kept {
        let id = stays.get("id");
        if let Some(row) = rows.iter_mut().find(|row| row.get("id") == id) {
            add(row, stays);
        }
    }
}

impl Kept {
    /// What stays kept after a change: a record that the person removed takes along what was kept of it, so that a later one
    /// of the same id does not inherit it.
    pub(crate) fn after(&self, before: &Case, now: &Case) -> Self {
        let gone = |id: &str| {
            let in_any = |case: &Case| {
                let mut lists = case.answers.lists.values();
                lists.any(|list| list.get(id).is_some())
            };
            in_any(before) && !in_any(now)
        };
        let mut kept = self.0.clone();
        if let Some(Json::Object(lists)) = kept.get_mut("lists") {
            for list in lists.values_mut() {
                if let Some(rows) = list.get_mut("records").and_then(Json::as_array_mut) {
                    rows.retain(|row| !row.get("id").and_then(Json::as_str).is_some_and(gone));
                }
            }
        }
        if let Some(Json::Object(papers)) = kept.get_mut("papers") {
            papers.retain(|key, _| !PaperKey::of(key).record.is_some_and(gone));
        }
        Self(kept)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of_an_older_pack() -> Json {
        json!({
            "format": 1,
            "plan": { "filing": "2026-11-30" },
            "answers": {
                "applicant": { "status": "citizen", "shoe_size": 41, "citizenship": "YU" },
                "zodiac": { "sign": "lion" },
            },
            "lists": {
                "child": { "complete": true, "twins": false, "records": [
                    { "id": "child-1", "birth_date": "2015-01-02", "favourite": "пони" },
                    { "id": "child-2", "birth_date": "long ago" },
                ] },
                "horse": { "complete": false, "since": 2020, "records": [{ "id": "horse-1", "name": "Тайбурыл" }] },
            },
            "papers": { "horse_passport/horse-1": { "in_hand": true } },
            "mood": "hopeful",
        })
    }

    /// Everything that stands in the first stands in the second too.
    fn within(all: &Json, found: &Json) -> bool {
        match (all, found) {
            (Json::Object(all), Json::Object(found)) => all
                .iter()
                .all(|(key, part)| found.get(key).is_some_and(|there| within(part, there))),
            (Json::Array(all), Json::Array(found)) => {
                all.len() == found.len() && all.iter().zip(found).all(|(a, b)| within(a, b))
            }
            (
                Json::Null
                | Json::Bool(_)
                | Json::Number(_)
                | Json::String(_)
                | Json::Array(_)
                | Json::Object(_),
                _,
            ) => all == found,
        }
    }

    #[test]
    fn no_answer_is_lost_between_two_packs() {
        let knowledge = Knowledge::built_in().unwrap();
        let saved = of_an_older_pack();
        let (case, kept) = saved_case(&knowledge, &saved).unwrap();
        assert!(case.answers.singles["applicant"].contains_key("status"));
        assert_eq!(case.answers.lists["child"].records.len(), 2);
        let written = case_with_kept(&case, &kept);
        assert!(within(&saved, &written), "{written:#}");
        // And once more, as after many starts.
        let (again, kept_again) = saved_case(&knowledge, &written).unwrap();
        assert!(again == case && kept_again == kept);
    }

    #[test]
    fn a_new_answer_takes_the_place_of_a_kept_one() {
        let knowledge = Knowledge::built_in().unwrap();
        let (mut case, kept) = saved_case(&knowledge, &of_an_older_pack()).unwrap();
        let country = qonys_law::Answer::Known(qonys_law::Value::Country("RS".to_owned()));
        let applicant = case.answers.singles.get_mut("applicant").unwrap();
        applicant.insert("citizenship".to_owned(), country);
        let written = case_with_kept(&case, &kept);
        assert_eq!(written["answers"]["applicant"]["citizenship"], json!("RS"));
    }

    #[test]
    fn a_removed_record_takes_along_what_was_kept_of_it() {
        let knowledge = Knowledge::built_in().unwrap();
        let (before, kept) = saved_case(&knowledge, &of_an_older_pack()).unwrap();
        let mut now = before.clone();
        let children = now.answers.lists.get_mut("child").unwrap();
        children.records.remove(0);
        let left = kept.after(&before, &now);
        // Another child under the same number.
        now.answers
            .lists
            .get_mut("child")
            .unwrap()
            .records
            .push(("child-1".to_owned(), qonys_law::Record::new()));
        let written = case_with_kept(&now, &left).to_string();
        assert!(!written.contains("пони"), "{written}");
        assert!(written.contains("long ago") && written.contains("Тайбурыл"));
    }

    #[test]
    fn a_case_that_fits_keeps_nothing_aside() {
        let knowledge = Knowledge::built_in().unwrap();
        let saved = json!({ "format": 1, "answers": { "applicant": { "status": "citizen" } } });
        let (_, kept) = saved_case(&knowledge, &saved).unwrap();
        assert!(kept == Kept::default());
    }
}
