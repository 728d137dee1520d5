//! Why a condition came out as it did: what decided is named, once, and nothing else; and it is as sure as its least sure part.

use std::sync::LazyLock;

use qonys_law::Answers;
use qonys_law::Evaluation;
use qonys_law::Explained;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Reason;
use qonys_law::Scope;
use qonys_law::Standing;
use qonys_law::Value;
use qonys_law::VerdictKind;

use crate::said::A;
use crate::said::B;
use crate::said::FLAGGED;
use crate::said::all;
use crate::said::any;
use crate::said::condition;
use crate::said::items;
use crate::said::of_items;
use crate::said::person;
use crate::said::twice;
use crate::said::yes_no;
use crate::world::axis;
use crate::world::day;

static WORLD: LazyLock<(Interview, Pack)> = LazyLock::new(|| {
    let interview = Interview::load([
        ("interview.toml", include_str!("world-interview.toml")),
        ("more.toml", include_str!("reasons-interview.toml")),
    ])
    .expect("an interview");
    let pack = Pack::load(
        [("pack.toml", include_str!("reasons-pack.toml"))],
        &interview,
    )
    .expect("a pack");
    (interview, pack)
});

const ANY_DAY: &str = "2026-03-01";

fn citizen_of(code: &str) -> Answers {
    person(&[("country", Value::Country(code.to_owned()))])
}

fn explained_on(rule: &str, answers: &Answers, on: &str) -> Explained {
    let (interview, pack) = &*WORLD;
    Evaluation::new(pack, interview, answers, axis()).explain(
        &condition(rule),
        &Scope::default(),
        day(on),
    )
}

/// Each reason in short, in its order.
fn reasons(rule: &str, answers: &Answers) -> Vec<String> {
    explained_on(rule, answers, ANY_DAY)
        .reasons
        .iter()
        .map(|reason| match reason {
            Reason::Condition { id, verdict } => format!("{id}: {verdict:?}"),
            Reason::Fact { fact, .. } => format!("{fact}"),
            Reason::Missing { fact } => format!("{fact}?"),
            Reason::ListComplete { of, count } => format!("all {count} of {of}"),
            Reason::Text { id } => format!("text {id}"),
        })
        .collect()
}

fn standing(rule: &str, answers: &Answers) -> Standing {
    explained_on(rule, answers, ANY_DAY).standing
}

#[test]
fn an_answer_is_told_with_its_value() {
    let explained = explained_on(A, &person(&[("a", yes_no(false))]), ANY_DAY);
    let [Reason::Fact { fact, value }] = explained.reasons.as_slice() else {
        panic!("one answer: {explained:?}")
    };
    assert_eq!(fact.to_string(), "me.a");
    assert_eq!(*value, yes_no(false));
}

#[test]
fn only_the_parts_that_decided_are_named() {
    let person = person(&[("a", yes_no(true)), ("b", yes_no(false))]);
    assert_eq!(reasons(&all(&[A, B]), &person), ["me.b"]);
    assert_eq!(reasons(&any(&[A, B]), &person), ["me.a"]);
    let open = any(&[B, r#"{ is = { fact = "me.c", value = true } }"#]);
    assert_eq!(reasons(&open, &person), ["me.c?"]);
}

#[test]
fn an_answer_that_decided_twice_is_named_once() {
    let of_two = all(&[A, &format!("{{ not = {{ not = {A} }} }}"), B]);
    let person = person(&[("a", yes_no(true)), ("b", yes_no(true))]);
    assert_eq!(reasons(&of_two, &person), ["me.a", "me.b"]);
}

#[test]
fn a_named_condition_stands_before_what_it_rests_on_once_it_is_decided() {
    for (said, outcome) in [(true, VerdictKind::Yes), (false, VerdictKind::No)] {
        assert_eq!(
            reasons(r#""reported""#, &person(&[("a", yes_no(said))])),
            [format!("reported: {outcome:?}"), "me.a".to_owned()]
        );
    }
    assert_eq!(reasons(r#""reported""#, &Answers::default()), ["me.a?"]);
}

#[test]
fn what_an_official_decides_is_named_by_its_text() {
    let nobody = Answers::default();
    assert_eq!(reasons(r#"{ official = "ask" }"#, &nobody), ["text ask"]);
    assert_eq!(
        standing(r#"{ official = "ask" }"#, &nobody),
        Standing::Official
    );
    assert_eq!(reasons(r#"{ unknown = "ask" }"#, &nobody), ["text ask"]);
    assert_eq!(
        standing(r#"{ unknown = "ask" }"#, &nobody),
        Standing::Unknown
    );
    assert!(reasons(r#"{ gap = "ask" }"#, &nobody).is_empty());
    assert_eq!(standing(r#"{ gap = "ask" }"#, &nobody), Standing::Unknown);
}

#[test]
fn of_many_records_the_first_that_is_so_is_reason_enough() {
    let flagged = items(&[Some(false), Some(true), Some(true)], true);
    assert_eq!(
        reasons(&of_items("exists", FLAGGED), &flagged),
        ["item/item-1.flag"]
    );
    let unfinished = items(&[Some(true)], false);
    assert_eq!(
        reasons(&of_items("exists", FLAGGED), &unfinished),
        ["item/item-0.flag"]
    );
    assert_eq!(
        reasons(&of_items("every", FLAGGED), &flagged),
        ["item/item-0.flag"]
    );
}

#[test]
fn that_no_record_is_so_is_said_of_the_list_as_a_whole() {
    let none = items(&[Some(false), Some(false)], true);
    assert_eq!(
        reasons(&of_items("exists", FLAGGED), &none),
        ["all 2 of item"]
    );
    let each = items(&[Some(true), Some(true), Some(true)], true);
    assert_eq!(
        reasons(&of_items("every", FLAGGED), &each),
        ["all 3 of item"]
    );
}

#[test]
fn an_open_list_asks_for_its_end_and_for_what_its_records_leave_open() {
    let open = [Some(false), None];
    assert_eq!(
        reasons(&of_items("exists", FLAGGED), &items(&open, true)),
        ["item/item-1.flag?"]
    );
    assert_eq!(
        reasons(&of_items("exists", FLAGGED), &items(&open, false)),
        ["item/item-1.flag?", "item.complete?"]
    );
    assert_eq!(
        reasons(&of_items("exists", FLAGGED), &Answers::default()),
        ["item.complete?"]
    );
}

#[test]
fn where_two_are_needed_each_record_that_counts_is_named() {
    let two = items(&[Some(true), Some(false), Some(true)], true);
    assert_eq!(
        reasons(&twice(FLAGGED), &two),
        ["item/item-0.flag", "item/item-2.flag"]
    );
    let one = items(&[Some(true), Some(false)], true);
    assert_eq!(reasons(&twice(FLAGGED), &one), ["all 2 of item"]);
}

#[test]
fn a_reading_of_ours_weakens_also_what_is_said_of_the_whole_list() {
    let ours = r#""flagged_as_we_read_it""#;
    let none = items(&[Some(false)], true);
    let rule = of_items("exists", ours);
    assert_eq!(reasons(&rule, &none), ["all 1 of item"]);
    assert_eq!(standing(&rule, &none), Standing::Unconfirmed);
    assert_eq!(
        standing(&of_items("exists", FLAGGED), &none),
        Standing::Official
    );
    assert_eq!(
        standing(&rule, &items(&[Some(true)], true)),
        Standing::Unconfirmed
    );
}

#[test]
fn it_is_as_sure_as_its_least_sure_part() {
    let person = person(&[("a", yes_no(true)), ("b", yes_no(true))]);
    assert_eq!(standing(A, &person), Standing::Official);
    assert_eq!(standing(r#""reported""#, &person), Standing::Secondary);
    let both = all(&[B, r#""reported""#]);
    assert_eq!(standing(&both, &person), Standing::Secondary);
    let either_way = all(&[r#""reported""#, B]);
    assert_eq!(standing(&either_way, &person), Standing::Secondary);
}

#[test]
fn a_list_is_as_sure_as_the_source_of_its_edition_on_the_day() {
    let rule = r#"{ in_list = { fact = "me.country", list = "union" } }"#;
    for (code, on, wanted) in [
        ("AA", "2025-12-30", Standing::Secondary),
        ("AA", "2025-12-31", Standing::Secondary),
        ("AA", "2026-01-01", Standing::Official),
        // That BB is a member is only our reading; of the others that is no concern.
        ("BB", "2026-01-01", Standing::Unconfirmed),
        ("CC", "2026-01-01", Standing::Official),
    ] {
        let explained = explained_on(rule, &citizen_of(code), on);
        assert_eq!(explained.standing, wanted, "{code} on {on}");
        assert_eq!(explained.reasons.len(), 1, "the answer: {explained:?}");
    }
    let nobody = explained_on(rule, &Answers::default(), "2026-01-01");
    assert_eq!(nobody.standing, Standing::Official);
}

#[test]
fn a_stay_is_as_sure_as_the_rule_of_the_state_on_the_day() {
    let rule = r#"{ stay_ground = { fact = "me.country", grounds = ["agreement"] } }"#;
    for (code, on, wanted) in [
        ("AA", "2025-12-31", Standing::Secondary),
        ("AA", "2026-01-01", Standing::Official),
        ("BB", "2026-01-01", Standing::Unconfirmed),
        // What did not exist has no source to be sure of.
        ("CC", "2026-05-31", Standing::Official),
        ("CC", "2026-06-01", Standing::Secondary),
        ("DD", "2026-06-01", Standing::Official),
    ] {
        let explained = explained_on(rule, &citizen_of(code), on);
        assert_eq!(explained.standing, wanted, "{code} on {on}");
        assert_eq!(explained.reasons.len(), 1, "the answer: {explained:?}");
    }
}

const OFFICIAL: &str = r#"{ official = "ask" }"#;

#[test]
fn while_an_answer_is_missing_no_office_is_named() {
    for both in [all(&[A, OFFICIAL]), any(&[A, OFFICIAL])] {
        assert_eq!(reasons(&both, &Answers::default()), ["me.a?"]);
    }
    let said = person(&[("a", yes_no(true))]);
    assert_eq!(reasons(&all(&[A, OFFICIAL]), &said), ["text ask"]);
}

#[test]
fn one_record_without_an_answer_takes_no_office_from_another() {
    let either = of_items("exists", &all(&[FLAGGED, OFFICIAL]));
    assert_eq!(
        reasons(&either, &items(&[Some(true), None], true)),
        ["text ask", "item/item-1.flag?"]
    );
}

#[test]
fn what_is_no_longer_asked_is_no_reason() {
    let rule = r#"{ is = { fact = "me.follow_up", value = true } }"#;
    let asked_of = |a: bool| person(&[("a", yes_no(a)), ("follow_up", yes_no(true))]);
    assert_eq!(reasons(rule, &asked_of(true)), ["me.follow_up"]);
    assert!(reasons(rule, &asked_of(false)).is_empty());
}
