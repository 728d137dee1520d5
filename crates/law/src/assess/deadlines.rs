//! Deadlines: what is due, possible or over on which day, and what is not known of it.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::answers::EntityRef;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::deadline_event::EventDay;
use crate::assess::deadline_event::event_day;
use crate::assess::deadline_event::given;
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
use crate::pack::ActsBy;
use crate::pack::Deadline;
use crate::pack::DeadlineEvent;
use crate::pack::DeadlineKind;
use crate::pack::EditionOn;
use crate::pack::LongerByPlan;
use crate::term::Term;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::words::Standing;
use crate::words::Words;

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
    /// What to do where its last day has passed and the duty goes on.
    pub overdue: Option<Words>,
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
    if over(context, any, &scope) {
        return None;
    }
    let event = event_day(context, &any.event, &scope, 0);
    let tested = tested(any, &event, today);
    let records = &evaluation.pack.deadlines;
    let edition = editions::on(evaluation.axis, records, &any.id, tested);
    let applies = over_editions(evaluation, records, &any.id, |deadline| {
        applies(context, deadline, &scope, &event)
    });
    if matches!(applies.at(tested), Verdict::No | Verdict::DoesNotApply) {
        return None;
    }
    let mut finding = Finding::of_timeline(&any.id, &applies, tested);
    finding.cite(evaluation, edition);
    let spoken = words(edition).unwrap_or(any);
    let by_plan = by_plan(context, spoken, &scope, tested, &finding.verdict);
    let decided_by = match (edition, by_plan) {
        (Edition::InForce(_), Some(longer)) => Some(&longer.when),
        (Edition::InForce(deadline), None) => deadline.when.as_ref(),
        (Edition::Absent(_) | Edition::NotKnown(_), _) => None,
    };
    if let Some(when) = decided_by {
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
    let mut term = event.day.map(|day| ended(context, spoken, day, tested));
    if let Some(term) = &mut term {
        term.whys.extend(event.whys);
        finding.standing = finding
            .standing
            .weaker(event.standing)
            .weaker(term.standing);
    }
    let term = term.filter(|term| !never_said(spoken, &finding.verdict, term, today));
    if let (None, Some(period)) = (&term, &spoken.period) {
        let standing = evaluation.term_standing(period, tested);
        finding.standing = finding.standing.weaker(standing);
    }
    let last = term.as_ref().and_then(|term| term.last);
    let done = done(context, spoken, &scope, event.day, event.missing.is_empty());
    let office_day = term
        .as_ref()
        .filter(|term| term.working == Some(false) && at_an_office(spoken.kind))
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
        overdue: spoken.overdue.clone(),
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
        done,
        missing: event.missing,
        others: others(context, spoken, event.day, tested),
        notes: [
            by_plan.map_or_else(Vec::new, |longer| {
                notes(evaluation, std::slice::from_ref(&longer.note), tested)
            }),
            notes(evaluation, &spoken.note, tested),
        ]
        .concat(),
        term,
        finding,
    })
}

/// Whether a duty lies behind of which nobody knows whether it ever arose: it is no overdue one, and the answer is asked for first.
fn never_said(deadline: &Deadline, concerns: &Verdict, term: &Term, today: NaiveDate) -> bool {
    deadline.kind == DeadlineKind::Duty
        && concerns.kind() == VerdictKind::Undecided
        && term.last.is_some_and(|last| last < today)
}

/// Whether somebody may have to go to an office by the day: what opens or merely changes, such as a birthday, asks for none.
fn at_an_office(kind: DeadlineKind) -> bool {
    match kind {
        DeadlineKind::Duty | DeadlineKind::Right | DeadlineKind::Ends => true,
        DeadlineKind::Opens | DeadlineKind::Changes => false,
    }
}

/// Whether what the deadline is about has ended by today, whatever held on the day of its event.
pub(crate) fn over(context: &Context<'_>, deadline: &Deadline, scope: &Scope) -> bool {
    let today = context.days.today;
    deadline
        .as_long_as
        .as_ref()
        .is_some_and(|lasts| context.evaluation.kind_on(lasts, scope, today) == VerdictKind::No)
}

/// The day whose edition counts.
pub(crate) fn tested(deadline: &Deadline, event: &EventDay, today: NaiveDate) -> NaiveDate {
    match deadline.edition_on {
        EditionOn::Event => event.day.unwrap_or(today),
        EditionOn::Today => today,
    }
}

/// Whether a deadline concerns the person, over the axis.
pub(crate) fn applies(
    context: &Context<'_>,
    deadline: &Deadline,
    scope: &Scope,
    event: &EventDay,
) -> Timeline<Verdict> {
    let evaluation = &context.evaluation;
    let answered = deadline.when.as_ref().map_or_else(
        || evaluation.constant(Verdict::Yes),
        |when| evaluation.timeline(when, scope),
    );
    match (&deadline.longer_by_plan, event.day) {
        (Some(longer), Some(from)) => {
            let reach = context.days.reach();
            let last = event.ends.map_or(reach, |ends| ends.min(reach));
            let days = Decimal::from(last.signed_duration_since(from).num_days() + 1);
            let planned = evaluation.parameter(&longer.than, |fewest, _| {
                Some(if fewest <= days {
                    evaluation.timeline(&longer.when, scope)
                } else {
                    evaluation.constant(Verdict::No)
                })
            });
            answered.zip(&planned, Verdict::or)
        }
        (Some(_) | None, _) => answered,
    }
}

/// What the plan decides, where the answers alone would not make it concern the person.
fn by_plan<'a>(
    context: &Context<'_>,
    deadline: &'a Deadline,
    scope: &Scope,
    tested: NaiveDate,
    verdict: &Verdict,
) -> Option<&'a LongerByPlan> {
    let longer = deadline.longer_by_plan.as_ref()?;
    let answered = deadline
        .when
        .as_ref()
        .is_none_or(|when| context.evaluation.kind_on(when, scope, tested) == VerdictKind::Yes);
    (*verdict == Verdict::Yes && !answered).then_some(longer)
}

/// The end of a deadline whose event is known.
pub(crate) fn ended(
    context: &Context<'_>,
    deadline: &Deadline,
    event: NaiveDate,
    tested: NaiveDate,
) -> Term {
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

/// The first day on which it was done; what was done before the event was done for an earlier one, and nothing is done for an event
/// that did not happen.
fn done(
    context: &Context<'_>,
    deadline: &Deadline,
    scope: &Scope,
    event: Option<NaiveDate>,
    nothing_missing: bool,
) -> Option<NaiveDate> {
    deadline
        .closed_by
        .iter()
        .filter_map(|path| given(context, path, scope).1)
        .filter(|done| event.map_or(!nothing_missing, |event| event <= *done))
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
