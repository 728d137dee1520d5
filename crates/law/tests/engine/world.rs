//! A small world: one person, one list, and a pack of a few rules with a gap, an absence and an end.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Axis;
use qonys_law::Evaluation;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::Value;

const INTERVIEW: &str = include_str!("world-interview.toml");
const PACK: &str = include_str!("world-pack.toml");

/// The rules of the small world.
pub(crate) struct World {
    pub(crate) interview: Interview,
    pub(crate) pack: Pack,
}

/// The small world.
pub(crate) fn world() -> &'static World {
    static WORLD: LazyLock<World> = LazyLock::new(|| {
        let interview = Interview::load([("interview.toml", INTERVIEW)]).expect("an interview");
        let pack = Pack::load([("pack.toml", PACK)], &interview).expect("a pack");
        World { interview, pack }
    });
    &WORLD
}

impl World {
    /// An evaluation of a person over all days that the tests look at.
    pub(crate) fn evaluation<'a>(&'a self, answers: &'a Answers) -> Evaluation<'a> {
        Evaluation::new(&self.pack, &self.interview, answers, axis())
    }
}

/// The days that the tests look at.
pub(crate) fn axis() -> Axis {
    Axis {
        first: day("2025-01-01"),
        last: day("2027-12-31"),
    }
}

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Every day of the axis.
pub(crate) fn every_day() -> impl Iterator<Item = NaiveDate> {
    axis()
        .first
        .iter_days()
        .take_while(|day| *day <= axis().last)
}

/// Any day near the axis.
pub(crate) fn some_day() -> impl Strategy<Value = NaiveDate> {
    (2023i32..2029, 1u32..=366).prop_filter_map("no such day", |(year, day)| {
        NaiveDate::from_yo_opt(year, day)
    })
}

/// Any answer of a type of the small world.
fn value(kind: &str) -> BoxedStrategy<Value> {
    match kind {
        "yes_no" => any::<bool>().prop_map(Value::YesNo).boxed(),
        "choice" => proptest::sample::select(vec!["x", "y", "z"])
            .prop_map(|word| Value::Choice(word.to_owned()))
            .boxed(),
        "country" => proptest::sample::select(vec!["AA", "BB", "CC"])
            .prop_map(|code| Value::Country(code.to_owned()))
            .boxed(),
        "number" => (0i64..60).prop_map(Value::Number).boxed(),
        "date" => some_day().prop_map(Value::Date).boxed(),
        "birth" => (1996i32..2013, 1u32..=366)
            .prop_filter_map("no such day", |(year, day)| {
                NaiveDate::from_yo_opt(year, day)
            })
            .prop_map(Value::Date)
            .boxed(),
        other => panic!("no type: {other}"),
    }
}

/// The facts of the person and of a record, with their types.
pub(crate) const PERSON: [(&str, &str); 9] = [
    ("a", "yes_no"),
    ("b", "yes_no"),
    ("c", "yes_no"),
    ("choice", "choice"),
    ("country", "country"),
    ("number", "number"),
    ("event", "date"),
    ("expires", "date"),
    ("born", "birth"),
];
pub(crate) const RECORD: [(&str, &str); 2] = [("flag", "yes_no"), ("on", "date")];

fn record(facts: &[(&'static str, &'static str)]) -> impl Strategy<Value = Record> {
    let all: Vec<_> = facts
        .iter()
        .map(|(name, kind)| value(kind).prop_map(move |value| (*name, value)))
        .collect();
    all.prop_map(|facts| {
        facts
            .into_iter()
            .map(|(name, value)| (name.to_owned(), Answer::Known(value)))
            .collect()
    })
}

/// A person who answered everything.
pub(crate) fn answered() -> impl Strategy<Value = Answers> {
    (
        record(&PERSON),
        proptest::collection::vec(record(&RECORD), 0..3),
    )
        .prop_map(|(person, rows)| Answers {
            singles: BTreeMap::from([("me".to_owned(), person)]),
            lists: BTreeMap::from([(
                "item".to_owned(),
                Records {
                    complete: true,
                    records: rows
                        .into_iter()
                        .enumerate()
                        .map(|(place, row)| (format!("item-{place}"), row))
                        .collect(),
                },
            )]),
            papers: BTreeMap::new(),
        })
}

/// The same person with less said: facts left out or not known yet, records not given, the list not finished.
pub(crate) fn less(whole: &Answers, choose: &[u8]) -> Answers {
    let mut choices = choose.iter().copied().chain(std::iter::repeat(0));
    let mut thin = |record: &Record| -> Record {
        record
            .iter()
            .filter_map(|(name, answer)| match choices.next() {
                Some(1) => None,
                Some(2) => Some((name.clone(), Answer::NotKnownYet)),
                _ => Some((name.clone(), answer.clone())),
            })
            .collect()
    };
    let mut answers = Answers::default();
    for (kind, record) in &whole.singles {
        answers.singles.insert(kind.clone(), thin(record));
    }
    for (kind, list) in &whole.lists {
        let mut rows: Vec<(String, Record)> = list
            .records
            .iter()
            .map(|(id, row)| (id.clone(), thin(row)))
            .collect();
        let unfinished = choose.first().is_some_and(|choice| *choice == 1);
        if unfinished {
            rows.pop();
        }
        answers.lists.insert(
            kind.clone(),
            Records {
                complete: !unfinished,
                records: rows,
            },
        );
    }
    answers
}

/// What is left out of an answer: 0 nothing, 1 the answer, 2 it is "not known yet".
pub(crate) fn gaps() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(prop_oneof![3 => Just(0u8), 2 => Just(1), 1 => Just(2)], 16)
}
