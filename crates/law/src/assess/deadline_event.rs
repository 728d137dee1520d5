//! The day from which, or up to which, a deadline runs.

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::deadlines::applies;
use crate::assess::deadlines::ended;
use crate::assess::deadlines::over;
use crate::assess::deadlines::tested;
use crate::assess::stay::present_visit as visit_that_goes_on;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Scope;
use crate::explain::Reason;
use crate::pack::DeadlineEvent;
use crate::pack::DocumentEnd;
use crate::term::Runs;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Standing;

/// As deep as deadlines may wait for one another; the pack is checked against a deeper chain.
const DEEPEST: usize = 8;

/// The day of an event as far as it is known.
#[derive(Debug, Clone, Default)]
pub(crate) struct EventDay {
    pub(crate) day: Option<NaiveDate>,
    pub(crate) at_the_latest: bool,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) missing: Vec<FactRef>,
    pub(crate) whys: Vec<Why>,
    pub(crate) standing: Standing,
    /// The day up to which what began with the event goes on, where that was said.
    pub(crate) ends: Option<NaiveDate>,
}

/// A fact and the day that was given for it.
pub(crate) fn given(
    context: &Context<'_>,
    path: &FactPath,
    scope: &Scope,
) -> (FactRef, Option<NaiveDate>) {
    let fact = context.evaluation.fact_ref(path, scope);
    let day = match context.evaluation.answers.get(&fact) {
        Some(Answer::Known(Value::Date(day))) => Some(*day),
        Some(_) | None => None,
    };
    (fact, day)
}

/// The day of an event; `depth` says how many deadlines wait for it already.
pub(crate) fn event_day(
    context: &Context<'_>,
    event: &DeadlineEvent,
    scope: &Scope,
    depth: usize,
) -> EventDay {
    if depth > DEEPEST {
        return EventDay::default();
    }
    match event {
        DeadlineEvent::Fact(path) => asked(context, path, scope),
        DeadlineEvent::IfKnown(path) => {
            let found = asked(context, path, scope);
            if found.day.is_some() {
                found
            } else {
                EventDay::default()
            }
        }
        DeadlineEvent::PresentVisit(path) => present_visit(context, path, scope),
        DeadlineEvent::Planned(on) => EventDay {
            day: Some(context.days.tested(*on)),
            ..EventDay::default()
        },
        DeadlineEvent::Term { after, period } => {
            let mut found = asked(context, after, scope);
            if let Some(day) = found.day {
                let today = context.days.today;
                let term = context.evaluation.term(day, period, Runs::After, today);
                found.day = term.last;
                found.whys.extend(term.whys);
                found.standing = found.standing.weaker(term.standing);
            }
            found
        }
        DeadlineEvent::Deadline(id) => other_deadline(context, id, scope, depth),
        DeadlineEvent::EarliestOf(parts) => {
            let all = parts
                .iter()
                .map(|part| event_day(context, part, scope, depth + 1));
            let mut merged = all.fold(EventDay::default(), joined);
            merged.at_the_latest |= !merged.missing.is_empty();
            merged
        }
        DeadlineEvent::FirstKnown(parts) => {
            let mut found = EventDay::default();
            for part in parts {
                found = event_day(context, part, scope, depth + 1);
                if found.day.is_some() {
                    break;
                }
            }
            found
        }
        DeadlineEvent::Document(end) => document_end(context, end, scope),
    }
}

/// The last day of the document that was valid on a day. One that was issued later, or was over by then, says nothing of it.
fn document_end(context: &Context<'_>, end: &DocumentEnd, scope: &Scope) -> EventDay {
    let mut found = asked(context, &end.expires, scope);
    let (Some(last), Some(held_on)) = (found.day, given(context, &end.held_on, scope).1) else {
        return found;
    };
    let issued = asked(context, &end.issued, scope);
    let too_late = issued.day.is_some_and(|issued| held_on < issued);
    if last < held_on || too_late {
        let mut other = asked(context, &end.otherwise, scope);
        let why_not = if too_late { issued } else { found };
        other.reasons.extend(why_not.reasons);
        return other;
    }
    found.reasons.extend(issued.reasons);
    found.missing.extend(issued.missing);
    found
}

/// What two events say together: the earlier day of the two.
fn joined(merged: EventDay, part: EventDay) -> EventDay {
    EventDay {
        day: match (merged.day, part.day) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (day, None) | (None, day) => day,
        },
        at_the_latest: merged.at_the_latest || part.at_the_latest,
        reasons: [merged.reasons, part.reasons].concat(),
        missing: [merged.missing, part.missing].concat(),
        whys: [merged.whys, part.whys].concat(),
        standing: merged.standing.weaker(part.standing),
        ends: None,
    }
}

/// The day of a fact, which is missing where it was not given.
fn asked(context: &Context<'_>, path: &FactPath, scope: &Scope) -> EventDay {
    let (fact, day) = given(context, path, scope);
    match day {
        Some(day) => EventDay {
            day: Some(day),
            reasons: vec![Reason::Fact {
                fact,
                value: Value::Date(day),
            }],
            ..EventDay::default()
        },
        None => EventDay {
            missing: vec![fact],
            ..EventDay::default()
        },
    }
}

/// The entry of the visit that goes on, or of the next one.
fn present_visit(context: &Context<'_>, path: &FactPath, scope: &Scope) -> EventDay {
    match visit_that_goes_on(context.evaluation.answers, context.days.today) {
        Some(visit) => EventDay {
            day: Some(visit.entered),
            reasons: vec![Reason::Fact {
                fact: visit.entered_fact,
                value: Value::Date(visit.entered),
            }],
            ends: visit.left,
            ..EventDay::default()
        },
        None => EventDay {
            missing: vec![context.evaluation.fact_ref(path, scope)],
            ..EventDay::default()
        },
    }
}

/// The last day of another deadline, where that one concerns the person.
fn other_deadline(context: &Context<'_>, id: &str, scope: &Scope, depth: usize) -> EventDay {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.deadlines;
    let Some(any) = records.iter().find(|deadline| deadline.id == id) else {
        return EventDay::default();
    };
    if over(context, any, scope) {
        return EventDay::default();
    }
    let mut found = event_day(context, &any.event, scope, depth + 1);
    let tested = tested(any, &found, context.days.today);
    let edition = editions::on(evaluation.axis, records, id, tested);
    let Edition::InForce(deadline) = edition else {
        return EventDay::default();
    };
    if *applies(context, deadline, scope, &found).at(tested) == Verdict::No {
        return EventDay::default();
    }
    if let Some(day) = found.day {
        let term = ended(context, deadline, day, tested);
        found.day = term.last;
        found.whys.extend(term.whys);
        found.standing = found
            .standing
            .weaker(term.standing)
            .weaker(evaluation.standing_of(deadline));
    }
    found
}
