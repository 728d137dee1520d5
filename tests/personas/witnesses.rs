//! Every condition of the pack has a person of whom it holds and a person of whom it does not. A condition without a witness may say
//! anything: no table would turn red.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use qonys_app::Knowledge;
use qonys_law::Answers;
use qonys_law::Axis;
use qonys_law::Condition;
use qonys_law::Evaluation;
use qonys_law::Scope;
use qonys_law::Verdict;

use crate::case;

/// Witnesses that there cannot be, and why.
const WITHOUT: &[(&str, Verdict, &str)] = &[
    (
        "agreement_not_known",
        Verdict::Yes,
        "it is what nobody knows: where it would hold it is undecided",
    ),
    (
        "exempt_from_13_and_14_1_between",
        Verdict::Yes,
        "whether the exemption held between the two wordings is not known",
    ),
    (
        "family_tie_lasts",
        Verdict::No,
        "whether the tie outlasts a death is not known",
    ),
    (
        "relative_is_close_family",
        Verdict::No,
        "whether anybody else belongs to the family is a question for the migration service",
    ),
    (
        "penalty_year_from_payment",
        Verdict::Yes,
        "whether the year runs from the payment is not known",
    ),
    (
        "waiver_counts_as_agreement",
        Verdict::Yes,
        "a state on both lists; there is none today",
    ),
];

/// Whether somebody was seen of whom it holds, and somebody of whom it does not.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    yes: bool,
    no: bool,
}

/// The record-less scope and one with each record at hand.
fn scopes(answers: &Answers) -> Vec<Scope> {
    let mut scopes = vec![Scope::default()];
    for (kind, list) in &answers.lists {
        for (record, _) in &list.records {
            scopes.push(Scope::default().with(kind, record));
        }
    }
    scopes
}

fn look(
    knowledge: &Knowledge,
    answers: &Answers,
    day: NaiveDate,
    seen: &mut BTreeMap<String, Seen>,
) {
    let axis = Axis {
        first: day,
        last: day,
    };
    let evaluation = Evaluation::new(&knowledge.pack, &knowledge.interview, answers, axis);
    for scope in scopes(answers) {
        for id in knowledge.pack.conditions.keys() {
            let one = seen.entry(id.clone()).or_default();
            if one.yes && one.no {
                continue;
            }
            match evaluation.on(&Condition::Named(id.clone()), &scope, day) {
                Verdict::Yes => one.yes = true,
                Verdict::No => one.no = true,
                Verdict::Undecided(_) | Verdict::DoesNotApply => {}
            }
        }
    }
}

#[test]
fn every_condition_has_a_witness_for_yes_and_one_for_no() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let mut seen = BTreeMap::new();
    for case in case::all() {
        for table in &case.tables {
            let person = case.person(&knowledge, table);
            look(&knowledge, &person.answers, table.filing, &mut seen);
        }
    }
    let missing: Vec<String> = seen
        .iter()
        .flat_map(|(id, seen)| [(id, Verdict::Yes, seen.yes), (id, Verdict::No, seen.no)])
        .filter_map(|(id, verdict, seen)| {
            let excused = WITHOUT.iter().any(|one| one.0 == id && one.1 == verdict);
            match (seen, excused) {
                (false, false) => Some(format!("{id}: nobody of whom it is {verdict:?}")),
                (true, true) => Some(format!("{id}: there is somebody of whom it is {verdict:?}")),
                (true, false) | (false, true) => None,
            }
        })
        .collect();
    assert!(seen.len() > 50, "the conditions were read");
    assert!(
        missing.is_empty(),
        "{} witnesses are missing: {missing:#?}",
        missing.len()
    );
    assert!(
        WITHOUT
            .iter()
            .all(|(id, _, why)| !why.is_empty() && seen.contains_key(*id))
    );
}
