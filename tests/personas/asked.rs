//! What is asked for the sake of earlier law is asked only for days on which that law held.

use chrono::NaiveDate;
use qonys_app::Knowledge;
use qonys_law::Axis;
use qonys_law::Evaluation;
use qonys_law::FactPath;
use qonys_law::Scope;
use qonys_law::Verdict;

use crate::case;

/// Whether a question is asked of the common person, as far as its condition goes, when the papers are handed in on a day.
fn asked(knowledge: &Knowledge, fact: &str, record: Option<(&str, &str)>, day: &str) -> Verdict {
    let day: NaiveDate = day.parse().expect("a day");
    let cases = case::all();
    let convicted = cases
        .iter()
        .find(|case| case.cases.contains(&"22".to_owned()))
        .expect("case 22");
    let person = convicted.person(knowledge, &convicted.tables[0]);
    let axis = Axis {
        first: day,
        last: day,
    };
    let evaluation = Evaluation::new(&knowledge.pack, &knowledge.interview, &person.answers, axis);
    let path: FactPath = fact.parse().expect("a fact");
    let ask_if = knowledge
        .interview
        .fact(&path)
        .and_then(|fact| fact.ask_if.as_ref())
        .expect("it is asked on a condition");
    let scope = record.map_or_else(Scope::default, |(kind, id)| Scope::default().with(kind, id));
    evaluation.on(ask_if, &scope, day)
}

#[test]
fn asylum_is_asked_only_for_days_of_the_list_of_2022() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    for (day, verdict) in [
        ("2022-03-03", Verdict::No),
        ("2022-03-04", Verdict::Yes),
        ("2022-10-22", Verdict::Yes),
        ("2022-12-31", Verdict::Yes),
        ("2023-01-01", Verdict::No),
        ("2026-11-30", Verdict::No),
    ] {
        let found = asked(&knowledge, "applicant.asylum", None, day);
        assert_eq!(found, verdict, "on {day}");
    }
}

#[test]
fn how_serious_a_crime_was_is_asked_only_while_it_decided() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let conviction = Some(("conviction", "conviction-1"));
    for (day, verdict) in [
        ("2022-10-21", Verdict::No),
        ("2022-10-22", Verdict::Yes),
        ("2024-05-31", Verdict::Yes),
        ("2024-06-01", Verdict::No),
    ] {
        let found = asked(&knowledge, "conviction.gravity", conviction, day);
        assert_eq!(found, verdict, "on {day}");
    }
}
