//! Answers that would make a condition hold: the fewest changes that are found, kept close to what the person said.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::Answers;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::arrival::Arrival;
use crate::condition::Condition;
use crate::condition::Node;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::value::Value;
use crate::verdict::VerdictKind;

/// Answers that are thought of in place of the person's own.
pub(crate) type Supposed = BTreeMap<FactRef, Value>;

/// The answers with which a condition holds on a day; none where no answers were found, as where a list would need
/// a record or an official decides.
pub(crate) fn holding(
    evaluation: &Evaluation<'_>,
    condition: &Condition,
    day: NaiveDate,
) -> Option<Supposed> {
    let search = Search {
        evaluation: evaluation.of_day(day),
        day,
    };
    let found = search.make(condition, true, Supposed::new())?;
    let answers = with(evaluation.answers, &found);
    search
        .of(&answers)
        .kind_on(condition, &Scope::default(), day)
        .eq(&VerdictKind::Yes)
        .then_some(found)
}

/// The supposed days with which a condition holds on a day, and holds as well where they are a day later.
pub(crate) fn or_later(
    evaluation: &Evaluation<'_>,
    condition: &Condition,
    day: NaiveDate,
    supposed: &Supposed,
) -> BTreeSet<FactRef> {
    let search = Search {
        evaluation: evaluation.of_day(day),
        day,
    };
    supposed
        .iter()
        .filter(|(fact, value)| {
            let Some(later) = value.day().and_then(|day| day.succ_opt()) else {
                return false;
            };
            let mut moved = supposed.clone();
            moved.insert((*fact).clone(), Value::Date(later));
            search.kind(condition, &moved) == VerdictKind::Yes
        })
        .map(|(fact, _)| fact.clone())
        .collect()
}

/// The person's answers with others in their place.
pub(crate) fn with(answers: &Answers, supposed: &Supposed) -> Answers {
    let mut changed = answers.clone();
    for (fact, value) in supposed {
        if fact.entity.record.is_none() {
            changed
                .singles
                .entry(fact.entity.kind.clone())
                .or_default()
                .insert(fact.fact.clone(), Answer::Known(value.clone()));
        }
    }
    changed
}

struct Search<'a> {
    evaluation: Evaluation<'a>,
    day: NaiveDate,
}

impl Search<'_> {
    /// The same rules with other answers; nothing that was found for the person's own is used again.
    fn of<'b>(&self, answers: &'b Answers) -> Evaluation<'b>
    where
        Self: 'b,
    {
        Evaluation::new(
            self.evaluation.pack,
            self.evaluation.interview,
            answers,
            self.evaluation.axis,
        )
    }

    fn kind(&self, condition: &Condition, so_far: &Supposed) -> VerdictKind {
        let answers = with(self.evaluation.answers, so_far);
        self.of(&answers)
            .kind_on(condition, &Scope::default(), self.day)
    }

    /// More supposed answers, so that the condition holds, or does not hold.
    fn make(&self, condition: &Condition, holds: bool, so_far: Supposed) -> Option<Supposed> {
        match (self.kind(condition, &so_far), holds) {
            (VerdictKind::Yes, true) | (VerdictKind::No, false) => return Some(so_far),
            // What does not apply is left out of all and any.
            (VerdictKind::DoesNotApply, _) => return Some(so_far),
            (VerdictKind::Yes, false) | (VerdictKind::No, true) | (VerdictKind::Undecided, _) => {}
        }
        let node = match condition {
            Condition::Named(name) => {
                let named = self.evaluation.pack.conditions.get(name)?;
                return self.make(&named.when, holds, so_far);
            }
            Condition::Node(node) => node.as_ref(),
        };
        match node {
            Node::All(parts) => self.parts(parts, holds, holds, so_far),
            Node::Any(parts) => self.parts(parts, holds, !holds, so_far),
            Node::Not(inner) => self.make(inner, !holds, so_far),
            Node::ByPassport(inner) => self.passport(condition, inner, holds, &so_far),
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
            | Node::NumberAtLeast { fact, .. } => self.answer(node, fact, holds, so_far),
            Node::Exists { .. }
            | Node::Every { .. }
            | Node::Count { .. }
            | Node::Official(_)
            | Node::Unknown(_)
            | Node::Gap(_) => None,
        }
    }

    /// A citizenship with which it holds, or one of the passports held. Another passport than the one that was shown is no answer to change.
    fn passport(
        &self,
        condition: &Condition,
        inner: &Condition,
        holds: bool,
        so_far: &Supposed,
    ) -> Option<Supposed> {
        let answers = with(self.evaluation.answers, so_far);
        let evaluation = self.of(&answers);
        let Arrival::NotSaid(question) = evaluation.arrival_on(self.day) else {
            return None;
        };
        let wanted = if holds {
            VerdictKind::Yes
        } else {
            VerdictKind::No
        };
        let passports = evaluation
            .states_held()
            .into_iter()
            .filter(|_| question.entity.record.is_none());
        let shown = passports.map(|state| {
            let mut supposed = so_far.clone();
            supposed.insert(question.clone(), state.clone());
            supposed
        });
        self.make(inner, holds, so_far.clone())
            .into_iter()
            .chain(shown)
            .find(|supposed| self.kind(condition, supposed) == wanted)
    }

    fn parts(
        &self,
        parts: &[Condition],
        holds: bool,
        together: bool,
        so_far: Supposed,
    ) -> Option<Supposed> {
        if together {
            return parts
                .iter()
                .try_fold(so_far, |so_far, part| self.make(part, holds, so_far));
        }
        parts
            .iter()
            .filter_map(|part| self.make(part, holds, so_far.clone()))
            .min_by_key(BTreeMap::len)
    }

    /// The first of all answers that serves. An answer that was supposed already stays, and so does what nobody can choose.
    fn answer(
        &self,
        node: &Node,
        path: &FactPath,
        holds: bool,
        mut so_far: Supposed,
    ) -> Option<Supposed> {
        let fact = self.evaluation.fact_ref(path, &Scope::default());
        let fixed = self
            .evaluation
            .interview
            .fact(path)
            .is_some_and(|asked| asked.fixed);
        if fixed || so_far.contains_key(&fact) || fact.entity.record.is_some() {
            return None;
        }
        let wanted = if holds {
            VerdictKind::Yes
        } else {
            VerdictKind::No
        };
        let serving =
            self.evaluation.possible(path).into_iter().find(|value| {
                self.evaluation.answered(node, value).at(self.day).kind() == wanted
            })?;
        so_far.insert(fact, serving);
        Some(so_far)
    }
}
