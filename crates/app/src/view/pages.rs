//! The answer in the parts in which the screens ask for it: each page when it is opened, so that an answer to a question
//! brings back little.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::AgendaView;
use crate::view::BesideView;
use crate::view::BudgetView;
use crate::view::ChangeAheadView;
use crate::view::CircumstanceView;
use crate::view::DaysView;
use crate::view::FeeView;
use crate::view::FindingView;
use crate::view::GroundView;
use crate::view::MoneyView;
use crate::view::OrdersView;
use crate::view::PaymentDetailView;
use crate::view::ProcedureView;
use crate::view::ReadinessView;
use crate::view::RequirementView;
use crate::view::ReviewsView;
use crate::view::RouteView;
use crate::view::SanityView;
use crate::view::StagePlanView;
use crate::view::SumCheckView;
use crate::view::UntilDecisionView;
use crate::view::VerdictCode;
use crate::view::WindowView;

/// How the permit stands that a person holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PermitView {
    /// Whether nothing is known that stands against it: neither missed days nor another ground to take it back (Law on Migration of the
    /// Population, Article 49).
    pub kept: VerdictCode,
    /// The same as a word or two.
    pub kept_text: String,
}

/// What every screen may show of the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SummaryView {
    /// The days on which rules were tested.
    pub days: DaysView,
    /// Whether the person may apply.
    pub may_apply: FindingView,
    /// How the permit stands that the person holds; none where none is held, and only then there is something to apply for.
    pub permit: Option<PermitView>,
    /// The answer as one heading.
    pub heading: String,
    /// The routes.
    pub routes: Vec<RouteView>,
    /// What this is and is not: no decision of an authority.
    pub disclaimer: String,
}

/// The page of the answer, beside the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct AnswerPageView {
    /// The grounds.
    pub grounds: Vec<GroundView>,
    /// The procedures.
    pub procedures: Vec<ProcedureView>,
    /// What has to be handed in.
    pub requirements: Vec<RequirementView>,
    /// Whether all that has to be handed in is there and good on the filing day.
    pub readiness: ReadinessView,
    /// The state fees.
    pub fees: Vec<FeeView>,
    /// All fees that the person pays together, each on its own day; none while one of them is open or not known.
    pub fees_together: Option<MoneyView>,
    /// The filing window.
    pub window: WindowView,
    /// How fresh the law pack is on these days.
    pub reviews: ReviewsView,
    /// What stands beside the application, with its own papers.
    pub beside: Vec<BesideView>,
    /// Circumstances to state and prove.
    pub circumstances: Vec<CircumstanceView>,
    /// Answers that cannot be true as they stand.
    pub sanity: Vec<SanityView>,
}

/// The page of dates and stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct DatesPageView {
    /// What is due, possible or over on which day.
    pub agenda: AgendaView,
    /// When to order the papers that are not in hand.
    pub orders: OrdersView,
    /// The stages on the way to the card and the last day to start them.
    pub stages: StagePlanView,
    /// Whether the right to stay lasts until the decision; none where no rule of an examination is known.
    pub until_decision: Option<UntilDecisionView>,
    /// The days after today on which a verdict changes, in their order.
    pub changes_ahead: Vec<ChangeAheadView>,
}

/// The page of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct MoneyPageView {
    /// The state fees.
    pub fees: Vec<FeeView>,
    /// All fees that the person pays together, each on its own day; none while one of them is open or not known.
    pub fees_together: Option<MoneyView>,
    /// What the way to the card costs.
    pub budget: BudgetView,
    /// What is written into a payment of the duty.
    pub payment_details: Vec<PaymentDetailView>,
    /// The sums on receipts and letters in hand.
    pub sum_checks: Vec<SumCheckView>,
}
