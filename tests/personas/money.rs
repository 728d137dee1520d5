//! Rows about money: unit prices, the budget, the sums on papers, how a duty is paid.

use qonys_app::view::AssessmentView;
use qonys_app::view::BudgetPartView;
use qonys_app::view::BudgetView;
use qonys_app::view::PartStateCode;
use qonys_app::view::SumCheckView;
use qonys_app::view::TariffView;

use crate::claims;
use crate::claims::differs;

/// What is wrong with a row: `tariff ID`, `part ID`, `budget known`, `budget complete`, `budget missing`,
/// `stage_sum STAGE`, `sum_on PAPER`, `payment ID`.
pub(crate) fn problems(
    view: &AssessmentView,
    kind: &str,
    id: &str,
    claims: &[&str],
) -> Vec<String> {
    let each = |check: &dyn Fn(&str) -> Option<String>| {
        claims.iter().filter_map(|claim| check(claim)).collect()
    };
    let parts = || view.budget.stages.iter().flat_map(|stage| &stage.parts);
    match kind {
        "tariff" => match view.tariffs.iter().find(|tariff| tariff.finding.id == id) {
            Some(found) => each(&|claim| tariff(found, claim)),
            None => vec!["there is none".to_owned()],
        },
        "part" => match parts().find(|part| part.id == id) {
            Some(found) => each(&|claim| part(found, &view.language, claim)),
            None if claims == ["none"] => Vec::new(),
            None => vec!["there is none".to_owned()],
        },
        "stage_sum" => {
            let found = view
                .budget
                .stages
                .iter()
                .find(|stage| claims::code(&stage.stage) == id)
                .and_then(|stage| stage.known.as_ref())
                .map(|known| known.tenge.as_str());
            each(&|claim| {
                let wanted = (claim != "none").then_some(claim);
                differs("the sum of the stage", &wanted, &found)
            })
        }
        "sum_on" => match view.sum_checks.iter().find(|check| check.key == id) {
            Some(found) => each(&|claim| sum_on(found, &view.language, claim)),
            None if claims == ["none"] => Vec::new(),
            None => vec!["there is none".to_owned()],
        },
        "payment" => match view.payment_details.iter().find(|detail| detail.id == id) {
            Some(found) => each(&|claim| match claim.strip_prefix("standing ") {
                Some(word) => differs("the standing", &claims::standing(word), &found.standing),
                None => differs("the detail", &claim, &found.text.as_str()),
            }),
            None => vec!["there is none".to_owned()],
        },
        _ => budget(view, id, claims),
    }
}

fn budget(view: &AssessmentView, about: &str, claims: &[&str]) -> Vec<String> {
    let budget = &view.budget;
    let found: Vec<String> = match about {
        "known" => budget
            .known
            .iter()
            .map(|known| known.tenge.clone())
            .collect(),
        "complete" => vec![if budget.complete { "yes" } else { "no" }.to_owned()],
        "missing" => budget.missing.iter().map(|part| part.id.clone()).collect(),
        _ => panic!("no such row: budget {about}"),
    };
    let wanted: Vec<String> = claims
        .iter()
        .flat_map(|cell| cell.split(','))
        .map(|claim| claim.trim().to_owned())
        .filter(|claim| claim != "none")
        .collect();
    differs("the budget", &wanted, &found).into_iter().collect()
}

fn tariff(tariff: &TariffView, claim: &str) -> Option<String> {
    match claims::verdict("tariff", claim) {
        Some(verdict) => differs("the verdict", &verdict, &tariff.finding.verdict),
        None => claims::sum(&tariff.sum, claim)
            .unwrap_or_else(|| claims::finding(&tariff.finding, claim)),
    }
}

fn part(part: &BudgetPartView, lang: &str, claim: &str) -> Option<String> {
    if let Some(total) = claim.strip_prefix("total ") {
        let found = part.total.as_ref().map(|total| total.tenge.as_str());
        return differs("the total", &Some(total), &found);
    }
    if let Some(count) = claim.strip_prefix("count ") {
        return differs("the count", &count.parse().ok(), &part.count);
    }
    if let Some(each) = claim.strip_prefix("each ") {
        let found = part
            .unit
            .as_ref()
            .and_then(|unit| unit.sum.as_ref())
            .map(|sum| sum.tenge.as_str());
        return differs("the unit price", &Some(each), &found);
    }
    if let Some(id) = claim.strip_prefix("because ") {
        let ids: Vec<&str> = part.whys.iter().map(|why| why.id.as_str()).collect();
        return (!ids.contains(&id)).then(|| format!("{id} is none of {ids:?}"));
    }
    if let Some(word) = claim.strip_prefix("standing ") {
        return differs("the standing", &claims::standing(word), &part.standing);
    }
    if let Some(words) = claim.strip_prefix("note ") {
        return claims::noted("note", &part.notes, lang, words);
    }
    let state = claims::code(&part.state).replace('_', " ");
    differs("the state", &claim, &state.as_str())
}

fn sum_on(check: &SumCheckView, lang: &str, claim: &str) -> Option<String> {
    let tenge = |money: &Option<qonys_app::view::MoneyView>| {
        money.as_ref().map(|money| money.tenge.clone())
    };
    if let Some(wanted) = claim.strip_prefix("due ") {
        let found = check.due.as_ref().and_then(|due| tenge(&due.sum));
        return differs("what is due", &Some(wanted.to_owned()), &found);
    }
    if let Some(wanted) = claim.strip_prefix("difference ") {
        return differs(
            "the difference",
            &Some(wanted.to_owned()),
            &tenge(&check.difference),
        );
    }
    if let Some(indices) = claim.strip_prefix("fits ") {
        let wanted: Vec<&str> = indices
            .split(',')
            .map(str::trim)
            .filter(|index| *index != "none")
            .collect();
        let found: Vec<&str> = check.fits.iter().map(|fit| fit.index.as_str()).collect();
        return differs("the indices", &wanted, &found);
    }
    if let Some(words) = claim.strip_prefix("says ") {
        return (lang == "en" && !check.text.contains(words))
            .then(|| format!("it does not say \"{words}\": {}", check.text));
    }
    if claim == "after filing" {
        return differs("after filing", &true, &check.after_filing);
    }
    let outcome = claims::code(&check.outcome).replace('_', " ");
    differs("the outcome", &claim, &outcome.as_str())
}

/// What is wrong with the sums of a budget.
pub(crate) fn does_not_add_up(budget: &BudgetView) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut whole: Option<i64> = None;
    let mut missing: Vec<&str> = Vec::new();
    for stage in &budget.stages {
        let mut sum = None;
        for part in &stage.parts {
            let counted = part.state == PartStateCode::Counted;
            if counted != part.total.is_some() {
                wrong.push(format!("{}: only what is counted has a sum", part.id));
            }
            if !counted && part.state != PartStateCode::Possible {
                missing.push(&part.id);
            }
            if let Some(total) = &part.total {
                sum = Some(sum.unwrap_or(0) + tiyn(&total.tenge));
            }
        }
        wrong.extend(differs(
            "the sum of a stage",
            &stage.known.as_ref().map(|known| tiyn(&known.tenge)),
            &sum,
        ));
        whole = match (whole, sum) {
            (Some(whole), Some(sum)) => Some(whole + sum),
            (one, other) => one.or(other),
        };
    }
    wrong.extend(differs(
        "the known sum",
        &budget.known.as_ref().map(|known| tiyn(&known.tenge)),
        &whole,
    ));
    let named: Vec<&str> = budget.missing.iter().map(|part| part.id.as_str()).collect();
    wrong.extend(differs("what is missing", &missing, &named));
    wrong.extend(differs("complete", &missing.is_empty(), &budget.complete));
    wrong
}

fn tiyn(tenge: &str) -> i64 {
    tenge.replace('.', "").parse().expect("a sum")
}
