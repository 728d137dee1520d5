//! The papers that the heading counts. Of two lists of which only one can bind, the papers are never added up.

use std::collections::BTreeSet;

use qonys_law::Assessment;
use qonys_law::PaperFinding;
use qonys_law::PaperStatus;
use qonys_law::RequirementFinding;
use qonys_law::VerdictKind;

/// The papers that are not ready or not said to be, each with its requirement: of two criminal-record certificates one can be
/// there. A requirement without papers of its own counts as one.
pub(crate) fn unready(
    assessment: &Assessment,
) -> Vec<(&RequirementFinding, Option<&PaperFinding>)> {
    let readiness = &assessment.readiness;
    let mut found = Vec::new();
    for requirement in &assessment.requirements {
        let id = &requirement.finding.id;
        if !readiness.not_ready.contains(id) && !readiness.open.contains(id) {
            continue;
        }
        let before = found.len();
        found.extend(
            requirement
                .papers
                .iter()
                .filter(|paper| match paper.status {
                    PaperStatus::InHand | PaperStatus::NotNeeded => false,
                    PaperStatus::NotSaid
                    | PaperStatus::OfficeSays
                    | PaperStatus::DateMissing
                    | PaperStatus::SumOpen
                    | PaperStatus::Open
                    | PaperStatus::Missing
                    | PaperStatus::NotYet
                    | PaperStatus::WillBeOutOfDate
                    | PaperStatus::OutOfDate
                    | PaperStatus::WrongSum
                    | PaperStatus::NoneInCountry => true,
                })
                .map(|paper| (requirement, Some(paper))),
        );
        if found.len() == before {
            found.push((requirement, None));
        }
    }
    found
}

/// How many papers are not ready: the fewest and the most, where it is not decided yet whose list binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnreadyCount {
    pub(crate) least: usize,
    pub(crate) most: usize,
}

/// Counts the papers of the lists that can bind together: those that surely bind, with one of the lists that stand for themselves
/// and may bind, and with none or all of those that may be added to it. A paper that several of them ask for is one paper.
pub(crate) fn unready_count(assessment: &Assessment) -> UnreadyCount {
    let all = unready(assessment);
    let of_list = |procedure: &str| -> BTreeSet<&str> {
        all.iter()
            .filter(|(requirement, _)| requirement.procedure == procedure)
            .map(|(requirement, paper)| paper.map_or(&*requirement.paper, |paper| &*paper.key))
            .collect()
    };
    let (mut certain, mut added) = (BTreeSet::new(), BTreeSet::new());
    let mut alternatives = Vec::new();
    for procedure in &assessment.procedures {
        let papers = of_list(&procedure.finding.id);
        match (procedure.finding.verdict.kind(), &procedure.adds_to) {
            (VerdictKind::Undecided, None) => alternatives.push(papers),
            (VerdictKind::Undecided, Some(_)) => added.extend(papers),
            (VerdictKind::Yes | VerdictKind::No | VerdictKind::DoesNotApply, _) => {
                certain.extend(papers);
            }
        }
    }
    if alternatives.is_empty() {
        alternatives.push(BTreeSet::new());
    }
    let with = |papers: &BTreeSet<&str>| certain.union(papers).count();
    let with_added = |papers: &BTreeSet<&str>| with(&papers.union(&added).copied().collect());
    UnreadyCount {
        least: alternatives.iter().map(with).min().unwrap_or_default(),
        most: alternatives
            .iter()
            .map(with_added)
            .max()
            .unwrap_or_default(),
    }
}
