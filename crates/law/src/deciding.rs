//! The smallest sets of answers that could decide a condition.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answers::FactRef;
use crate::condition::Condition;
use crate::condition::Node;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::verdict::VerdictKind;
use crate::verdict::Why;

/// A set of questions whose answers could decide together.
type Questions = BTreeSet<FactRef>;

/// More sets than this help nobody, and their products grow fast.
const MOST_SETS: usize = 48;

impl Evaluation<'_> {
    /// The smallest sets of missing answers that could decide a condition on a day, the smallest first.
    /// Empty when it is decided, or when no answer can decide it.
    #[must_use]
    pub fn deciding(&self, condition: &Condition, scope: &Scope, day: NaiveDate) -> Vec<Questions> {
        if self.on(condition, scope, day).kind() != VerdictKind::Undecided {
            return Vec::new();
        }
        let mut sets = self.towards(condition, scope, day, true);
        sets.extend(self.towards(condition, scope, day, false));
        smallest(sets)
    }

    /// The sets of answers that could make a condition hold, or not hold.
    fn towards(
        &self,
        condition: &Condition,
        scope: &Scope,
        day: NaiveDate,
        holds: bool,
    ) -> Vec<Questions> {
        match self.on(condition, scope, day).kind() {
            VerdictKind::Yes => return known(holds),
            VerdictKind::No => return known(!holds),
            VerdictKind::DoesNotApply => return known(true),
            VerdictKind::Undecided => {}
        }
        let node = match condition {
            Condition::Named(name) => {
                return self
                    .pack
                    .conditions
                    .get(name)
                    .map_or_else(Vec::new, |named| {
                        self.towards(&named.when, scope, day, holds)
                    });
            }
            Condition::Node(node) => node.as_ref(),
        };
        match node {
            Node::All(parts) => self.parts(parts, scope, day, holds, holds),
            Node::Any(parts) => self.parts(parts, scope, day, holds, !holds),
            Node::Not(inner) => self.towards(inner, scope, day, !holds),
            Node::Exists { of, condition } => self.list(of, condition, scope, day, holds, !holds),
            Node::Every { of, condition } => self.list(of, condition, scope, day, holds, holds),
            Node::Is { .. }
            | Node::OneOf { .. }
            | Node::InList { .. }
            | Node::AgeAtLeast { .. }
            | Node::Within { .. }
            | Node::Outlasts { .. }
            | Node::Reached { .. }
            | Node::NumberAtLeast { .. }
            | Node::Official(_)
            | Node::Unknown(_) => self.atom(condition, scope, day),
        }
    }

    fn atom(&self, condition: &Condition, scope: &Scope, day: NaiveDate) -> Vec<Questions> {
        let missing: Questions = self
            .on(condition, scope, day)
            .whys()
            .into_iter()
            .filter_map(|why| match why {
                Why::MissingFact { fact } => Some(fact),
                Why::NoKnownRule { .. } | Why::OfficialDecides { .. } => None,
            })
            .collect();
        if missing.is_empty() {
            Vec::new()
        } else {
            vec![missing]
        }
    }

    fn parts(
        &self,
        parts: &[Condition],
        scope: &Scope,
        day: NaiveDate,
        holds: bool,
        together: bool,
    ) -> Vec<Questions> {
        merge(
            parts
                .iter()
                .map(|part| self.towards(part, scope, day, holds)),
            together,
        )
    }

    fn list(
        &self,
        of: &str,
        condition: &Condition,
        scope: &Scope,
        day: NaiveDate,
        holds: bool,
        together: bool,
    ) -> Vec<Questions> {
        let list = self.answers.lists.get(of);
        let unfinished = list.is_none_or(|list| !list.complete);
        let records = list.map(|l| l.records.as_slice()).unwrap_or_default();
        let mut sets: Vec<Vec<Questions>> = records
            .iter()
            .map(|(record, _)| self.towards(condition, &scope.with(of, record), day, holds))
            .collect();
        if unfinished {
            sets.push(vec![BTreeSet::from([complete(of)])]);
        }
        merge(sets.into_iter(), together)
    }
}

/// No question is needed for what is so already; no question helps against it.
fn known(as_wanted: bool) -> Vec<Questions> {
    if as_wanted {
        vec![BTreeSet::new()]
    } else {
        Vec::new()
    }
}

fn merge(parts: impl Iterator<Item = Vec<Questions>>, together: bool) -> Vec<Questions> {
    if !together {
        return smallest(parts.flatten().collect());
    }
    parts.fold(vec![BTreeSet::new()], |sets, part| {
        smallest(
            sets.iter()
                .flat_map(|set| {
                    part.iter()
                        .map(move |more| set.union(more).cloned().collect())
                })
                .collect(),
        )
    })
}

fn smallest(mut sets: Vec<Questions>) -> Vec<Questions> {
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let mut kept: Vec<Questions> = Vec::new();
    for set in sets {
        if kept.len() == MOST_SETS {
            break;
        }
        if !kept.iter().any(|smaller| smaller.is_subset(&set)) {
            kept.push(set);
        }
    }
    kept
}
