//! The pack record by record: what is known on a day, who uses what, and what is different.

use chrono::NaiveDate;
use qonys_law::Change;
use qonys_law::Lawbook;
use qonys_law::Status;
use qonys_law::between_books;
use qonys_law::between_days;

use crate::sound::INTERVIEW;
use crate::sound::LAW;

fn book() -> Lawbook {
    Lawbook::read([("law.toml", LAW), ("interview.toml", INTERVIEW)]).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_edition_of_a_day_is_found_on_its_edges() {
    let book = book();
    let value = |on: &str| {
        book.on("parameter", "adult_age", day(on))
            .entry()
            .and_then(|entry| entry.text("value").map(str::to_owned))
    };
    assert_eq!(value("2019-12-31"), None);
    assert_eq!(value("2020-01-01").as_deref(), Some("18"));
    assert_eq!(value("2024-12-31").as_deref(), Some("18"));
    assert_eq!(value("2025-01-01").as_deref(), Some("21"));
    assert_eq!(value("2030-12-31").as_deref(), Some("21"));
    assert_eq!(value("2031-01-01"), None);
    let Status::NotKnown { before, after } = book.on("parameter", "adult_age", day("2031-01-01"))
    else {
        panic!("known");
    };
    assert_eq!(before.and_then(|entry| entry.text("value")), Some("21"));
    assert_eq!(after, None);
}

#[test]
fn a_record_knows_who_uses_it() {
    let book = book();
    let pair = |kind: &str, id: &str| (kind.to_owned(), id.to_owned());
    assert_eq!(
        book.users("parameter", "adult_age"),
        [pair("condition", "adult")]
    );
    assert_eq!(book.users("condition", "adult"), [pair("route", "open")]);
    assert_eq!(
        book.users("act", "law"),
        [pair("parameter", "adult_age"), pair("route", "open")]
    );
    assert_eq!(
        book.users("fact", "applicant.born"),
        [pair("condition", "adult")]
    );
    assert_eq!(book.users("route", "open"), []);
}

#[test]
fn a_name_means_a_record_or_a_kind_and_a_record() {
    let book = book();
    assert_eq!(book.named("adult_age"), [("parameter", "adult_age")]);
    assert_eq!(
        book.named("parameter:adult_age"),
        [("parameter", "adult_age")]
    );
    assert_eq!(book.named("fee:adult_age"), []);
    assert_eq!(book.nearest("adultage"), ["adult", "adult_age"]);
}

#[test]
fn a_day_is_no_different_from_itself_nor_a_pack() {
    let book = book();
    for on in ["2019-12-31", "2024-12-31", "2025-01-01", "2031-01-01"] {
        assert_eq!(between_days(&book, day(on), day(on)), []);
    }
    assert_eq!(between_books(&book, &book), []);
}

#[test]
fn a_number_that_changes_is_told_with_both_values() {
    let found = between_days(&book(), day("2024-12-31"), day("2025-01-01"));
    assert_eq!(found.len(), 1, "{found:#?}");
    let Change::Changed { fields, .. } = &found[0].change else {
        panic!("{found:#?}");
    };
    assert_eq!(fields.len(), 1);
    assert_eq!(fields[0].key, "value");
    assert_eq!(fields[0].was.as_ref().and_then(|v| v.as_str()), Some("18"));
    assert_eq!(fields[0].now.as_ref().and_then(|v| v.as_str()), Some("21"));
}

#[test]
fn what_begins_and_what_is_no_longer_known_is_told() {
    let book = book();
    let begins = between_days(&book, day("2019-12-31"), day("2020-01-01"));
    assert!(
        begins
            .iter()
            .any(|one| one.id == "open" && matches!(one.change, Change::Appeared { .. })),
        "{begins:#?}"
    );
    let ends = between_days(&book, day("2030-12-31"), day("2031-01-01"));
    assert!(
        ends.iter()
            .any(|one| one.id == "open" && matches!(one.change, Change::NoLongerKnown { .. })),
        "{ends:#?}"
    );
}

#[test]
fn two_packs_are_compared_edition_by_edition() {
    let other = LAW.replace("value = \"21\"", "value = \"20\"");
    let other =
        Lawbook::read([("law.toml", other.as_str()), ("interview.toml", INTERVIEW)]).unwrap();
    let found = between_books(&book(), &other);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(
        (found[0].kind.as_str(), found[0].id.as_str()),
        ("parameter", "adult_age")
    );
}
