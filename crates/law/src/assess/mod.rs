//! The assessment: everything the engine says about one person's case on a plan of dates.

mod budget;
mod deadlines;
mod fees;
mod finding;
mod grounds;
mod legalisation;
mod obtaining;
mod paper_keys;
mod papers;
mod payment;
mod plan;
mod procedures;
mod readiness;
mod requirements;
mod reviews;
mod routes;
mod stay;
mod sum_checks;
mod sums;
mod window;

pub use budget::Budget;
pub use budget::BudgetPart;
pub use budget::PartState;
pub use deadlines::DeadlineFinding;
pub use deadlines::OtherDeadline;
pub use fees::FeeFinding;
pub use fees::TariffFinding;
pub use finding::Cited;
pub use finding::Finding;
pub use finding::NoteShown;
pub use grounds::GroundFinding;
pub use legalisation::LegalisationFinding;
pub use obtaining::ObtainingFinding;
pub use papers::PaperFinding;
pub use papers::PaperStatus;
pub use payment::PaymentDetailFinding;
pub use plan::Plan;
pub use plan::PlannedDay;
pub use plan::PlannedDays;
pub use procedures::ProcedureFinding;
pub use readiness::Readiness;
pub use requirements::RequirementFinding;
pub use reviews::ReviewFinding;
pub use reviews::Reviews;
pub use routes::RouteFinding;
pub use stay::DutyFinding;
pub use stay::Fine;
pub use stay::FloorFinding;
pub use stay::PassportStay;
pub use stay::PenaltyFinding;
pub use stay::STAY_FACTS;
pub use stay::StayFinding;
pub use stay::assess_stay;
pub use sum_checks::IndexFit;
pub use sum_checks::SumCheck;
pub use sum_checks::SumOnPaper;
pub use sum_checks::SumOutcome;
pub use sums::Orientation;
pub use sums::Sum;
pub use window::Window;
pub use window::WindowStretch;

use crate::answers::Answers;
use crate::evaluate::Evaluation;
use crate::interview::Interview;
use crate::pack::GroundStage;
use crate::pack::Pack;
use crate::timeline::Timeline;
use crate::verdict::Verdict;
use crate::words::Standing;

/// Everything the engine says about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The days on which the rules were tested.
    pub days: PlannedDays,
    /// Whether the person may apply on the filing day: a route is open and no ground that answers can
    /// decide holds. Grounds that only an authority can judge are not in it.
    pub may_apply: Finding,
    /// The routes of Article 7 of the Law on migration of population.
    pub routes: Vec<RouteFinding>,
    /// The grounds of its Article 49.
    pub grounds: Vec<GroundFinding>,
    /// The procedures and whom they bind.
    pub procedures: Vec<ProcedureFinding>,
    /// What has to be handed in, with the papers in hand.
    pub requirements: Vec<RequirementFinding>,
    /// Whether all that has to be handed in is there and good on the filing day.
    pub readiness: Readiness,
    /// The state fees.
    pub fees: Vec<FeeFinding>,
    /// What the way to the card costs.
    pub budget: Budget,
    /// The duties for single acts of notaries, courts and offices.
    pub tariffs: Vec<TariffFinding>,
    /// What is written into a payment of the duty.
    pub payment_details: Vec<PaymentDetailFinding>,
    /// The sums on receipts and letters in hand.
    pub sum_checks: Vec<SumCheck>,
    /// The days on which all papers in hand are valid together.
    pub window: Window,
    /// What is due, possible or over on which day.
    pub deadlines: Vec<DeadlineFinding>,
    /// The right to stay, its end, and what the permit asks for later.
    pub stay: StayFinding,
    /// How fresh the pack is on these days.
    pub reviews: Reviews,
}

/// Assesses a case.
#[must_use]
pub fn assess(pack: &Pack, interview: &Interview, answers: &Answers, plan: &Plan) -> Assessment {
    let days = plan::resolve(pack, interview, answers, plan);
    let evaluation = Evaluation::new(pack, interview, answers, days.axis());
    let context = Context { evaluation, days };
    let routes = routes::all(&context);
    let grounds = grounds::all(&context);
    let binding = procedures::all(&context);
    let judged = requirements::all(&context, &binding);
    let window = window::of(&context, &judged);
    let readiness = readiness::of(judged.iter().map(|judged| &judged.finding));
    let may_apply = may_apply(&context, &routes, &grounds);
    let sum_checks = judged.iter().flat_map(|one| one.sums.clone()).collect();
    let requirements: Vec<RequirementFinding> =
        judged.into_iter().map(|judged| judged.finding).collect();
    Assessment {
        days,
        may_apply,
        routes,
        grounds: grounds.into_iter().map(|(finding, _)| finding).collect(),
        procedures: binding.into_iter().map(|bound| bound.finding).collect(),
        readiness,
        fees: fees::fees(&context),
        budget: budget::of(&context, &requirements),
        tariffs: fees::tariffs(&context),
        payment_details: payment::details(&context),
        sum_checks,
        requirements,
        window,
        deadlines: deadlines::all(&context),
        stay: stay::of(&context),
        reviews: reviews::of(pack, &days),
    }
}

/// What every part of the assessment needs.
pub(crate) struct Context<'a> {
    pub(crate) evaluation: Evaluation<'a>,
    pub(crate) days: PlannedDays,
}

fn may_apply(
    context: &Context<'_>,
    routes: &[RouteFinding],
    grounds: &[(GroundFinding, Timeline<Verdict>)],
) -> Finding {
    let evaluation = &context.evaluation;
    let open = routes
        .iter()
        .fold(evaluation.constant(Verdict::No), |merged, route| {
            merged.zip(&routes::timeline(context, &route.finding.id), Verdict::or)
        });
    let whole = grounds
        .iter()
        .filter(|(finding, _)| finding.stage == GroundStage::Application)
        .fold(open, |merged, (_, ground)| {
            merged.zip(ground, |so_far, held| so_far.and(&held.not()))
        });
    let mut finding = Finding::of_timeline("may_apply", &whole, context.days.filing.day);
    finding.deciding = finding::missing_as_sets(&finding.verdict);
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
