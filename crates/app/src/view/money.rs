//! The budget, unit prices, payment details and the sums on papers, in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::FindingView;
use crate::view::MoneyView;
use crate::view::NamedView;
use crate::view::NoteView;
use crate::view::ReasonView;
use crate::view::SourceView;
use crate::view::StandingCode;
use crate::view::SumView;

/// The duty for one act of a notary, a court or an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct TariffView {
    /// Yes means that the person pays it.
    pub finding: FindingView,
    /// The working for one unit on the payment day.
    pub sum: SumView,
    /// What one unit is: each document, each page.
    pub per: Option<String>,
}

/// What to write into a payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct PaymentDetailView {
    /// The record.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What to write, or that it is not known.
    pub text: String,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// When a part of the budget is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StageCode {
    /// Before the papers are handed in.
    BeforeFiling,
    /// Between filing and decision.
    WhileWaiting,
    /// After the decision.
    AfterDecision,
}

/// Where a part of the budget stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartStateCode {
    /// It is paid, and its sum is in the total.
    Counted,
    /// It is paid, but its price or its number is not known.
    NotKnown,
    /// Whether it is paid is not decided.
    Open,
    /// The person may do without it.
    Possible,
}

/// One part of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BudgetPartView {
    /// The record.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: PartStateCode,
    /// The sum, or why there is none, in a few words.
    pub text: String,
    /// The price of one unit, with its working.
    pub unit: Option<SumView>,
    /// How many units; none while that is not known.
    pub count: Option<u32>,
    /// The sum of a part that is counted.
    pub total: Option<MoneyView>,
    /// Why it is not counted.
    pub whys: Vec<ReasonView>,
    /// Remarks.
    pub notes: Vec<NoteView>,
    /// The source.
    pub source: Option<SourceView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// The parts of the budget that are paid in one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BudgetStageView {
    /// The stage.
    pub stage: StageCode,
    /// What it is called.
    pub title: String,
    /// The parts in order.
    pub parts: Vec<BudgetPartView>,
    /// The sum of the counted parts; none while none is counted.
    pub known: Option<MoneyView>,
}

/// What the way to the card costs. The known sum is never the whole while something is missing from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct BudgetView {
    /// The known sum and how much is missing from it, as a sentence.
    pub text: String,
    /// The stages in order.
    pub stages: Vec<BudgetStageView>,
    /// The sum of all parts that are counted; none while none is counted.
    pub known: Option<MoneyView>,
    /// Whether nothing is missing from that sum.
    pub complete: bool,
    /// The parts that are missing from it.
    pub missing: Vec<NamedView>,
}

/// How the sum on a paper compares with the sum that the law wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SumOutcomeCode {
    /// It is the sum, or a letter shows at least it.
    Right,
    /// More was paid than was due.
    TooMuch,
    /// It is less.
    TooLittle,
    /// Nothing was due on that day.
    NothingDue,
    /// The sum on the paper was not given.
    AmountMissing,
    /// The day of payment was not given.
    DateMissing,
    /// The sum that the law wants on that day is not known.
    NotKnown,
}

/// An index by which the sum on a paper would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct IndexFitView {
    /// The index in tenge, a decimal.
    pub index: String,
    /// The first day on which it holds.
    pub from: Option<DayView>,
    /// The last day on which it holds.
    pub until: Option<DayView>,
    /// A sentence that says so.
    pub text: String,
}

/// The sum on a receipt or a letter, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SumCheckView {
    /// The key of the paper.
    pub key: String,
    /// What the paper is called.
    pub title: String,
    /// How the sums compare.
    pub outcome: SumOutcomeCode,
    /// The outcome in sentences.
    pub text: String,
    /// The sum on the paper.
    pub amount: Option<MoneyView>,
    /// The day of payment, or of the letter.
    pub day: Option<DayView>,
    /// The sum that the law wants, with its working.
    pub due: Option<SumView>,
    /// By how much they differ.
    pub difference: Option<MoneyView>,
    /// The indices of other days by which the sum would be right.
    pub fits: Vec<IndexFitView>,
    /// Whether the duty was paid after the filing day.
    pub after_filing: bool,
}
