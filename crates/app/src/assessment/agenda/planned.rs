//! The planned filing day, and what becomes of the days before it when it has passed: nobody said whether the papers were handed in.

use qonys_law::Answer;
use qonys_law::Assessment;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_texts::text;

use crate::assessment::agenda::elsewhere::Found;
use crate::assessment::agenda::elsewhere::granted;
use crate::assessment::agenda::ends::barred_on;
use crate::assessment::finding::finding;
use crate::speak::Speaker;
use crate::view::AgendaEntryView;
use crate::view::AgendaKindCode;
use crate::view::AgendaRemarkView;

/// What is still to be handed in on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filing {
    /// The filing day is today or later.
    Ahead,
    /// It has passed, and the day of the decision has not: the papers may have been handed in, or not.
    Passed,
    /// The papers were handed in, or the time for the decision is over too.
    Over,
}

/// Where the plan stands today.
pub(super) fn filing(speaker: &Speaker<'_>, assessment: &Assessment) -> Filing {
    let days = &assessment.days;
    if granted(assessment) {
        Filing::Over
    } else if days.today <= days.filing.day {
        Filing::Ahead
    } else if days.today <= days.decision.day && !refused_since(speaker, assessment) {
        Filing::Passed
    } else {
        Filing::Over
    }
}

/// Whether an application was refused on the filing day or later: then it was filed.
fn refused_since(speaker: &Speaker<'_>, assessment: &Assessment) -> bool {
    let Some(refusals) = speaker.answers.lists.get("refusal") else {
        return false;
    };
    refusals.records.iter().any(|(_, record)| {
        matches!(
            record.get("on"),
            Some(Answer::Known(Value::Date(day))) if *day >= assessment.days.filing.day
        )
    })
}

/// The filing day of the plan. Nobody who is barred on it is hurried to file.
pub(super) fn day(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    let day = assessment.days.filing.day;
    if barred_on(assessment, day) {
        return;
    }
    let procedure = assessment
        .procedures
        .iter()
        .find(|procedure| procedure.finding.verdict.kind() == VerdictKind::Yes);
    let Some(procedure) = procedure.or(assessment.procedures.first()) else {
        return;
    };
    found.push(Found {
        key: "filing_day".to_owned(),
        kind: AgendaKindCode::Duty,
        title: text(speaker.lang, "agenda.filing_day"),
        what: text(speaker.lang, "agenda.filing_day_what"),
        missed: None,
        finding: finding(speaker, &procedure.finding),
        event: None,
        day,
        at_an_office: true,
        overdue: "filing_day",
        asks: Vec::new(),
    });
}

/// Says of a day before the filing that it concerns only whoever has not filed yet.
pub(super) fn unless_filed(speaker: &Speaker<'_>, entry: &mut AgendaEntryView) {
    entry.remarks.push(AgendaRemarkView {
        id: "unless_filed".to_owned(),
        text: text(speaker.lang, "agenda.unless_filed"),
    });
}
