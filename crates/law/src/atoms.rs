//! Conditions that test one fact, over the axis.

use chrono::Days;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::answers::FactRef;
use crate::condition::Literal;
use crate::condition::Node;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::pack;
use crate::pack::FirstDay;
use crate::pack::Parameter;
use crate::pack::StayGround;
use crate::pack::Unit;
use crate::period;
use crate::timeline::Timeline;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::Why;

/// The text that says where to look up a state that no rule of stay is about.
pub(crate) const COUNTRY_UNKNOWN: &str = "stay-country-unknown";

impl Evaluation<'_> {
    /// What a condition that tests one fact says when this is the answer.
    pub(crate) fn answered(&self, node: &Node, answer: &Value) -> Timeline<Verdict> {
        match node {
            Node::Is { value, .. } => self.constant(Verdict::of(matches(answer, value))),
            Node::OneOf { values, .. } => self.constant(Verdict::of(
                answer
                    .word()
                    .is_some_and(|word| values.iter().any(|value| value == word)),
            )),
            Node::InList { list, .. } => answer.word().map_or_else(
                || self.constant(Verdict::No),
                |member| self.membership(list, member),
            ),
            Node::StayGround { grounds, .. } => answer.word().map_or_else(
                || self.constant(Verdict::No),
                |country| self.stay_ground(country, grounds),
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
            Node::Reached { .. } | Node::Happened { .. } => {
                self.dated(answer, |day| self.starting(day))
            }
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
            | Node::ByPassport(_)
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
    pub(crate) fn unanswered(&self, node: &Node, fact: FactRef) -> Timeline<Verdict> {
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
            | Node::ByPassport(_)
            | Node::Is { .. }
            | Node::OneOf { .. }
            | Node::InList { .. }
            | Node::StayGround { .. }
            | Node::Exists { .. }
            | Node::Every { .. }
            | Node::Reached { .. }
            | Node::Happened { .. }
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
        answer
            .day()
            .map_or_else(|| self.constant(Verdict::No), test)
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
            let since = match edition {
                Edition::NotKnown(since) => *since,
                Edition::InForce(_) | Edition::Absent(_) => from,
            };
            made.unwrap_or_else(|| {
                self.constant(Verdict::undecided(Why::NoKnownRule {
                    rule: id.to_owned(),
                    from: since,
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
            .members_of(list)
            .iter()
            .filter(|entry| entry.of == member)
            .fold(self.constant(Verdict::No), |merged, entry| {
                let days = self.between(
                    entry.from.unwrap_or(self.axis.first),
                    entry.until.unwrap_or(self.axis.last),
                );
                merged.zip(&days, Verdict::or)
            });
        editions::timeline(self.axis, &self.pack.lists, list).flat_map(|edition, _| match edition {
            Edition::InForce(record) if record.members.iter().any(|of| of == member) => {
                self.constant(Verdict::Yes)
            }
            Edition::InForce(_) => own.clone(),
            Edition::Absent(_) => self.constant(Verdict::No),
            Edition::NotKnown(since) => own.zip(
                &self.constant(Verdict::undecided(Why::NoKnownRule {
                    rule: list.to_owned(),
                    from: *since,
                })),
                Verdict::or,
            ),
        })
    }

    /// Whether citizens of a state stay on one of these grounds, by the rule of each day. Of a state that no rule is about, an
    /// official is asked.
    pub(crate) fn stay_ground(&self, country: &str, grounds: &[StayGround]) -> Timeline<Verdict> {
        let Some(id) = pack::stay_rule_of(&self.pack.stay_rules, country) else {
            return self.constant(Verdict::undecided(Why::OfficialDecides {
                text: COUNTRY_UNKNOWN.to_owned(),
            }));
        };
        editions::timeline(self.axis, &self.pack.stay_rules, id).flat_map(|edition, _| {
            self.constant(match edition {
                Edition::InForce(rule) => Verdict::of(grounds.contains(&rule.ground)),
                Edition::Absent(_) => Verdict::No,
                Edition::NotKnown(since) => Verdict::undecided(Why::NoKnownRule {
                    rule: id.to_owned(),
                    from: *since,
                }),
            })
        })
    }
}

fn matches(answer: &Value, literal: &Literal) -> bool {
    match literal {
        Literal::YesNo(wanted) => *answer == Value::YesNo(*wanted),
        Literal::Word(wanted) => answer.word() == Some(wanted),
    }
}
