//! What is said to decide whether a person may apply does decide it.

use std::collections::BTreeMap;

use qonys_app::Knowledge;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::FactRef;
use qonys_law::FactType;
use qonys_law::LIST_COMPLETE;
use qonys_law::Plan;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::assess;

use crate::case;

/// Answers that bring out what a question can decide.
fn values(knowledge: &Knowledge, fact: &FactRef) -> Vec<Value> {
    let declared = knowledge.interview.fact(&fact.path()).expect("a fact");
    let days = [
        "1930-01-01",
        "1999-01-01",
        "2015-01-01",
        "2023-01-01",
        "2026-11-25",
        "2026-12-30",
        "2035-01-01",
    ];
    match declared.kind {
        FactType::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        FactType::Choice => declared
            .option
            .iter()
            .map(|o| Value::Choice(o.id.clone()))
            .collect(),
        FactType::Country => ["RU", "CN", "DE", "UZ", "KZ", "US"]
            .map(|c| Value::Country(c.to_owned()))
            .to_vec(),
        FactType::Date => days
            .iter()
            .map(|day| Value::Date(day.parse().expect("a day")))
            .collect(),
        FactType::Number => vec![Value::Number(0), Value::Number(100_000)],
        FactType::Text
        | FactType::NameLatin
        | FactType::NameCyrillic
        | FactType::Digits
        | FactType::Money => Vec::new(),
    }
}

fn with(answers: &Answers, fact: &FactRef, value: Value) -> Answers {
    let mut changed = answers.clone();
    let record = match &fact.entity.record {
        None => changed.singles.entry(fact.entity.kind.clone()).or_default(),
        Some(id) => {
            let list = changed.lists.entry(fact.entity.kind.clone()).or_default();
            let row = list.records.iter_mut().find(|(known, _)| known == id);
            &mut row.expect("a record").1
        }
    };
    record.insert(fact.fact.clone(), Answer::Known(value));
    changed
}

fn may_apply(knowledge: &Knowledge, answers: &Answers, plan: &Plan) -> qonys_law::Finding {
    assess(&knowledge.pack, &knowledge.interview, answers, plan).may_apply
}

fn can_decide(knowledge: &Knowledge, answers: &Answers, plan: &Plan, facts: &[FactRef]) -> bool {
    let Some((fact, rest)) = facts.split_first() else {
        return may_apply(knowledge, answers, plan).verdict.kind() != VerdictKind::Undecided;
    };
    if fact.fact == LIST_COMPLETE {
        let mut changed = answers.clone();
        changed
            .lists
            .entry(fact.entity.kind.clone())
            .or_default()
            .complete = true;
        return can_decide(knowledge, &changed, plan, rest);
    }
    values(knowledge, fact)
        .into_iter()
        .any(|value| can_decide(knowledge, &with(answers, fact, value), plan, rest))
}

/// The common person without one answer, or without two: every named set of at most two questions can decide, and one is
/// named wherever only answers are missing.
#[test]
fn every_named_set_can_decide_the_right_to_apply() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let cases = case::all();
    let omsk = cases
        .iter()
        .find(|c| c.cases.contains(&"1".to_owned()))
        .expect("case 1");
    let table = &omsk.tables[0];
    let answers = omsk.person(&knowledge, table).answers;
    let plan = Plan {
        today: table.filing,
        filing: table.filing,
        filing_given: true,
        payment: None,
        decision: None,
    };
    let facts: Vec<(String, String)> = answers
        .singles
        .iter()
        .flat_map(|(kind, record)| record.keys().map(move |fact| (kind.clone(), fact.clone())))
        .collect();
    let without = |removed: &[&(String, String)]| {
        let mut less = answers.clone();
        for (kind, fact) in removed {
            less.singles.get_mut(kind).map(|record| record.remove(fact));
        }
        less
    };
    let mut open = BTreeMap::new();
    for one in &facts {
        let less = without(&[one]);
        let finding = may_apply(&knowledge, &less, &plan);
        if finding.verdict.kind() != VerdictKind::Undecided {
            assert!(finding.deciding.is_empty(), "{one:?} decides nothing");
            continue;
        }
        open.insert(one, finding);
    }
    assert!(open.len() > 5, "some answers decide: {:?}", open.keys());
    for (one, finding) in &open {
        assert!(
            !finding.deciding.is_empty(),
            "{one:?} is missing and nothing is named"
        );
        check(&knowledge, &without(&[one]), &plan, finding);
    }
    // Two at a time, every seventh pair: enough to see sets of two.
    let keys: Vec<_> = open.keys().collect();
    let pairs = keys
        .iter()
        .enumerate()
        .flat_map(|(place, one)| keys[place + 1..].iter().map(move |other| (one, other)));
    for (one, other) in pairs.step_by(7) {
        let less = without(&[one, other]);
        let finding = may_apply(&knowledge, &less, &plan);
        assert!(!finding.deciding.is_empty(), "{one:?} and {other:?}");
        check(&knowledge, &less, &plan, &finding);
    }
}

fn check(knowledge: &Knowledge, answers: &Answers, plan: &Plan, finding: &qonys_law::Finding) {
    for set in &finding.deciding {
        assert!(!set.is_empty());
        if set.len() <= 2 {
            let facts: Vec<FactRef> = set.iter().cloned().collect();
            assert!(
                can_decide(knowledge, answers, plan, &facts),
                "{set:?} does not decide"
            );
        }
    }
}
