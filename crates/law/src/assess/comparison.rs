//! The routes side by side: what would open each, and what would then be asked for and paid.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::answers::Answers;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::fees;
use crate::assess::plan;
use crate::assess::plan::Plan;
use crate::assess::procedures;
use crate::assess::procedures::Bound;
use crate::assess::requirements;
use crate::assess::requirements::Judged;
use crate::assess::routes;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Evaluation;
use crate::interview::Interview;
use crate::pack::Pack;
use crate::suppose;
use crate::value::Value;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::words::Standing;
use crate::words::Words;

/// What is asked of the person on a route, against what is asked by the answers as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteNeeds {
    /// The requirements that would be needed.
    pub needed: Vec<String>,
    /// Those of them of which it is not decided.
    pub open: Vec<String>,
    /// Needed on this route and not by the answers as they are.
    pub more: Vec<String>,
    /// Needed by the answers as they are and not on this route.
    pub spared: Vec<String>,
    /// The procedures that would bind, or of which it is not decided.
    pub procedures: Vec<String>,
    /// The fees with their sums in tiyn; none where the sum is not known.
    pub fees: Vec<(String, Option<i64>)>,
}

/// One route beside the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteComparison {
    /// The route.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// Whether it is open to the person.
    pub verdict: VerdictKind,
    /// What would open it.
    pub change: Words,
    /// The answers with which it would be open, where they are not the person's own; empty where it is open already.
    pub supposed: BTreeMap<FactRef, Value>,
    /// The days among them that may also be later.
    pub or_later: BTreeSet<FactRef>,
    /// What is asked on this route; none where no answers open it.
    pub needs: Option<RouteNeeds>,
    /// How sure it is.
    pub standing: Standing,
}

/// Compares all routes on the plan.
#[must_use]
pub fn compare_routes(
    pack: &Pack,
    interview: &Interview,
    answers: &Answers,
    plan: &Plan,
) -> Vec<RouteComparison> {
    let days = plan::resolve(pack, interview, answers, plan);
    let filing = days.filing.day;
    let own = Context {
        evaluation: Evaluation::new(pack, interview, answers, days.axis()),
        days,
    };
    let own_needs = judged(&own);
    routes::all(&own)
        .into_iter()
        .map(|route| {
            let id = route.finding.id.clone();
            let verdict = route.finding.verdict.kind();
            let edition = editions::on(own.evaluation.axis, &pack.routes, &id, filing);
            let supposed = match (verdict, edition) {
                (VerdictKind::Yes, _) => Some(BTreeMap::new()),
                (VerdictKind::No | VerdictKind::Undecided, Edition::InForce(record)) => {
                    suppose::holding(&own.evaluation, &record.when, filing)
                }
                (VerdictKind::DoesNotApply, _)
                | (
                    VerdictKind::No | VerdictKind::Undecided,
                    Edition::Absent(_) | Edition::NotKnown(_),
                ) => None,
            };
            let or_later = match (&supposed, edition) {
                (Some(supposed), Edition::InForce(record)) => {
                    suppose::or_later(&own.evaluation, &record.when, filing, supposed)
                }
                (Some(_), Edition::Absent(_) | Edition::NotKnown(_)) | (None, _) => BTreeSet::new(),
            };
            let needs = supposed.as_ref().map(|supposed| {
                let answers = suppose::with(answers, supposed);
                let then = Context {
                    evaluation: Evaluation::new(pack, interview, &answers, days.axis()),
                    days,
                };
                needs(&then, &own_needs)
            });
            RouteComparison {
                verdict,
                title: route.title,
                change: route.change,
                standing: route.finding.standing,
                supposed: supposed.unwrap_or_default(),
                or_later,
                needs,
                id,
            }
        })
        .collect()
}

/// The procedures of the application. What stands beside it, as the status of a kandas, is no condition of any route.
fn binding<'a>(context: &Context<'a>) -> Vec<Bound<'a>> {
    procedures::all(context)
        .into_iter()
        .filter(|bound| !bound.finding.beside)
        .collect()
}

fn judged(context: &Context<'_>) -> Vec<Judged> {
    requirements::all(context, &binding(context))
}

fn needed(context: &Context<'_>, judged: &[Judged], wanted: &[VerdictKind]) -> Vec<String> {
    let filing = context.days.filing.day;
    judged
        .iter()
        .filter(|judged| judged.shown && wanted.contains(&judged.need.at(filing).kind()))
        .map(|judged| judged.finding.finding.id.clone())
        .collect()
}

fn needs(context: &Context<'_>, own: &[Judged]) -> RouteNeeds {
    let filing = context.days.filing.day;
    let binding = binding(context);
    let there = requirements::all(context, &binding);
    let needed_there = needed(context, &there, &[VerdictKind::Yes]);
    let needed_own = needed(context, own, &[VerdictKind::Yes]);
    // One paper may be asked for by several lists: what counts is the paper.
    let papers = |judged: &[Judged], ids: &[String]| -> Vec<String> {
        judged
            .iter()
            .filter(|judged| ids.contains(&judged.finding.finding.id))
            .map(|judged| judged.finding.paper.clone())
            .collect()
    };
    // What may still be asked for is not spared.
    let open_there = needed(context, &there, &[VerdictKind::Undecided]);
    let perhaps_there = [needed_there.as_slice(), &open_there].concat();
    let papers_there = papers(&there, &perhaps_there);
    let papers_own = papers(own, &needed_own);
    let only = |judged: &[Judged], ids: &[String], others: &[String]| -> Vec<String> {
        judged
            .iter()
            .filter(|judged| {
                ids.contains(&judged.finding.finding.id) && !others.contains(&judged.finding.paper)
            })
            .map(|judged| judged.finding.finding.id.clone())
            .collect()
    };
    RouteNeeds {
        more: only(&there, &needed_there, &papers_own),
        spared: only(own, &needed_own, &papers_there),
        open: open_there,
        needed: needed_there,
        procedures: binding
            .iter()
            .filter(|bound| match bound.timeline.at(filing) {
                Verdict::Yes | Verdict::Undecided(_) => true,
                Verdict::No | Verdict::DoesNotApply => false,
            })
            .map(|bound| bound.finding.finding.id.clone())
            .collect(),
        fees: fees::fees(context)
            .into_iter()
            .filter(|fee| fee.finding.verdict == Verdict::Yes)
            // What is paid after the decision has the sum of its day.
            .map(|fee| (fee.finding.id, fee.due.unwrap_or(fee.sum).tiyn))
            .collect(),
    }
}
