//! The planned filing day, and what becomes of the days before it when it has passed and nobody said whether the papers were handed in.

use qonys_law::Answer;
use qonys_law::Assessment;
use qonys_law::Cited;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_texts::text;

use crate::assessment::agenda::cannot_be_filed;
use crate::assessment::agenda::elsewhere::Found;
use crate::assessment::agenda::elsewhere::granted;
use crate::assessment::agenda::ends::barred_on;
use crate::assessment::finding::finding;
use crate::speak::Speaker;
use crate::view::AgendaEntryView;
use crate::view::AgendaKindCode;
use crate::view::AgendaRemarkView;
use crate::view::FindingView;

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
    if granted(assessment) || days.handed_in {
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

/// The filing day of the plan. Nobody who is barred on it, or has no way to apply, is hurried to file.
pub(super) fn day(speaker: &Speaker<'_>, assessment: &Assessment, found: &mut Vec<Found>) {
    let day = assessment.days.filing.day;
    if cannot_be_filed(assessment) || barred_on(assessment, day) {
        return;
    }
    found.push(Found {
        key: "filing_day".to_owned(),
        kind: AgendaKindCode::Duty,
        title: text(speaker.lang, "agenda.filing_day"),
        what: text(speaker.lang, "agenda.filing_day_what"),
        missed: Some(text(speaker.lang, "agenda.filing_day_missed")),
        finding: by_which_law(speaker, assessment),
        event: None,
        day,
        at_an_office: true,
        overdue: "filing_day",
        asks: Vec::new(),
    });
}

/// The law by which one files: the procedure that binds, or the only one that may. Which of several it is nobody can say: then it is
/// the right to apply itself, with the law that all routes name which are not closed.
fn by_which_law(speaker: &Speaker<'_>, assessment: &Assessment) -> FindingView {
    let of = |kind: VerdictKind| {
        let procedures = assessment.procedures.iter().map(|one| &one.finding);
        procedures.filter(move |one| one.verdict.kind() == kind)
    };
    let mut undecided = of(VerdictKind::Undecided);
    let only = undecided.next().filter(|_| undecided.next().is_none());
    if let Some(procedure) = of(VerdictKind::Yes).next().or(only) {
        return finding(speaker, procedure);
    }
    let mut shown = finding(speaker, &assessment.may_apply);
    if shown.source.is_none() {
        shown.source = law_of_the_routes(assessment).map(|cited| speaker.source(cited));
    }
    shown
}

/// The law that all routes name which are open or may be; none where they differ.
fn law_of_the_routes(assessment: &Assessment) -> Option<&Cited> {
    let mut cited = assessment
        .routes
        .iter()
        .filter(|route| match route.finding.verdict.kind() {
            VerdictKind::Yes | VerdictKind::Undecided => true,
            VerdictKind::No | VerdictKind::DoesNotApply => false,
        })
        .filter_map(|route| route.finding.cited.as_ref());
    let first = cited.next()?;
    cited
        .all(|other| (&other.act, &other.place) == (&first.act, &first.place))
        .then_some(first)
}

/// Says of a day before the filing that it concerns only whoever has not filed yet.
pub(super) fn unless_filed(speaker: &Speaker<'_>, entry: &mut AgendaEntryView) {
    entry.remarks.push(AgendaRemarkView {
        id: "unless_filed".to_owned(),
        text: text(speaker.lang, "agenda.unless_filed"),
    });
}
