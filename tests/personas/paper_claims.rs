//! What a cell of a row about one paper may claim.

use qonys_app::view::PaperView;
use qonys_app::view::StepView;

use crate::claims::code;
use crate::claims::differs;

/// The only claim of a row about a paper that is not asked for.
pub(crate) const NONE: &str = "none of it";

/// The claim of a row `paper KEY`.
pub(crate) fn paper(paper: &PaperView, lang: &str, claim: &str) -> Option<String> {
    if let Some(day) = claim.strip_prefix("good until ") {
        let found = paper.last_good_day.as_ref().map(|day| day.iso.as_str());
        return differs("the last good day", &Some(day), &found);
    }
    if let Some(status) = claim.strip_prefix("status ") {
        return differs("the status", &status.to_owned(), &code(&paper.status));
    }
    if let Some(name) = claim.strip_prefix("of ") {
        return differs("the person", &Some(name), &paper.person.as_deref());
    }
    if claim == NONE {
        return Some("there is one".to_owned());
    }
    if claim == "what to bring instead" {
        return differs("an instead", &true, &paper.instead.is_some());
    }
    if let Some(rest) = claim.strip_prefix("as a foreign paper ") {
        let found = paper.legalisation.as_ref().map_or_else(
            || "nothing said".to_owned(),
            |found| {
                format!(
                    "{} {}",
                    code(&found.form).replace('_', " "),
                    code(&found.standing)
                )
            },
        );
        return differs("what a foreign paper needs", &rest.to_owned(), &found);
    }
    obtaining(paper, lang, claim)
}

/// `obtained by issue 7 calendar, apostille ?`, `obtained as secondary`, `to ask`, `obtained: nothing said`.
fn obtaining(paper: &PaperView, lang: &str, claim: &str) -> Option<String> {
    let found = paper.obtaining.as_ref();
    if claim == "nothing said of how" {
        return differs("how it is obtained", &false, &found.is_some());
    }
    let Some(found) = found else {
        return Some("nothing is said of how it is obtained".to_owned());
    };
    if let Some(wanted) = claim.strip_prefix("obtained by ") {
        let steps: Vec<String> = found.steps.iter().map(step).collect();
        return differs("the steps", &wanted.to_owned(), &steps.join(", "));
    }
    if let Some(standing) = claim.strip_prefix("obtained as ") {
        return differs("the standing", &standing.to_owned(), &code(&found.standing));
    }
    if let Some(words) = claim.strip_prefix("office ") {
        let offices: Vec<&str> = found.steps.iter().map(|s| s.office.as_str()).collect();
        let named = lang != "en" || offices.iter().any(|office| office.contains(words));
        return (!named).then(|| format!("no office is {words}: {offices:?}"));
    }
    match claim {
        "something to ask" => differs("what to ask", &true, &found.ask.is_some()),
        "all times known" => differs("all times", &true, &found.timed),
        "not all times known" => differs("all times", &false, &found.timed),
        _ => panic!("no such claim: {claim}"),
    }
}

fn step(step: &StepView) -> String {
    let takes = step.takes.map_or_else(
        || "?".to_owned(),
        |takes| {
            format!(
                "{}-{} {}{}",
                takes.at_least,
                takes.at_most,
                if takes.working_days {
                    "working"
                } else {
                    "calendar"
                },
                if takes.or_more { " or more" } else { "" }
            )
        },
    );
    format!("{} {takes}", code(&step.kind))
}
