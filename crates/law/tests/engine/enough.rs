//! A record of a list, each of them, or so many: which answers could still decide it.

use std::collections::BTreeSet;

use qonys_law::Answers;
use qonys_law::Scope;

use crate::said::A;
use crate::said::FLAGGED;
use crate::said::all;
use crate::said::condition;
use crate::said::items;
use crate::said::of_items;
use crate::said::twice;
use crate::world::day;
use crate::world::world;

/// What decides a condition, each set in short: the flags of the items by their place, and the end of the list.
fn deciding(rule: &str, answers: &Answers) -> BTreeSet<String> {
    world()
        .evaluation(answers)
        .deciding(&condition(rule), &Scope::default(), day("2026-06-01"))
        .into_iter()
        .map(|set| {
            let names: Vec<String> = set
                .into_iter()
                .map(|fact| match fact.entity.record {
                    Some(record) => record.trim_start_matches("item-").to_owned(),
                    None => fact.fact,
                })
                .collect();
            names.join(" ")
        })
        .collect()
}

fn sets(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

const SO: Option<bool> = Some(true);
const NOT: Option<bool> = Some(false);
const OPEN: Option<bool> = None;

#[test]
fn where_one_is_wanting_each_open_record_decides_alone() {
    let one_of_two = items(&[SO, OPEN, NOT, OPEN], true);
    assert_eq!(deciding(&twice(FLAGGED), &one_of_two), sets(&["1", "3"]));
}

#[test]
fn where_two_are_wanting_all_open_records_decide_together() {
    let nothing_said = items(&[OPEN, NOT, OPEN, OPEN], true);
    assert_eq!(deciding(&twice(FLAGGED), &nothing_said), sets(&["0 2 3"]));
    let unfinished = items(&[OPEN, OPEN], false);
    assert_eq!(deciding(&twice(FLAGGED), &unfinished), sets(&["0 1"]));
    let more = items(&[OPEN, OPEN, OPEN], false);
    assert_eq!(deciding(&twice(FLAGGED), &more), sets(&["0 1 2"]));
}

#[test]
fn where_too_few_are_listed_only_the_end_of_the_list_decides() {
    assert_eq!(
        deciding(&twice(FLAGGED), &items(&[SO], false)),
        sets(&["complete"])
    );
    let with_one_open = items(&[OPEN], false);
    assert_eq!(
        deciding(&twice(FLAGGED), &with_one_open),
        sets(&["complete 0"])
    );
    assert_eq!(
        deciding(&twice(FLAGGED), &Answers::default()),
        sets(&["complete"])
    );
}

#[test]
fn what_is_decided_asks_nothing() {
    assert_eq!(
        deciding(&twice(FLAGGED), &items(&[SO, SO], false)),
        sets(&[])
    );
    assert_eq!(
        deciding(&twice(FLAGGED), &items(&[SO, NOT], true)),
        sets(&[])
    );
}

/// Beside another condition, each of the two can decide against both.
#[test]
fn against_it_speak_all_open_records_and_the_end_of_the_list() {
    let both = all(&[&twice(FLAGGED), A]);
    let finished = items(&[OPEN, OPEN], true);
    assert_eq!(deciding(&both, &finished), sets(&["0 1", "a"]));
    let one_is_so = items(&[SO, OPEN, OPEN], true);
    assert_eq!(deciding(&both, &one_is_so), sets(&["1 2", "a"]));
    let unfinished = items(&[OPEN, OPEN], false);
    assert_eq!(deciding(&both, &unfinished), sets(&["complete 0 1", "a"]));
}

/// Under its name, too, a condition is looked at anew for each record.
#[test]
fn of_several_open_records_each_can_be_the_one() {
    let open = items(&[OPEN, NOT, OPEN], true);
    for inner in [FLAGGED, r#""flagged""#] {
        let one = of_items("exists", inner);
        assert_eq!(deciding(&one, &open), sets(&["0", "2"]));
    }
    let some_so = items(&[OPEN, SO, OPEN], true);
    for inner in [FLAGGED, r#""flagged""#] {
        let each = of_items("every", inner);
        assert_eq!(deciding(&each, &some_so), sets(&["0", "2"]));
    }
}

#[test]
fn only_what_must_be_so_of_all_waits_for_the_end_of_the_list() {
    let one = of_items("exists", FLAGGED);
    assert_eq!(deciding(&one, &items(&[OPEN], false)), sets(&["0"]));
    assert_eq!(deciding(&one, &items(&[NOT], false)), sets(&["complete"]));
    let both = all(&[&one, A]);
    let finished = items(&[OPEN, OPEN], true);
    assert_eq!(deciding(&both, &finished), sets(&["0 1", "a"]));
    let unfinished = items(&[OPEN, OPEN], false);
    assert_eq!(deciding(&both, &unfinished), sets(&["complete 0 1", "a"]));
}
