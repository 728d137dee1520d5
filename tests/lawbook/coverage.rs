//! `docs/law/coverage.toml`: every sentence of the seeds, with the records and the tests that carry it; `coverage-of-law.toml`: the same of the
//! project's file on law and practice, fact by fact.

use std::collections::BTreeSet;

use qonys_app::Lawbook;
use qonys_app::built_in_lawbook;
use serde::Deserialize;

use crate::files;

/// The texts that the project began with.
const SEEDS: [&str; 2] = ["000", "002"];

/// The sections of the project's file on law and practice, and of its supplement.
const SECTIONS: [&str; 46] = [
    "law 1",
    "law 2.1",
    "law 2.2",
    "law 2.3",
    "law 2.4",
    "law 2.5",
    "law 2.6",
    "law 3.1",
    "law 3.2",
    "law 3.3",
    "law 3.4",
    "law 4",
    "law 5",
    "law 6",
    "law 7",
    "law 8",
    "law 9.1",
    "law 9.2",
    "law 9.3",
    "law 10",
    "law 11",
    "law 12",
    "law 13",
    "law 14",
    "law contradictions",
    "law not verified",
    "supplement 1.1",
    "supplement 1.2",
    "supplement 1.3",
    "supplement 1.4",
    "supplement 1.5",
    "supplement 1.6",
    "supplement 2",
    "supplement 3",
    "supplement 4",
    "supplement 5",
    "supplement 6.1",
    "supplement 6.2",
    "supplement 6.3",
    "supplement 7",
    "supplement 8",
    "supplement 9",
    "supplement 10",
    "supplement 11",
    "supplement contradictions",
    "supplement still unknown",
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    sentence: Vec<Sentence>,
}

/// The rows of the file on law and practice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    fact: Vec<KnownFact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    seed: String,
    number: usize,
    text: String,
    #[serde(flatten)]
    carried: Carried,
}

/// A fact of the project's file on law and practice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownFact {
    section: String,
    text: String,
    #[serde(flatten)]
    carried: Carried,
}

#[derive(Debug, Deserialize)]
struct Carried {
    #[serde(default)]
    records: Vec<String>,
    #[serde(default)]
    tests: Vec<String>,
    #[serde(default)]
    why: Option<String>,
    /// For the person who reads the file.
    #[serde(default, rename = "note")]
    _note: Option<String>,
}

fn coverage() -> Coverage {
    let file = files::root().join("docs/law/coverage.toml");
    toml::from_str(&files::text(&file)).expect("rows of coverage")
}

fn facts() -> Facts {
    let file = files::root().join("docs/law/coverage-of-law.toml");
    toml::from_str(&files::text(&file)).expect("rows of coverage")
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

impl Carried {
    /// What is wrong with a row.
    fn faults(&self, book: &Lawbook) -> Vec<String> {
        let mut bad = Vec::new();
        let carried = !self.records.is_empty() && !self.tests.is_empty();
        let excused = self.why.as_ref().is_some_and(|why| !why.trim().is_empty());
        if !carried && !excused {
            bad.push("neither records and tests nor a reason".to_owned());
        }
        for record in &self.records {
            let there = record
                .split_once(':')
                .is_some_and(|(kind, id)| book.first(kind, id).is_some());
            if !there {
                bad.push(format!("there is no record {record}"));
            }
        }
        for test in &self.tests {
            let there = test.split_once(": ").is_some_and(|(file, text)| {
                let path = files::root().join(file);
                path.is_file() && files::text(&path).contains(text)
            });
            if !there {
                bad.push(format!("there is no test {test}"));
            }
        }
        bad
    }
}

#[test]
fn every_row_names_records_and_tests_that_exist_or_a_reason() {
    let book = built_in_lawbook().expect("a pack that can be read");
    let coverage = coverage();
    let mut bad = Vec::new();
    for row in &coverage.sentence {
        for fault in row.carried.faults(&book) {
            bad.push(format!(
                "seed {} sentence {}: {fault}",
                row.seed, row.number
            ));
        }
    }
    for row in &facts().fact {
        for fault in row.carried.faults(&book) {
            bad.push(format!("{}: {}: {fault}", row.section, row.text));
        }
    }
    assert!(bad.is_empty(), "{} faults: {bad:#?}", bad.len());
}

/// Every section has rows, and no row has a section that there is not.
#[test]
fn no_section_of_the_file_on_law_is_missing() {
    let facts = facts();
    let rows: BTreeSet<&str> = facts.fact.iter().map(|row| row.section.as_str()).collect();
    assert_eq!(rows, BTreeSet::from(SECTIONS));
    let mut seen = BTreeSet::new();
    for row in &facts.fact {
        assert!(!row.text.trim().is_empty(), "{}: what?", row.section);
        assert!(
            seen.insert((&row.section, &row.text)),
            "{} stands twice",
            row.text
        );
    }
}

/// The rows of a seed, one after the other, are its text: nothing is left out and nothing is made up.
#[test]
fn no_sentence_of_a_seed_is_missing() {
    let coverage = coverage();
    for seed in SEEDS {
        let text = files::text(&files::root().join(format!("docs/law/seeds/{seed}.txt")));
        let rows: Vec<&Sentence> = coverage
            .sentence
            .iter()
            .filter(|row| row.seed == seed)
            .collect();
        let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, (1..=rows.len()).collect::<Vec<_>>(), "seed {seed}");
        let quoted: Vec<&str> = rows.iter().flat_map(|row| words(&row.text)).collect();
        assert_eq!(quoted, words(&text), "seed {seed}");
    }
    let others: BTreeSet<&str> = coverage
        .sentence
        .iter()
        .map(|row| row.seed.as_str())
        .filter(|seed| !SEEDS.contains(seed))
        .collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn an_empty_row_is_found() {
    let book = built_in_lawbook().expect("a pack that can be read");
    let faults = |row: &str| {
        toml::from_str::<Carried>(row)
            .expect("a row")
            .faults(&book)
            .len()
    };
    assert_eq!(faults(""), 1);
    assert_eq!(faults("records = [\"fee:residence_permit\"]"), 1, "no test");
    assert_eq!(faults("why = \" \""), 1);
    assert_eq!(faults("why = \"a heading\""), 0);
    let good = "records = [\"fee:residence_permit\"]\ntests = [\"tests/lawbook/coverage.rs: an_empty_row\"]";
    assert_eq!(faults(good), 0);
    assert_eq!(faults(&good.replace("fee:", "route:")), 1, "no such record");
    assert_eq!(
        faults(&good.replace("coverage.rs", "nothing.rs")),
        1,
        "no such file"
    );
}
