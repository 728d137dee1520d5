//! Why a condition came out as it did on a day: the parts that decided it, and how sure they are.

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::condition::Condition;
use crate::condition::Node;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::pack;
use crate::value::Value;
use crate::verdict::VerdictKind;
use crate::words::Standing;

/// One thing that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A named condition came out like this.
    Condition {
        /// Its id.
        id: String,
        /// How it came out.
        verdict: VerdictKind,
    },
    /// An answer.
    Fact {
        /// The question.
        fact: FactRef,
        /// The answer.
        value: Value,
    },
    /// A question without an answer.
    Missing {
        /// The question.
        fact: FactRef,
    },
    /// The person said that a list is complete.
    ListComplete {
        /// The kind of its records.
        of: String,
        /// How many records it has.
        count: usize,
    },
    /// An official decides, or nobody could tell us.
    Text {
        /// The pack's text.
        id: String,
    },
}

/// The reasons for a verdict and the weakest standing among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explained {
    /// What decided, each thing once.
    pub reasons: Vec<Reason>,
    /// The weakest standing of what decided.
    pub standing: Standing,
}

impl Explained {
    pub(crate) fn add(&mut self, reason: Reason) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    /// Leaves away the questions to an office among the reasons from one place on.
    fn without_offices(&mut self, from: usize) {
        let mut place = 0;
        self.reasons.retain(|reason| {
            place += 1;
            place <= from || !matches!(reason, Reason::Text { .. })
        });
    }

    pub(crate) fn weaken(&mut self, standing: Standing) {
        self.standing = self.standing.weaker(standing);
    }
}

/// How a condition over a list came out.
#[derive(Clone, Copy)]
struct Outcome {
    whole: VerdictKind,
    /// The outcome that comes from single records; the opposite comes from all of them.
    from_single: VerdictKind,
    /// Whether one such record is enough.
    one_is_enough: bool,
}

impl Evaluation<'_> {
    /// Why a condition comes out as it does on a day.
    #[must_use]
    pub fn explain(&self, condition: &Condition, scope: &Scope, day: NaiveDate) -> Explained {
        let mut explained = Explained::default();
        self.collect(condition, scope, day, &mut explained);
        explained
    }

    pub(crate) fn collect(
        &self,
        condition: &Condition,
        scope: &Scope,
        day: NaiveDate,
        into: &mut Explained,
    ) {
        let node = match condition {
            Condition::Named(name) => {
                let Some(named) = self.pack.conditions.get(name) else {
                    return;
                };
                let verdict = self.kind_on(condition, scope, day);
                // An open condition has no sentence yet; its missing answers speak for it.
                if verdict != VerdictKind::Undecided {
                    into.add(Reason::Condition {
                        id: name.clone(),
                        verdict,
                    });
                }
                into.weaken(named.standing.unwrap_or_default());
                self.collect(&named.when, scope, day, into);
                return;
            }
            Condition::Node(node) => node.as_ref(),
        };
        match node {
            Node::All(parts) | Node::Any(parts) => {
                let whole = self.kind_on(condition, scope, day);
                let before = into.reasons.len();
                for part in parts {
                    if self.kind_on(part, scope, day) == whole {
                        self.collect(part, scope, day, into);
                    }
                }
                // While an answer is missing the verdict names no office; neither do its reasons.
                if whole == VerdictKind::Undecided
                    && !self.on(condition, scope, day).names_an_office()
                {
                    into.without_offices(before);
                }
            }
            Node::Not(inner) => self.collect(inner, scope, day, into),
            Node::ByPassport(inner) => {
                self.collect_by_passport(condition, inner, scope, day, into);
            }
            Node::Exists {
                of,
                condition: inner,
            } => {
                let outcome = Outcome {
                    whole: self.kind_on(condition, scope, day),
                    from_single: VerdictKind::Yes,
                    one_is_enough: true,
                };
                self.collect_records(of, inner, outcome, scope, day, into);
            }
            Node::Every {
                of,
                condition: inner,
            } => {
                let outcome = Outcome {
                    whole: self.kind_on(condition, scope, day),
                    from_single: VerdictKind::No,
                    one_is_enough: true,
                };
                self.collect_records(of, inner, outcome, scope, day, into);
            }
            Node::Count {
                of,
                condition: inner,
                ..
            } => {
                let outcome = Outcome {
                    whole: self.kind_on(condition, scope, day),
                    from_single: VerdictKind::Yes,
                    one_is_enough: false,
                };
                self.collect_records(of, inner, outcome, scope, day, into);
            }
            Node::InList { fact, list } => {
                self.collect_fact(fact, scope, day, into);
                self.collect_list(fact, list, scope, day, into);
            }
            Node::StayGround { fact, .. } => {
                self.collect_fact(fact, scope, day, into);
                self.collect_stay_rule(fact, scope, day, into);
            }
            Node::Is { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::AgeAtLeast { born: fact, .. }
            | Node::Within { after: fact, .. }
            | Node::Outlasts { date: fact, .. }
            | Node::Reached { fact }
            | Node::Until { fact }
            | Node::NumberAtLeast { fact, .. } => self.collect_fact(fact, scope, day, into),
            // What was left empty has not come: nobody is asked for it.
            Node::Happened { fact } => {
                if self.answers.get(&self.fact_ref(fact, scope)).is_some() {
                    self.collect_fact(fact, scope, day, into);
                }
            }
            Node::Official(text) => into.add(Reason::Text { id: text.clone() }),
            // The verdict itself says what is not known.
            Node::Gap(_) => into.weaken(Standing::Unknown),
            Node::Unknown(text) => {
                into.add(Reason::Text { id: text.clone() });
                into.weaken(Standing::Unknown);
            }
        }
    }

    fn collect_records(
        &self,
        of: &str,
        inner: &Condition,
        outcome: Outcome,
        scope: &Scope,
        day: NaiveDate,
        into: &mut Explained,
    ) {
        let whole = outcome.whole;
        let all_decide = outcome.from_single == negated(whole);
        let list = self.answers.lists.get(of);
        for (record, _) in list.map(|l| l.records.as_slice()).unwrap_or_default() {
            let scope = scope.with(of, record);
            if self.kind_on(inner, &scope, day) != whole {
                continue;
            }
            if all_decide {
                // What each of many records is not would bury the reason; how sure it is still counts.
                let mut beside = Explained::default();
                self.collect(inner, &scope, day, &mut beside);
                into.weaken(beside.standing);
            } else {
                self.collect(inner, &scope, day, into);
            }
            if outcome.one_is_enough && whole == outcome.from_single {
                break;
            }
        }
        match list {
            Some(list) if list.complete => {
                if all_decide {
                    into.add(Reason::ListComplete {
                        of: of.to_owned(),
                        count: list.records.len(),
                    });
                }
            }
            Some(_) | None => {
                if whole == VerdictKind::Undecided {
                    into.add(Reason::Missing { fact: complete(of) });
                }
            }
        }
    }

    /// An answer, or that it is missing. What is no longer asked is no reason, though it is kept.
    pub(crate) fn collect_fact(
        &self,
        path: &FactPath,
        scope: &Scope,
        day: NaiveDate,
        into: &mut Explained,
    ) {
        let no_longer_asked = self
            .interview
            .fact(path)
            .and_then(|declared| declared.ask_if.as_ref())
            .is_some_and(|ask_if| self.kind_on(ask_if, scope, day) == VerdictKind::No);
        if no_longer_asked {
            return;
        }
        let fact = self.fact_ref(path, scope);
        into.add(match self.answers.get(&fact) {
            Some(Answer::Known(value)) => Reason::Fact {
                fact,
                value: value.clone(),
            },
            Some(Answer::NotKnownYet) | None => Reason::Missing { fact },
        });
    }

    fn collect_list(
        &self,
        path: &FactPath,
        list: &str,
        scope: &Scope,
        day: NaiveDate,
        into: &mut Explained,
    ) {
        if let Edition::InForce(record) = editions::on(self.axis, &self.pack.lists, list, day) {
            into.weaken(self.standing_of(record));
        }
        let Some(Answer::Known(value)) = self.answers.get(&self.fact_ref(path, scope)) else {
            return;
        };
        for member in self.pack.members_of(list) {
            if Some(member.of.as_str()) == value.word() {
                into.weaken(member.standing.unwrap_or_default());
            }
        }
    }

    fn collect_stay_rule(
        &self,
        path: &FactPath,
        scope: &Scope,
        day: NaiveDate,
        into: &mut Explained,
    ) {
        let Some(Answer::Known(value)) = self.answers.get(&self.fact_ref(path, scope)) else {
            return;
        };
        let rules = &self.pack.stay_rules;
        let id = value
            .word()
            .and_then(|country| pack::stay_rule_of(rules, country));
        if let Some(id) = id
            && let Edition::InForce(rule) = editions::on(self.axis, rules, id, day)
        {
            into.weaken(self.standing_of(rule));
        }
    }

    /// How sure a record is: its own word, else its act's.
    pub(crate) fn standing_of(&self, record: &impl crate::pack::Dated) -> Standing {
        record.standing().unwrap_or_else(|| {
            record
                .cite()
                .and_then(|cite| self.pack.acts.get(&cite.act))
                .map_or(Standing::Unknown, |act| act.standing)
        })
    }
}

fn negated(verdict: VerdictKind) -> VerdictKind {
    match verdict {
        VerdictKind::Yes => VerdictKind::No,
        VerdictKind::No => VerdictKind::Yes,
        VerdictKind::Undecided => VerdictKind::Undecided,
        VerdictKind::DoesNotApply => VerdictKind::DoesNotApply,
    }
}
