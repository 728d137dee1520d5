//! One person, and what the file says of the rules.

use std::path::Path;

use chrono::NaiveDate;
use qonys_app::Case;
use qonys_app::Knowledge;
use serde::Deserialize;

use super::Marks;
use crate::case;
use crate::files;

/// A person of the files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    /// Who this is, in words.
    pub(crate) who: String,
    /// The day the papers are handed in.
    #[serde(default = "usual", deserialize_with = "case::day")]
    pub(crate) filing: NaiveDate,
    /// Whether the others are compared with this one on that day.
    #[serde(default)]
    pub(crate) is_common: bool,
    /// Another person, named before, with whom this one is compared instead.
    like: Option<String>,
    /// How the person differs from the common one.
    #[serde(default)]
    given: toml::Table,
    /// The rules, one a line: `kind id | what is found`; nothing after the bar where there is no such finding.
    #[serde(default)]
    rules: String,
}

/// The filing day where a person names none.
fn usual() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    person: Vec<Person>,
}

/// Every person, the common one first.
pub(crate) fn all() -> Vec<Person> {
    files::below("tests/persons", &["toml"])
        .iter()
        .flat_map(|path| of_file(path))
        .collect()
}

/// The persons of one file, in their order.
pub(crate) fn of_file(path: &Path) -> Vec<Person> {
    let file: File = toml::from_str(&files::text(path))
        .unwrap_or_else(|error| panic!("{}: {error}", files::name(path)));
    file.person
}

impl Person {
    /// The case of this person.
    pub(crate) fn case(&self, knowledge: &Knowledge) -> Case {
        let mut case = case::like_the_common(knowledge, &[&self.given])
            .unwrap_or_else(|problem| panic!("{}: {problem}", self.who));
        case.plan.filing = Some(self.filing);
        case
    }

    /// What the rules must say, by what they say of the persons before.
    pub(crate) fn wanted(&self, before: &[(Person, Marks)]) -> Marks {
        let mut wanted = self.compared_with(before);
        for line in self.rules.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (rule, found) = line
                .split_once('|')
                .unwrap_or_else(|| panic!("{}: no bar in: {line}", self.who));
            let (rule, found) = (rule.trim().to_owned(), found.trim().to_owned());
            if found.is_empty() {
                wanted.remove(&rule);
            } else {
                wanted.insert(rule, found);
            }
        }
        wanted
    }

    /// What they say of the one with whom this person is compared; nothing for the common one.
    pub(crate) fn compared_with(&self, before: &[(Person, Marks)]) -> Marks {
        if self.is_common {
            return Marks::new();
        }
        let other = before.iter().find(|(other, _)| match &self.like {
            Some(like) => other.who == *like,
            None => other.is_common && other.filing == self.filing,
        });
        let (_, marks) = other.unwrap_or_else(|| panic!("{}: like whom?", self.who));
        marks.clone()
    }
}
