//! Whether the person may apply at all: the routes and the grounds together, and what would decide it.

use std::collections::BTreeSet;

use crate::answering;
use crate::answering::Answering;
use crate::answers::FactRef;
use crate::assess::Context;
use crate::assess::finding::Cited;
use crate::assess::finding::Finding;
use crate::assess::grounds::GroundFinding;
use crate::assess::routes;
use crate::assess::routes::RouteFinding;
use crate::deciding::Aim;
use crate::editions;
use crate::editions::Edition;
use crate::evaluate::Scope;
use crate::pack::GroundStage;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::verdict::VerdictKind;
use crate::verdict::Why;
use crate::words::Standing;

pub(crate) fn may_apply(
    context: &Context<'_>,
    routes: &[RouteFinding],
    grounds: &[(GroundFinding, Timeline<Verdict>)],
) -> Finding {
    let evaluation = &context.evaluation;
    let open = routes
        .iter()
        .fold(evaluation.constant(Verdict::No), |merged, route| {
            merged.zip(
                &routes::timeline(evaluation, &route.finding.id),
                Verdict::or,
            )
        });
    let whole = grounds
        .iter()
        .filter(|(finding, _)| finding.stage == GroundStage::Application)
        .fold(open, |merged, (_, ground)| {
            merged.zip(ground, |so_far, held| so_far.and(&held.not()))
        });
    let mut finding = Finding::of_timeline("may_apply", &whole, context.days.filing.day);
    finding.deciding = sets(context, &finding.verdict, grounds);
    let (standing, cited) = decided_by(&finding.verdict, routes, grounds);
    finding.standing = standing;
    finding.cited = cited;
    finding
}

/// What the roll-up leans on: the ground that stands against it, else the surest open route, else all
/// routes that are closed.
fn decided_by(
    verdict: &Verdict,
    routes: &[RouteFinding],
    grounds: &[(GroundFinding, Timeline<Verdict>)],
) -> (Standing, Option<Cited>) {
    let against = grounds.iter().map(|(ground, _)| ground).find(|ground| {
        ground.stage == GroundStage::Application && ground.finding.verdict == Verdict::Yes
    });
    let routes_that = |wanted: Verdict| {
        routes
            .iter()
            .map(|route| &route.finding)
            .filter(move |finding| finding.verdict == wanted)
    };
    let found = match (verdict, against) {
        (Verdict::No, Some(ground)) => Some(&ground.finding),
        (Verdict::No, None) => routes_that(Verdict::No).max_by_key(|finding| finding.standing),
        (Verdict::Yes, _) => routes_that(Verdict::Yes).min_by_key(|finding| finding.standing),
        (Verdict::Undecided(_) | Verdict::DoesNotApply, _) => None,
    };
    found.map_or((Standing::Official, None), |finding| {
        (finding.standing, finding.cited.clone())
    })
}

/// The smallest sets of missing answers that could decide whether the person may apply, the smallest first.
fn sets(
    context: &Context<'_>,
    verdict: &Verdict,
    grounds: &[(GroundFinding, Timeline<Verdict>)],
) -> Vec<BTreeSet<FactRef>> {
    if verdict.kind() != VerdictKind::Undecided {
        return Vec::new();
    }
    let filing = context.days.filing.day;
    let evaluation = context
        .evaluation
        .of_days(filing, context.days.decision.day.max(filing));
    let scope = Scope::default();
    let aim = |day, holds| Aim {
        day,
        holds,
        officials_aside: false,
    };
    let records = &evaluation.pack.routes;
    let mut opens: Vec<Vec<Answering>> = Vec::new();
    let mut closes: Vec<Vec<Answering>> = Vec::new();
    for id in records.ids() {
        match editions::on(evaluation.axis, records, id, filing) {
            Edition::InForce(route) => {
                if evaluation.kind_on(&route.when, &scope, filing) == VerdictKind::DoesNotApply {
                    continue;
                }
                opens.push(evaluation.towards(&route.when, &scope, aim(filing, true)));
                closes.push(evaluation.towards(&route.when, &scope, aim(filing, false)));
            }
            Edition::Absent(_) => {}
            // No answer decides what the law of the day is.
            Edition::NotKnown(_) => closes.push(Vec::new()),
        }
    }
    let mut for_it = vec![answering::merge(opens.into_iter(), false)];
    let mut against_it = vec![answering::merge(closes.into_iter(), true)];
    for (finding, over_filing) in grounds {
        if finding.stage != GroundStage::Application
            || over_filing.at(filing).kind() != VerdictKind::Undecided
        {
            continue;
        }
        let open = over_filing.at(filing).whys();
        if !open
            .iter()
            .any(|why| matches!(why, Why::MissingFact { .. }))
        {
            // What hangs on the day of the decision or on the law of the day no answer decides.
            for_it.push(Vec::new());
            continue;
        }
        let day = finding.telling_day;
        let records = &evaluation.pack.grounds;
        let edition = editions::on(evaluation.axis, records, &finding.finding.id, day);
        let Edition::InForce(ground) = edition else {
            for_it.push(Vec::new());
            continue;
        };
        let Some(when) = &ground.when else { continue };
        let held = evaluation.towards(when, &scope, aim(day, true));
        let mut harmless = evaluation.towards(
            when,
            &scope,
            Aim {
                officials_aside: true,
                ..aim(day, false)
            },
        );
        let mut not_exempt = answering::known(true);
        if let Some(unless) = &ground.unless {
            harmless.extend(evaluation.towards(unless, &scope, aim(day, true)));
            not_exempt = evaluation.towards(unless, &scope, aim(day, false));
        }
        for_it.push(harmless);
        against_it.push(answering::merge([held, not_exempt].into_iter(), true));
    }
    let mut all = answering::merge(for_it.into_iter(), true);
    all.extend(answering::merge(against_it.into_iter(), false));
    evaluation.asked_for(all)
}
