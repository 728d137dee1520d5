//! The days ahead on which a verdict changes.

use chrono::NaiveDate;

use crate::assess::finding::Finding;
use crate::assess::grounds::GroundFinding;
use crate::assess::procedures::Bound;
use crate::assess::requirements;
use crate::assess::routes::RouteFinding;
use crate::pack::GroundDays;
use crate::pack::TestedOn;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;
use crate::words::Words;

/// Of what a verdict changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeOf {
    /// Whether the person may apply.
    MayApply,
    /// A route.
    Route,
    /// A ground for refusal.
    Ground,
    /// A procedure.
    Procedure,
    /// Something that has to be handed in.
    Requirement,
}

/// A verdict that changes on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeAhead {
    /// The first day of the new verdict.
    pub day: NaiveDate,
    /// Of what.
    pub of: ChangeOf,
    /// The rule.
    pub id: String,
    /// What it is called; none for the right to apply as a whole.
    pub title: Option<Words>,
    /// The verdict on the day before.
    pub before: VerdictKind,
    /// The verdict from the day on.
    pub after: VerdictKind,
    /// Why it is open from the day on.
    pub whys: Vec<Why>,
    /// Which day of the plan the change concerns: filing before it and filing after it differ, or deciding does.
    pub tested_on: TestedOn,
}

/// What was judged, with verdicts over all days.
pub(crate) struct Judged<'a> {
    pub(crate) today: NaiveDate,
    /// Whether the person planned the day of the decision.
    pub(crate) decision_given: bool,
    pub(crate) may_apply: &'a Finding,
    pub(crate) routes: &'a [RouteFinding],
    pub(crate) grounds: &'a [(GroundFinding, Timeline<Verdict>)],
    pub(crate) procedures: &'a [Bound<'a>],
    pub(crate) requirements: &'a [requirements::Judged],
}

/// All changes after today: by day, and on one day in the order of [`ChangeOf`] and of the pack.
pub(crate) fn all(judged: &Judged<'_>) -> Vec<ChangeAhead> {
    let mut found = Vec::new();
    let mut add = |of, finding: &Finding, title: Option<&Words>, tested_on| {
        of_finding(judged.today, of, finding, title, tested_on, &mut found);
    };
    add(ChangeOf::MayApply, judged.may_apply, None, TestedOn::Filing);
    for route in judged.routes {
        add(
            ChangeOf::Route,
            &route.finding,
            Some(&route.title),
            TestedOn::Filing,
        );
    }
    for (ground, _) in judged.grounds {
        add(
            ChangeOf::Ground,
            &ground.finding,
            Some(&ground.text),
            match ground.tested_on {
                GroundDays::Decision if judged.decision_given => TestedOn::Decision,
                GroundDays::Filing | GroundDays::Decision | GroundDays::FilingToDecision => {
                    TestedOn::Filing
                }
            },
        );
    }
    for procedure in judged.procedures {
        let procedure = &procedure.finding;
        add(
            ChangeOf::Procedure,
            &procedure.finding,
            Some(&procedure.title),
            TestedOn::Filing,
        );
    }
    for requirement in judged.requirements {
        let requirement = &requirement.finding;
        add(
            ChangeOf::Requirement,
            &requirement.finding,
            Some(&requirement.title),
            TestedOn::Filing,
        );
    }
    found.sort_by_key(|change| (change.day, change.of));
    found
}

fn of_finding(
    today: NaiveDate,
    of: ChangeOf,
    finding: &Finding,
    title: Option<&Words>,
    tested_on: TestedOn,
    into: &mut Vec<ChangeAhead>,
) {
    let mut before: Option<VerdictKind> = None;
    for stretch in finding.over_days.stretches() {
        let after = stretch.value.kind();
        if let Some(before) = before
            && before != after
            && stretch.from > today
        {
            into.push(ChangeAhead {
                day: stretch.from,
                of,
                id: finding.id.clone(),
                title: title.cloned(),
                before,
                after,
                whys: stretch.value.whys().into_iter().collect(),
                tested_on,
            });
        }
        before = Some(after);
    }
}
