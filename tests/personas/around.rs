//! What rows may claim of procedures beside the application, of circumstances and of answers to look at again.

use qonys_app::view::AssessmentView;
use qonys_app::view::BesideView;
use qonys_app::view::CircumstanceView;
use qonys_app::view::ProcedureView;
use qonys_app::view::RequirementView;
use qonys_app::view::SanityView;
use qonys_app::view::StepView;

use crate::claims::Checked;
use crate::claims::differs;
use crate::claims::noted;

/// The papers of the application and of what stands beside it.
pub(crate) fn requirements(view: &AssessmentView) -> impl Iterator<Item = &RequirementView> {
    view.requirements
        .iter()
        .chain(view.beside.iter().flat_map(|beside| &beside.requirements))
}

/// The steps to all papers that are still to come.
pub(crate) fn steps(view: &AssessmentView) -> impl Iterator<Item = &StepView> {
    requirements(view)
        .flat_map(|requirement| &requirement.papers)
        .filter_map(|paper| paper.obtaining.as_ref())
        .flat_map(|obtaining| &obtaining.steps)
}

pub(crate) fn procedure(procedure: &ProcedureView, lang: &str, claim: &str) -> Checked {
    if let Some(words) = claim.strip_prefix("note ") {
        return Some(noted("note", &procedure.notes, lang, words));
    }
    let words = claim.strip_prefix("disagreement ")?;
    Some(noted("disagreement", &procedure.disagreements, lang, words))
}

pub(crate) fn beside(beside: &BesideView, claim: &str) -> Checked {
    let ids = claim.strip_prefix("asks for ")?;
    let wanted: Vec<&str> = ids.split(',').map(str::trim).collect();
    let found: Vec<&str> = beside
        .requirements
        .iter()
        .map(|requirement| requirement.finding.id.as_str())
        .collect();
    Some(differs("what it asks for", &wanted, &found))
}

pub(crate) fn circumstance(circumstance: &CircumstanceView, lang: &str, claim: &str) -> Checked {
    if let Some(words) = claim.strip_prefix("note ") {
        return Some(noted("note", &circumstance.notes, lang, words));
    }
    let words = claim.strip_prefix("disagreement ")?;
    Some(noted(
        "disagreement",
        &circumstance.disagreements,
        lang,
        words,
    ))
}

/// Exactly these answers are to be looked at again, as `check fact + fact`; `nothing` when there is none.
pub(crate) fn sanity(found: &[SanityView], claims: &[&str]) -> Vec<String> {
    let shown: Vec<String> = found
        .iter()
        .map(|check| {
            let facts: Vec<&str> = check
                .look_at
                .iter()
                .map(|answer| answer.fact.as_str())
                .collect();
            format!("{} {}", check.id, facts.join(" + "))
        })
        .collect();
    let wanted: Vec<String> = claims
        .iter()
        .filter(|claim| **claim != "nothing")
        .map(|claim| (*claim).to_owned())
        .collect();
    differs("the answers to look at again", &wanted, &shown)
        .into_iter()
        .collect()
}
