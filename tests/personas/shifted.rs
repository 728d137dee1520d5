//! A shifted date changes only what cites a rule that changed.
//!
//! All dates of a case and of its plan are moved together, by one day more or less: every comparison between them stays what it was. Then a
//! verdict may differ only where a record of the pack begins or ends on one of the days on which the plan is tested, and only for
//! what leans on that record.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::Days;
use chrono::Months;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::Config;
use proptest::test_runner::TestRunner;
use qonys_app::Knowledge;
use qonys_app::Lawbook;
use qonys_app::built_in_lawbook;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Plan;
use qonys_law::Record;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::assess;

use crate::case;

/// How many cases are tried.
const CASES: u32 = 300;
/// The terms of the pack that run in years, and the ages: across a 29 February they have a day more.
const YEARS: [u32; 5] = [1, 5, 14, 16, 18];

fn moved(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).expect("a day")
}

fn each_date(answers: &mut Answers, visit: &mut impl FnMut(&mut NaiveDate)) {
    let mut of_record = |record: &mut Record| {
        for answer in record.values_mut() {
            if let Answer::Known(Value::Date(day)) = answer {
                visit(day);
            }
        }
    };
    answers.singles.values_mut().for_each(&mut of_record);
    answers.papers.values_mut().for_each(&mut of_record);
    for list in answers.lists.values_mut() {
        for (_, record) in &mut list.records {
            of_record(record);
        }
    }
}

/// The case so many days later.
fn later(answers: &Answers, plan: &Plan, days: u64) -> (Answers, Plan) {
    let mut answers = answers.clone();
    each_date(&mut answers, &mut |day| *day = moved(*day, days));
    let plan = Plan {
        today: moved(plan.today, days),
        filing: moved(plan.filing, days),
        filing_given: plan.filing_given,
        payment: plan.payment.map(|day| moved(day, days)),
        decision: plan.decision.map(|day| moved(day, days)),
    };
    (answers, plan)
}

/// Whether a term in years from one of the dates is longer by a day for one of two neighbouring cases.
fn leap_day_between(answers: &Answers, days: u64) -> bool {
    let mut found = false;
    let length = |day: NaiveDate, years: u32| {
        day.checked_add_months(Months::new(12 * years))
            .map(|end| (end - day).num_days())
    };
    each_date(&mut answers.clone(), &mut |day| {
        let (first, second) = (moved(*day, days), moved(*day, days + 1));
        found |= YEARS
            .iter()
            .any(|years| length(first, *years) != length(second, *years));
    });
    found
}

/// What is said of a case, by kind and id.
fn verdicts(
    knowledge: &Knowledge,
    answers: &Answers,
    plan: &Plan,
) -> BTreeMap<(&'static str, String), VerdictKind> {
    let found = assess(&knowledge.pack, &knowledge.interview, answers, plan);
    let mut all = BTreeMap::new();
    let mut note = |kind, finding: &qonys_law::Finding| {
        all.insert((kind, finding.id.clone()), finding.verdict.kind());
    };
    for route in &found.routes {
        note("route", &route.finding);
    }
    for ground in &found.grounds {
        note("ground", &ground.finding);
    }
    for procedure in &found.procedures {
        note("procedure", &procedure.finding);
    }
    for requirement in &found.requirements {
        note("requirement", &requirement.finding);
    }
    for fee in &found.fees {
        note("fee", &fee.finding);
    }
    all
}

/// The days of a plan on which rules are tested.
fn tested(knowledge: &Knowledge, answers: &Answers, plan: &Plan) -> Vec<NaiveDate> {
    let days = assess(&knowledge.pack, &knowledge.interview, answers, plan).days;
    vec![
        days.today,
        days.payment.day,
        days.filing.day,
        days.decision.day,
    ]
}

/// The records that begin on one of the days, or ended on the day before, with everything that leans on them.
fn leaning_on_what_changed(book: &Lawbook, days: &[NaiveDate]) -> BTreeSet<String> {
    let turns = |entry: &qonys_law::Entry| {
        let begins = entry.from().is_some_and(|from| days.contains(&from));
        let over = entry
            .until()
            .and_then(|until| until.succ_opt())
            .is_some_and(|after| days.contains(&after));
        begins || over
    };
    let mut found = BTreeSet::new();
    let mut next: Vec<(String, String)> = Vec::new();
    for entry in book.entries().iter().filter(|entry| turns(entry)) {
        next.push((entry.kind.clone(), entry.id.clone()));
        // A member of a list has no name of its own.
        if let Some(list) = entry.body.get("list").and_then(toml::Value::as_str) {
            next.push(("list".to_owned(), list.to_owned()));
        }
    }
    while let Some((kind, id)) = next.pop() {
        if found.insert(id.clone()) {
            next.extend(book.users(&kind, &id).iter().cloned());
        }
    }
    found
}

#[test]
fn a_date_shifted_by_a_day_changes_only_what_cites_a_rule_that_changed() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let book = built_in_lawbook().expect("a pack that can be read");
    let cases: Vec<(String, Answers, Plan)> = case::all()
        .iter()
        .flat_map(|case| {
            case.tables.iter().map(|table| {
                let person = case.person(&knowledge, table);
                (
                    format!("{} on {}", case.file, table.filing),
                    person.answers.clone(),
                    person.plan.on(table.today()),
                )
            })
        })
        .collect();
    let compared = std::cell::Cell::new(0_usize);
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: CASES,
            failure_persistence: None,
            ..Config::default()
        },
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    runner
        .run(&(0..cases.len(), 0_u64..900), |(place, days)| {
            let (name, answers, plan) = &cases[place];
            if leap_day_between(answers, days) {
                return Ok(());
            }
            let (first, first_plan) = later(answers, plan, days);
            let (second, second_plan) = later(answers, plan, days + 1);
            let before = verdicts(&knowledge, &first, &first_plan);
            let after = verdicts(&knowledge, &second, &second_plan);
            let turned =
                leaning_on_what_changed(&book, &tested(&knowledge, &second, &second_plan));
            for (rule, verdict) in &after {
                // What is shown at all is another question: a list that does not bind is left out.
                let Some(earlier) = before.get(rule) else {
                    continue;
                };
                compared.set(compared.get() + 1);
                prop_assert!(
                    earlier == verdict || turned.contains(&rule.1),
                    "{name}, {days} days later: {rule:?} is {earlier:?} and a day later {verdict:?}, \
                     and nothing that it leans on changed"
                );
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(compared.get() > 1000, "{} were compared", compared.get());
}
