//! The stages and the last days to start, in words.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::LastStart;
use qonys_law::StageFinding;
use qonys_law::StagePhase;
use qonys_law::StageTerm;
use qonys_law::Unit;
use qonys_texts::plural;
use rust_decimal::prelude::ToPrimitive;

use crate::assessment::finding::finding;
use crate::assessment::finding::note;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::LastStartView;
use crate::view::PhaseCode;
use crate::view::StagePlanView;
use crate::view::StageTermView;
use crate::view::StageView;

pub(super) fn stage_plan_view(speaker: &Speaker<'_>, assessment: &Assessment) -> StagePlanView {
    let plan = &assessment.stages;
    let days = &assessment.days;
    StagePlanView {
        stages: plan
            .stages
            .iter()
            .map(|stage| stage_view(speaker, stage, days.handed_in))
            .collect(),
        last_starts: plan
            .last_starts
            .iter()
            // What leads to the filing is begun by nobody who has filed.
            .filter(|_| !days.handed_in)
            .map(|start| last_start_view(speaker, start, days.today, days.filing.day))
            .collect(),
    }
}

/// The words of a unit: the id, and the key of its plural forms.
fn unit(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::CalendarDay => ("calendar_day", "units.calendar_days"),
        Unit::WorkingDay => ("working_day", "units.working_days"),
        Unit::Month => ("month", "units.months"),
        Unit::Year | Unit::AgeYears => ("year", "units.years"),
        Unit::Tenge | Unit::Multiple | Unit::Count => ("count", "units.days"),
    }
}

/// A length of time in words: `29 calendar days`.
pub(super) fn length(speaker: &Speaker<'_>, term: &StageTerm) -> String {
    let (_, key) = unit(term.unit);
    plural(
        speaker.lang,
        key,
        term.length.to_i64().unwrap_or_default(),
        &[],
    )
}

pub(super) fn term_view(speaker: &Speaker<'_>, term: &StageTerm) -> StageTermView {
    let (id, _) = unit(term.unit);
    let key = if term.shared {
        "term_shared"
    } else {
        "term_alone"
    };
    StageTermView {
        period: term.period.clone(),
        length: term.length.to_string(),
        unit: id.to_owned(),
        shared: term.shared,
        text: speaker.plan(key, &[("length", &length(speaker, term))]),
        source: term.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(term.standing),
        standing_text: speaker.standing(term.standing),
    }
}

fn stage_view(speaker: &Speaker<'_>, stage: &StageFinding, handed_in: bool) -> StageView {
    let behind = handed_in
        && match stage.phase {
            StagePhase::BeforeFiling => true,
            StagePhase::Filing | StagePhase::Decision | StagePhase::AfterDecision => false,
        };
    StageView {
        finding: finding(speaker, &stage.finding),
        phase: match stage.phase {
            StagePhase::BeforeFiling => PhaseCode::BeforeFiling,
            StagePhase::Filing => PhaseCode::Filing,
            StagePhase::Decision => PhaseCode::Decision,
            StagePhase::AfterDecision => PhaseCode::AfterDecision,
        },
        procedure: stage.procedure.clone(),
        title: speaker.words(&stage.title),
        what: speaker.words(&stage.happens),
        place_text: speaker.words(&stage.place),
        term: stage.term.as_ref().map(|term| term_view(speaker, term)),
        start_by: stage
            .start_by
            .filter(|_| !behind)
            .map(|day| speaker.day(day)),
        over_by: stage
            .over_by
            .filter(|_| !behind)
            .map(|day| speaker.day(day)),
        done: stage.done || (handed_in && stage.phase == StagePhase::Filing),
        notes: stage.notes.iter().map(|n| note(speaker, n)).collect(),
        disagreements: stage
            .disagreements
            .iter()
            .map(|n| note(speaker, n))
            .collect(),
    }
}

fn last_start_view(
    speaker: &Speaker<'_>,
    start: &LastStart,
    today: NaiveDate,
    filing: NaiveDate,
) -> LastStartView {
    let missed = |day: Option<NaiveDate>| day.is_some_and(|day| day < today);
    let mut sentences = Vec::new();
    if start.done {
        sentences.push(speaker.plan("last_start.done", &[]));
    } else {
        if let Some(day) = start.for_plan {
            let key = if missed(start.for_plan) {
                "last_start.for_plan_missed"
            } else {
                "last_start.for_plan"
            };
            sentences.push(speaker.plan(
                key,
                &[
                    ("filing", &speaker.day(filing).text),
                    ("start", &speaker.day(day).text),
                ],
            ));
        }
        if let (Some(day), Some(until)) = (start.for_procedure, start.known_until) {
            let key = if missed(start.for_procedure) {
                "last_start.for_procedure_missed"
            } else {
                "last_start.for_procedure"
            };
            sentences.push(speaker.plan(
                key,
                &[
                    ("until", &speaker.day(until).text),
                    ("start", &speaker.day(day).text),
                ],
            ));
        }
    }
    let whys: Vec<_> = start.whys.iter().map(|why| speaker.why(why)).collect();
    if sentences.is_empty() {
        sentences.extend(whys.iter().map(|why| why.text.clone()));
    }
    LastStartView {
        procedure: start.procedure.clone(),
        title: speaker.words(&start.title),
        binds: verdict_code(start.binds),
        term: start.term.as_ref().map(|term| term_view(speaker, term)),
        for_plan: start.for_plan.map(|day| speaker.day(day)),
        for_plan_missed: !start.done && missed(start.for_plan),
        known_until: start.known_until.map(|day| speaker.day(day)),
        for_procedure: start.for_procedure.map(|day| speaker.day(day)),
        for_procedure_missed: !start.done && missed(start.for_procedure),
        done: start.done,
        text: sentences.join(" "),
        whys,
        source: start.cited.as_ref().map(|cited| speaker.source(cited)),
        standing: standing_code(start.standing),
        standing_text: speaker.standing(start.standing),
    }
}
