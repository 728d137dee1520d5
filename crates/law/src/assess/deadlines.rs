//! Deadlines: what is due, possible or over on which day, and what is not known of it.

use chrono::NaiveDate;

use crate::answers::Answer;
use crate::answers::EntityRef;
use crate::answers::FactPath;
use crate::answers::FactRef;
use crate::answers::Value;
use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::Finding;
use crate::assess::finding::NoteShown;
use crate::assess::finding::cited_plain;
use crate::assess::finding::notes;
use crate::assess::finding::over_editions;
use crate::assess::routes::words;
use crate::calendar::Calendar;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Scope;
use crate::explain::Reason;
use crate::pack::ActsBy;
use crate::pack::Deadline;
use crate::pack::DeadlineEvent;
use crate::pack::DeadlineKind;
use crate::pack::EditionOn;
use crate::term::Runs;
use crate::term::Term;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::Why;
use crate::words::Standing;
use crate::words::Words;

/// As deep as deadlines may wait for one another; the pack is checked against a deeper chain.
const DEEPEST: usize = 8;

/// Another reading of a deadline, with the days that it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherDeadline {
    /// What the other source says.
    pub words: Words,
    /// Its last day, where the event is known.
    pub term: Option<Term>,
    /// The other source.
    pub cited: Option<Cited>,
    /// How sure it is.
    pub standing: Standing,
}

/// Something that is due, possible or over on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineFinding {
    /// Yes: it concerns the person.
    pub finding: Finding,
    /// The record of a list that it is about.
    pub record: Option<EntityRef>,
    /// Its place among deadlines of one day.
    pub order: u32,
    /// What it is called.
    pub title: Words,
    /// What to do.
    pub what: Words,
    /// What follows if it is missed.
    pub missed: Option<Words>,
    /// Where that stands.
    pub missed_cited: Option<Cited>,
    /// What its last day means.
    pub kind: DeadlineKind,
    /// Who acts.
    pub by: ActsBy,
    /// The day from which, or up to which, the time runs; none where it is not known.
    pub event: Option<NaiveDate>,
    /// Whether the event is a day of the plan.
    pub planned: bool,
    /// Whether the last day can still turn out to be earlier, when an answer comes.
    pub at_the_latest: bool,
    /// Its end; none where the event is not known.
    pub term: Option<Term>,
    /// The last working day before the last day, where that is a day off and the offices are closed.
    pub office_day: Option<NaiveDate>,
    /// Days from today to the last day; negative when it has passed.
    pub days_left: Option<i64>,
    /// The day on which it was done.
    pub done: Option<NaiveDate>,
    /// The answers that the day still needs.
    pub missing: Vec<FactRef>,
    /// Other readings.
    pub others: Vec<OtherDeadline>,
    /// Remarks.
    pub notes: Vec<NoteShown>,
}

/// The day of an event as far as it is known.
#[derive(Debug, Clone, Default)]
struct EventDay {
    day: Option<NaiveDate>,
    at_the_latest: bool,
    reasons: Vec<Reason>,
    missing: Vec<FactRef>,
    whys: Vec<Why>,
    standing: Standing,
}

/// Every deadline that concerns the person or may concern it; one for each record, where it is about a list.
pub(crate) fn all(context: &Context<'_>) -> Vec<DeadlineFinding> {
    let records = &context.evaluation.pack.deadlines;
    let mut found = Vec::new();
    for id in records.ids() {
        let Some(any) = records.iter().find(|deadline| deadline.id == id) else {
            continue;
        };
        let Some(list) = &any.of else {
            found.extend(one(context, any, None));
            continue;
        };
        let lists = &context.evaluation.answers.lists;
        for (record, _) in lists.get(list).map_or(&[][..], |list| &list.records) {
            found.extend(one(context, any, Some((list, record))));
        }
    }
    found
}

fn one(
    context: &Context<'_>,
    any: &Deadline,
    record: Option<(&String, &String)>,
) -> Option<DeadlineFinding> {
    let evaluation = &context.evaluation;
    let today = context.days.today;
    let scope = record.map_or_else(Scope::default, |(list, record)| {
        Scope::default().with(list, record)
    });
    let event = event_day(context, &any.event, &scope, 0);
    let tested = tested(any, &event, today);
    let records = &evaluation.pack.deadlines;
    let edition = editions::on(evaluation.axis, records, &any.id, tested);
    let applies = over_editions(evaluation, records, &any.id, |deadline| {
        applies(context, deadline, &scope)
    });
    if matches!(applies.at(tested), Verdict::No | Verdict::DoesNotApply) {
        return None;
    }
    let mut finding = Finding::of_timeline(&any.id, &applies, tested);
    finding.cite(evaluation, edition);
    if let Edition::InForce(deadline) = edition
        && let Some(when) = &deadline.when
    {
        let explained = evaluation.explain(when, &scope, tested);
        finding.reasons.extend(explained.reasons);
        finding.standing = finding.standing.weaker(explained.standing);
        finding.deciding = evaluation.deciding(when, &scope, tested);
    }
    for reason in event.reasons {
        if !finding.reasons.contains(&reason) {
            finding.reasons.push(reason);
        }
    }
    let spoken = words(edition).unwrap_or(any);
    let mut term = event.day.map(|day| ended(context, spoken, day, tested));
    if let Some(term) = &mut term {
        term.whys.extend(event.whys);
        finding.standing = finding
            .standing
            .weaker(event.standing)
            .weaker(term.standing);
    }
    if let (None, Some(period)) = (&term, &spoken.period) {
        let standing = evaluation.term_standing(period, tested);
        finding.standing = finding.standing.weaker(standing);
    }
    let last = term.as_ref().and_then(|term| term.last);
    let office_day = term
        .as_ref()
        .filter(|term| term.working == Some(false) && spoken.kind != DeadlineKind::Opens)
        .and_then(|term| {
            let before = Calendar::of(evaluation.pack).on_or_before(term.last?);
            before.ok().map(|found| found.day)
        });
    Some(DeadlineFinding {
        record: record.map(|(list, record)| EntityRef {
            kind: list.clone(),
            record: Some(record.clone()),
        }),
        order: spoken.order,
        title: spoken.title.clone(),
        what: spoken.what.clone(),
        missed: spoken.missed.clone(),
        missed_cited: spoken.missed_cite.as_ref().and_then(|cite| {
            let standing = evaluation.pack.acts.get(&cite.act)?.standing;
            cited_plain(evaluation, Some(cite), standing)
        }),
        kind: spoken.kind,
        by: spoken.by,
        event: event.day,
        planned: matches!(spoken.event, DeadlineEvent::Planned(_)),
        at_the_latest: event.at_the_latest,
        office_day,
        days_left: last.map(|last| last.signed_duration_since(today).num_days()),
        done: done(context, spoken, &scope),
        missing: event.missing,
        others: others(context, spoken, event.day, tested),
        notes: notes(evaluation, &spoken.note, tested),
        term,
        finding,
    })
}

/// The day whose edition counts.
fn tested(deadline: &Deadline, event: &EventDay, today: NaiveDate) -> NaiveDate {
    match deadline.edition_on {
        EditionOn::Event => event.day.unwrap_or(today),
        EditionOn::Today => today,
    }
}

fn applies(context: &Context<'_>, deadline: &Deadline, scope: &Scope) -> Timeline<Verdict> {
    let evaluation = &context.evaluation;
    deadline.when.as_ref().map_or_else(
        || evaluation.constant(Verdict::Yes),
        |when| evaluation.timeline(when, scope),
    )
}

/// The end of a deadline whose event is known.
fn ended(context: &Context<'_>, deadline: &Deadline, event: NaiveDate, tested: NaiveDate) -> Term {
    let evaluation = &context.evaluation;
    let mut term = match &deadline.period {
        Some(period) => evaluation.term(event, period, deadline.runs, tested),
        None => {
            let kind = Calendar::of(evaluation.pack).kind(event).ok();
            Term {
                last: Some(event),
                moved: None,
                working: kind.map(|kind| kind.working),
                whys: Vec::new(),
                standing: Standing::default(),
            }
        }
    };
    if deadline.kind == DeadlineKind::Opens && deadline.period.is_some() {
        // What has to be waited for is over on the day after its last day.
        term.last = term.last.and_then(|last| last.succ_opt());
        term.moved = None;
    }
    term
}

fn done(context: &Context<'_>, deadline: &Deadline, scope: &Scope) -> Option<NaiveDate> {
    deadline
        .closed_by
        .iter()
        .filter_map(|path| given(context, path, scope).1)
        .min()
}

fn others(
    context: &Context<'_>,
    deadline: &Deadline,
    event: Option<NaiveDate>,
    tested: NaiveDate,
) -> Vec<OtherDeadline> {
    let evaluation = &context.evaluation;
    deadline
        .disagreement
        .iter()
        .map(|other| OtherDeadline {
            words: other.words.clone(),
            term: event.map(|event| evaluation.term(event, &other.period, deadline.runs, tested)),
            cited: cited_plain(evaluation, Some(&other.cite), other.standing),
            standing: other.standing,
        })
        .collect()
}

/// A fact and the day that was given for it.
fn given(context: &Context<'_>, path: &FactPath, scope: &Scope) -> (FactRef, Option<NaiveDate>) {
    let fact = context.evaluation.fact_ref(path, scope);
    let day = match context.evaluation.answers.get(&fact) {
        Some(Answer::Known(Value::Date(day))) => Some(*day),
        Some(_) | None => None,
    };
    (fact, day)
}

fn event_day(
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
        DeadlineEvent::Newest(path) => newest(context, path),
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
            let mut merged = all.fold(EventDay::default(), |merged, part| {
                joined(merged, part, NaiveDate::min)
            });
            merged.at_the_latest |= !merged.missing.is_empty();
            merged
        }
        DeadlineEvent::LatestOf(parts) => {
            let all: Vec<EventDay> = parts
                .iter()
                .map(|part| event_day(context, part, scope, depth + 1))
                .collect();
            if all.iter().all(|part| part.day.is_none()) {
                return all.into_iter().next().unwrap_or_default();
            }
            all.into_iter()
                .filter(|part| part.day.is_some())
                .reduce(
                    |merged, part| {
                        if part.day > merged.day { part } else { merged }
                    },
                )
                .unwrap_or_default()
        }
    }
}

fn joined(
    merged: EventDay,
    part: EventDay,
    choose: fn(NaiveDate, NaiveDate) -> NaiveDate,
) -> EventDay {
    EventDay {
        day: match (merged.day, part.day) {
            (Some(one), Some(other)) => Some(choose(one, other)),
            (day, None) | (None, day) => day,
        },
        at_the_latest: merged.at_the_latest || part.at_the_latest,
        reasons: [merged.reasons, part.reasons].concat(),
        missing: [merged.missing, part.missing].concat(),
        whys: [merged.whys, part.whys].concat(),
        standing: merged.standing.weaker(part.standing),
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

/// The latest day that the records of a list have for a fact.
fn newest(context: &Context<'_>, path: &FactPath) -> EventDay {
    let lists = &context.evaluation.answers.lists;
    lists
        .get(&path.entity)
        .map_or(&[][..], |list| &list.records)
        .iter()
        .map(|(record, _)| {
            let scope = Scope::default().with(&path.entity, record);
            asked(context, path, &scope)
        })
        .filter(|found| found.day.is_some())
        .max_by_key(|found| found.day)
        .unwrap_or_default()
}

/// The last day of another deadline, where that one concerns the person.
fn other_deadline(context: &Context<'_>, id: &str, scope: &Scope, depth: usize) -> EventDay {
    let evaluation = &context.evaluation;
    let records = &evaluation.pack.deadlines;
    let Some(any) = records.iter().find(|deadline| deadline.id == id) else {
        return EventDay::default();
    };
    let mut found = event_day(context, &any.event, scope, depth + 1);
    let tested = tested(any, &found, context.days.today);
    let edition = editions::on(evaluation.axis, records, id, tested);
    let Edition::InForce(deadline) = edition else {
        return EventDay::default();
    };
    if *applies(context, deadline, scope).at(tested) == Verdict::No {
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
