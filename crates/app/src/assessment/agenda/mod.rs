//! Deadlines in words, with the days of the other parts among them.

mod elsewhere;
mod ends;
mod planned;

use qonys_law::ActsBy;
use qonys_law::Assessment;
use qonys_law::DeadlineFinding;
use qonys_law::DeadlineKind;
use qonys_law::FactRef;
use qonys_law::OtherDeadline;
use qonys_law::Reason;
use qonys_law::VerdictKind;
use qonys_texts::plural;
use qonys_texts::text;
use qonys_texts::text_with;

use chrono::NaiveDate;

use crate::assessment::finding::finding;
use crate::assessment::finding::note;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::ActsByCode;
use crate::view::AgendaEntryView;
use crate::view::AgendaKindCode;
use crate::view::AgendaRemarkView;
use crate::view::AgendaStateCode;
use crate::view::AgendaView;
use crate::view::OtherTermView;

/// The remark on a day that counts from a filing day which nobody gave.
pub(crate) const ASSUMED: &str = "assumed";

/// The remark on a day that has passed while the duty goes on: it says what to do now.
pub(crate) const OVERDUE: &str = "overdue";

/// The agenda of an assessment.
pub(super) fn agenda(speaker: &Speaker<'_>, assessment: &Assessment) -> AgendaView {
    let today = assessment.days.today;
    let mut entries: Vec<(Option<NaiveDate>, AgendaEntryView)> = Vec::new();
    for deadline in &assessment.deadlines {
        let idle = deadline.planned && cannot_be_filed(assessment);
        let behind = assessment.days.handed_in && deadline.kind == DeadlineKind::Changes;
        if concerns(deadline, today) && !idle && !behind {
            let day = deadline.term.as_ref().and_then(|term| term.last);
            let mut shown = entry(speaker, deadline);
            if deadline.planned && !assessment.days.filing.given {
                shown.remarks.push(AgendaRemarkView {
                    id: ASSUMED.to_owned(),
                    text: text(speaker.lang, "agenda.assumed"),
                });
            }
            entries.push((day, shown));
        }
    }
    entries.extend(elsewhere::entries(speaker, assessment));
    // Entries of one day keep the order of the pack.
    entries.sort_by_key(|(day, entry)| (day.is_none(), *day, day.is_none().then_some(entry.state)));
    AgendaView {
        today: speaker.day(today),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
    }
}

/// Whether a deadline is shown: it may concern the person, and what only changed long ago is over. Nobody is asked for a day
/// on which something may change for them.
fn concerns(deadline: &DeadlineFinding, today: NaiveDate) -> bool {
    let last = deadline.term.as_ref().and_then(|term| term.last);
    let changes = deadline.kind == DeadlineKind::Changes;
    match deadline.finding.verdict.kind() {
        VerdictKind::No | VerdictKind::DoesNotApply => false,
        VerdictKind::Yes => !(changes && last.is_some_and(|last| last < today)),
        VerdictKind::Undecided => !changes || last.is_some_and(|last| today <= last),
    }
}

/// Whether nothing can be handed in on the planned day, so that nobody waits for what follows it. What was handed in, or may have
/// been before today, is decided, whatever stands against it.
pub(super) fn cannot_be_filed(assessment: &Assessment) -> bool {
    !assessment.days.handed_in
        && assessment.days.filing.day >= assessment.days.today
        && assessment.may_apply.verdict.kind() == VerdictKind::No
}

fn entry(speaker: &Speaker<'_>, deadline: &DeadlineFinding) -> AgendaEntryView {
    let term = deadline.term.as_ref();
    let day = term.and_then(|term| term.last);
    let kind = kind_code(deadline.kind);
    let shown = finding(speaker, &deadline.finding);
    let record = deadline.record.as_ref();
    let asks = asks(deadline);
    let state = state(deadline, day, !asks.is_empty());
    AgendaEntryView {
        key: record.and_then(|of| of.record.as_ref()).map_or_else(
            || deadline.finding.id.clone(),
            |record| format!("{}/{record}", deadline.finding.id),
        ),
        about: record.map(|of| speaker.person(of)),
        kind,
        by: match deadline.by {
            ActsBy::Applicant => ActsByCode::Applicant,
            ActsBy::Host => ActsByCode::Host,
            ActsBy::Authority => ActsByCode::Authority,
        },
        state,
        title: speaker.words(&deadline.title),
        what: speaker.words(&deadline.what),
        missed: deadline.missed.as_ref().map(|words| speaker.words(words)),
        missed_source: deadline
            .missed_cited
            .as_ref()
            .map(|cited| speaker.source(cited)),
        event: deadline.event.map(|day| speaker.day(day)),
        when_text: when(speaker, kind, state, day),
        at_the_latest: deadline.at_the_latest,
        moved: term.and_then(|term| term.moved).map(|day| speaker.day(day)),
        office_day: deadline.office_day.map(|day| speaker.day(day)),
        days_left: deadline.days_left.map(few),
        left_text: left(speaker, deadline.days_left),
        done: deadline.done.map(|day| speaker.day(day)),
        remarks: remarks(speaker, deadline),
        unknown: term.map_or_else(Vec::new, |term| {
            term.whys.iter().map(|why| speaker.why(why)).collect()
        }),
        asks_text: asks_text(speaker, &asks),
        asks: asks.iter().map(ToString::to_string).collect(),
        others: deadline
            .others
            .iter()
            .map(|reading| other(speaker, reading))
            .collect(),
        notes: deadline
            .notes
            .iter()
            .map(|shown| note(speaker, shown))
            .collect(),
        day: day.map(|day| speaker.day(day)),
        finding: shown,
    }
}

/// What the entry waits for: first whether it concerns the person, then its day. Conditions name the question that
/// opens them first.
fn asks(deadline: &DeadlineFinding) -> Vec<FactRef> {
    let first = deadline
        .finding
        .reasons
        .iter()
        .find_map(|reason| match reason {
            Reason::Missing { fact } => Some(fact.clone()),
            Reason::Condition { .. }
            | Reason::Fact { .. }
            | Reason::ListComplete { .. }
            | Reason::Text { .. } => None,
        });
    match (deadline.finding.verdict.kind(), first) {
        (VerdictKind::Undecided, Some(fact)) => vec![fact],
        (VerdictKind::Undecided, None)
        | (VerdictKind::Yes | VerdictKind::No | VerdictKind::DoesNotApply, _) => {
            deadline.missing.clone()
        }
    }
}

/// The questions for which something waits, in words; none where it waits for nothing.
pub(super) fn asks_text(speaker: &Speaker<'_>, asks: &[FactRef]) -> Option<String> {
    (!asks.is_empty()).then(|| {
        let labels: Vec<String> = asks.iter().map(|fact| speaker.label(fact)).collect();
        labels.join("; ")
    })
}

fn kind_code(kind: DeadlineKind) -> AgendaKindCode {
    match kind {
        DeadlineKind::Duty => AgendaKindCode::Duty,
        DeadlineKind::Right => AgendaKindCode::Right,
        DeadlineKind::Ends => AgendaKindCode::Ends,
        DeadlineKind::Opens => AgendaKindCode::Opens,
        DeadlineKind::Changes => AgendaKindCode::Changes,
    }
}

/// Days as the screens count them; the axis is far shorter than what does not fit.
pub(super) fn few(days: i64) -> i32 {
    i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
}

fn state(deadline: &DeadlineFinding, day: Option<NaiveDate>, asks: bool) -> AgendaStateCode {
    if deadline.done.is_some() {
        return AgendaStateCode::Done;
    }
    match (day, deadline.days_left) {
        (Some(_), Some(left)) => in_time(left),
        (Some(_), None) | (None, _) => {
            if asks {
                AgendaStateCode::NeedsAnswer
            } else if deadline.event.is_some() {
                AgendaStateCode::NotKnown
            } else {
                AgendaStateCode::IfItHappens
            }
        }
    }
}

pub(super) fn in_time(left: i64) -> AgendaStateCode {
    match left {
        ..=-1 => AgendaStateCode::Passed,
        0 => AgendaStateCode::Today,
        1.. => AgendaStateCode::Ahead,
    }
}

/// The day in words, as its meaning wants it.
pub(super) fn when(
    speaker: &Speaker<'_>,
    kind: AgendaKindCode,
    state: AgendaStateCode,
    day: Option<NaiveDate>,
) -> String {
    let Some(day) = day else {
        let key = match state {
            AgendaStateCode::IfItHappens => "agenda.if_it_happens",
            AgendaStateCode::NotKnown => "agenda.not_known",
            AgendaStateCode::NeedsAnswer
            | AgendaStateCode::Ahead
            | AgendaStateCode::Today
            | AgendaStateCode::Passed
            | AgendaStateCode::Done => "agenda.needs_answer",
        };
        return text(speaker.lang, key);
    };
    let key = match kind {
        AgendaKindCode::Duty => "agenda.by",
        AgendaKindCode::Right | AgendaKindCode::Ends | AgendaKindCode::Paper => "agenda.until",
        AgendaKindCode::Opens | AgendaKindCode::Changes => "agenda.from",
    };
    text_with(speaker.lang, key, &[("day", &speaker.day(day).text)])
}

pub(super) fn left(speaker: &Speaker<'_>, days: Option<i64>) -> Option<String> {
    days.map(|days| match days {
        0 => text(speaker.lang, "agenda.today"),
        1.. => plural(speaker.lang, "agenda.in_days", days, &[]),
        ..=-1 => plural(speaker.lang, "agenda.days_ago", days.saturating_neg(), &[]),
    })
}

/// What has to be known about the day.
fn remarks(speaker: &Speaker<'_>, deadline: &DeadlineFinding) -> Vec<AgendaRemarkView> {
    let mut found = Vec::new();
    let mut add = |id: &str, day: Option<NaiveDate>| {
        if let Some(day) = day {
            let day = speaker.day(day).text;
            found.push(AgendaRemarkView {
                id: id.to_owned(),
                text: text_with(speaker.lang, &format!("agenda.{id}"), &[("day", &day)]),
            });
        }
    };
    let term = deadline.term.as_ref();
    add("moved", term.and_then(|term| term.moved));
    // Whoever is still in time has to go before the offices close.
    let in_time = deadline.days_left.is_some_and(|left| left >= 0) && deadline.done.is_none();
    let passed = deadline.days_left.is_some_and(|left| left < 0) && deadline.done.is_none();
    add(
        "office_closed",
        deadline
            .office_day
            .filter(|_| in_time && deadline.by == ActsBy::Applicant),
    );
    add(
        "at_the_latest",
        term.and_then(|term| term.last)
            .filter(|_| deadline.at_the_latest),
    );
    add("was_done", deadline.done);
    // What to do now comes before what there is to know of the day.
    let now = deadline.overdue.as_ref().filter(|_| passed);
    now.map(|words| overdue(speaker.words(words)))
        .into_iter()
        .chain(found)
        .collect()
}

/// What to do now, where a day has passed and the duty goes on.
pub(super) fn overdue(text: String) -> AgendaRemarkView {
    AgendaRemarkView {
        id: OVERDUE.to_owned(),
        text,
    }
}

fn other(speaker: &Speaker<'_>, reading: &OtherDeadline) -> OtherTermView {
    let term = reading.term.as_ref();
    let day = term.and_then(|term| term.last);
    let words = speaker.words(&reading.words);
    OtherTermView {
        text: match day {
            Some(day) => text_with(
                speaker.lang,
                "agenda.other_reading",
                &[("reading", &words), ("day", &speaker.day(day).text)],
            ),
            None => words,
        },
        day: day.map(|day| speaker.day(day)),
        moved: term.and_then(|term| term.moved).map(|day| speaker.day(day)),
        source: reading.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(reading.standing),
    }
}
