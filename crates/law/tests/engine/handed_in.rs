//! The day on which the papers were handed in is the filing day, and nothing else is taken for it.

use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Plan;
use qonys_law::PlannedDay;
use qonys_law::PlannedDays;
use qonys_law::Records;
use qonys_law::Value;
use qonys_law::assess;
use qonys_law::assess_on;
use qonys_law::handed_in;

use crate::one_day::BUILT_IN;
use crate::world::day;

/// The day on which the papers were handed in, where a test names no other.
const HANDED_IN: &str = "2026-11-16";

fn known(value: Value) -> Answer {
    Answer::Known(value)
}

/// Somebody who says that the papers were handed in on a day.
fn filed(on: &str) -> Answers {
    let mut answers = Answers::default();
    let answer = known(Value::Date(day(on)));
    let record = [("handed_in".to_owned(), answer)].into_iter().collect();
    answers.singles.insert("application".to_owned(), record);
    answers
}

/// The same person, refused on a day.
fn refused(on: Option<&str>) -> Answers {
    let mut answers = filed(HANDED_IN);
    let told = on.map(|on| ("on".to_owned(), known(Value::Date(day(on)))));
    let list = Records {
        complete: true,
        records: vec![("refusal-1".to_owned(), told.into_iter().collect())],
    };
    answers.lists.insert("refusal".to_owned(), list);
    answers
}

fn granted(answer: Answer) -> Answers {
    let mut answers = filed(HANDED_IN);
    let record = [("granted".to_owned(), answer)].into_iter().collect();
    answers.singles.insert("permit".to_owned(), record);
    answers
}

fn plan(filing: &str, given: bool) -> Plan {
    Plan {
        today: day("2026-11-21"),
        filing: day(filing),
        filing_given: given,
        payment: None,
        decision: None,
    }
}

fn days(answers: &Answers, plan: &Plan) -> PlannedDays {
    let (interview, pack) = &*BUILT_IN;
    let days = assess_on(pack, interview, answers, plan).days;
    assert_eq!(days, assess(pack, interview, answers, plan).days);
    days
}

fn said(answers: &Answers, today: &str) -> Option<NaiveDate> {
    let (interview, pack) = &*BUILT_IN;
    handed_in(pack, interview, answers, day(today))
}

fn given(text: &str) -> PlannedDay {
    PlannedDay {
        day: day(text),
        given: true,
    }
}

#[test]
fn the_day_counts_from_itself_on_and_not_the_day_before() {
    let answers = filed(HANDED_IN);
    assert_eq!(said(&answers, "2026-11-15"), None, "it has not come yet");
    assert_eq!(said(&answers, "2026-11-16"), Some(day(HANDED_IN)));
    assert_eq!(said(&answers, "2026-11-17"), Some(day(HANDED_IN)));
    assert_eq!(said(&Answers::default(), "2026-11-17"), None);
}

#[test]
fn it_wins_over_the_planned_day_and_over_none() {
    for plan in [plan("2026-11-30", true), plan("2026-11-21", false)] {
        let found = days(&filed(HANDED_IN), &plan);
        assert!(found.handed_in);
        assert_eq!(found.filing, given(HANDED_IN));
        assert_eq!(found.payment.day, day(HANDED_IN));
        let alone = Plan {
            filing: day(HANDED_IN),
            ..plan
        };
        let expected = days(&Answers::default(), &alone).decision;
        assert_eq!(found.decision, expected, "the decision is expected from it");
        assert!(!found.decision.given);
    }
    let ahead = days(&filed("2026-11-22"), &plan("2026-11-30", true));
    assert!(!ahead.handed_in, "a day that has not come is no filing day");
    assert_eq!(ahead.filing, given("2026-11-30"));
}

#[test]
fn the_other_days_of_a_plan_for_another_filing_day_are_left_out() {
    let with = |filing: &str, given: bool, payment: &str, decision: &str| Plan {
        payment: Some(day(payment)),
        decision: Some(day(decision)),
        ..plan(filing, given)
    };
    let answers = filed(HANDED_IN);
    let same = days(&answers, &with(HANDED_IN, true, "2026-11-10", "2027-01-08"));
    assert_eq!(
        (same.payment, same.decision),
        (given("2026-11-10"), given("2027-01-08"))
    );
    let other = days(
        &answers,
        &with("2026-11-17", true, "2026-11-10", "2027-01-08"),
    );
    assert!(!other.payment.given && !other.decision.given);
    let none = days(
        &answers,
        &with("2026-11-21", false, "2026-11-16", "2026-11-16"),
    );
    assert!(
        none.payment.given && none.decision.given,
        "on the day itself"
    );
    let wrong = days(
        &answers,
        &with("2026-11-21", false, "2026-11-17", "2026-11-15"),
    );
    assert!(
        !wrong.payment.given && !wrong.decision.given,
        "after it, and before it"
    );
}

#[test]
fn a_refusal_on_that_day_or_later_ends_the_application() {
    let counts = |on| said(&refused(on), "2026-11-21").is_some();
    assert!(
        counts(Some("2026-11-15")),
        "an earlier application was refused"
    );
    assert!(!counts(Some("2026-11-16")));
    assert!(!counts(Some("2026-11-17")));
    assert!(counts(None), "nobody knows when");
}

#[test]
fn a_permit_that_was_granted_ends_it_too() {
    let counts = |answer| said(&granted(answer), "2026-11-21").is_some();
    assert!(!counts(known(Value::YesNo(true))));
    assert!(counts(known(Value::YesNo(false))));
    assert!(counts(Answer::NotKnownYet), "nobody said so");
}

#[test]
fn a_day_in_the_future_is_to_be_looked_at_again() {
    let (interview, pack) = &*BUILT_IN;
    let doubted = |on: &str| {
        let plan = plan("2026-11-30", true);
        let found = assess(pack, interview, &filed(on), &plan).sanity;
        found.iter().any(|one| {
            one.id == "day-in-the-future"
                && one
                    .facts
                    .iter()
                    .any(|fact| fact.to_string() == "application.handed_in")
        })
    };
    assert!(!doubted("2026-11-20"));
    assert!(!doubted("2026-11-21"), "today");
    assert!(doubted("2026-11-22"));
}
