//! Sets of questions with the answers that serve, and how two of them are met together or one of them is enough.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::answers::FactRef;

/// More sets than this help nobody, and their products grow fast.
const MOST_SETS: usize = 48;

/// A question. Two that were asked for together are most often the same one, which then need not be compared by name: what is shared is
/// equal to itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question(Rc<FactRef>);

impl Question {
    pub(crate) fn of(fact: FactRef) -> Self {
        Self(Rc::new(fact))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::EntityRef;

    fn fact(name: &str) -> FactRef {
        FactRef {
            entity: EntityRef {
                kind: "me".to_owned(),
                record: None,
            },
            fact: name.to_owned(),
        }
    }

    /// Questions, each with the places of the answers that serve: `a01` is met by the first two answers to `a`.
    fn set(asked: &[&str]) -> Answering {
        let one = |asked: &str| {
            let places = asked.bytes().skip(1).map(|digit| usize::from(digit - b'0'));
            Answering::one(Question::of(fact(&asked[..1])), places.collect())
        };
        asked
            .iter()
            .map(|asked| one(asked))
            .reduce(|sets, more| sets.and(&more).unwrap())
            .unwrap_or_default()
    }

    fn any_of(sets: &[&[&str]]) -> Vec<Answering> {
        merge(sets.iter().map(|asked| vec![set(asked)]), false)
    }

    fn names(sets: &[BTreeSet<FactRef>]) -> Vec<String> {
        sets.iter()
            .map(|set| set.iter().map(|fact| fact.fact.as_str()).collect())
            .collect()
    }

    #[test]
    fn two_conditions_on_one_question_are_met_by_the_answers_that_serve_both() {
        assert_eq!(set(&["a01"]).and(&set(&["a12"])), Some(set(&["a1"])));
        assert_eq!(set(&["a0"]).and(&set(&["a12"])), None);
        assert_eq!(
            set(&["a0", "c1"]).and(&set(&["b0", "c12"])),
            Some(set(&["a0", "b0", "c1"]))
        );
    }

    #[test]
    fn parts_that_must_all_be_met_are_asked_for_together() {
        let parts = [vec![set(&["a0"]), set(&["b0"])], vec![set(&["a1"])]];
        assert_eq!(merge(parts.into_iter(), true), [set(&["a1", "b0"])]);
        assert_eq!(merge(std::iter::empty(), true), [set(&[])]);
        assert_eq!(merge(std::iter::empty(), false), []);
    }

    #[test]
    fn a_set_that_asks_for_more_than_another_is_not_kept() {
        assert_eq!(any_of(&[&["a0", "b0"], &["b0"]]), [set(&["b0"])]);
        assert_eq!(any_of(&[&["a0", "b0"], &["a0"]]), [set(&["a0"])]);
        assert_eq!(
            any_of(&[&["a0", "b0", "c0"], &["a0", "c0"]]),
            [set(&["a0", "c0"])]
        );
        assert_eq!(any_of(&[&["a1"], &["a01"]]), [set(&["a01"])]);
    }

    #[test]
    fn sets_that_ask_for_different_things_are_all_kept() {
        assert_eq!(any_of(&[&["b0"], &["a0"]]), [set(&["a0"]), set(&["b0"])]);
        assert_eq!(any_of(&[&["a2"], &["a01"]]), [set(&["a01"]), set(&["a2"])]);
        assert_eq!(
            any_of(&[&["a0", "b0"], &["c0"], &["a1"]]),
            [set(&["a1"]), set(&["c0"]), set(&["a0", "b0"])]
        );
        assert_eq!(
            any_of(&[&["a0", "d0"], &["a0", "b0", "c0"]]),
            [set(&["a0", "d0"]), set(&["a0", "b0", "c0"])]
        );
    }

    #[test]
    fn a_question_is_left_out_only_where_its_answer_serves() {
        let both = set(&["a01", "b2"]);
        assert_eq!(both.without(&fact("a"), 1), Some(set(&["b2"])));
        assert_eq!(both.without(&fact("b"), 2), Some(set(&["a01"])));
        assert_eq!(both.without(&fact("a"), 2), None);
        assert_eq!(both.without(&fact("c"), 1), None);
    }

    #[test]
    fn of_the_questions_alone_no_set_holds_another() {
        let sets = [
            set(&["b0", "c0"]),
            set(&["a0", "c0"]),
            set(&["a1", "b1", "c1"]),
            set(&["d0"]),
            set(&["d1"]),
            set(&["a0", "d2"]),
        ];
        assert_eq!(names(&questions(&sets)), ["d", "ac", "bc"]);
    }

    #[test]
    fn sets_of_several_conditions_are_named_once_and_no_set_holds_another() {
        let of = |names: &[&str]| -> BTreeSet<FactRef> { names.iter().map(|n| fact(n)).collect() };
        let sets = vec![of(&["a", "c"]), of(&["b"]), of(&["c"]), of(&["b"])];
        assert_eq!(names(&minimal(sets)), ["b", "c"]);
    }
}
