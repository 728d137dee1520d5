//! The assessment: everything the engine says about one person's case on a plan of dates.

mod beside;
mod budget;
mod changes;
mod circumstances;
mod comparison;
mod deadline_event;
mod deadlines;
mod ended;
mod fees;
mod finding;
mod ground_days;
mod grounds;
mod handed_in;
mod legalisation;
mod obtaining;
mod on_day;
mod orders;
mod paper_keys;
mod papers;
mod payment;
mod plan;
mod procedures;
mod readiness;
mod requirements;
mod reviews;
mod roll_up;
mod routes;
mod sanity;
mod stages;
mod stay;
mod sum_checks;
mod sums;
mod until_decision;
mod window;

pub use beside::BesideFinding;
pub use budget::Budget;
pub use budget::BudgetPart;
pub use budget::PartState;
pub use changes::ChangeAhead;
pub use changes::ChangeOf;
pub use circumstances::CircumstanceFinding;
pub use comparison::RouteComparison;
pub use comparison::RouteNeeds;
pub use comparison::compare_routes;
pub use deadlines::DeadlineFinding;
pub use deadlines::OtherDeadline;
pub use ended::EndedProcedure;
pub use fees::FeeFinding;
pub use fees::TariffFinding;
pub use finding::Cited;
pub use finding::Finding;
pub use finding::NoteShown;
pub use grounds::GroundFinding;
pub use handed_in::handed_in;
pub use legalisation::LegalisationFinding;
pub use obtaining::ObtainingFinding;
pub use on_day::DayAssessment;
pub use on_day::RuleOnDay;
pub use on_day::assess_on;
pub use orders::OrderFinding;
pub use orders::Orders;
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
pub use sanity::SanityFinding;
pub use sanity::look_again;
pub use stages::LastStart;
pub use stages::StageFinding;
pub use stages::StagePlan;
pub use stages::StageTerm;
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
pub use until_decision::OlderDecision;
pub use until_decision::UntilDecision;
pub use window::CertainDays;
pub use window::Window;
pub use window::WindowStretch;
pub use window::WorkingBounds;

use crate::answers::Answers;
use crate::evaluate::Evaluation;
use crate::interview::Interview;
use crate::pack::Pack;

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
    /// When to order the papers that are not in hand.
    pub orders: Orders,
    /// The stages on the way to the card and the last day to start them.
    pub stages: StagePlan,
    /// Whether the right to stay lasts until the decision; none where no rule of an examination is known, and for those who have nothing
    /// to apply for.
    pub until_decision: Option<UntilDecision>,
    /// The days after today on which a verdict changes, in their order.
    pub changes_ahead: Vec<ChangeAhead>,
    /// What stands beside the application, with its own papers.
    pub beside: Vec<BesideFinding>,
    /// Circumstances to state and prove.
    pub circumstances: Vec<CircumstanceFinding>,
    /// Answers that cannot be true as they stand.
    pub sanity: Vec<SanityFinding>,
}

/// Assesses a case.
#[must_use]
pub fn assess(pack: &Pack, interview: &Interview, answers: &Answers, plan: &Plan) -> Assessment {
    let days = plan::resolve(pack, interview, answers, plan);
    let evaluation = Evaluation::new(pack, interview, answers, days.axis());
    let context = Context { evaluation, days };
    let routes = routes::all(&context);
    let grounds = grounds::all(&context);
    let (beside, binding): (Vec<_>, Vec<_>) = procedures::all(&context)
        .into_iter()
        .partition(|bound| bound.finding.beside);
    let judged = requirements::all(&context, &binding);
    let window = window::of(&context, &judged);
    let may_apply = roll_up::may_apply(&context, &routes, &grounds);
    let stay = stay::of(&context);
    // Nobody plans an application for what is held already.
    let (stages, orders) = if stay.nothing_to_apply_for() {
        (StagePlan::default(), Orders::nothing())
    } else {
        let stages = stages::plan(&context, &binding);
        let orders = orders::of(&context, &judged, &stages);
        (stages, orders)
    };
    let until_decision = until_decision::of(&context, &stay);
    let changes_ahead = changes::all(&changes::Judged {
        today: days.today,
        decision_given: days.decision.given,
        may_apply: &may_apply,
        routes: &routes,
        grounds: &grounds,
        procedures: &binding,
        requirements: &judged,
    });
    let shown = || judged.iter().filter(|judged| judged.shown);
    let readiness = readiness::of(shown().map(|judged| {
        let finding = &judged.finding;
        readiness::Asked {
            id: &finding.finding.id,
            need: &finding.finding.verdict,
            bound: judged.bound.at(days.filing.day),
            status: finding.status,
            if_needed: judged.if_needed,
        }
    }));
    let sum_checks = sum_checks::once(shown().flat_map(|one| &one.sums));
    let requirements: Vec<RequirementFinding> = judged
        .into_iter()
        .filter(|judged| judged.shown)
        .map(|judged| judged.finding)
        .collect();
    Assessment {
        stages,
        orders,
        until_decision,
        changes_ahead,
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
        stay,
        reviews: reviews::of(pack, &days),
        beside: beside::all(&context, beside),
        circumstances: circumstances::all(&context),
        sanity: sanity::all(&context),
    }
}

/// What every part of the assessment needs.
pub(crate) struct Context<'a> {
    pub(crate) evaluation: Evaluation<'a>,
    pub(crate) days: PlannedDays,
}
