//! What stands beside the application: the temporary permit while one waits, the status of kandas.

use crate::assess::Context;
use crate::assess::procedures::Bound;
use crate::assess::procedures::ProcedureFinding;
use crate::assess::requirements;
use crate::assess::requirements::RequirementFinding;

/// A procedure beside the application, with its own papers. It never changes whether one may apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideFinding {
    /// Whether it is open to the person.
    pub procedure: ProcedureFinding,
    /// What it asks for.
    pub requirements: Vec<RequirementFinding>,
}

/// Every procedure beside the application, with what it asks for.
pub(crate) fn all(context: &Context<'_>, beside: Vec<Bound<'_>>) -> Vec<BesideFinding> {
    let mut papers: Vec<RequirementFinding> = requirements::all(context, &beside)
        .into_iter()
        .filter(|judged| judged.shown)
        .map(|judged| judged.finding)
        .collect();
    beside
        .into_iter()
        .map(|bound| {
            let procedure = bound.finding;
            let (own, others) = papers
                .drain(..)
                .partition(|paper| paper.procedure == procedure.finding.id);
            papers = others;
            BesideFinding {
                procedure,
                requirements: own,
            }
        })
        .collect()
}
