//! The sets of answers that are said to decide do decide.

use std::collections::BTreeSet;

use chrono::Days;
use chrono::NaiveDate;
use proptest::prelude::*;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::FactRef;
use qonys_law::LIST_COMPLETE;
use qonys_law::Scope;
use qonys_law::Value;
use qonys_law::VerdictKind;

use crate::tree::Tree;
use crate::tree::decidable;
use crate::world::World;
use crate::world::answered;
use crate::world::gaps;
use crate::world::less;
use crate::world::world;

/// Answers enough to bring out everything that the atoms of the small world can say of a fact.
fn values(fact: &FactRef, on: NaiveDate) -> Vec<Value> {
    let words = |make: fn(String) -> Value, all: [&str; 3]| {
        all.into_iter().map(|word| make(word.to_owned())).collect()
    };
    match fact.fact.as_str() {
        "a" | "b" | "c" | "flag" => vec![Value::YesNo(true), Value::YesNo(false)],
        "choice" => words(Value::Choice, ["x", "y", "z"]),
        "country" => words(Value::Country, ["AA", "BB", "CC"]),
        "number" => vec![Value::Number(0), Value::Number(1000)],
        "event" | "expires" | "born" | "on" => {
            // Far before and after, and every length of a term from the day.
            let days = [0, 5, 20, 29, 30, 31, 100, 200, 300, 400, 20_000];
            days.iter()
                .filter_map(|days| on.checked_sub_days(Days::new(*days)))
                .chain(on.checked_add_days(Days::new(20_000)))
                .map(Value::Date)
                .collect()
        }
        other => panic!("no fact: {other}"),
    }
}

fn put(answers: &mut Answers, fact: &FactRef, value: Value) {
    let record = match &fact.entity.record {
        None => answers.singles.entry(fact.entity.kind.clone()).or_default(),
        Some(id) => {
            let list = answers.lists.get_mut(&fact.entity.kind).expect("a list");
            let row = list.records.iter_mut().find(|(known, _)| known == id);
            &mut row.expect("a record").1
        }
    };
    record.insert(fact.fact.clone(), Answer::Known(value));
}

/// Whether the answers to these questions can decide, in some way.
fn can_decide(
    world: &World,
    tree: &Tree,
    answers: &Answers,
    questions: &[FactRef],
    on: NaiveDate,
) -> bool {
    let Some((fact, rest)) = questions.split_first() else {
        let verdict = world
            .evaluation(answers)
            .on(&tree.condition(), &Scope::default(), on);
        return verdict.kind() != VerdictKind::Undecided;
    };
    if fact.fact == LIST_COMPLETE {
        let mut next = answers.clone();
        next.lists
            .entry(fact.entity.kind.clone())
            .or_default()
            .complete = true;
        return can_decide(world, tree, &next, rest, on);
    }
    values(fact, on).into_iter().any(|value| {
        let mut next = answers.clone();
        put(&mut next, fact, value);
        can_decide(world, tree, &next, rest, on)
    })
}

proptest! {
    #![proptest_config(crate::cases(400))]

    #[test]
    fn every_set_that_is_named_can_decide(
        tree in decidable(), whole in answered(), gaps in gaps(), later in 0u64..1000,
    ) {
        let world = world();
        let answers = less(&whole, &gaps);
        let on = crate::world::axis().first + Days::new(later);
        let sets = world.evaluation(&answers).deciding(&tree.condition(), &Scope::default(), on);
        for set in &sets {
            prop_assert!(!set.is_empty(), "an open verdict needs an answer");
            if set.len() <= 3 {
                let questions: Vec<FactRef> = set.iter().cloned().collect();
                prop_assert!(
                    can_decide(world, &tree, &answers, &questions, on),
                    "{:?} does not decide {:?} on {}", set, tree, on
                );
            }
        }
        for (place, set) in sets.iter().enumerate() {
            let larger = |other: &BTreeSet<FactRef>| other.is_subset(set);
            prop_assert!(!sets[..place].iter().any(larger), "the smallest sets only");
        }
    }

    /// Where one answer alone can decide, it is named.
    #[test]
    fn a_single_answer_that_decides_is_named(
        tree in decidable(), whole in answered(), gaps in gaps(), later in 0u64..1000,
    ) {
        let world = world();
        let answers = less(&whole, &gaps);
        let on = crate::world::axis().first + Days::new(later);
        let evaluation = world.evaluation(&answers);
        let verdict = evaluation.on(&tree.condition(), &Scope::default(), on);
        let sets = evaluation.deciding(&tree.condition(), &Scope::default(), on);
        for why in verdict.whys() {
            let qonys_law::Why::MissingFact { fact } = why else { continue };
            if can_decide(world, &tree, &answers, std::slice::from_ref(&fact), on) {
                prop_assert!(
                    sets.contains(&BTreeSet::from([fact.clone()])),
                    "{} decides {:?} on {}, but only {:?} are named", fact, tree, on, sets
                );
            }
        }
    }
}
