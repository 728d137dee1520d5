//! What a row may claim of the way to the decision: stages, last starts, the right to stay, changes ahead.

use qonys_app::view::ChangeAheadView;
use qonys_app::view::DayView;
use qonys_app::view::LastStartView;
use qonys_app::view::NamedView;
use qonys_app::view::OrderView;
use qonys_app::view::RouteComparisonView;
use qonys_app::view::StageView;
use qonys_app::view::UntilDecisionView;

use crate::claims::code;
use crate::claims::differs;
use crate::claims::noted;
use crate::claims::reasons_say;
use crate::claims::standing;

/// A claim that was understood: what is wrong with it, if anything.
type Checked = Option<Option<String>>;

fn day(what: &str, wanted: &str, found: Option<&DayView>) -> Option<String> {
    let found = found.map_or_else(|| "none".to_owned(), |day| day.iso.clone());
    differs(what, &wanted.to_owned(), &found)
}

/// `stage ID | verdict | start by DAY | over by DAY | phase CODE | done | not done | term LENGTH UNIT | together`.
pub(crate) fn stage(stage: &StageView, lang: &str, claim: &str) -> Checked {
    if let Some(checked) = reasons_say(&stage.finding, lang, claim) {
        return Some(checked);
    }
    if let Some(wanted) = claim.strip_prefix("start by ") {
        return Some(day("the start", wanted, stage.start_by.as_ref()));
    }
    if let Some(wanted) = claim.strip_prefix("over by ") {
        return Some(day("the end", wanted, stage.over_by.as_ref()));
    }
    if let Some(wanted) = claim.strip_prefix("phase ") {
        return Some(differs(
            "the phase",
            &wanted.to_owned(),
            &code(&stage.phase),
        ));
    }
    if let Some(wanted) = claim.strip_prefix("term ") {
        let found = stage.term.as_ref().map_or_else(
            || "not known".to_owned(),
            |term| format!("{} {}", term.length, term.unit),
        );
        return Some(differs("the term", &wanted.to_owned(), &found));
    }
    if let Some(words) = claim.strip_prefix("disagreement ") {
        return Some(noted("disagreement", &stage.disagreements, lang, words));
    }
    if let Some(words) = claim.strip_prefix("note ") {
        return Some(noted("note", &stage.notes, lang, words));
    }
    match claim {
        "done" => Some(differs("done", &true, &stage.done)),
        "not done" => Some(differs("done", &false, &stage.done)),
        "together" => Some(differs(
            "shared",
            &Some(true),
            &stage.term.as_ref().map(|term| term.shared),
        )),
        _ => None,
    }
}

/// `last start PROCEDURE | for the plan DAY | under it DAY | known until DAY | …`.
pub(crate) fn last_start(start: &LastStartView, claim: &str) -> Option<String> {
    if let Some(wanted) = claim.strip_prefix("for the plan ") {
        return day("the start for the plan", wanted, start.for_plan.as_ref());
    }
    if let Some(wanted) = claim.strip_prefix("under it ") {
        return day("the start under it", wanted, start.for_procedure.as_ref());
    }
    if let Some(wanted) = claim.strip_prefix("known until ") {
        return day("its end", wanted, start.known_until.as_ref());
    }
    if let Some(word) = claim.strip_prefix("standing ") {
        return differs("the standing", &standing(word), &start.standing);
    }
    if let Some(word) = claim.strip_prefix("binds ") {
        let found = code(&start.binds).replace('_', " ");
        return differs("whether it binds", &word.to_owned(), &found);
    }
    match claim {
        "done" => differs("done", &true, &start.done),
        "missed for the plan" => differs("missed", &true, &start.for_plan_missed),
        "not missed for the plan" => differs("missed", &false, &start.for_plan_missed),
        "missed under it" => differs("missed", &true, &start.for_procedure_missed),
        "not missed under it" => differs("missed", &false, &start.for_procedure_missed),
        _ => panic!("no such claim: {claim}"),
    }
}

/// `until decision | VERDICT | stay until DAY | decision DAY | short by N | bridge until DAY | older DAY VERDICT | advice`.
pub(crate) fn until_decision(found: &UntilDecisionView, claim: &str) -> Option<String> {
    if let Some(wanted) = claim.strip_prefix("stay until ") {
        return day("the stay", wanted, found.may_stay_until.as_ref());
    }
    if let Some(wanted) = claim.strip_prefix("decision ") {
        return day("the decision", wanted, Some(&found.decision));
    }
    if let Some(wanted) = claim.strip_prefix("perhaps moved to ") {
        return day("the moved day", wanted, found.decision_moved.as_ref());
    }
    if let Some(wanted) = claim.strip_prefix("older perhaps moved to ") {
        let moved = found.older.as_ref().and_then(|older| older.moved.as_ref());
        return day("the older moved day", wanted, moved);
    }
    if let Some(wanted) = claim.strip_prefix("bridge until ") {
        return day("the bridge", wanted, found.bridge_until.as_ref());
    }
    if let Some(wanted) = claim.strip_prefix("short by ") {
        return differs("the gap", &wanted.to_owned(), &found.days_short.to_string());
    }
    if let Some(wanted) = claim.strip_prefix("older ") {
        let older = found.older.as_ref().map_or_else(
            || "none".to_owned(),
            |older| format!("{} {}", older.decision.iso, code(&older.verdict)),
        );
        return differs("the older term", &wanted.to_owned(), &older);
    }
    if let Some(word) = claim.strip_prefix("standing ") {
        return differs("the standing", &standing(word), &found.standing);
    }
    if let Some(word) = claim.strip_prefix("at filing ") {
        return differs("at filing", &word.to_owned(), &code(&found.at_filing));
    }
    match claim {
        "advice" => differs("the advice", &true, &found.advice.is_some()),
        "no advice" => differs("the advice", &false, &found.advice.is_some()),
        "the bridge reaches" => differs("the bridge", &true, &found.bridge_reaches),
        "the bridge does not reach" => differs("the bridge", &false, &found.bridge_reaches),
        verdict => differs(
            "the verdict",
            &verdict.to_owned(),
            &code(&found.verdict).replace('_', " "),
        ),
    }
}

/// `change DAY | KIND ID BEFORE to AFTER | …`: each is among the changes of that day; `only` says that there are no others.
pub(crate) fn changes(all: &[ChangeAheadView], on: &str, claims: &[&str]) -> Vec<String> {
    let found: Vec<String> = all
        .iter()
        .filter(|change| change.day.iso == on)
        .map(|change| {
            format!(
                "{} {} {} to {}",
                code(&change.of),
                change.id,
                code(&change.before).replace('_', " "),
                code(&change.after).replace('_', " ")
            )
        })
        .collect();
    let mut bad = Vec::new();
    for claim in claims {
        match *claim {
            "none" if found.is_empty() => {}
            "only" if found.len() + 1 == claims.len() => {}
            wanted if found.iter().any(|change| change == wanted) => {}
            wanted => bad.push(format!("{wanted} is none of {found:?}")),
        }
    }
    bad
}

/// `order KEY | by DAY | not before DAY | there by DAY | in time yes | standing …`.
pub(crate) fn order(order: &OrderView, claim: &str) -> Option<String> {
    if let Some(wanted) = claim.strip_prefix("by ") {
        return day("the last day to order", wanted, order.order_by.as_ref());
    }
    if let Some(wanted) = claim.strip_prefix("not before ") {
        return day("the first sensible day", wanted, order.not_before.as_ref());
    }
    if let Some(wanted) = claim.strip_prefix("there by ") {
        return day("there by", wanted, order.there_by.as_ref());
    }
    if let Some(word) = claim.strip_prefix("in time ") {
        return differs("in time", &word.to_owned(), &code(&order.in_time));
    }
    if let Some(word) = claim.strip_prefix("standing ") {
        return differs("the standing", &standing(word), &order.standing);
    }
    match claim {
        "it may take longer" => differs("or more", &true, &order.or_more),
        "what to ask" => differs("what to ask", &true, &order.what.is_some()),
        _ => panic!("no such claim: {claim}"),
    }
}

/// `compare ROUTE | yes | opens with FACT, FACT | more ID, ID | spared ID | fees ID | no answers open it`.
pub(crate) fn compare(route: &RouteComparisonView, claim: &str) -> Option<String> {
    let set = |what: &str, wanted: &str, found: Vec<&str>| {
        let wanted: std::collections::BTreeSet<&str> = wanted
            .split(',')
            .map(str::trim)
            .filter(|id| *id != "nothing")
            .collect();
        differs(what, &wanted, &found.into_iter().collect())
    };
    let ids = |named: &dyn Fn() -> Option<Vec<NamedView>>| named().unwrap_or_default();
    let needs = route.needs.as_ref();
    if let Some(wanted) = claim.strip_prefix("opens with ") {
        let facts = route.supposed.iter().map(|s| s.fact.as_str()).collect();
        return set("what opens it", wanted, facts);
    }
    if let Some(wanted) = claim.strip_prefix("more ") {
        let found = ids(&|| needs.map(|needs| needs.more.clone()));
        return set(
            "more",
            wanted,
            found.iter().map(|n| n.id.as_str()).collect(),
        );
    }
    if let Some(wanted) = claim.strip_prefix("spared ") {
        let found = ids(&|| needs.map(|needs| needs.spared.clone()));
        return set(
            "spared",
            wanted,
            found.iter().map(|n| n.id.as_str()).collect(),
        );
    }
    if let Some(wanted) = claim.strip_prefix("fees ") {
        let found = needs.map(|needs| needs.fees.clone()).unwrap_or_default();
        return set(
            "the fees",
            wanted,
            found.iter().map(|fee| fee.id.as_str()).collect(),
        );
    }
    match claim {
        "no answers open it" => differs("what is needed", &true, &needs.is_none()),
        verdict => differs(
            "the verdict",
            &verdict.to_owned(),
            &code(&route.verdict).replace('_', " "),
        ),
    }
}
