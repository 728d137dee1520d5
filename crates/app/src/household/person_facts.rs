//! Which answers about a person the applications of a family share: `assets/entry/persons.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use qonys_law::FactPath;
use serde::Deserialize;

const FILE: &str = include_str!("../../../../assets/entry/persons.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonFacts {
    pub(super) applicant: ApplicantFacts,
    pub(super) list: Vec<PersonList>,
}

/// Who the applicant is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ApplicantFacts {
    /// The parts of the name in their order.
    pub(super) name: Vec<FactPath>,
    /// The day of birth.
    pub(super) born: FactPath,
}

/// A list of persons; its facts without the entity.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonList {
    pub(super) entity: String,
    /// The parts of the name in their order.
    pub(super) name: Vec<String>,
    /// The day of birth.
    pub(super) born: String,
    /// What is the same in every application.
    pub(super) shared: Vec<String>,
    /// What each applicant answers alone; the tests read it.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "said so that no question is forgotten")
    )]
    pub(super) own: Vec<String>,
    /// Where the applicant of another application may stand in the list: the fact, and the applicant's own.
    #[serde(default)]
    pub(super) of_applicant: Option<BTreeMap<String, FactPath>>,
}

static FACTS: LazyLock<Option<PersonFacts>> = LazyLock::new(|| toml::from_str(FILE).ok());

impl PersonFacts {
    /// The file; none if it cannot be read, which a test rules out.
    pub(super) fn get() -> Option<&'static Self> {
        FACTS.as_ref()
    }

    /// What is said of a list of persons; none for a list of anything else.
    pub(super) fn list(&self, entity: &str) -> Option<&PersonList> {
        self.list.iter().find(|list| list.entity == entity)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::knowledge::Knowledge;

    fn path(entity: &str, fact: &str) -> FactPath {
        FactPath {
            entity: entity.to_owned(),
            fact: fact.to_owned(),
        }
    }

    #[test]
    fn every_question_about_a_person_is_shared_or_each_applicants_own() {
        let knowledge = Knowledge::built_in().unwrap();
        for list in &PersonFacts::get().unwrap().list {
            let asked: BTreeSet<&str> = knowledge
                .interview
                .facts_of(&list.entity)
                .map(|fact| fact.id.fact.as_str())
                .collect();
            let told: Vec<&str> = [&list.shared, &list.own]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            let once: BTreeSet<&str> = told.iter().copied().collect();
            assert_eq!(told.len(), once.len(), "{}: said twice", list.entity);
            assert_eq!(once, asked, "{}", list.entity);
            for fact in list.name.iter().chain([&list.born]) {
                assert!(list.shared.contains(fact), "{}.{fact}", list.entity);
            }
        }
    }

    #[test]
    fn what_an_applicant_says_of_himself_is_asked_in_the_same_way_of_the_person_of_a_list() {
        let knowledge = Knowledge::built_in().unwrap();
        let facts = PersonFacts::get().unwrap();
        for fact in facts.applicant.name.iter().chain([&facts.applicant.born]) {
            assert!(knowledge.interview.fact(fact).is_some(), "{fact}");
        }
        let mut pairs = 0;
        for list in &facts.list {
            for (to, from) in list.of_applicant.iter().flatten() {
                let to = path(&list.entity, to);
                let asked = knowledge.interview.fact(&to);
                let answered = knowledge.interview.fact(from);
                assert_eq!(
                    asked.map(|fact| fact.kind),
                    answered.map(|fact| fact.kind),
                    "{to}, {from}"
                );
                assert!(asked.is_some(), "{to}");
                assert!(list.shared.contains(&to.fact), "{to} is the person's");
                pairs += 1;
            }
        }
        assert!(pairs > 0, "the file names some");
    }
}
