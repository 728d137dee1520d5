//! Conditions over the axis: each atom yields stretches of days, and all, any and not merge them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::Days;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::answers::Answer;
use crate::answers::Answers;
use crate::answers::EntityRef;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::answers::LIST_COMPLETE;
use crate::answers::Value;
use crate::condition::Condition;
use crate::condition::Literal;
use crate::condition::Node;
use crate::editions;
use crate::editions::Edition;
use crate::interview::Interview;
use crate::pack::FirstDay;
use crate::pack::NamedCondition;
use crate::pack::Pack;
use crate::pack::Parameter;
use crate::pack::Unit;
use crate::period;
use crate::timeline::Axis;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;

/// The records at hand while a condition looks into lists: kind and id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    at_hand: Vec<(String, String)>,
}

impl Scope {
    /// This scope with one more record at hand.
    #[must_use]
    pub fn with(&self, kind: &str, record: &str) -> Self {
        let mut at_hand = self.at_hand.clone();
        at_hand.push((kind.to_owned(), record.to_owned()));
        Self { at_hand }
    }

    fn record(&self, kind: &str) -> Option<&str> {
        self.at_hand
            .iter()
            .rev()
            .find(|(known, _)| known == kind)
            .map(|(_, record)| record.as_str())
    }
}

/// What was found already: the verdicts of named conditions by their place in the pack and the days looked at.
#[derive(Debug, Default)]
struct Known {
    named: RefCell<HashMap<(usize, Axis), Timeline<Verdict>>>,
}

/// Evaluates conditions for one person's answers over an axis of days.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) interview: &'a Interview,
    pub(crate) answers: &'a Answers,
    pub(crate) axis: Axis,
    known: Rc<Known>,
}

impl<'a> Evaluation<'a> {
    /// An evaluation over an axis.
    #[must_use]
    pub fn new(pack: &'a Pack, interview: &'a Interview, answers: &'a Answers, axis: Axis) -> Self {
        Self {
            pack,
            interview,
            answers,
            axis,
            known: Rc::default(),
        }
    }

    /// The same answers, looked at on one day only: what was found on that day before is not found again.
    pub(crate) fn of_day(&self, day: NaiveDate) -> Self {
        let day = day.clamp(self.axis.first, self.axis.last);
        Self {
            axis: Axis {
                first: day,
                last: day,
            },
            ..self.clone()
        }
    }

    /// The same answers, looked at from one day to another, both inclusive.
    pub(crate) fn of_days(&self, first: NaiveDate, last: NaiveDate) -> Self {
        Self {
            axis: Axis {
                first: first.max(self.axis.first),
                last: last.min(self.axis.last),
            },
            ..self.clone()
        }
    }

    /// The verdict of a condition on one day.
    #[must_use]
    pub fn on(&self, condition: &Condition, scope: &Scope, day: NaiveDate) -> Verdict {
        let verdict = self.of_day(day).timeline(condition, scope).at(day).clone();
        // Since when a rule is not known shows only over all days.
        match &verdict {
            Verdict::Undecided(whys) if whys.iter().any(Why::is_gap) => {
                self.timeline(condition, scope).at(day).clone()
            }
            Verdict::Undecided(_) | Verdict::Yes | Verdict::No | Verdict::DoesNotApply => verdict,
        }
    }

    /// The verdict of a condition on one day, without its reasons.
    pub(crate) fn kind_on(
        &self,
        condition: &Condition,
        scope: &Scope,
        day: NaiveDate,
    ) -> VerdictKind {
        self.of_day(day).timeline(condition, scope).at(day).kind()
    }

    /// The verdict of a condition for every day of the axis.
    #[must_use]
    pub fn timeline(&self, condition: &Condition, scope: &Scope) -> Timeline<Verdict> {
        let node = match condition {
            Condition::Named(name) => {
                return match self.pack.conditions.get(name) {
                    Some(named) => self.named(named, scope),
                    None => self.constant(Verdict::undecided(Why::NoKnownRule {
                        rule: name.clone(),
                        from: self.axis.first,
                    })),
                };
            }
            Condition::Node(node) => node.as_ref(),
        };
        match node {
            Node::All(parts) => self.fold(parts, scope, Verdict::Yes, Verdict::and),
            Node::Any(parts) => self.fold(parts, scope, Verdict::No, Verdict::or),
            Node::Not(inner) => self.timeline(inner, scope).map(Verdict::not),
            Node::Is { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::InList { fact, .. }
            | Node::AgeAtLeast { born: fact, .. }
            | Node::Within { after: fact, .. }
            | Node::Outlasts { date: fact, .. }
            | Node::Reached { fact }
            | Node::Until { fact }
            | Node::NumberAtLeast { fact, .. } => {
                match self
                    .answers
                    .of(&fact.entity, scope.record(&fact.entity), &fact.fact)
                {
                    Some(Answer::Known(value)) => self.answered(node, value),
                    Some(Answer::NotKnownYet) | None => {
                        self.unanswered(node, self.fact_ref(fact, scope))
                    }
                }
            }
            Node::Exists { of, condition } => {
                self.records(of, scope, condition, Verdict::No, Verdict::or)
            }
            Node::Every { of, condition } => {
                self.records(of, scope, condition, Verdict::Yes, Verdict::and)
            }
            Node::Count {
                of,
                condition,
                at_least,
            } => self.so_many(of, scope, condition, at_least),
            Node::Gap(text) => self.constant(Verdict::undecided(Why::NoKnownRule {
                rule: text.clone(),
                from: self.axis.first,
            })),
            Node::Official(text) | Node::Unknown(text) => {
                self.constant(Verdict::undecided(Why::OfficialDecides {
                    text: text.clone(),
                }))
            }
        }
    }

    /// A named condition is evaluated once for the person; inside a list once for each record.
    fn named(&self, named: &NamedCondition, scope: &Scope) -> Timeline<Verdict> {
        if !scope.at_hand.is_empty() {
            return self.timeline(&named.when, scope);
        }
        let key = (std::ptr::from_ref(named).addr(), self.axis);
        if let Some(found) = self.known.named.borrow().get(&key) {
            return found.clone();
        }
        let found = self.timeline(&named.when, scope);
        self.known.named.borrow_mut().insert(key, found.clone());
        found
    }

    pub(crate) fn constant(&self, verdict: Verdict) -> Timeline<Verdict> {
        Timeline::constant(self.axis, verdict)
    }

    fn fold(
        &self,
        parts: &[Condition],
        scope: &Scope,
        start: Verdict,
        merge: fn(&Verdict, &Verdict) -> Verdict,
    ) -> Timeline<Verdict> {
        let decides = start.not();
        let mut merged = self.constant(start);
        for part in parts {
            // Nothing changes a "no" among things that must all hold, or a "yes" where one is enough.
            if merged.same_every_day() == Some(&decides) {
                break;
            }
            merged = merged.zip(&self.timeline(part, scope), merge);
        }
        merged
    }

    fn records(
        &self,
        of: &str,
        scope: &Scope,
        condition: &Condition,
        none: Verdict,
        merge: fn(&Verdict, &Verdict) -> Verdict,
    ) -> Timeline<Verdict> {
        let list = self.answers.lists.get(of);
        let decides = none.not();
        // An unfinished list may still get a record that decides otherwise.
        let rest = if list.is_some_and(|list| list.complete) {
            none
        } else {
            Verdict::undecided(Why::MissingFact { fact: complete(of) })
        };
        let mut merged = self.constant(rest);
        for (record, _) in list.map(|list| list.records.as_slice()).unwrap_or_default() {
            if merged.same_every_day() == Some(&decides) {
                break;
            }
            merged = merged.zip(&self.timeline(condition, &scope.with(of, record)), merge);
        }
        merged
    }

    /// The fact that a path means in a scope.
    pub(crate) fn fact_ref(&self, path: &FactPath, scope: &Scope) -> FactRef {
        FactRef {
            entity: EntityRef {
                kind: path.entity.clone(),
                record: scope.record(&path.entity).map(str::to_owned),
            },
            fact: path.fact.clone(),
        }
    }

    /// What a condition that tests one fact says when this is the answer.
    pub(crate) fn answered(&self, node: &Node, answer: &Value) -> Timeline<Verdict> {
        match node {
            Node::Is { value, .. } => self.constant(Verdict::of(matches(answer, value))),
            Node::OneOf { values, .. } => self.constant(Verdict::of(
                word(answer).is_some_and(|word| values.iter().any(|value| value == word)),
            )),
            Node::InList { list, .. } => word(answer).map_or_else(
                || self.constant(Verdict::No),
                |member| self.membership(list, member),
            ),
            Node::AgeAtLeast { years, .. } => self.dated(answer, |day| {
                self.parameter(years, |value, _| {
                    period::last_day(day, value, Unit::AgeYears, FirstDay::Next)
                        .map(|birthday| self.starting(birthday))
                })
            }),
            Node::Within { period, .. } => self.dated(answer, |day| self.within(day, period)),
            Node::Outlasts { by_more_than, .. } => self.dated(answer, |day| {
                self.parameter(by_more_than, |value, _| {
                    let days = Days::new(value.to_u64()?.checked_add(1)?);
                    day.checked_sub_days(days).map(|last| self.until_day(last))
                })
            }),
            Node::Reached { .. } => self.dated(answer, |day| self.starting(day)),
            Node::Until { .. } => self.dated(answer, |day| self.until_day(day)),
            Node::NumberAtLeast { parameter, .. } => {
                let Value::Number(number) = answer else {
                    return self.constant(Verdict::No);
                };
                self.parameter(parameter, |value, _| {
                    Some(self.constant(Verdict::of(Decimal::from(*number) >= value)))
                })
            }
            Node::All(_)
            | Node::Any(_)
            | Node::Not(_)
            | Node::Exists { .. }
            | Node::Every { .. }
            | Node::Count { .. }
            | Node::Official(_)
            | Node::Unknown(_)
            | Node::Gap(_) => self.constant(Verdict::No),
        }
    }

    /// What a condition that tests one fact says without an answer: nothing is asked for where the number to
    /// compare it with did not exist or is not known.
    fn unanswered(&self, node: &Node, fact: FactRef) -> Timeline<Verdict> {
        let number = match node {
            Node::AgeAtLeast { years, .. } => Some(years),
            Node::Within { period, .. } => {
                self.pack.periods.get(period).map(|term| &term.parameter)
            }
            Node::Outlasts { by_more_than, .. } => Some(by_more_than),
            Node::NumberAtLeast { parameter, .. } => Some(parameter),
            Node::All(_)
            | Node::Any(_)
            | Node::Not(_)
            | Node::Is { .. }
            | Node::OneOf { .. }
            | Node::InList { .. }
            | Node::Exists { .. }
            | Node::Every { .. }
            | Node::Reached { .. }
            | Node::Until { .. }
            | Node::Count { .. }
            | Node::Official(_)
            | Node::Unknown(_)
            | Node::Gap(_) => None,
        };
        let missing = self.constant(Verdict::undecided(Why::MissingFact { fact }));
        match number {
            Some(number) => self.parameter(number, |_, _| Some(missing.clone())),
            None => missing,
        }
    }

    fn dated(
        &self,
        answer: &Value,
        test: impl FnOnce(NaiveDate) -> Timeline<Verdict>,
    ) -> Timeline<Verdict> {
        match answer {
            Value::Date(day) => test(*day),
            Value::YesNo(_)
            | Value::Choice(_)
            | Value::Country(_)
            | Value::Number(_)
            | Value::Money(_)
            | Value::Text(_) => self.constant(Verdict::No),
        }
    }

    /// What a parameter's value makes of every stretch in which it is known.
    pub(crate) fn parameter(
        &self,
        id: &str,
        mut make: impl FnMut(Decimal, &Parameter) -> Option<Timeline<Verdict>>,
    ) -> Timeline<Verdict> {
        editions::timeline(self.axis, &self.pack.parameters, id).flat_map(|edition, from| {
            let made = match edition {
                Edition::InForce(record) => make(record.value, record),
                Edition::Absent(_) => Some(self.constant(Verdict::DoesNotApply)),
                Edition::NotKnown(_) => None,
            };
            made.unwrap_or_else(|| {
                self.constant(Verdict::undecided(Why::NoKnownRule {
                    rule: id.to_owned(),
                    from,
                }))
            })
        })
    }

    /// Yes from a day on.
    pub(crate) fn starting(&self, day: NaiveDate) -> Timeline<Verdict> {
        Timeline::with_changes(self.axis, Verdict::No, vec![(day, Verdict::Yes)])
    }

    /// Yes up to a day, inclusive.
    pub(crate) fn until_day(&self, day: NaiveDate) -> Timeline<Verdict> {
        match day.succ_opt() {
            Some(after) => {
                Timeline::with_changes(self.axis, Verdict::Yes, vec![(after, Verdict::No)])
            }
            None => self.constant(Verdict::Yes),
        }
    }

    /// Yes from one day to another, both inclusive.
    pub(crate) fn between(&self, first: NaiveDate, last: NaiveDate) -> Timeline<Verdict> {
        self.starting(first)
            .zip(&self.until_day(last), Verdict::and)
    }

    /// Whether a list of the pack holds a member, as the list stands on each day.
    pub(crate) fn membership(&self, list: &str, member: &str) -> Timeline<Verdict> {
        let own = self
            .pack
            .members
            .iter()
            .filter(|entry| entry.list == list && entry.of == member)
            .fold(self.constant(Verdict::No), |merged, entry| {
                let days = self.between(
                    entry.from.unwrap_or(self.axis.first),
                    entry.until.unwrap_or(self.axis.last),
                );
                merged.zip(&days, Verdict::or)
            });
        editions::timeline(self.axis, &self.pack.lists, list).flat_map(
            |edition, from| match edition {
                Edition::InForce(record) if record.members.iter().any(|of| of == member) => {
                    self.constant(Verdict::Yes)
                }
                Edition::InForce(_) => own.clone(),
                Edition::Absent(_) => self.constant(Verdict::No),
                Edition::NotKnown(_) => own.zip(
                    &self.constant(Verdict::undecided(Why::NoKnownRule {
                        rule: list.to_owned(),
                        from,
                    })),
                    Verdict::or,
                ),
            },
        )
    }
}

/// The pseudo-fact "that is all" of a list.
pub(crate) fn complete(of: &str) -> FactRef {
    FactRef {
        entity: EntityRef {
            kind: of.to_owned(),
            record: None,
        },
        fact: LIST_COMPLETE.to_owned(),
    }
}

/// The word of an answer that is a choice or a country.
pub(crate) fn word(value: &Value) -> Option<&str> {
    match value {
        Value::Choice(word) | Value::Country(word) => Some(word),
        Value::YesNo(_) | Value::Date(_) | Value::Number(_) | Value::Money(_) | Value::Text(_) => {
            None
        }
    }
}

fn matches(answer: &Value, literal: &Literal) -> bool {
    match literal {
        Literal::YesNo(wanted) => *answer == Value::YesNo(*wanted),
        Literal::Word(wanted) => word(answer) == Some(wanted),
    }
}
