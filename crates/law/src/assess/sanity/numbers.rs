//! Numbers that do not fit: their last digit, the day they begin with, the digit that tells another answer.

use chrono::Datelike;
use chrono::NaiveDate;

use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::sanity::answered;
use crate::assess::sanity::day;
use crate::assess::sanity::scopes;
use crate::evaluate::Scope;
use crate::pack::BeginsWithDay;
use crate::pack::CheckDigit;
use crate::pack::NamesNumber;
use crate::pack::SanityCheck;
use crate::pack::TellingDigit;
use crate::value::Value;
use crate::verdict::Verdict;

/// The answers of every number that does not fit, by one check.
pub(super) fn wrong(context: &Context<'_>, check: &SanityCheck) -> Vec<Vec<FactRef>> {
    let last = check.check_digit.iter().flat_map(|checked| {
        each(context, &checked.number, |fact, digits, _| {
            (!last_digit_fits(checked, digits)).then(|| vec![fact])
        })
    });
    let begins = check.begins_with_day.iter().flat_map(|begins| {
        each(context, &begins.number, |fact, digits, scope| {
            other_day(context, begins, digits, scope).map(|told| vec![fact, told])
        })
    });
    let tells = check.telling_digit.iter().flat_map(|telling| {
        each(context, &telling.number, |fact, digits, scope| {
            other_answer(context, telling, digits, scope).map(|told| vec![fact, told])
        })
    });
    let named = check.names_number.iter().flat_map(|named| {
        each(context, &named.text, |_, text, scope| {
            names_one(context, named, text, scope).then(|| {
                named
                    .look_at
                    .iter()
                    .map(|path| context.evaluation.fact_ref(path, scope))
                    .collect()
            })
        })
    });
    last.chain(begins).chain(tells).chain(named).collect()
}

/// What a test finds in each answer to the question of a number.
fn each(
    context: &Context<'_>,
    number: &FactPath,
    test: impl Fn(FactRef, &str, &Scope) -> Option<Vec<FactRef>>,
) -> Vec<Vec<FactRef>> {
    scopes(context, &number.entity)
        .iter()
        .filter_map(|scope| {
            let (fact, value) = answered(context, number, scope)?;
            let Value::Text(text) = value else {
                return None;
            };
            test(fact, &text.text, scope)
        })
        .collect()
}

/// Whether a text names one of the numbers, as a run of digits of its own, where that disagrees with another answer.
fn names_one(context: &Context<'_>, named: &NamesNumber, text: &str, scope: &Scope) -> bool {
    let evaluation = &context.evaluation;
    text.split(|letter: char| !letter.is_ascii_digit())
        .any(|run| named.numbers.iter().any(|number| number == run))
        && evaluation.on(&named.when, scope, context.days.today) == Verdict::Yes
}

/// Whether the last digit is the one that follows from the others. A number of another length is not judged.
fn last_digit_fits(checked: &CheckDigit, digits: &str) -> bool {
    let digits: Vec<u32> = digits
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .collect();
    let Some((last, others)) = digits.split_last() else {
        return true;
    };
    for weights in &checked.weights {
        if weights.len() != others.len() {
            return true;
        }
        let sum: u32 = weights.iter().zip(others).map(|(a, b)| a * b).sum();
        match sum.checked_rem(checked.modulus) {
            Some(rest) if rest < 10 => return rest == *last,
            Some(_) | None => {}
        }
    }
    // No such number is given out.
    false
}

/// The day that the number does not begin with.
fn other_day(
    context: &Context<'_>,
    begins: &BeginsWithDay,
    digits: &str,
    scope: &Scope,
) -> Option<FactRef> {
    let (told, day) = day(context, &begins.day, scope)?;
    (!digits.starts_with(&written(day))).then_some(told)
}

/// A day as two digits each of year, month and day.
fn written(day: NaiveDate) -> String {
    format!(
        "{:02}{:02}{:02}",
        day.year().rem_euclid(100),
        day.month(),
        day.day()
    )
}

/// The answer that is not the one that the digit tells.
fn other_answer(
    context: &Context<'_>,
    telling: &TellingDigit,
    digits: &str,
    scope: &Scope,
) -> Option<FactRef> {
    let digit = digits.chars().nth(telling.place.checked_sub(1)?)?;
    let meaning = telling
        .meanings
        .iter()
        .find(|meaning| meaning.digits.contains(digit))?;
    let (told, value) = answered(context, &telling.tells, scope)?;
    let said = match value {
        Value::Choice(option) => option.clone(),
        Value::Date(day) => (day.year() - day.year().rem_euclid(100)).to_string(),
        Value::YesNo(_)
        | Value::Country(_)
        | Value::Number(_)
        | Value::Money(_)
        | Value::Text(_) => return None,
    };
    (said != meaning.value).then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked() -> CheckDigit {
        CheckDigit {
            number: FactPath {
                entity: "applicant".to_owned(),
                fact: "iin".to_owned(),
            },
            weights: vec![(1..=11).collect(), vec![3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]],
            modulus: 11,
        }
    }

    #[test]
    fn the_last_digit_follows_from_the_others() {
        let checked = checked();
        assert!(last_digit_fits(&checked, "900314399986"));
        assert!(!last_digit_fits(&checked, "900314399985"));
        assert!(
            !last_digit_fits(&checked, "900341399986"),
            "two digits change places"
        );
        assert!(
            last_digit_fits(&checked, "9003143"),
            "another length is not judged"
        );
    }

    #[test]
    fn where_the_first_weights_leave_ten_the_second_decide() {
        let checked = checked();
        // The tenth digit counts ten by the first weights and one by the second.
        assert!(last_digit_fits(&checked, "000000000101"));
        assert!(!last_digit_fits(&checked, "000000000100"));
    }
}
