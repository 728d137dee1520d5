//! The law pack against its second entry: `*.toml` beside this file. Where the two differ, read the source again; neither is right
//! because it was there first. `source` names sections of the two collections of law that the pack was made from ("law 9.1",
//! "supplement 4"), the official text itself ("law text"), the publications of 22 October 2022 and 8 February 2023 ("seed 002",
//! "seed 000"), general knowledge, or our own choice ("editorial"): the days of reading, and where an edition ends because our
//! knowledge does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

#[path = "../files/mod.rs"]
mod files;
#[path = "../support/ledger.rs"]
mod ledger;
mod slips;
mod words;

use std::collections::BTreeSet;

use toml::Table;
use toml::Value;

/// Every record of the pack, with its name.
fn records() -> Vec<(String, Table)> {
    let mut found = Vec::new();
    for file in files::below("assets/law", &["toml"]) {
        let name = files::name(&file);
        let table: Table = files::text(&file)
            .parse()
            .unwrap_or_else(|problem| panic!("{name}: {problem}"));
        for (kind, value) in table {
            let bodies = if let Value::Array(bodies) = value {
                bodies
            } else {
                vec![value]
            };
            for body in bodies {
                let Value::Table(body) = body else {
                    panic!("{name}: a {kind} is no record");
                };
                found.push((ledger::record_name(&kind, &body), body));
            }
        }
    }
    assert!(found.len() > 500, "the pack was found");
    found
}

/// The record of a name.
fn record(name: &str) -> Table {
    records()
        .into_iter()
        .find_map(|(own, body)| (own == name).then_some(body))
        .unwrap_or_else(|| panic!("there is no {name}"))
}

#[test]
fn every_day_and_every_number_of_the_pack_is_the_same_in_both_entries() {
    let found: Vec<String> = records()
        .iter()
        .flat_map(|(name, body)| ledger::differences(name, body))
        .collect();
    assert!(
        found.is_empty(),
        "{} differences:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn every_entry_has_its_record() {
    let records = records();
    let names: BTreeSet<&str> = records.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), records.len(), "two records of one name");
    let without: Vec<&str> = ledger::entered()
        .filter(|name| !names.contains(name))
        .collect();
    assert!(
        without.is_empty(),
        "entered, and not in the pack: {without:#?}"
    );
}

/// A change that must not go unseen: the day after, one more, the other answer, no end any more.
#[test]
fn a_slip_of_the_finger_is_seen() {
    let name = "parameter mci from 2022-04-01";
    for (key, wrong) in [
        (
            "from",
            toml::from_str::<Table>("x = 2022-04-02").unwrap()["x"].clone(),
        ),
        ("value", Value::String("3181".to_owned())),
        ("unit", Value::String("calendar_day".to_owned())),
    ] {
        let mut body = record(name);
        body.insert(key.to_owned(), wrong);
        assert_eq!(ledger::differences(name, &body).len(), 1, "{key}");
    }
    let mut body = record(name);
    body.remove("until");
    assert_eq!(ledger::differences(name, &body).len(), 1, "no end");
    let mut body = record(name);
    body.insert("absent".to_owned(), Value::Boolean(true));
    assert_eq!(ledger::differences(name, &body).len(), 1, "one thing more");
    assert_eq!(
        ledger::differences("parameter mci from 1991-12-16", &body).len(),
        1,
        "a record that nobody entered"
    );
    assert!(ledger::differences(name, &record(name)).is_empty());
}
