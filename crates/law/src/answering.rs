//! Sets of questions with the answers that serve, and how two of them are met together or one of them is enough.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::answers::FactRef;

/// More sets than this help nobody, and their products grow fast.
const MOST_SETS: usize = 48;

/// A question. Two that were asked for together are most often the same one, which then need not be compared by name.
#[derive(Debug, Clone, Eq)]
pub(crate) struct Question(Rc<FactRef>);

impl Question {
    pub(crate) fn of(fact: FactRef) -> Self {
        Self(Rc::new(fact))
    }
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl PartialOrd for Question {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Question {
    fn cmp(&self, other: &Self) -> Ordering {
        if Rc::ptr_eq(&self.0, &other.0) {
            Ordering::Equal
        } else {
            self.0.cmp(&other.0)
        }
    }
}

/// Questions in their order, each with the places of the answers that serve among all its possible ones. Two
/// conditions on one fact can only be met together by an answer that serves both.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Answering(Vec<(Question, Rc<[usize]>)>);

impl Answering {
    /// One question with the answers that serve.
    pub(crate) fn one(question: Question, serving: Rc<[usize]>) -> Self {
        Self(vec![(question, serving)])
    }

    /// This set without a question, where the answer at a place serves there; none where it does not, or is not asked for.
    pub(crate) fn without(&self, fact: &FactRef, place: usize) -> Option<Self> {
        let at = self.0.iter().position(|(question, serving)| {
            *question.0 == *fact && serving.binary_search(&place).is_ok()
        })?;
        let mut rest = self.0.clone();
        rest.remove(at);
        Some(Self(rest))
    }

    /// The answers that serve both; none when the two ask for different answers to one question.
    pub(crate) fn and(&self, other: &Self) -> Option<Self> {
        let mut merged = Vec::with_capacity(self.0.len() + other.0.len());
        let mut lefts = self.0.iter().peekable();
        let mut rights = other.0.iter().peekable();
        while let (Some(left), Some(right)) = (lefts.peek(), rights.peek()) {
            match left.0.cmp(&right.0) {
                Ordering::Less => merged.extend(lefts.next().cloned()),
                Ordering::Greater => merged.extend(rights.next().cloned()),
                Ordering::Equal => {
                    let serving = shared(&left.1, &right.1)?;
                    merged.push((left.0.clone(), serving));
                    lefts.next();
                    rights.next();
                }
            }
        }
        merged.extend(lefts.cloned());
        merged.extend(rights.cloned());
        Some(Self(merged))
    }

    /// Whether everything that this set asks for is asked for by the other too.
    fn covers(&self, other: &Self) -> bool {
        let mut asked = other.0.iter();
        self.0.len() <= other.0.len()
            && self.0.iter().all(|(question, serving)| {
                asked
                    .find(|(other, _)| other >= question)
                    .is_some_and(|(other, narrower)| {
                        other == question && holds_all(serving, narrower)
                    })
            })
    }
}

/// The places that are in both; none where there is none.
fn shared(one: &Rc<[usize]>, other: &Rc<[usize]>) -> Option<Rc<[usize]>> {
    if Rc::ptr_eq(one, other) {
        return Some(Rc::clone(one));
    }
    let both: Rc<[usize]> = one
        .iter()
        .filter(|place| other.binary_search(place).is_ok())
        .copied()
        .collect();
    if both.is_empty() { None } else { Some(both) }
}

fn holds_all(serving: &Rc<[usize]>, narrower: &Rc<[usize]>) -> bool {
    Rc::ptr_eq(serving, narrower)
        || narrower
            .iter()
            .all(|place| serving.binary_search(place).is_ok())
}

/// No question is needed for what is so already; no question helps against it.
pub(crate) fn known(as_wanted: bool) -> Vec<Answering> {
    if as_wanted {
        vec![Answering::default()]
    } else {
        Vec::new()
    }
}

/// The sets that meet all parts together, or any one of them.
pub(crate) fn merge(parts: impl Iterator<Item = Vec<Answering>>, together: bool) -> Vec<Answering> {
    if !together {
        return smallest(parts.flatten().collect());
    }
    parts.fold(known(true), |sets, part| {
        smallest(
            sets.iter()
                .flat_map(|set| part.iter().filter_map(move |more| set.and(more)))
                .collect(),
        )
    })
}

fn smallest(mut sets: Vec<Answering>) -> Vec<Answering> {
    sets.sort_by(|a, b| a.0.len().cmp(&b.0.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let mut kept: Vec<Answering> = Vec::new();
    for set in sets {
        if kept.len() == MOST_SETS {
            break;
        }
        if !kept.iter().any(|smaller| smaller.covers(&set)) {
            kept.push(set);
        }
    }
    kept
}

/// The questions alone, the smallest sets first and no set that holds another.
pub(crate) fn questions(sets: &[Answering]) -> Vec<BTreeSet<FactRef>> {
    let mut all: Vec<Vec<&Question>> = sets
        .iter()
        .map(|set| set.0.iter().map(|(question, _)| question).collect())
        .collect();
    all.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let mut kept: Vec<Vec<&Question>> = Vec::new();
    for set in all {
        if !kept.iter().any(|smaller| within(smaller, &set)) {
            kept.push(set);
        }
    }
    kept.into_iter()
        .map(|set| set.into_iter().map(|asked| (*asked.0).clone()).collect())
        .collect()
}

/// Sets that were found for several conditions: each once, the smallest first, and no set that holds another.
pub(crate) fn minimal(mut sets: Vec<BTreeSet<FactRef>>) -> Vec<BTreeSet<FactRef>> {
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let mut kept: Vec<BTreeSet<FactRef>> = Vec::new();
    for set in sets {
        if !kept.iter().any(|smaller| smaller.is_subset(&set)) {
            kept.push(set);
        }
    }
    kept
}

/// Whether every question of a set is in another; both are in order.
fn within(smaller: &[&Question], set: &[&Question]) -> bool {
    let mut asked = set.iter();
    smaller
        .iter()
        .all(|question| asked.find(|other| *other >= question) == Some(question))
}
