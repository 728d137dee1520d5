//! What a condition says on one day, found the slow way: no timelines, only the day.

use chrono::Datelike;
use chrono::NaiveDate;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Record;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::VerdictKind::DoesNotApply;
use qonys_law::VerdictKind::No;
use qonys_law::VerdictKind::Undecided;
use qonys_law::VerdictKind::Yes;

use crate::tree::Tree;
use crate::world::day;

/// The number of days in force on a day: a number, a declared absence, or nothing known.
enum Number {
    Known(i64),
    Absent,
    NotKnown,
}

fn days_in_force(on: NaiveDate) -> Number {
    let between = |first: &str, last: &str| day(first) <= on && on <= day(last);
    if between("2025-02-01", "2025-12-31") {
        Number::Known(30)
    } else if between("2026-01-01", "2026-03-31") {
        Number::Absent
    } else if on >= day("2026-07-01") {
        Number::Known(10)
    } else {
        Number::NotKnown
    }
}

fn kind(holds: bool) -> VerdictKind {
    if holds { Yes } else { No }
}

/// The same day of the month so many months later, or the last day of that month.
pub(crate) fn months_later(from: NaiveDate, months: i32) -> NaiveDate {
    let count = from.year() * 12 + from.month0().cast_signed() + months;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    (1..=from.day())
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month.cast_unsigned(), day))
        .expect("every month has a first day")
}

/// The day on which an age is reached: the same day of the year, or the first of March where the year has no 29 February.
fn birthday(born: NaiveDate, years: i32) -> NaiveDate {
    let year = born.year() + years;
    NaiveDate::from_ymd_opt(year, born.month(), born.day())
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
        .expect("every year has a first of March")
}

/// Whether a day lies in a term after an event.
fn within(event: NaiveDate, period: &str, on: NaiveDate) -> VerdictKind {
    let since = (on - event).num_days();
    let in_days = |most: i64| kind(since >= 0 && since <= most);
    match period {
        "term_of_days" | "term_of_days_with_the_event" => match days_in_force(on) {
            Number::Known(days) if period == "term_of_days" => in_days(days),
            // The event's day is the first day of the term.
            Number::Known(days) => in_days(days - 1),
            Number::Absent => DoesNotApply,
            Number::NotKnown => Undecided,
        },
        "term_of_years" => kind(event <= on && on <= months_later(event, 12)),
        "term_of_months" if on > day("2026-12-31") => Undecided,
        "term_of_months" => kind(event <= on && on < months_later(event, 6)),
        other => panic!("no such term: {other}"),
    }
}

fn in_club(country: &str, on: NaiveDate) -> VerdictKind {
    let known = day("2025-03-01") <= on && on <= day("2026-08-31");
    let own = country == "BB" && day("2025-06-01") <= on && on <= day("2026-11-30");
    if own || (known && country == "AA") {
        Yes
    } else if known {
        No
    } else {
        Undecided
    }
}

fn and(left: VerdictKind, right: VerdictKind) -> VerdictKind {
    match (left, right) {
        (No, _) | (_, No) => No,
        (DoesNotApply, other) | (other, DoesNotApply) => other,
        (Undecided, _) | (_, Undecided) => Undecided,
        (Yes, Yes) => Yes,
    }
}

fn not(verdict: VerdictKind) -> VerdictKind {
    match verdict {
        Yes => No,
        No => Yes,
        Undecided => Undecided,
        DoesNotApply => DoesNotApply,
    }
}

fn or(left: VerdictKind, right: VerdictKind) -> VerdictKind {
    not(and(not(left), not(right)))
}

/// The verdict of a condition on a day.
pub(crate) fn verdict(
    tree: &Tree,
    answers: &Answers,
    item: Option<&Record>,
    on: NaiveDate,
) -> VerdictKind {
    let value = |path: &str| -> Option<Value> {
        let (entity, fact) = path.split_once('.').expect("a path");
        let record = match entity {
            "me" => answers.singles.get("me"),
            _ => item,
        };
        match record?.get(fact)? {
            Answer::Known(value) => Some(value.clone()),
            Answer::NotKnownYet => None,
        }
    };
    let tested =
        |path: &str, test: &dyn Fn(Value) -> VerdictKind| value(path).map_or(Undecided, test);
    let dated = |path: &str, test: &dyn Fn(NaiveDate) -> VerdictKind| {
        tested(path, &|value| {
            let Value::Date(day) = value else {
                panic!("no date: {value:?}")
            };
            test(day)
        })
    };
    let word = |path: &str, test: &dyn Fn(&str) -> VerdictKind| {
        tested(path, &|value| {
            let (Value::Choice(word) | Value::Country(word)) = value else {
                panic!("no word: {value:?}")
            };
            test(&word)
        })
    };
    let each = |inner: &Tree| {
        let list = answers.lists.get("item");
        let rows: Vec<VerdictKind> = list
            .map(|list| list.records.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|(_, row)| verdict(inner, answers, Some(row), on))
            .collect();
        (rows, list.is_some_and(|list| list.complete))
    };
    match tree {
        Tree::All(parts) => parts
            .iter()
            .map(|part| verdict(part, answers, item, on))
            .fold(Yes, and),
        Tree::Any(parts) => parts
            .iter()
            .map(|part| verdict(part, answers, item, on))
            .fold(No, or),
        Tree::Not(inner) => not(verdict(inner, answers, item, on)),
        Tree::Exists(inner) => {
            let (rows, complete) = each(inner);
            rows.into_iter()
                .fold(if complete { No } else { Undecided }, or)
        }
        Tree::Every(inner) => {
            let (rows, complete) = each(inner);
            rows.into_iter()
                .fold(if complete { Yes } else { Undecided }, and)
        }
        Tree::Named => verdict(&Tree::YesNo("me.a", true), answers, item, on),
        Tree::YesNo(fact, wanted) => tested(fact, &|value| kind(value == Value::YesNo(*wanted))),
        Tree::Choice(words) => word("me.choice", &|word| kind(words.contains(&word))),
        Tree::Country(code) => word("me.country", &|word| kind(word == *code)),
        Tree::Club => word("me.country", &|word| in_club(word, on)),
        Tree::Adult => dated("me.born", &|born| kind(birthday(born, 18) <= on)),
        // A rule that did not exist asks for no answer.
        Tree::Within(fact, period) => match days_in_force(on) {
            Number::Absent if period.starts_with("term_of_days") => DoesNotApply,
            Number::Known(_) | Number::Absent | Number::NotKnown => {
                dated(fact, &|event| within(event, period, on))
            }
        },
        Tree::Outlasts => match days_in_force(on) {
            Number::Known(days) => dated("me.expires", &|expires| {
                kind((expires - on).num_days() > days)
            }),
            Number::Absent => DoesNotApply,
            Number::NotKnown => Undecided,
        },
        Tree::Reached(fact) => dated(fact, &|day| kind(day <= on)),
        Tree::Many => tested("me.number", &|value| {
            let Value::Number(number) = value else {
                panic!("no number: {value:?}")
            };
            kind(number >= 30)
        }),
        Tree::Official | Tree::Unknown => Undecided,
    }
}
