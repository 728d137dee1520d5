//! What the applications of one household share: people who live together have one address.
//!
//! An answer goes along to the others as long as they say the same. Where one says something else, it stays as that
//! person said it. On what ground somebody lives there, and whose children they are, each says alone.

use serde_json::Map;
use serde_json::Value as Json;

/// The thing and its questions that a household shares.
const ADDRESS: (&str, [&str; 8]) = (
    "dwelling",
    [
        "address_code",
        "city",
        "flat",
        "has_address_code",
        "house",
        "postcode",
        "region",
        "street",
    ],
);

fn answer<'a>(case: &'a Json, fact: &str) -> Option<&'a Json> {
    case.get("answers")?.get(ADDRESS.0)?.get(fact)
}

/// Brings one application after another: what was changed in one changes where it was the same.
pub(super) fn follow(before: &Json, now: &Json, other: &mut Json) {
    for fact in ADDRESS.1 {
        let (was, is) = (answer(before, fact), answer(now, fact));
        if was != is && answer(other, fact) == was {
            put(other, fact, is);
        }
    }
}

fn put(case: &mut Json, fact: &str, answer: Option<&Json>) {
    let Some(root) = case.as_object_mut() else {
        return;
    };
    let empty = || Json::Object(Map::new());
    let answers = root.entry("answers").or_insert_with(empty);
    let Some(answers) = answers.as_object_mut() else {
        return;
    };
    let thing = answers.entry(ADDRESS.0).or_insert_with(empty);
    let Some(thing) = thing.as_object_mut() else {
        return;
    };
    match answer {
        Some(answer) => {
            thing.insert(fact.to_owned(), answer.clone());
        }
        None => {
            thing.remove(fact);
        }
    }
}

#[cfg(test)]
mod tests {
    use qonys_law::FactPath;
    use serde_json::json;

    use super::*;
    use crate::knowledge::Knowledge;

    fn living_in(city: &str) -> Json {
        json!({ "format": 1, "answers": { "dwelling": { "city": city, "basis": "own" } } })
    }

    fn after(before: &Json, now: &Json, other: &Json) -> Json {
        let mut other = other.clone();
        follow(before, now, &mut other);
        other
    }

    #[test]
    fn an_address_goes_along_and_the_ground_does_not() {
        let nothing = json!({ "format": 1 });
        let first = after(&nothing, &living_in("Орал"), &nothing);
        assert_eq!(first["answers"], json!({ "dwelling": { "city": "Орал" } }));
        let moved = after(&living_in("Орал"), &living_in("Тараз"), &first);
        assert_eq!(moved["answers"]["dwelling"]["city"], "Тараз");
        let taken_back = after(&living_in("Тараз"), &nothing, &moved);
        assert_eq!(taken_back["answers"]["dwelling"], json!({}));
    }

    #[test]
    fn whoever_said_something_else_is_left_alone() {
        let apart = living_in("Семей");
        assert_eq!(
            after(&living_in("Орал"), &living_in("Тараз"), &apart),
            apart
        );
        let nothing = json!({ "format": 1 });
        assert_eq!(
            after(&living_in("Орал"), &living_in("Тараз"), &nothing),
            nothing
        );
    }

    #[test]
    fn every_shared_question_is_asked() {
        let knowledge = Knowledge::built_in().unwrap();
        for fact in ADDRESS.1 {
            let path = FactPath {
                entity: ADDRESS.0.to_owned(),
                fact: fact.to_owned(),
            };
            assert!(knowledge.interview.fact(&path).is_some(), "{fact}");
        }
    }
}
