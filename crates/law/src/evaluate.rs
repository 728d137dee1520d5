//! Conditions over the axis: what tests one fact yields stretches of days, and all, any and not merge them.

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::Answers;
use crate::answers::EntityRef;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::answers::LIST_COMPLETE;
use crate::condition::Condition;
use crate::condition::Node;
use crate::interview::Interview;
use crate::known::Known;
use crate::pack::Pack;
use crate::timeline::Axis;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;

/// The person.
pub(crate) const APPLICANT: &str = "applicant";

/// The first citizenship of the person; and the list of the others.
pub(crate) const CITIZENSHIP: &str = "citizenship";

/// The records at hand while a condition looks into lists: kind and id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    at_hand: Vec<(String, String)>,
    /// The answer that is read as the first citizenship, where that of a passport is meant.
    passport: Option<FactRef>,
}

impl Scope {
    /// This scope with one more record at hand.
    #[must_use]
    pub fn with(&self, kind: &str, record: &str) -> Self {
        let mut at_hand = self.at_hand.clone();
        at_hand.push((kind.to_owned(), record.to_owned()));
        Self {
            at_hand,
            passport: self.passport.clone(),
        }
    }

    /// This scope with another answer in place of the first citizenship.
    pub(crate) fn by_passport(&self, fact: FactRef) -> Self {
        Self {
            at_hand: self.at_hand.clone(),
            passport: Some(fact),
        }
    }

    /// Whether no record is at hand, and no passport.
    pub(crate) fn is_empty(&self) -> bool {
        self.at_hand.is_empty() && self.passport.is_none()
    }

    /// The answer that stands in place of the one to a fact.
    fn instead_of(&self, path: &FactPath) -> Option<&FactRef> {
        self.passport
            .as_ref()
            .filter(|_| path.entity == APPLICANT && path.fact == CITIZENSHIP)
    }

    fn record(&self, kind: &str) -> Option<&str> {
        self.at_hand
            .iter()
            .rev()
            .find(|(known, _)| known == kind)
            .map(|(_, record)| record.as_str())
    }
}

/// Evaluates conditions for one person's answers over an axis of days.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) interview: &'a Interview,
    pub(crate) answers: &'a Answers,
    pub(crate) axis: Axis,
    pub(crate) known: Rc<Known>,
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

    /// The same answers, looked at over other days.
    pub(crate) fn over(&self, axis: Axis) -> Self {
        Self {
            axis,
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
        if let Some(found) = self.found(condition, scope, |verdicts| verdicts.at(day).clone()) {
            return found;
        }
        self.of_day(day).timeline(condition, scope).at(day).clone()
    }

    /// The verdict of a condition on one day, without its reasons.
    pub(crate) fn kind_on(
        &self,
        condition: &Condition,
        scope: &Scope,
        day: NaiveDate,
    ) -> VerdictKind {
        if let Some(found) = self.found(condition, scope, |verdicts| verdicts.at(day).kind()) {
            return found;
        }
        self.of_day(day).timeline(condition, scope).at(day).kind()
    }

    /// The condition itself behind a name, or behind a name for a name; none where a name is not declared.
    fn meant<'c>(&self, condition: &'c Condition) -> Result<&'c Arc<Node>, &'c str>
    where
        'a: 'c,
    {
        let mut condition = condition;
        loop {
            match condition {
                Condition::Named(name) => match self.pack.conditions.get(name) {
                    Some(named) => condition = &named.when,
                    None => return Err(name),
                },
                Condition::Node(node) => return Ok(node),
            }
        }
    }

    /// What was found already of what a condition says of the person on all days of the axis.
    fn found<T>(
        &self,
        condition: &Condition,
        scope: &Scope,
        part: impl FnOnce(&Timeline<Verdict>) -> T,
    ) -> Option<T> {
        if !scope.is_empty() {
            return None;
        }
        self.known
            .verdicts(self.meant(condition).ok()?, self.axis, part)
    }

    /// The verdict of a condition for every day of the axis. It is looked for once for the person; inside a list once for each
    /// record.
    #[must_use]
    pub fn timeline(&self, condition: &Condition, scope: &Scope) -> Timeline<Verdict> {
        let node = match self.meant(condition) {
            Ok(node) => node,
            Err(name) => {
                return self.constant(Verdict::undecided(Why::NoKnownRule {
                    rule: name.to_owned(),
                    from: self.axis.first,
                }));
            }
        };
        // To keep what one answer says costs more than to read it again; so do the few evaluations for a record.
        if !scope.is_empty() || matches!(**node, Node::Is { .. } | Node::OneOf { .. }) {
            return self.looked_for(node, scope);
        }
        if let Some(found) = self.known.verdicts(node, self.axis, Timeline::clone) {
            return found;
        }
        let found = self.looked_for(node, scope);
        self.known.keep(node, found.clone());
        found
    }

    fn looked_for(&self, node: &Node, scope: &Scope) -> Timeline<Verdict> {
        match node {
            Node::All(parts) => self.fold(parts, scope, Verdict::Yes, Verdict::and),
            Node::Any(parts) => self.fold(parts, scope, Verdict::No, Verdict::or),
            Node::Not(inner) => self.timeline(inner, scope).map(Verdict::not),
            Node::Is { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::InList { fact, .. }
            | Node::StayGround { fact, .. }
            | Node::AgeAtLeast { born: fact, .. }
            | Node::Within { after: fact, .. }
            | Node::Outlasts { date: fact, .. }
            | Node::Reached { fact }
            | Node::Until { fact }
            | Node::NumberAtLeast { fact, .. } => match self.answer(fact, scope) {
                Some(Answer::Known(value)) => self.answered(node, value),
                Some(Answer::NotKnownYet) | None => {
                    self.unanswered(node, self.fact_ref(fact, scope))
                }
            },
            Node::Happened { fact } => match self.answer(fact, scope) {
                Some(Answer::Known(value)) => self.answered(node, value),
                Some(Answer::NotKnownYet) => self.unanswered(node, self.fact_ref(fact, scope)),
                None => self.constant(Verdict::No),
            },
            Node::ByPassport(inner) => self.by_passport(inner, scope),
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
        merged.map(Verdict::answers_first)
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

    /// The answer to the fact that a path means in a scope.
    fn answer(&self, path: &FactPath, scope: &Scope) -> Option<&'a Answer> {
        match scope.instead_of(path) {
            Some(fact) => self.answers.get(fact),
            None => self
                .answers
                .of(&path.entity, scope.record(&path.entity), &path.fact),
        }
    }

    /// The fact that a path means in a scope.
    pub(crate) fn fact_ref(&self, path: &FactPath, scope: &Scope) -> FactRef {
        if let Some(fact) = scope.instead_of(path) {
            return fact.clone();
        }
        FactRef {
            entity: EntityRef {
                kind: path.entity.clone(),
                record: scope.record(&path.entity).map(str::to_owned),
            },
            fact: path.fact.clone(),
        }
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
