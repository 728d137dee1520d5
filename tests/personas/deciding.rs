//! What is said to decide whether a person may apply does decide it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use qonys_app::Knowledge;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::DayAssessment;
use qonys_law::FactRef;
use qonys_law::FactType;
use qonys_law::Finding;
use qonys_law::LIST_COMPLETE;
use qonys_law::Plan;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::assess;
use qonys_law::assess_on;

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

fn with(knowledge: &Knowledge, answers: &Answers, fact: &FactRef, value: Value) -> Answers {
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
    said_with(knowledge, fact, changed)
}

/// What an answer says of another question that was left out, as a case file is read.
fn said_with(knowledge: &Knowledge, fact: &FactRef, mut answers: Answers) -> Answers {
    let declared = knowledge.interview.fact(&fact.path());
    if let Some(implied) = declared.and_then(|declared| declared.implies.as_ref()) {
        let record = answers.singles.entry(fact.entity.kind.clone());
        record
            .or_default()
            .entry(implied.fact.fact.clone())
            .or_insert_with(|| Answer::Known(Value::Choice(implied.value.clone())));
    }
    answers
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
    values(knowledge, fact).into_iter().any(|value| {
        can_decide(
            knowledge,
            &with(knowledge, answers, fact, value),
            plan,
            rest,
        )
    })
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

/// A rule by its kind and id.
type Rule = (&'static str, String);

/// Every finding that names sets of answers, with the sets.
fn named_sets(
    knowledge: &Knowledge,
    answers: &Answers,
    plan: &Plan,
) -> Vec<(Rule, Vec<BTreeSet<FactRef>>)> {
    let found = assess(&knowledge.pack, &knowledge.interview, answers, plan);
    let mut all: Vec<(&str, &Finding)> = vec![("may", &found.may_apply)];
    all.extend(found.routes.iter().map(|r| ("route", &r.finding)));
    all.extend(found.grounds.iter().map(|g| ("ground", &g.finding)));
    all.extend(found.procedures.iter().map(|p| ("procedure", &p.finding)));
    all.extend(
        found
            .requirements
            .iter()
            .map(|r| ("requirement", &r.finding)),
    );
    all.extend(found.fees.iter().map(|f| ("fee", &f.finding)));
    all.extend(found.deadlines.iter().map(|d| ("deadline", &d.finding)));
    all.extend(found.stages.stages.iter().map(|s| ("stage", &s.finding)));
    all.into_iter()
        .filter(|(_, finding)| !finding.deciding.is_empty())
        .map(|(kind, finding)| ((kind, finding.id.clone()), finding.deciding.clone()))
        .collect()
}

/// Whether a rule is decided on the days of the plan; none of a rule that is not looked at there.
fn is_decided(found: &DayAssessment<'_>, (kind, id): &Rule) -> Option<bool> {
    let of = |rules: &[qonys_law::RuleOnDay<'_>]| {
        let rule = rules.iter().find(|rule| rule.id == id.as_str())?;
        Some(rule.verdict.kind() != VerdictKind::Undecided)
    };
    match *kind {
        "may" => Some(found.may_apply.kind() != VerdictKind::Undecided),
        "route" => of(&found.routes),
        "ground" => of(&found.grounds),
        "procedure" => of(&found.procedures),
        _ => None,
    }
}

/// The rules that some answers to these questions decide.
fn decided_by(
    knowledge: &Knowledge,
    answers: &Answers,
    plan: &Plan,
    facts: &[FactRef],
    rules: &[Rule],
) -> BTreeSet<Rule> {
    let Some((fact, rest)) = facts.split_first() else {
        let found = assess_on(&knowledge.pack, &knowledge.interview, answers, plan);
        return rules
            .iter()
            .filter(|rule| is_decided(&found, rule) == Some(true))
            .cloned()
            .collect();
    };
    if fact.fact == LIST_COMPLETE {
        let mut changed = answers.clone();
        let list = changed.lists.entry(fact.entity.kind.clone()).or_default();
        list.complete = true;
        return decided_by(knowledge, &changed, plan, rest, rules);
    }
    values(knowledge, fact)
        .into_iter()
        .flat_map(|value| {
            let changed = with(knowledge, answers, fact, value);
            decided_by(knowledge, &changed, plan, rest, rules)
        })
        .collect()
}

/// What is wrong with the sets of one person: a set that holds another, or of which a part decides by itself.
fn not_minimal(knowledge: &Knowledge, who: &str, answers: &Answers, plan: &Plan) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut parts: BTreeMap<BTreeSet<FactRef>, Vec<Rule>> = BTreeMap::new();
    for (rule, sets) in named_sets(knowledge, answers, plan) {
        for (place, set) in sets.iter().enumerate() {
            let mut others = sets.iter().enumerate().filter(|(other, _)| *other != place);
            if let Some((_, other)) = others.find(|(_, other)| other.is_subset(set)) {
                wrong.push(format!("{who}: {rule:?}: {set:?} holds {other:?}"));
            }
            if !(2..=3).contains(&set.len()) {
                continue;
            }
            for fact in set {
                let mut part = set.clone();
                part.remove(fact);
                parts.entry(part).or_default().push(rule.clone());
            }
        }
    }
    for (part, rules) in parts {
        let facts: Vec<FactRef> = part.iter().cloned().collect();
        for rule in decided_by(knowledge, answers, plan, &facts, &rules) {
            wrong.push(format!("{who}: {rule:?}: {part:?} decides alone"));
        }
    }
    wrong
}

/// The common person without some answers, and persons of whom next to nothing is known: no set is named of which a part would do.
#[test]
fn no_set_is_named_of_which_a_part_decides() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let cases = case::all();
    let omsk = cases
        .iter()
        .find(|c| c.cases.contains(&"1".to_owned()))
        .expect("case 1");
    let table = &omsk.tables[0];
    let person = omsk.person(&knowledge, table);
    let plan = Plan {
        today: table.filing,
        filing: table.filing,
        filing_given: true,
        payment: None,
        decision: None,
    };
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for removed in [
        vec!["applicant.status", "applicant.citizenship"],
        vec!["applicant.citizenship", "entry.basis"],
        vec!["applicant.status", "entry.basis", "entry.visa"],
        vec![
            "applicant.citizenship",
            "applicant.ethnic_kazakh",
            "entry.basis",
        ],
        vec![
            "applicant.citizenship",
            "applicant.birth_date",
            "applicant.status",
        ],
        vec![
            "applicant.birth_country",
            "applicant.former_kz_citizen",
            "applicant.ethnic_kazakh",
        ],
        vec![
            "work.in_demand_profession",
            "entry.basis",
            "applicant.refugee",
        ],
    ] {
        let mut answers = person.answers.clone();
        for path in &removed {
            let (kind, fact) = path.split_once('.').expect("entity.fact");
            answers
                .singles
                .get_mut(kind)
                .map(|record| record.remove(fact));
        }
        looked_at += 1;
        wrong.extend(not_minimal(&knowledge, &removed.join(" "), &answers, &plan));
        for list in ["citizenship", "relative"] {
            answers.lists.remove(list);
        }
        looked_at += 1;
        let who = format!("{} and two lists", removed.join(" "));
        wrong.extend(not_minimal(&knowledge, &who, &answers, &plan));
    }
    wrong.extend(not_minimal(
        &knowledge,
        "nobody",
        &Answers::default(),
        &plan,
    ));
    assert!(looked_at > 10);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
