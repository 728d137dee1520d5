//! The routes side by side, in words.

use qonys_law::Assessment;
use qonys_law::Plan;
use qonys_law::PlannedDay;
use qonys_law::RouteComparison;
use qonys_law::RouteNeeds;
use qonys_law::compare_routes;

use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::NamedView;
use crate::view::RouteComparisonView;
use crate::view::RouteFeeView;
use crate::view::RouteNeedsView;
use crate::view::SupposedView;

pub(crate) fn comparison_view(
    speaker: &Speaker<'_>,
    assessment: &Assessment,
) -> Vec<RouteComparisonView> {
    let days = &assessment.days;
    let given = |day: PlannedDay| day.given.then_some(day.day);
    let plan = Plan {
        today: days.today,
        filing: days.filing.day,
        filing_given: days.filing.given,
        payment: given(days.payment),
        decision: given(days.decision),
    };
    let knowledge = speaker.knowledge;
    compare_routes(
        &knowledge.pack,
        &knowledge.interview,
        speaker.answers,
        &plan,
    )
    .iter()
    .map(|route| route_view(speaker, route))
    .collect()
}

fn route_view(speaker: &Speaker<'_>, route: &RouteComparison) -> RouteComparisonView {
    RouteComparisonView {
        id: route.id.clone(),
        title: speaker.words(&route.title),
        verdict: verdict_code(route.verdict),
        verdict_text: speaker.verdict(route.verdict),
        change: speaker.words(&route.change),
        supposed: route
            .supposed
            .iter()
            .map(|(fact, value)| SupposedView {
                fact: fact.to_string(),
                text: speaker.say_with(
                    if route.or_later.contains(fact) {
                        "reason.or_later"
                    } else {
                        "reason.fact"
                    },
                    &[
                        ("label", &speaker.label(fact)),
                        ("answer", &speaker.value(&fact.path(), value)),
                    ],
                ),
            })
            .collect(),
        needs: route.needs.as_ref().map(|needs| needs_view(speaker, needs)),
        standing: standing_code(route.standing),
        standing_text: speaker.standing(route.standing),
    }
}

fn needs_view(speaker: &Speaker<'_>, needs: &RouteNeeds) -> RouteNeedsView {
    let named = |ids: &[String]| -> Vec<NamedView> {
        ids.iter()
            .map(|id| NamedView {
                id: id.clone(),
                title: speaker.rule(id),
            })
            .collect()
    };
    RouteNeedsView {
        needed: named(&needs.needed),
        open: named(&needs.open),
        more: named(&needs.more),
        spared: named(&needs.spared),
        procedures: named(&needs.procedures),
        fees: needs
            .fees
            .iter()
            .map(|(id, tiyn)| RouteFeeView {
                id: id.clone(),
                title: speaker.rule(id),
                sum: tiyn.map(|tiyn| speaker.money(tiyn)),
            })
            .collect(),
    }
}
