//! Every single slip in the pack is seen: no value is read without being compared.

use toml::Table;
use toml::Value;

use crate::ledger;
use crate::records;

/// A value beside the right one; nothing for what is no day, number or answer.
fn slipped(value: &Value) -> Option<Value> {
    match value {
        Value::Datetime(day) => {
            let mut day = *day;
            let date = day.date.as_mut()?;
            date.day = if date.day == 1 { 2 } else { date.day - 1 };
            Some(Value::Datetime(day))
        }
        Value::Integer(number) => Some(Value::Integer(number + 1)),
        Value::Boolean(yes) => Some(Value::Boolean(!yes)),
        Value::String(word) if word.starts_with(|c: char| c.is_ascii_digit()) => {
            let decimal = word.chars().all(|c| c.is_ascii_digit() || c == '.');
            decimal.then(|| Value::String(format!("{word}1")))
        }
        Value::String(_) | Value::Float(_) | Value::Array(_) | Value::Table(_) => None,
    }
}

/// Puts a slip in the place of each value in turn and shows the whole with it.
fn each_slip(part: &Value, whole: &dyn Fn(Value) -> Value, visit: &mut dyn FnMut(Value)) {
    if let Some(wrong) = slipped(part) {
        visit(whole(wrong));
    }
    match part {
        Value::Table(table) => {
            for (key, inner) in table.iter().filter(|(key, _)| *key != "order") {
                let outer = |wrong| {
                    let mut changed = table.clone();
                    changed.insert(key.clone(), wrong);
                    whole(Value::Table(changed))
                };
                each_slip(inner, &outer, visit);
            }
        }
        Value::Array(parts) => {
            for (place, inner) in parts.iter().enumerate() {
                let outer = |wrong| {
                    let mut changed = parts.clone();
                    changed[place] = wrong;
                    whole(Value::Array(changed))
                };
                each_slip(inner, &outer, visit);
            }
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

/// The words of a record are no values: a number that stands alone in them is not entered.
fn without_words(table: &Table) -> Table {
    let is_words = |value: &Value| {
        value
            .as_table()
            .is_some_and(|words| words.contains_key("kk"))
    };
    let inner = table.iter().filter(|(_, value)| !is_words(value));
    inner
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

#[test]
fn every_single_slip_in_a_day_a_number_or_an_answer_is_seen() {
    let mut slips = 0;
    let mut unseen = Vec::new();
    for (name, body) in records() {
        let body = without_words(&body);
        let before = ledger::differences(&name, &body);
        each_slip(&Value::Table(body), &|whole| whole, &mut |wrong| {
            let Value::Table(wrong) = wrong else {
                unreachable!("a record is a table");
            };
            slips += 1;
            if ledger::differences(&name, &wrong) == before {
                unseen.push(name.clone());
            }
        });
    }
    assert!(slips > 1000, "{slips} slips");
    assert!(unseen.is_empty(), "not seen in {unseen:#?}");
}
