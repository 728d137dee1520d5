//! On whose passport the person arrived: a right that hangs on the arrival is that of the passport shown, not of every citizenship held.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::answering;
use crate::answering::Answering;
use crate::answers::Answer;
use crate::answers::EntityRef;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::answers::Record;
use crate::condition::Condition;
use crate::deciding::Aim;
use crate::evaluate::APPLICANT;
use crate::evaluate::CITIZENSHIP;
use crate::evaluate::Evaluation;
use crate::evaluate::Scope;
use crate::evaluate::complete;
use crate::explain::Explained;
use crate::explain::Reason;
use crate::timeline::Timeline;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;

/// The visits.
const STAY: &str = "stay";
/// What is said of the entry that counts now.
const ENTRY: &str = "entry";
/// The question for the passport, of a visit and of the entry.
const PASSPORT: &str = "passport";

/// The passport of an arrival.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// This answer names its state.
    Named(FactRef),
    /// It was not said; this question asks for it.
    NotSaid(FactRef),
}

/// Another citizenship that the person holds, or may hold.
struct Other {
    /// The answer that names the state.
    country: FactRef,
    /// The question whether it is still held, where that is open.
    held: Option<FactRef>,
}

fn fact_of(kind: &str, record: Option<&str>, fact: &str) -> FactRef {
    FactRef {
        entity: EntityRef {
            kind: kind.to_owned(),
            record: record.map(str::to_owned),
        },
        fact: fact.to_owned(),
    }
}

fn known<'a>(record: Option<&'a Record>, fact: &str) -> Option<&'a Value> {
    match record?.get(fact)? {
        Answer::Known(value) => Some(value),
        Answer::NotKnownYet => None,
    }
}

fn day(record: Option<&Record>, fact: &str) -> Option<NaiveDate> {
    known(record, fact)?.day()
}

impl Evaluation<'_> {
    /// On whose passport the person had arrived last on each day, by the visits; days before the first of them have that of the first.
    fn arrivals(&self) -> Timeline<Arrival> {
        let entry = self.answers.singles.get(ENTRY);
        let asked = fact_of(ENTRY, None, PASSPORT);
        let of_entry = match known(entry, PASSPORT) {
            Some(_) => Arrival::Named(asked),
            None => Arrival::NotSaid(asked),
        };
        // Whoever has yet to come chooses the passport then, whatever the visits before it were.
        if known(entry, "basis").and_then(Value::word) == Some("not_entered") {
            return Timeline::constant(self.axis, of_entry);
        }
        let mut visits: Vec<(NaiveDate, &str, &Record)> = self
            .answers
            .lists
            .get(STAY)
            .map(|list| list.records.as_slice())
            .unwrap_or_default()
            .iter()
            .filter_map(|(id, record)| Some((day(Some(record), "entered")?, id.as_str(), record)))
            .collect();
        visits.sort_by_key(|(entered, _, _)| *entered);
        let latest = visits.last().map(|(entered, _, _)| *entered);
        // The day of entry of the form stands for a visit of its own, where the list has none so late.
        let unlisted = day(entry, "entered_on")
            .filter(|entered| latest.is_none_or(|latest| latest < *entered));
        let mut arrivals: Vec<(NaiveDate, Arrival)> = visits
            .iter()
            .map(|(entered, id, record)| {
                let asked = fact_of(STAY, Some(*id), PASSPORT);
                let is_last = latest == Some(*entered) && unlisted.is_none();
                let arrival = match (known(Some(*record), PASSPORT), &of_entry) {
                    (Some(_), _) => Arrival::Named(asked),
                    (None, Arrival::Named(_)) if is_last => of_entry.clone(),
                    (None, Arrival::Named(_) | Arrival::NotSaid(_)) => Arrival::NotSaid(asked),
                };
                (*entered, arrival)
            })
            .collect();
        arrivals.extend(unlisted.map(|entered| (entered, of_entry.clone())));
        let first = arrivals
            .first()
            .map_or(of_entry, |(_, arrival)| arrival.clone());
        Timeline::with_changes(self.axis, first, arrivals)
    }

    /// On whose passport the person had arrived last on a day.
    pub(crate) fn arrival_on(&self, day: NaiveDate) -> Arrival {
        self.arrivals().at(day).clone()
    }

    /// The citizenships besides the first that are held or may be, and whether there may be more.
    fn others(&self) -> (Vec<Other>, bool) {
        let list = self.answers.lists.get(CITIZENSHIP);
        let others = list
            .map(|list| list.records.as_slice())
            .unwrap_or_default()
            .iter()
            .filter_map(|(id, record)| {
                let held = match known(Some(record), "current") {
                    Some(Value::YesNo(false)) => return None,
                    Some(_) => None,
                    None => Some(fact_of(CITIZENSHIP, Some(id.as_str()), "current")),
                };
                Some(Other {
                    country: fact_of(CITIZENSHIP, Some(id.as_str()), "country"),
                    held,
                })
            })
            .collect();
        (others, list.is_none_or(|list| !list.complete))
    }

    /// A condition on the state of the passport of arrival, on every day.
    pub(crate) fn by_passport(&self, inner: &Condition, scope: &Scope) -> Timeline<Verdict> {
        self.arrivals().flat_map(|arrival, _| match arrival {
            Arrival::Named(fact) => self.timeline(inner, &scope.by_passport(fact.clone())),
            Arrival::NotSaid(question) => self.by_any_passport(inner, scope, question),
        })
    }

    /// What a condition says whichever of the passports was shown.
    fn by_any_passport(
        &self,
        inner: &Condition,
        scope: &Scope,
        question: &FactRef,
    ) -> Timeline<Verdict> {
        let (others, may_be_more) = self.others();
        let mut merged = self.timeline(inner, scope);
        for other in &others {
            let own = self.timeline(inner, &scope.by_passport(other.country.clone()));
            let asked = other.held.as_ref().unwrap_or(question);
            merged = merged.zip(&own, |one, two| either(one, two, asked));
        }
        if may_be_more {
            merged = merged.map(|verdict| either_of_more(verdict, question));
        }
        merged
    }

    /// The sets of answers that make a condition on the state of the passport hold, or not hold: the passport, or everything that makes
    /// the citizenships say the same.
    pub(crate) fn towards_by_passport(
        &self,
        inner: &Condition,
        scope: &Scope,
        aim: Aim,
    ) -> Vec<Answering> {
        let question = match self.arrival_on(aim.day) {
            Arrival::Named(fact) => return self.towards(inner, &scope.by_passport(fact), aim),
            Arrival::NotSaid(question) => question,
        };
        let (others, may_be_more) = self.others();
        let mut agreed = vec![self.towards(inner, scope, aim)];
        for other in &others {
            let mut own = self.towards(inner, &scope.by_passport(other.country.clone()), aim);
            if let Some(held) = &other.held {
                let no = self.places_of(&held.path(), &[&Value::YesNo(false)]);
                own.push(Answering::one(self.question(held.clone()), no));
            }
            agreed.push(own);
        }
        if may_be_more {
            let that_is_all = self.question(complete(CITIZENSHIP));
            agreed.push(vec![Answering::one(that_is_all, Rc::from([0]))]);
        }
        let agreed = answering::merge(agreed.into_iter(), true);
        let held = self.places_of(&question.path(), &self.states_held());
        if held.is_empty() {
            return agreed;
        }
        let asked = scope.by_passport(question.clone());
        let named = vec![
            self.towards(inner, &asked, aim),
            vec![Answering::one(self.question(question), held)],
        ];
        let named = answering::merge(named.into_iter(), true);
        answering::merge([agreed, named].into_iter(), false)
    }

    /// The states whose citizen the person surely is; none where no other than the first is known: then nobody asks for the passport.
    pub(crate) fn states_held(&self) -> Vec<&Value> {
        let (others, _) = self.others();
        let more: Vec<&Value> = others
            .iter()
            .filter(|other| other.held.is_none())
            .filter_map(|other| match self.answers.get(&other.country)? {
                Answer::Known(value) => Some(value),
                Answer::NotKnownYet => None,
            })
            .collect();
        if more.is_empty() {
            return more;
        }
        let first = self.answers.value(APPLICANT, CITIZENSHIP);
        first.into_iter().chain(more).collect()
    }

    /// The places of some answers among the possible ones.
    fn places_of(&self, path: &FactPath, wanted: &[&Value]) -> Rc<[usize]> {
        let possible = self.possible(path);
        possible
            .iter()
            .enumerate()
            .filter(|(_, value)| wanted.contains(value))
            .map(|(place, _)| place)
            .collect()
    }

    /// Why a condition on the state of the passport of arrival came out as it did.
    pub(crate) fn collect_by_passport(
        &self,
        condition: &Condition,
        inner: &Condition,
        scope: &Scope,
        day: NaiveDate,
        into: &mut Explained,
    ) {
        if let Arrival::Named(fact) = self.arrival_on(day) {
            self.collect(inner, &scope.by_passport(fact), day, into);
            return;
        }
        let whole = self.on(condition, scope, day);
        if self.kind_on(inner, scope, day) == whole.kind() {
            self.collect(inner, scope, day, into);
        }
        let (others, _) = self.others();
        for other in others {
            let scope = scope.by_passport(other.country.clone());
            if whole.kind() == VerdictKind::Undecided {
                into.add_answer(self, other.country);
            }
            if self.kind_on(inner, &scope, day) == whole.kind() {
                // Which sentences the other passport would bring says nothing new; how sure they are counts.
                let mut beside = Explained::default();
                self.collect(inner, &scope, day, &mut beside);
                into.weaken(beside.standing);
            }
        }
        for why in whole.whys() {
            if let Why::MissingFact { fact } = why {
                into.add(Reason::Missing { fact });
            }
        }
    }
}

impl Explained {
    /// An answer that was given.
    fn add_answer(&mut self, evaluation: &Evaluation<'_>, fact: FactRef) {
        if let Some(Answer::Known(value)) = evaluation.answers.get(&fact) {
            let value = value.clone();
            self.add(Reason::Fact { fact, value });
        }
    }
}

/// What two passports say together: the same, or open until it is said which counts. `asked` is the question that would tell.
fn either(one: &Verdict, two: &Verdict, asked: &FactRef) -> Verdict {
    let decided = one.kind() != VerdictKind::Undecided;
    if one == two || (decided && one.kind() == two.kind()) {
        return one.clone();
    }
    let mut whys: BTreeSet<Why> = one.whys();
    whys.extend(two.whys());
    whys.insert(Why::MissingFact {
        fact: asked.clone(),
    });
    Verdict::undecided_for(whys)
}

/// The same, where a citizenship that was not named yet may say something else.
fn either_of_more(verdict: &Verdict, question: &FactRef) -> Verdict {
    let mut whys = verdict.whys();
    let asked = Why::MissingFact {
        fact: question.clone(),
    };
    // The passport that is asked for decides, whatever else may follow.
    if !whys.contains(&asked) {
        whys.insert(Why::MissingFact {
            fact: complete(CITIZENSHIP),
        });
    }
    Verdict::undecided_for(whys)
}
