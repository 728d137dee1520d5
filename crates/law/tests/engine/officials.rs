//! What an official decides: no answer does it instead, and it stands beside what answers can decide.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::FactRef;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Plan;
use qonys_law::Scope;
use qonys_law::VerdictKind;
use qonys_law::assess;

use crate::said::A;
use crate::said::B;
use crate::said::all;
use crate::said::any;
use crate::said::condition;
use crate::said::person;
use crate::said::yes_no;
use crate::world::day;
use crate::world::world;

const OFFICIAL: &str = r#"{ official = "ask" }"#;

fn either_or_both() -> String {
    any(&[OFFICIAL, &all(&[A, B])])
}

fn names(sets: Vec<BTreeSet<FactRef>>) -> BTreeSet<String> {
    sets.into_iter()
        .map(|set| {
            let names: Vec<String> = set.into_iter().map(|fact| fact.fact).collect();
            names.join(" ")
        })
        .collect()
}

fn sets(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn deciding(rule: &str) -> BTreeSet<String> {
    let nobody = Answers::default();
    let evaluation = world().evaluation(&nobody);
    names(evaluation.deciding(&condition(rule), &Scope::default(), day("2026-06-01")))
}

#[test]
fn answers_do_not_decide_against_an_official() {
    assert_eq!(deciding(&either_or_both()), sets(&["a b"]));
    assert_eq!(deciding(&all(&[OFFICIAL, A])), sets(&["a"]));
    assert_eq!(deciding(OFFICIAL), sets(&[]));
}

/// Somebody whose route is open, where a ground against it may be judged by an official or follow from two answers.
fn may_apply(answers: &Answers) -> (VerdictKind, BTreeSet<String>) {
    let words = r#"{ kk = "–", ru = "–", en = "–" }"#;
    let when = either_or_both();
    let text = format!(
        r#"
[[act]]
id = "act"
title = {words}
short = {words}
url = "https://example.org"
standing = "official"
[[text]]
id = "ask"
words = {words}
[[route]]
id = "open"
title = {words}
when = {{ is = {{ fact = "me.c", value = true }} }}
change = {words}
cite = "act:1"
[[ground]]
id = "against"
number = "1"
text = {words}
when = {when}
cite = "act:2"
"#
    );
    let interview = Interview::load([("interview.toml", include_str!("world-interview.toml"))])
        .expect("an interview");
    let pack = Pack::load([("pack.toml", text.as_str())], &interview)
        .unwrap_or_else(|errors| panic!("{errors:?}"));
    let plan = Plan {
        today: day("2026-06-01"),
        filing: day("2026-06-20"),
        filing_given: true,
        payment: None,
        decision: None,
    };
    let found = assess(&pack, &interview, answers, &plan).may_apply;
    (found.verdict.kind(), names(found.deciding))
}

#[test]
fn an_answer_takes_a_ground_away_as_far_as_answers_can() {
    let with = |facts: &[(&str, bool)]| {
        let said: Vec<_> = facts
            .iter()
            .map(|(fact, so)| (*fact, yes_no(*so)))
            .collect();
        may_apply(&person(&said))
    };
    let open = VerdictKind::Undecided;
    assert_eq!(with(&[("c", true)]), (open, sets(&["a", "b"])));
    assert_eq!(with(&[("c", true), ("a", true)]), (open, sets(&["b"])));
    assert_eq!(
        with(&[("c", true), ("a", false)]),
        (VerdictKind::Yes, sets(&[]))
    );
    assert_eq!(
        with(&[("c", true), ("a", true), ("b", true)]),
        (VerdictKind::No, sets(&[]))
    );
    assert_eq!(with(&[("c", false)]), (VerdictKind::No, sets(&[])));
}

#[test]
fn an_answer_that_is_not_known_yet_is_still_asked_for() {
    let not_yet = Answers {
        singles: BTreeMap::from([(
            "me".to_owned(),
            BTreeMap::from([
                ("a".to_owned(), Answer::NotKnownYet),
                ("c".to_owned(), Answer::Known(yes_no(true))),
            ]),
        )]),
        ..Answers::default()
    };
    assert_eq!(
        may_apply(&not_yet),
        (VerdictKind::Undecided, sets(&["a", "b"]))
    );
}
