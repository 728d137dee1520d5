//! The assessment in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::AgendaView;
use crate::view::BesideView;
use crate::view::BudgetView;
use crate::view::ChangeAheadView;
use crate::view::CircumstanceView;
use crate::view::DayView;
use crate::view::LegalisationView;
use crate::view::MoneyView;
use crate::view::ObtainingView;
use crate::view::OrdersView;
use crate::view::PaperFormView;
use crate::view::PaymentDetailView;
use crate::view::ReviewsView;
use crate::view::RouteComparisonView;
use crate::view::SanityView;
use crate::view::StagePlanView;
use crate::view::StayView;
use crate::view::SumCheckView;
use crate::view::TariffView;
use crate::view::UntilDecisionView;
use crate::view::WindowView;

/// A verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictCode {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It cannot be decided: an answer is missing, the law of the day is not known, or an official decides.
    Undecided,
    /// The rule did not exist on the day, or exempts this person.
    DoesNotApply,
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StandingCode {
    /// The official text was read.
    Official,
    /// A page about the text was read.
    Secondary,
    /// A reading of ours, or memory.
    Unconfirmed,
    /// Nobody could tell us.
    Unknown,
}

/// Where a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusCode {
    /// It need not be handed in.
    NotNeeded,
    /// Whether it is needed is not decided.
    Open,
    /// The person has not said whether it is in hand.
    NotSaid,
    /// Whether what is in hand will do, an authority has to be asked.
    OfficeSays,
    /// It is not in hand.
    Missing,
    /// It is in hand, but its date was not given.
    DateMissing,
    /// It is in hand and good on the filing day.
    InHand,
    /// It becomes good only after the filing day.
    NotYet,
    /// It is good today and no longer on the filing day.
    WillBeOutOfDate,
    /// It is no longer good.
    OutOfDate,
    /// It is in hand, but the sum on it is not enough.
    WrongSum,
    /// It is in hand, but whether the sum on it is enough cannot be said.
    SumOpen,
    /// The country is reported to issue none.
    NoneInCountry,
}

/// Where a statement comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SourceView {
    /// The act's id in the law pack.
    pub act: String,
    /// The act's short name and the place in it, in the language.
    pub text: String,
    /// The act's full title.
    pub title: String,
    /// Article or item.
    pub place: String,
    /// The first day of the edition.
    pub from: Option<DayView>,
    /// The last day of the edition.
    pub until: Option<DayView>,
    /// The day its wording was last read.
    pub seen: Option<DayView>,
    /// How sure we are of it.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
    /// Its official address.
    pub url: String,
}

/// One reason, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ReasonView {
    /// What kind of reason: `condition`, `fact`, `missing`, `list_complete`, `text`, `not_known`, `absent`.
    pub kind: String,
    /// The id of the condition, fact, list or text.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// How it came out, for a condition.
    pub verdict: Option<VerdictCode>,
}

/// Questions whose answers could decide together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct DecidingView {
    /// The facts, as `entity.fact` or `entity/record.fact`; `entity.complete` is "that is all".
    pub facts: Vec<String>,
    /// The same in words.
    pub text: String,
}

/// A verdict over days in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ChangeView {
    /// The first day; none when it reaches back as far as one looks.
    pub from: Option<DayView>,
    /// The last day; none when no end is in sight.
    pub until: Option<DayView>,
    /// The verdict on these days.
    pub verdict: VerdictCode,
    /// The same as a word or two.
    pub verdict_text: String,
}

/// A verdict with everything that stands behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct FindingView {
    /// The rule.
    pub id: String,
    /// The verdict on the day.
    pub verdict: VerdictCode,
    /// The verdict as a word or two.
    pub verdict_text: String,
    /// The day on which the rule was tested.
    pub day: DayView,
    /// Why, as sentences.
    pub reasons: Vec<ReasonView>,
    /// The smallest sets of answers that could decide it.
    pub deciding: Vec<DecidingView>,
    /// The verdict over time.
    pub changes: Vec<ChangeView>,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// A day of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PlannedDayView {
    /// The day.
    pub day: DayView,
    /// Whether the person gave it; else it was assumed.
    pub given: bool,
}

/// The days on which rules were tested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct DaysView {
    /// The day on which the question is asked.
    pub today: DayView,
    /// The day the fee is paid.
    pub payment: PlannedDayView,
    /// The day the papers are handed in.
    pub filing: PlannedDayView,
    /// The day of the decision.
    pub decision: PlannedDayView,
    /// Whether the papers of this application are handed in: then the filing day is the day on which they were.
    pub handed_in: bool,
}

/// A route of Article 7.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct RouteView {
    /// Whether it is open.
    pub finding: FindingView,
    /// What it is called.
    pub title: String,
    /// What would open it.
    pub change: String,
}

/// A ground of Article 49.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct GroundView {
    /// Yes means that the ground holds.
    pub finding: FindingView,
    /// Its number in the article.
    pub number: String,
    /// The words of the law.
    pub text: String,
    /// Whether only an authority can judge it.
    pub authority: bool,
    /// The paper that answers it, by name: the checklist says whether it stands.
    pub carried_by: Option<String>,
    /// Whether it counts only after the permit was given.
    pub after_permit: bool,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteView>,
}

/// A procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ProcedureView {
    /// Yes means that it binds.
    pub finding: FindingView,
    /// What it is called.
    pub title: String,
    /// The procedure whose list it makes longer.
    pub adds_to: Option<String>,
    /// The procedures that stand in its place.
    pub replaced_by: Vec<String>,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteView>,
}

/// A remark or another reading, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct NoteView {
    /// The words.
    pub text: String,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
}

/// One paper of a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PaperView {
    /// The key of its answers.
    pub key: String,
    /// The country's name, where there is one paper for each.
    pub country: Option<String>,
    /// Whose paper it is, by name or number, where there is one for each child or relative.
    pub person: Option<String>,
    /// Where it stands.
    pub status: StatusCode,
    /// The same in words.
    pub status_text: String,
    /// The day of its issue.
    pub issued: Option<DayView>,
    /// The last day on which it can be handed in.
    pub last_good_day: Option<DayView>,
    /// How it is obtained, while it is not in hand.
    pub obtaining: Option<ObtainingView>,
    /// What it needs as a foreign paper.
    pub legalisation: Option<LegalisationView>,
    /// What to bring instead, where the country issues none.
    pub instead: Option<String>,
}

/// What has to be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct RequirementView {
    /// Yes means that it is needed.
    pub finding: FindingView,
    /// The procedure that asks for it.
    pub procedure: String,
    /// The paper.
    pub paper: String,
    /// Its number in the act.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What it must be.
    pub what: String,
    /// In which forms it is handed in.
    pub form: Vec<PaperFormView>,
    /// Where it stands.
    pub status: StatusCode,
    /// The same in words.
    pub status_text: String,
    /// Its papers.
    pub papers: Vec<PaperView>,
    /// The sum that it must prove.
    pub sum: Option<SumView>,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// Other readings, which did not decide.
    pub disagreements: Vec<NoteView>,
    /// What to bring where a country issues none.
    pub instead: Option<String>,
}

/// What a sum would be by the last index that is known. Never the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct OrientationView {
    /// The sum by the old index.
    pub sum: Option<MoneyView>,
    /// The last day on which the old index holds.
    pub until: DayView,
    /// A sentence that says so.
    pub text: String,
}

/// A rate times an index, with its working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SumView {
    /// The rule.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The day whose index counts.
    pub day: DayView,
    /// How many times the index, a decimal.
    pub rate: Option<String>,
    /// The index in tenge, a decimal.
    pub index: Option<String>,
    /// The sum.
    pub sum: Option<MoneyView>,
    /// The working: `4 × 4 325 ₸`.
    pub working: Option<String>,
    /// Why there is no sum.
    pub whys: Vec<ReasonView>,
    /// For orientation only.
    pub orientation: Option<OrientationView>,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// The source of the rate.
    pub source: Option<SourceView>,
    /// The source of the index.
    pub index_source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// A state fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct FeeView {
    /// Yes means that the person pays it.
    pub finding: FindingView,
    /// The working, if it were paid on the payment day.
    pub sum: SumView,
    /// Whether it is paid after the decision.
    pub later: bool,
    /// For a fee that is paid after the decision: the working on the day of the decision.
    pub due: Option<SumView>,
}

/// Whether all that has to be handed in is there and good on the filing day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct ReadinessView {
    /// Whether the person may apply, has everything for it and is lawfully here: the answer to "may I file on that day".
    pub may_file: VerdictCode,
    /// Whether the papers are ready.
    pub verdict: VerdictCode,
    /// The requirements whose papers are not in hand or not good on the day.
    pub not_ready: Vec<NamedView>,
    /// The requirements of which that was not said or is not known.
    pub open: Vec<NamedView>,
}

/// Something with an id and a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct NamedView {
    /// The id.
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// The whole assessment in words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct AssessmentView {
    /// The language: `kk`, `ru` or `en`. It never changes a verdict.
    pub language: String,
    /// The days on which rules were tested.
    pub days: DaysView,
    /// Whether the person may apply.
    pub may_apply: FindingView,
    /// The answer as one heading.
    pub heading: String,
    /// The routes.
    pub routes: Vec<RouteView>,
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
    /// What the way to the card costs.
    pub budget: BudgetView,
    /// The duties for single acts of notaries, courts and offices.
    pub tariffs: Vec<TariffView>,
    /// What is written into a payment of the duty.
    pub payment_details: Vec<PaymentDetailView>,
    /// The sums on receipts and letters in hand.
    pub sum_checks: Vec<SumCheckView>,
    /// The filing window.
    pub window: WindowView,
    /// How fresh the law pack is on these days.
    pub reviews: ReviewsView,
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
    /// The routes side by side.
    pub comparison: Vec<RouteComparisonView>,
    /// The right to stay, its end, and what the permit asks for later.
    pub stay: StayView,
    /// What stands beside the application, with its own papers.
    pub beside: Vec<BesideView>,
    /// Circumstances to state and prove.
    pub circumstances: Vec<CircumstanceView>,
    /// Answers that cannot be true as they stand.
    pub sanity: Vec<SanityView>,
    /// What this is and is not: no decision of an authority.
    pub disclaimer: String,
}
