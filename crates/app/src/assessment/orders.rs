//! When to order papers, in words.

use chrono::NaiveDate;
use qonys_law::Assessment;
use qonys_law::OrderFinding;
use qonys_law::PaperStatus;
use qonys_law::VerdictKind;

use crate::assessment::agenda::cannot_be_filed;
use crate::assessment::requirements::status_code;
use crate::assessment::requirements::status_text;
use crate::speak::Speaker;
use crate::speak::standing_code;
use crate::speak::verdict_code;
use crate::view::OrderView;
use crate::view::OrdersView;

pub(super) fn orders_view(speaker: &Speaker<'_>, assessment: &Assessment) -> OrdersView {
    let orders = &assessment.orders;
    let filing = speaker.day(assessment.days.filing.day).text;
    let nothing = |key: &str| OrdersView {
        papers: Vec::new(),
        not_known: Vec::new(),
        there_by: None,
        in_time: verdict_code(VerdictKind::DoesNotApply),
        text: speaker.plan(key, &[("filing", &filing)]),
    };
    if assessment.days.handed_in {
        return nothing("orders.handed_in");
    }
    if cannot_be_filed(assessment) {
        return nothing("orders.not_then");
    }
    let key = match orders.in_time {
        VerdictKind::Yes | VerdictKind::DoesNotApply if orders.papers.is_empty() => {
            "orders.nothing"
        }
        VerdictKind::Yes | VerdictKind::DoesNotApply => "orders.in_time",
        VerdictKind::No => "orders.too_late",
        VerdictKind::Undecided => "orders.open",
    };
    let mut text = speaker.plan(key, &[("filing", &filing)]);
    if let (VerdictKind::No, Some(day)) = (orders.in_time, orders.there_by) {
        text = format!(
            "{text} {}",
            speaker.plan("orders.there_by", &[("day", &speaker.day(day).text)])
        );
    }
    let wanting = issued_by_nobody(speaker, assessment);
    if !wanting.is_empty() {
        let papers = wanting.join(", ");
        text = format!(
            "{text} {}",
            speaker.plan("orders.issued_by_nobody", &[("papers", &papers)])
        );
    }
    OrdersView {
        papers: orders
            .papers
            .iter()
            .map(|order| order_view(speaker, order, assessment.days.today))
            .collect(),
        not_known: orders.not_known.clone(),
        there_by: orders.there_by.map(|day| speaker.day(day)),
        in_time: verdict_code(orders.in_time),
        text,
    }
}

/// The needed papers that their country is reported to issue to nobody: none of them can be ordered.
fn issued_by_nobody(speaker: &Speaker<'_>, assessment: &Assessment) -> Vec<String> {
    let needed = assessment
        .requirements
        .iter()
        .filter(|requirement| requirement.finding.verdict.kind() == VerdictKind::Yes);
    needed
        .flat_map(|requirement| &requirement.papers)
        .filter(|paper| paper.status == PaperStatus::NoneInCountry)
        .map(|paper| speaker.paper(&paper.key))
        .collect()
}

fn order_view(speaker: &Speaker<'_>, order: &OrderFinding, today: NaiveDate) -> OrderView {
    let mut said = Vec::new();
    let mut say = |key: &str, day: NaiveDate| {
        said.push(speaker.plan(key, &[("day", &speaker.day(day).text)]));
    };
    match order.order_by {
        Some(day) if day < today => {
            say("orders.late", day);
            if let Some(day) = order.there_by {
                say("orders.there", day);
            }
        }
        Some(day) => say("orders.order_by", day),
        None => {}
    }
    if let Some(day) = order.not_before.filter(|day| *day > today) {
        say("orders.not_before", day);
    }
    if order.order_by.is_none() {
        said.push(speaker.plan("orders.not_known", &[]));
    } else if order.or_more {
        said.push(speaker.plan("orders.or_more", &[]));
    }
    OrderView {
        key: order.key.clone(),
        title: speaker.paper(&order.key),
        requirement: order.requirement.clone(),
        status: status_code(order.status),
        status_text: status_text(speaker, order.status),
        order_by: order.order_by.map(|day| speaker.day(day)),
        not_before: order.not_before.map(|day| speaker.day(day)),
        there_by: order.there_by.map(|day| speaker.day(day)),
        in_time: verdict_code(order.in_time),
        or_more: order.or_more,
        text: said.join(" "),
        what: order.ask.as_ref().map(|ask| speaker.words(ask)),
        standing: standing_code(order.standing),
        standing_text: speaker.standing(order.standing),
    }
}
