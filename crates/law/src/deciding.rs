//! The smallest sets of answers that could decide a condition.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use crate::answering::Answering;
use crate::answering::Question;
use crate::answering::known;
use crate::answering::merge;
use crate::answering::questions;
use crate::answers::Answer;
use crate::answers::EntityRef;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::condition::Condition;
use crate::condition::Node;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;

/// What the answers that one looks for should bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Aim {
    /// The day on which the condition is tested.
    pub(crate) day: NaiveDate,
    /// Whether it should hold or not hold.
    pub(crate) holds: bool,
    /// Whether parts that only an official decides are left aside.
    pub(crate) officials_aside: bool,
}

impl Aim {
    fn turned(self) -> Self {
        Self {
            holds: !self.holds,
            ..self
        }
    }
}

/// One of several conditions that decide together, and whether it should hold or not hold. Borrowed from the pack: what was found of a
/// condition is known by its place there, which a copy would not have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    condition: &'a Condition,
    holds: bool,
}

impl<'a> Wanted<'a> {
    /// A condition that should hold.
    pub(crate) fn to_hold(condition: &'a Condition) -> Self {
        Self {
            condition,
            holds: true,
        }
    }

    /// A condition that should not hold.
    pub(crate) fn to_fail(condition: &'a Condition) -> Self {
        Self {
            condition,
            holds: false,
        }
    }

    /// What is to be looked for in the condition itself, so that all of them are as wanted, or one is not.
    fn aim(self, together: Aim) -> Aim {
        if self.holds {
            together
        } else {
            together.turned()
        }
    }
}

/// The places of the answers with which a condition holds, and of those with which it does not.
#[derive(Debug, Clone)]
pub(crate) struct Serving {
    holds: Rc<[usize]>,
    fails: Rc<[usize]>,
}

impl Evaluation<'_> {
    /// The smallest sets of missing answers that could decide a condition on a day, the smallest first.
    /// Empty when it is decided, or when no answer can decide it.
    #[must_use]
    pub fn deciding(
        &self,
        condition: &Condition,
        scope: &Scope,
        day: NaiveDate,
    ) -> Vec<BTreeSet<FactRef>> {
        if self.kind_on(condition, scope, day) != VerdictKind::Undecided {
            return Vec::new();
        }
        // One day is asked for: stretches around it would be drawn for nothing.
        let on_the_day = self.of_day(day);
        let aim = Aim {
            day,
            holds: true,
            officials_aside: false,
        };
        let mut sets = on_the_day.towards(condition, scope, aim);
        sets.extend(on_the_day.towards(condition, scope, aim.turned()));
        on_the_day.asked_for(sets)
    }

    /// The questions of sets of answers, the smallest sets first, and no set of which a part would do. An answer that says what
    /// another question would be answered with stands for both.
    pub(crate) fn asked_for(&self, sets: Vec<Answering>) -> Vec<BTreeSet<FactRef>> {
        let mut all = sets;
        for fact in &self.interview.facts {
            let Some(implied) = &fact.implies else {
                continue;
            };
            let Some(place) = self.place_of_option(&implied.fact, &implied.value) else {
                continue;
            };
            let says = FactRef {
                entity: EntityRef {
                    kind: fact.id.entity.clone(),
                    record: None,
                },
                fact: fact.id.fact.clone(),
            };
            let said = FactRef {
                fact: implied.fact.fact.clone(),
                ..says.clone()
            };
            let answered = matches!(self.answers.get(&says), Some(Answer::Known(_)));
            // "I don't know yet" is an answer that stays.
            if answered || self.answers.get(&said).is_some() {
                continue;
            }
            let rests: Vec<Answering> = all
                .iter()
                .filter_map(|set| set.without(&said, place))
                .collect();
            // Few sets ask the question, and all answers to another are many.
            if rests.is_empty() {
                continue;
            }
            let every: Rc<[usize]> = (0..self.possible(&fact.id).len()).collect();
            let says = Answering::one(self.question(says), every);
            all.extend(rests.iter().filter_map(|rest| rest.and(&says)));
        }
        questions(&all)
    }

    /// The place of an option among the possible answers to a choice.
    fn place_of_option(&self, path: &FactPath, option: &str) -> Option<usize> {
        self.interview
            .fact(path)?
            .option
            .iter()
            .position(|known| known.id == option)
    }

    /// The smallest sets of missing answers that could decide whether all these conditions are as wanted on a day, the smallest first.
    /// Empty when it is decided, or when no answer can decide it.
    pub(crate) fn deciding_together(
        &self,
        parts: &[Wanted<'_>],
        day: NaiveDate,
    ) -> Vec<BTreeSet<FactRef>> {
        let scope = Scope::default();
        let on_the_day = self.of_day(day);
        let mut open = false;
        for part in parts {
            match (on_the_day.kind_on(part.condition, &scope, day), part.holds) {
                (VerdictKind::No, true) | (VerdictKind::Yes, false) => return Vec::new(),
                (VerdictKind::Undecided, _) => open = true,
                (VerdictKind::Yes, true)
                | (VerdictKind::No, false)
                | (VerdictKind::DoesNotApply, _) => {}
            }
        }
        if !open {
            return Vec::new();
        }
        let sets_for = |aim: Aim| {
            merge(
                parts
                    .iter()
                    .filter(|part| on_the_day.counts(part.condition, &scope, aim))
                    .map(|part| on_the_day.towards(part.condition, &scope, part.aim(aim))),
                aim.holds,
            )
        };
        let aim = Aim {
            day,
            holds: true,
            officials_aside: false,
        };
        let mut sets = sets_for(aim);
        sets.extend(sets_for(aim.turned()));
        on_the_day.asked_for(sets)
    }

    /// The sets of answers that make a condition hold, or not hold.
    pub(crate) fn towards(&self, condition: &Condition, scope: &Scope, aim: Aim) -> Vec<Answering> {
        let holds = aim.holds;
        match self.kind_on(condition, scope, aim.day) {
            VerdictKind::Yes => return known(holds),
            VerdictKind::No => return known(!holds),
            VerdictKind::DoesNotApply => return Vec::new(),
            VerdictKind::Undecided => {}
        }
        let node = match condition {
            Condition::Named(name) => return self.towards_named(name, scope, aim),
            Condition::Node(node) => node.as_ref(),
        };
        match node {
            Node::All(parts) => self.parts(parts, scope, aim, holds),
            Node::Any(parts) => self.parts(parts, scope, aim, !holds),
            Node::Not(inner) => self.towards(inner, scope, aim.turned()),
            Node::ByPassport(inner) => self.towards_by_passport(inner, scope, aim),
            Node::Exists { of, condition } => self.list(of, condition, scope, aim, !holds),
            Node::Every { of, condition } => self.list(of, condition, scope, aim, holds),
            Node::Is { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::InList { fact, .. }
            | Node::StayGround { fact, .. }
            | Node::AgeAtLeast { born: fact, .. }
            | Node::Within { after: fact, .. }
            | Node::Outlasts { date: fact, .. }
            | Node::Reached { fact }
            | Node::Happened { fact }
            | Node::Until { fact }
            | Node::NumberAtLeast { fact, .. } => self.atom(node, fact, scope, aim),
            Node::Count {
                of,
                condition,
                at_least,
            } => self.enough(of, condition, at_least, scope, aim),
            Node::Official(_) | Node::Unknown(_) | Node::Gap(_) => Vec::new(),
        }
    }

    /// A named condition is looked at once for the person; inside a list once for each record.
    fn towards_named(&self, name: &str, scope: &Scope, aim: Aim) -> Vec<Answering> {
        let Some(named) = self.pack.conditions.get(name) else {
            return Vec::new();
        };
        if !scope.is_empty() {
            return self.towards(&named.when, scope, aim);
        }
        let key = (std::ptr::from_ref(named).addr(), self.axis, aim);
        if let Some(found) = self.known.towards.borrow().get(&key) {
            return found.clone();
        }
        let found = self.towards(&named.when, scope, aim);
        self.known.towards.borrow_mut().insert(key, found.clone());
        found
    }

    /// The sets for "so many records or more": one open record is enough where only one is wanting, else all open
    /// ones; and against it, all open ones and the end of the list.
    fn enough(
        &self,
        of: &str,
        condition: &Condition,
        at_least: &str,
        scope: &Scope,
        aim: Aim,
    ) -> Vec<Answering> {
        let list = self.answers.lists.get(of);
        let unfinished = list.is_none_or(|list| !list.complete);
        let mut sure = 0_u64;
        let mut open = Vec::new();
        for (record, _) in list.map(|l| l.records.as_slice()).unwrap_or_default() {
            let scope = scope.with(of, record);
            match self.on(condition, &scope, aim.day).kind() {
                VerdictKind::Yes => sure += 1,
                VerdictKind::Undecided => open.push(scope),
                VerdictKind::No | VerdictKind::DoesNotApply => {}
            }
        }
        let wanted = match editions::on(self.axis, &self.pack.parameters, at_least, aim.day) {
            Edition::InForce(record) => record.value.to_u64(),
            Edition::Absent(_) | Edition::NotKnown(_) => None,
        };
        let Some(wanting) = wanted.map(|wanted| wanted.saturating_sub(sure)) else {
            return Vec::new();
        };
        let possible = u64::try_from(open.len()).unwrap_or(u64::MAX);
        if aim.holds && possible < wanting {
            return Vec::new();
        }
        let mut sets: Vec<Vec<Answering>> = open
            .iter()
            .map(|scope| self.towards(condition, scope, aim))
            .collect();
        if unfinished && !aim.holds {
            sets.push(vec![Answering::one(
                self.question(complete(of)),
                Rc::from([0]),
            )]);
        }
        merge(sets.into_iter(), !(aim.holds && wanting == 1))
    }

    fn atom(&self, node: &Node, path: &FactPath, scope: &Scope, aim: Aim) -> Vec<Answering> {
        let fact = self.fact_ref(path, scope);
        // Open although it is answered: the rule is not known, and another answer would not be the person's own.
        if let Some(Answer::Known(_)) = self.answers.get(&fact) {
            return Vec::new();
        }
        let serving = self.serving(node, path, aim);
        if serving.is_empty() {
            Vec::new()
        } else {
            vec![Answering::one(self.question(fact), serving)]
        }
    }

    /// The places of the answers that serve among all possible ones. The same conditions are asked about again and
    /// again, in whichever record: all possible answers are tried once for each.
    fn serving(&self, node: &Node, path: &FactPath, aim: Aim) -> Rc<[usize]> {
        let key = (std::ptr::from_ref(node).addr(), self.axis, aim.day);
        let known = self.known.serving.borrow().get(&key).cloned();
        let found = known.unwrap_or_else(|| {
            let kinds: Vec<VerdictKind> = self
                .possible(path)
                .iter()
                .map(|answer| self.answered(node, answer).at(aim.day).kind())
                .collect();
            let places = |wanted: VerdictKind| {
                kinds
                    .iter()
                    .enumerate()
                    .filter(|(_, kind)| **kind == wanted)
                    .map(|(place, _)| place)
                    .collect()
            };
            let found = Serving {
                holds: places(VerdictKind::Yes),
                fails: places(VerdictKind::No),
            };
            self.known.serving.borrow_mut().insert(key, found.clone());
            found
        });
        if aim.holds { found.holds } else { found.fails }
    }

    /// One question for each fact.
    pub(crate) fn question(&self, fact: FactRef) -> Question {
        let mut questions = self.known.questions.borrow_mut();
        questions
            .entry(fact.clone())
            .or_insert_with(|| Question::of(fact))
            .clone()
    }

    /// What does not apply is left out of all and any, and so of what decides them.
    fn counts(&self, part: &Condition, scope: &Scope, aim: Aim) -> bool {
        match self.kind_on(part, scope, aim.day) {
            VerdictKind::DoesNotApply => false,
            VerdictKind::Undecided if aim.officials_aside => {
                self.on(part, scope, aim.day).without_officials() != Verdict::DoesNotApply
            }
            VerdictKind::Undecided | VerdictKind::Yes | VerdictKind::No => true,
        }
    }

    fn parts(
        &self,
        parts: &[Condition],
        scope: &Scope,
        aim: Aim,
        together: bool,
    ) -> Vec<Answering> {
        merge(
            parts
                .iter()
                .filter(|part| self.counts(part, scope, aim))
                .map(|part| self.towards(part, scope, aim)),
            together,
        )
    }

    fn list(
        &self,
        of: &str,
        condition: &Condition,
        scope: &Scope,
        aim: Aim,
        together: bool,
    ) -> Vec<Answering> {
        let list = self.answers.lists.get(of);
        let unfinished = list.is_none_or(|list| !list.complete);
        let records = list.map(|l| l.records.as_slice()).unwrap_or_default();
        let mut sets: Vec<Vec<Answering>> = records
            .iter()
            .map(|(record, _)| scope.with(of, record))
            .filter(|scope| self.counts(condition, scope, aim))
            .map(|scope| self.towards(condition, &scope, aim))
            .collect();
        // That there are no more records decides only what must be so of all of them.
        if unfinished && together {
            sets.push(vec![Answering::one(
                self.question(complete(of)),
                Rc::from([0]),
            )]);
        }
        merge(sets.into_iter(), together)
    }
}
