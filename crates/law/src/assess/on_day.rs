//! The verdicts on the days of a plan alone: may one apply, may one file. No timelines, reasons, windows or deadlines.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answers::Answers;
use crate::assess::Context;
use crate::assess::ground_days::Tested;
use crate::assess::grounds;
use crate::assess::paper_keys;
use crate::assess::papers::PaperStatus;
use crate::assess::plan;
use crate::assess::plan::Plan;
use crate::assess::plan::PlannedDays;
use crate::assess::procedures;
use crate::assess::procedures::Binding;
use crate::assess::readiness;
use crate::assess::requirements;
use crate::assess::routes;
use crate::assess::routes::words;
use crate::editions;
use crate::evaluate::Evaluation;
use crate::interview::Interview;
use crate::pack::GroundStage;
use crate::pack::Pack;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;

/// The verdict of one rule on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleOnDay<'a> {
    /// The rule.
    pub id: &'a str,
    /// The day on which it was tested.
    pub day: NaiveDate,
    /// The verdict. Where the law of the day is not known, it is not known since this day: no other was looked at.
    pub verdict: Verdict,
}

/// The verdicts on the days of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayAssessment<'a> {
    /// The days on which the rules were tested.
    pub days: PlannedDays,
    /// Whether the person may apply on the filing day: see [`crate::Assessment::may_apply`].
    pub may_apply: Verdict,
    /// Whether all papers are there and good on the filing day: see [`crate::Readiness`].
    pub ready: VerdictKind,
    /// Whether the person may file: may apply, and has the papers.
    pub may_file: VerdictKind,
    /// Every route: yes means open.
    pub routes: Vec<RuleOnDay<'a>>,
    /// Every ground: yes means that it holds.
    pub grounds: Vec<RuleOnDay<'a>>,
    /// Every procedure: yes means that it binds.
    pub procedures: Vec<RuleOnDay<'a>>,
    /// Every requirement: yes means that it is needed. Also those of a procedure beside the application.
    pub requirements: Vec<RuleOnDay<'a>>,
}

/// Whether a case may be filed on the days of a plan, by the same rules as [`crate::assess`], and nothing more.
#[must_use]
pub fn assess_on<'a>(
    pack: &'a Pack,
    interview: &'a Interview,
    answers: &'a Answers,
    plan: &Plan,
) -> DayAssessment<'a> {
    let days = plan::resolve(pack, interview, answers, plan);
    let whole = Evaluation::new(pack, interview, answers, days.axis());
    let context = Context {
        evaluation: whole.of_day(days.filing.day),
        days,
    };
    let routes = routes_on(&context);
    let open = routes
        .iter()
        .fold(Verdict::No, |open, route| open.or(&route.verdict));
    let (grounds, may_apply) = grounds_on(&whole, &days, open);
    let bindings: Vec<(&str, Binding<'_>)> = pack
        .procedures
        .ids()
        .map(|id| (id, procedures::binding(&context.evaluation, id)))
        .collect();
    let (requirements, ready) = requirements_on(&context, &bindings);
    DayAssessment {
        days,
        ready,
        may_file: both(may_apply.kind(), ready),
        may_apply,
        routes,
        grounds,
        procedures: bindings
            .iter()
            .map(|(id, binding)| RuleOnDay {
                id,
                day: days.filing.day,
                verdict: binding.timeline.at(days.filing.day).clone(),
            })
            .collect(),
        requirements,
    }
}

fn both(may_apply: VerdictKind, ready: VerdictKind) -> VerdictKind {
    match (may_apply, ready) {
        (VerdictKind::No, _) | (_, VerdictKind::No) => VerdictKind::No,
        (VerdictKind::Yes, VerdictKind::Yes) => VerdictKind::Yes,
        (
            VerdictKind::Yes | VerdictKind::Undecided | VerdictKind::DoesNotApply,
            VerdictKind::Yes | VerdictKind::Undecided | VerdictKind::DoesNotApply,
        ) => VerdictKind::Undecided,
    }
}

fn routes_on<'a>(context: &Context<'a>) -> Vec<RuleOnDay<'a>> {
    let evaluation = &context.evaluation;
    let day = context.days.filing.day;
    evaluation
        .pack
        .routes
        .ids()
        .map(|id| RuleOnDay {
            id,
            day,
            verdict: routes::timeline(evaluation, id).at(day).clone(),
        })
        .collect()
}

/// Each ground on its own days of the plan, and what they leave of the open routes.
fn grounds_on<'a>(
    whole: &Evaluation<'a>,
    days: &PlannedDays,
    open: Verdict,
) -> (Vec<RuleOnDay<'a>>, Verdict) {
    let records = &whole.pack.grounds;
    let mut may_apply = open;
    let mut found = Vec::new();
    for any in records.firsts() {
        let tested = Tested::of(days, any.tested_on);
        let (first, last) = tested.between();
        let evaluation = whole.of_days(first, last);
        let by_paper = *grounds::paper_asked(whole, &any.id).at(days.filing.day);
        let each = grounds::holds(&evaluation, &any.id, by_paper);
        let edition = editions::on(evaluation.axis, records, &any.id, tested.telling_day(&each));
        let stage = words(edition).unwrap_or(any).stage;
        if stage == GroundStage::Application && may_apply != Verdict::No {
            let against = grounds::against(&evaluation, &any.id, by_paper);
            let against = tested.over_filing(&against);
            may_apply = may_apply.and(&against.at(days.filing.day).not());
        }
        let day = tested.day();
        found.push(RuleOnDay {
            id: any.id.as_str(),
            day,
            verdict: tested.over_its_days(&each).at(day).clone(),
        });
    }
    (found, may_apply)
}

/// Whether each requirement is needed, and whether the papers of those that are shown are there.
fn requirements_on<'a>(
    context: &Context<'a>,
    bindings: &[(&'a str, Binding<'a>)],
) -> (Vec<RuleOnDay<'a>>, VerdictKind) {
    let evaluation = &context.evaluation;
    let day = context.days.filing.day;
    let pack = evaluation.pack;
    let beside: Vec<&str> = pack
        .procedures
        .firsts()
        .filter(|any| {
            let edition = editions::on(evaluation.axis, &pack.procedures, &any.id, day);
            words(edition).unwrap_or(any).beside
        })
        .map(|any| any.id.as_str())
        .collect();
    let mut found = Vec::new();
    let mut asked = Vec::new();
    for any in pack.requirements.firsts() {
        let Some((_, bound)) = bindings.iter().find(|(id, _)| *id == any.procedure) else {
            continue;
        };
        let edition = editions::on(evaluation.axis, &pack.requirements, &any.id, day);
        let spoken = words(edition).unwrap_or(any);
        let verdict = requirements::need(evaluation, &any.id, &bound.timeline)
            .at(day)
            .clone();
        if !beside.contains(&any.procedure.as_str()) {
            asked.push((spoken, bound, verdict.clone()));
        }
        found.push(RuleOnDay {
            id: any.id.as_str(),
            day,
            verdict,
        });
    }
    let papers: BTreeSet<&str> = asked
        .iter()
        .filter(|(_, _, need)| *need != Verdict::No)
        .map(|(spoken, _, _)| spoken.paper_id())
        .collect();
    let shown = asked.iter().filter(|(spoken, bound, _)| {
        let replaced = bound
            .replacers
            .iter()
            .any(|(_, replacer)| *replacer.at(day) == Verdict::Yes);
        requirements::shown(
            bound.timeline.at(day),
            replaced,
            papers.contains(spoken.paper_id()),
        )
    });
    let ready = readiness::of(shown.map(|(spoken, bound, need)| {
        let looked = || {
            let keys = paper_keys::of(context, spoken);
            requirements::if_needed(context, spoken, &keys.papers, !keys.missing.is_empty())
        };
        let (status, if_needed) = match need {
            Verdict::Yes => {
                let status = looked();
                (status, status)
            }
            // Its papers do not matter, or not yet.
            Verdict::No | Verdict::DoesNotApply => (PaperStatus::NotNeeded, PaperStatus::NotNeeded),
            Verdict::Undecided(_) if need.left_to_officials() => (PaperStatus::Open, looked()),
            Verdict::Undecided(_) => (PaperStatus::Open, PaperStatus::Open),
        };
        readiness::Asked {
            id: &spoken.id,
            need,
            bound: bound.timeline.at(day),
            status,
            if_needed,
        }
    }));
    (found, ready.verdict)
}
