//! Stays in words.

mod floor;
mod passport;

use qonys_law::PenaltyFinding;
use qonys_law::StayFinding;
use qonys_law::StayPerson;
use qonys_law::VerdictKind;
use qonys_law::stay::Limit;
use qonys_law::stay::StayProblem;
use qonys_texts::plural;
use qonys_texts::text;
use qonys_texts::text_with;

use crate::assessment::finding::finding;
use crate::assessment::stay::floor::floor_view;
use crate::assessment::stay::passport::passport_view;
use crate::assessment::sums::decimal;
use crate::assessment::sums::tenge;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::view::PenaltyView;
use crate::view::SentenceView;
use crate::view::StayDutyView;
use crate::view::StayLimitCode;
use crate::view::StayPersonCode;
use crate::view::StayView;

/// The id of the visit that only the day of entry tells of.
const ENTRY: &str = "entry.entered_on";

/// Stays on a day.
pub(super) fn stay_view(speaker: &Speaker<'_>, found: &StayFinding) -> StayView {
    let say = |key: &str| text(speaker.lang, &format!("stay.{key}"));
    StayView {
        language: speaker.lang.code().to_owned(),
        day: speaker.day(found.day),
        heading: heading(speaker, found),
        here: found.here,
        may_stay: finding(speaker, &found.may_stay),
        until: found.may_stay_until.map(|day| speaker.day(day)),
        days_after_today: found
            .may_stay_until
            .filter(|until| *until >= found.day)
            .map(|until| count((until - found.day).num_days())),
        limit: found.limit.map(limit_code),
        limit_text: found.limit.map(|limit| say(limit_key(limit))),
        overstay: count(found.overstay),
        // Whoever lives here on a permit is told of no days without a visa.
        passports: found
            .passports
            .iter()
            .filter(|_| found.limit != Some(Limit::Permit))
            .map(|passport| passport_view(speaker, found, passport))
            .collect(),
        problems: found
            .problems
            .iter()
            .map(|problem| sentence(problem_text(speaker, problem)))
            .collect(),
        taken_as_visa_free: (!found.taken_as_visa_free.is_empty()).then(|| {
            sentence(plural(
                speaker.lang,
                "stay.taken_as_visa_free",
                i64::try_from(found.taken_as_visa_free.len()).unwrap_or(i64::MAX),
                &[],
            ))
        }),
        penalties: found
            .penalties
            .iter()
            .map(|penalty| penalty_view(speaker, penalty))
            .collect(),
        duties: found
            .duties
            .iter()
            .map(|duty| StayDutyView {
                id: duty.id.clone(),
                who: person_code(duty.who),
                who_text: say(person_key(duty.who)),
                text: speaker.words(&duty.words),
                source: duty.cited.as_ref().map(|cited| speaker.source(cited)),
                standing: standing_code(duty.standing),
            })
            .collect(),
        floors: found
            .floors
            .iter()
            .map(|floor| floor_view(speaker, found, floor))
            .collect(),
        disclaimer: say("disclaimer"),
    }
}

fn sentence(text: String) -> SentenceView {
    SentenceView { text }
}

/// A number of days as the wire carries it.
fn count(days: i64) -> u32 {
    u32::try_from(days.max(0)).unwrap_or(u32::MAX)
}

/// The answer in one sentence.
fn heading(speaker: &Speaker<'_>, found: &StayFinding) -> String {
    let say = |key: &str, day| {
        text_with(
            speaker.lang,
            &format!("stay.heading.{key}"),
            &[("day", day)],
        )
    };
    let day = |day| speaker.day(day).text;
    match (found.may_stay.verdict.kind(), found.may_stay_until) {
        (VerdictKind::Yes, Some(until)) if until == found.day => say("last_day", &day(until)),
        (VerdictKind::Yes, Some(until)) => say("until", &day(until)),
        (VerdictKind::Yes, None) if found.limit == Some(Limit::Citizen) => say("citizen", ""),
        (VerdictKind::Yes, None) => say("permit", ""),
        (VerdictKind::No, _) => plural(speaker.lang, "stay.heading.overstay", found.overstay, &[]),
        (VerdictKind::DoesNotApply, _) => say("away", &day(found.day)),
        (VerdictKind::Undecided, _) => say("open", ""),
    }
}

fn problem_text(speaker: &Speaker<'_>, problem: &StayProblem) -> String {
    let (key, trip, next) = match problem {
        StayProblem::LeftBeforeEntered { trip } => ("left_before_entered", trip, None),
        StayProblem::Overlap { first, second } => ("overlap", first, Some(second)),
        StayProblem::NotEnded { trip, next } => ("not_ended", trip, Some(next)),
        StayProblem::DocumentEndsEarly { trip } => ("document_ends_early", trip, None),
    };
    let name = |id: &str| {
        if id == ENTRY {
            text(speaker.lang, "stay.present_visit")
        } else {
            visit_name(speaker, id)
        }
    };
    let next = next.map_or_else(String::new, |id| name(id));
    text_with(
        speaker.lang,
        &format!("stay.problem.{key}"),
        &[("trip", &name(trip)), ("next", &next)],
    )
}

/// A visit by its number in the list.
fn visit_name(speaker: &Speaker<'_>, id: &str) -> String {
    let one = speaker
        .knowledge
        .interview
        .entity("stay")
        .and_then(|entity| entity.one.as_ref())
        .map_or_else(String::new, |one| speaker.words(one));
    let number = speaker
        .answers
        .lists
        .get("stay")
        .and_then(|list| list.records.iter().position(|(known, _)| known == id))
        .map_or(0, |place| place + 1);
    format!("{one} {number}")
}

fn penalty_view(speaker: &Speaker<'_>, penalty: &PenaltyFinding) -> PenaltyView {
    let fine = penalty.fine.as_ref();
    let sum = fine
        .and_then(|fine| fine.tiyn)
        .map(|tiyn| speaker.money(tiyn));
    let working = fine.and_then(|fine| {
        Some(text_with(
            speaker.lang,
            "stay.fine",
            &[
                ("rate", &decimal(speaker.lang, fine.rate)),
                ("index", &tenge(speaker, fine.index?)),
                ("sum", &sum.as_ref()?.text),
            ],
        ))
    });
    PenaltyView {
        id: penalty.id.clone(),
        who: person_code(penalty.who),
        text: speaker.words(&penalty.words),
        rate: fine.map(|fine| fine.rate.to_string()),
        fine: sum,
        working,
        why: fine
            .and_then(|fine| fine.why.as_ref())
            .map(|why| speaker.why(why)),
        expulsion: penalty.expulsion,
        applies: penalty.applies,
        source: penalty.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(penalty.standing),
    }
}

fn limit_key(limit: Limit) -> &'static str {
    match limit {
        Limit::PerVisit => "limit.per_visit",
        Limit::Window => "limit.window",
        Limit::Document => "limit.document",
        Limit::VisaNeeded => "limit.visa_needed",
        Limit::Permit => "limit.permit",
        Limit::Citizen => "limit.citizen",
    }
}

fn limit_code(limit: Limit) -> StayLimitCode {
    match limit {
        Limit::PerVisit => StayLimitCode::PerVisit,
        Limit::Window => StayLimitCode::Window,
        Limit::Document => StayLimitCode::Document,
        Limit::VisaNeeded => StayLimitCode::VisaNeeded,
        Limit::Permit => StayLimitCode::Permit,
        Limit::Citizen => StayLimitCode::Citizen,
    }
}

fn person_key(who: StayPerson) -> &'static str {
    match who {
        StayPerson::Visitor => "who.visitor",
        StayPerson::Host => "who.host",
        StayPerson::Resident => "who.resident",
    }
}

fn person_code(who: StayPerson) -> StayPersonCode {
    match who {
        StayPerson::Visitor => StayPersonCode::Visitor,
        StayPerson::Host => StayPersonCode::Host,
        StayPerson::Resident => StayPersonCode::Resident,
    }
}
