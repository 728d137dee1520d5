//! The smallest sets of answers that could decide a condition.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use chrono::Days;
use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use crate::answers::Answer;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::answers::Value;
use crate::calendar::Calendar;
use crate::condition::Condition;
use crate::condition::Node;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::interview::FactType;
use crate::pack::FirstDay;
use crate::pack::Unit;
use crate::period;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;

/// Questions, each with the places of the answers that serve among all its possible ones. Two conditions on one
/// fact can only be met together by an answer that serves both.
pub(crate) type Answering = BTreeMap<FactRef, Vec<usize>>;

/// What the answers that one looks for should bring about.
#[derive(Debug, Clone, Copy)]
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

/// More sets than this help nobody, and their products grow fast.
const MOST_SETS: usize = 48;

/// Days so far off that no term of any law reaches them.
const FAR: Days = Days::new(200 * 366);

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
        questions(&sets)
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
            Condition::Named(name) => {
                return self
                    .pack
                    .conditions
                    .get(name)
                    .map_or_else(Vec::new, |named| self.towards(&named.when, scope, aim));
            }
            Condition::Node(node) => node.as_ref(),
        };
        match node {
            Node::All(parts) => self.parts(parts, scope, aim, holds),
            Node::Any(parts) => self.parts(parts, scope, aim, !holds),
            Node::Not(inner) => self.towards(inner, scope, aim.turned()),
            Node::Exists { of, condition } => self.list(of, condition, scope, aim, !holds),
            Node::Every { of, condition } => self.list(of, condition, scope, aim, holds),
            Node::Is { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::InList { fact, .. }
            | Node::AgeAtLeast { born: fact, .. }
            | Node::Within { after: fact, .. }
            | Node::Outlasts { date: fact, .. }
            | Node::Reached { fact }
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
        let wanted =
            match editions::timeline(self.axis, &self.pack.parameters, at_least).at(aim.day) {
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
            sets.push(vec![BTreeMap::from([(complete(of), vec![0])])]);
        }
        merge(sets.into_iter(), !(aim.holds && wanting == 1))
    }

    fn atom(&self, node: &Node, path: &FactPath, scope: &Scope, aim: Aim) -> Vec<Answering> {
        let fact = self.fact_ref(path, scope);
        // Open although it is answered: the rule is not known, and another answer would not be the person's own.
        if let Some(Answer::Known(_)) = self.answers.get(&fact) {
            return Vec::new();
        }
        let serving: Vec<usize> = self
            .possible(path)
            .iter()
            .enumerate()
            .filter(
                |(_, answer)| match self.answered(node, answer).at(aim.day).kind() {
                    VerdictKind::Yes => aim.holds,
                    VerdictKind::No => !aim.holds,
                    VerdictKind::DoesNotApply | VerdictKind::Undecided => false,
                },
            )
            .map(|(place, _)| place)
            .collect();
        if serving.is_empty() {
            Vec::new()
        } else {
            vec![BTreeMap::from([(fact, serving)])]
        }
    }

    /// Answers to a fact that stand for all answers: every word there is, and for days and numbers both sides of
    /// every length that the pack knows.
    pub(crate) fn possible(&self, path: &FactPath) -> Vec<Value> {
        let Some(fact) = self.interview.fact(path) else {
            return Vec::new();
        };
        match fact.kind {
            FactType::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
            FactType::Choice => fact
                .option
                .iter()
                .map(|option| Value::Choice(option.id.clone()))
                .collect(),
            FactType::Country => self
                .pack
                .countries
                .keys()
                .map(|code| Value::Country(code.clone()))
                .collect(),
            FactType::Number => self
                .pack
                .parameters
                .iter()
                .filter_map(|parameter| parameter.value.to_i64())
                .flat_map(|value| [value.saturating_sub(1), value])
                .map(Value::Number)
                .collect(),
            FactType::Date => self.telling_days().into_iter().map(Value::Date).collect(),
            FactType::Text
            | FactType::NameLatin
            | FactType::NameCyrillic
            | FactType::Digits
            | FactType::Money => Vec::new(),
        }
    }

    /// Days on both sides of every length that the pack knows, before and after each end of the axis.
    fn telling_days(&self) -> BTreeSet<NaiveDate> {
        [self.axis.first, self.axis.last]
            .into_iter()
            .collect::<BTreeSet<NaiveDate>>()
            .into_iter()
            .flat_map(|day| self.telling_days_around(day))
            .collect()
    }

    fn telling_days_around(&self, day: NaiveDate) -> BTreeSet<NaiveDate> {
        let calendar = Calendar::of(self.pack);
        let lengths = self.pack.parameters.iter().filter_map(|parameter| {
            let unit = match parameter.unit {
                unit @ (Unit::CalendarDay | Unit::Month | Unit::Year | Unit::AgeYears) => unit,
                Unit::WorkingDay => {
                    let n = parameter.value.to_u32()?;
                    let before = calendar.nth_before(day, n).ok()?;
                    let after = calendar.nth_after(day, n).ok()?;
                    return Some([before.day, after.day]);
                }
                Unit::Tenge | Unit::Multiple | Unit::Count => return None,
            };
            let after = period::last_day(day, parameter.value, unit, FirstDay::Next)?;
            let before = day.checked_sub_signed(after.signed_duration_since(day))?;
            Some([before, after])
        });
        let edges: BTreeSet<NaiveDate> = lengths.flatten().chain([day]).collect();
        edges
            .iter()
            .flat_map(|edge| [edge.pred_opt(), Some(*edge), edge.succ_opt()])
            .chain([day.checked_sub_days(FAR), day.checked_add_days(FAR)])
            .flatten()
            .collect()
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
            sets.push(vec![BTreeMap::from([(complete(of), vec![0])])]);
        }
        merge(sets.into_iter(), together)
    }
}

/// No question is needed for what is so already; no question helps against it.
pub(crate) fn known(as_wanted: bool) -> Vec<Answering> {
    if as_wanted {
        vec![BTreeMap::new()]
    } else {
        Vec::new()
    }
}

pub(crate) fn merge(parts: impl Iterator<Item = Vec<Answering>>, together: bool) -> Vec<Answering> {
    if !together {
        return smallest(parts.flatten().collect());
    }
    parts.fold(vec![BTreeMap::new()], |sets, part| {
        smallest(
            sets.iter()
                .flat_map(|set| part.iter().filter_map(move |more| both(set, more)))
                .collect(),
        )
    })
}

/// The answers that serve both; none when the two ask for different answers to one question.
fn both(one: &Answering, other: &Answering) -> Option<Answering> {
    let mut merged = one.clone();
    for (fact, serving) in other {
        match merged.get_mut(fact) {
            None => {
                merged.insert(fact.clone(), serving.clone());
            }
            Some(known) => {
                known.retain(|place| serving.binary_search(place).is_ok());
                if known.is_empty() {
                    return None;
                }
            }
        }
    }
    Some(merged)
}

/// Whether everything that one set asks for is asked for by the other too.
fn covers(one: &Answering, other: &Answering) -> bool {
    one.iter().all(|(fact, serving)| {
        other.get(fact).is_some_and(|asked| {
            asked
                .iter()
                .all(|place| serving.binary_search(place).is_ok())
        })
    })
}

fn smallest(mut sets: Vec<Answering>) -> Vec<Answering> {
    sets.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let mut kept: Vec<Answering> = Vec::new();
    for set in sets {
        if kept.len() == MOST_SETS {
            break;
        }
        if !kept.iter().any(|smaller| covers(smaller, &set)) {
            kept.push(set);
        }
    }
    kept
}

/// The questions alone, the smallest sets first and no set that holds another.
pub(crate) fn questions(sets: &[Answering]) -> Vec<BTreeSet<FactRef>> {
    let mut all: Vec<BTreeSet<FactRef>> = sets
        .iter()
        .map(|set| set.keys().cloned().collect())
        .collect();
    all.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let mut kept: Vec<BTreeSet<FactRef>> = Vec::new();
    for set in all {
        if !kept.iter().any(|smaller| smaller.is_subset(&set)) {
            kept.push(set);
        }
    }
    kept
}
