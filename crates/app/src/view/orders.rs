//! When to order papers, and the routes side by side, in words.

use schemars::JsonSchema;
use serde::Serialize;
use specta::Type;

use crate::view::DayView;
use crate::view::MoneyView;
use crate::view::NamedView;
use crate::view::StandingCode;
use crate::view::StatusCode;
use crate::view::VerdictCode;

/// When to order one paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct OrderView {
    /// The key of the paper.
    pub key: String,
    /// Its name.
    pub title: String,
    /// The requirement that asks for it.
    pub requirement: String,
    /// Where it stands.
    pub status: StatusCode,
    /// The same in words.
    pub status_text: String,
    /// The last day to order it, counting the longest reported time of every step; none when that is not known.
    pub order_by: Option<DayView>,
    /// The first sensible day to order it: issued earlier it would be out of date on the filing day.
    pub not_before: Option<DayView>,
    /// Ordered today, or on the first sensible day, it is there on this day at the latest.
    pub there_by: Option<DayView>,
    /// Whether it can be there on the filing day.
    pub in_time: VerdictCode,
    /// Whether the source adds "and more" to a time.
    pub or_more: bool,
    /// All this as sentences.
    pub text: String,
    /// What to ask, and whom, where the time is not known.
    pub what: Option<String>,
    /// How sure the times are.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}

/// The papers to order, in the order in which they are best ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct OrdersView {
    /// Those with a last day first, the earliest first; then those of which the time is not known.
    pub papers: Vec<OrderView>,
    /// The keys of the papers of which the time is not known.
    pub not_known: Vec<String>,
    /// The first day on which all papers of which the time is known are there, if they are ordered today.
    pub there_by: Option<DayView>,
    /// Whether everything can be there on the filing day.
    pub in_time: VerdictCode,
    /// The same as a sentence.
    pub text: String,
}

/// An answer that is thought of in place of the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct SupposedView {
    /// The fact.
    pub fact: String,
    /// The question and the answer in words.
    pub text: String,
}

/// A fee on a route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct RouteFeeView {
    /// The fee.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The sum; none where it is not known.
    pub sum: Option<MoneyView>,
}

/// What is asked of the person on a route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct RouteNeedsView {
    /// What would be needed.
    pub needed: Vec<NamedView>,
    /// Of what it would not be decided.
    pub open: Vec<NamedView>,
    /// Needed on this route and not by the answers as they are.
    pub more: Vec<NamedView>,
    /// Needed by the answers as they are and not on this route.
    pub spared: Vec<NamedView>,
    /// The procedures that would bind, or of which it is not decided.
    pub procedures: Vec<NamedView>,
    /// The fees.
    pub fees: Vec<RouteFeeView>,
}

/// One route beside the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type, JsonSchema)]
pub struct RouteComparisonView {
    /// The route.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it is open to the person.
    pub verdict: VerdictCode,
    /// The same as a word or two.
    pub verdict_text: String,
    /// What would open it.
    pub change: String,
    /// The answers with which it would be open; empty where it is open already, or where no answers open it.
    pub supposed: Vec<SupposedView>,
    /// What is asked on this route; none where no answers open it.
    pub needs: Option<RouteNeedsView>,
    /// How sure it is.
    pub standing: StandingCode,
    /// The same in words.
    pub standing_text: String,
}
