//! What a person may say to the questions of a module.

use std::collections::BTreeMap;

use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Record;
use qonys_law::Records;
use qonys_law::Value;

/// A question of a module with the answers that stand for all answers.
pub(crate) struct Input {
    /// The fact, or a list's "that is all".
    pub(crate) fact: String,
    /// Whether it is asked of each record of a list.
    pub(crate) of_list: bool,
    /// Whether to leave it empty is an answer: it has not come.
    pub(crate) left_empty: bool,
    pub(crate) values: Vec<Said>,
}

/// What is said.
#[derive(Clone)]
pub(crate) enum Said {
    /// An answer.
    Value(Value),
    /// The list is complete, with one record or with none.
    List { one: bool },
}

impl Input {
    /// An answer in words, for the developer.
    pub(crate) fn told(&self, place: usize) -> String {
        match self.values.get(place) {
            None => "?".to_owned(),
            Some(Said::List { one }) => if *one { "one" } else { "none" }.to_owned(),
            Some(Said::Value(value)) => match value {
                Value::YesNo(yes) => yes.to_string(),
                Value::Choice(word) | Value::Country(word) => word.clone(),
                Value::Date(day) => day.to_string(),
                Value::Number(number) | Value::Money(number) => number.to_string(),
                Value::Text(text) => text.text.clone(),
            },
        }
    }
}

/// The answers of a combination.
pub(crate) fn answers(inputs: &[Input], chosen: &[usize]) -> Answers {
    let mut answers = Answers::default();
    let mut of_records: BTreeMap<String, Record> = BTreeMap::new();
    for (input, place) in inputs.iter().zip(chosen) {
        let Some(said) = input.values.get(*place) else {
            continue;
        };
        let (kind, fact) = input.fact.split_once('.').expect("entity.fact");
        match said {
            Said::List { one } => {
                let list = answers.lists.entry(kind.to_owned()).or_default();
                list.complete = true;
                if *one {
                    list.records.push(("one".to_owned(), Record::new()));
                }
            }
            Said::Value(value) => {
                let record = if input.of_list {
                    of_records.entry(kind.to_owned()).or_default()
                } else {
                    answers.singles.entry(kind.to_owned()).or_default()
                };
                record.insert(fact.to_owned(), Answer::Known(value.clone()));
            }
        }
    }
    for (kind, record) in of_records {
        if let Some(Records { records, .. }) = answers.lists.get_mut(&kind)
            && let Some((_, own)) = records.first_mut()
        {
            *own = record;
        }
    }
    answers
}
