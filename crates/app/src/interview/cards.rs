//! The papers to say something about: one card each.

use qonys_law::Fact;
use qonys_law::RequirementFinding;
use qonys_law::VerdictKind;

use crate::assessment::legalisation_view;
use crate::assessment::obtaining_view;
use crate::assessment::status_code;
use crate::assessment::status_text;
use crate::entry::asks_for_name;
use crate::entry::bears_name;
use crate::entry::doubts_of_paper;
use crate::interview::Screen;
use crate::paper_key::PaperKey;
use crate::papers::filled;
use crate::speak::PAPER;
use crate::view::PaperCardView;

/// The one question that every paper has.
const IN_HAND: &str = "in_hand";

/// What is asked of a paper that shows a sum.
const OF_A_SUM: [&str; 2] = ["issued", "amount"];

/// What is asked of no paper that shows none.
const AMOUNT: &str = "amount";

impl Screen<'_> {
    pub(super) fn papers(&self) -> Vec<PaperCardView> {
        let mut cards: Vec<PaperCardView> = Vec::new();
        for requirement in &self.assessment.requirements {
            if !self.matters(requirement) {
                continue;
            }
            for paper in &requirement.papers {
                if cards.iter().all(|card| card.key != paper.key) {
                    cards.push(self.card(requirement, paper));
                }
            }
        }
        cards
    }

    /// The papers without a card of which it is not decided whether they are needed, each title once.
    pub(super) fn perhaps(&self, cards: &[PaperCardView]) -> Vec<String> {
        let mut titles: Vec<String> = Vec::new();
        for requirement in &self.assessment.requirements {
            let open = requirement.finding.verdict.kind() == VerdictKind::Undecided;
            let has_a_card =
                |paper: &qonys_law::PaperFinding| cards.iter().any(|card| card.key == paper.key);
            if !open || self.matters(requirement) || requirement.papers.iter().any(has_a_card) {
                continue;
            }
            let title = self.speaker.words(&requirement.title);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles
    }

    /// Whether the papers of a requirement are asked after: it is needed, or nobody can say whether the list binds that it belongs to.
    fn matters(&self, requirement: &RequirementFinding) -> bool {
        let needed = &requirement.finding.verdict;
        let open_list = || {
            self.assessment.procedures.iter().any(|procedure| {
                procedure.finding.id == requirement.procedure
                    && procedure.finding.verdict.kind() == VerdictKind::Undecided
            })
        };
        needed.kind() == VerdictKind::Yes || (needed.left_to_officials() && open_list())
    }

    fn card(
        &self,
        requirement: &RequirementFinding,
        paper: &qonys_law::PaperFinding,
    ) -> PaperCardView {
        let record = self
            .speaker
            .knowledge
            .pack
            .requirements
            .iter()
            .find(|record| record.id == requirement.finding.id);
        let questions = if record.is_some_and(|record| record.held.is_some()) {
            Vec::new()
        } else {
            // Only where a term runs from its issue does the rest of a paper's facts matter.
            let dated = record.is_some_and(|record| record.valid.is_some());
            let summed =
                record.is_some_and(|record| record.amount.is_some() || record.fee.is_some());
            let named = bears_name(&paper.key);
            let wanted = |fact: &Fact| {
                let name = fact.id.fact.as_str();
                if asks_for_name(&fact.id) {
                    return named;
                }
                name == IN_HAND || (summed && OF_A_SUM.contains(&name)) || (dated && name != AMOUNT)
            };
            self.interview()
                .facts_of(PAPER)
                .filter(|fact| wanted(fact))
                .filter(|fact| self.asked(fact, Some(&paper.key)))
                .map(|fact| self.question(fact, Some(&paper.key)))
                .collect()
        };
        PaperCardView {
            key: paper.key.clone(),
            title: self.speaker.paper(&paper.key),
            what: self.speaker.words(&requirement.what),
            status: status_code(paper.status),
            status_text: status_text(&self.speaker, paper.status),
            last_good_day: paper.last_good_day.map(|day| self.speaker.day(day)),
            obtaining: paper
                .obtaining
                .as_ref()
                .map(|found| obtaining_view(&self.speaker, found)),
            legalisation: paper
                .legalisation
                .as_ref()
                .map(|found| legalisation_view(&self.speaker, found)),
            instead: paper
                .instead
                .as_ref()
                .map(|words| self.speaker.words(words)),
            filled: filled(self.speaker.knowledge, PaperKey::of(&paper.key).paper),
            order_by: self
                .assessment
                .orders
                .papers
                .iter()
                .find(|order| order.key == paper.key)
                .and_then(|order| order.order_by)
                .map(|day| self.speaker.day(day)),
            questions,
            doubts: doubts_of_paper(&self.speaker, &paper.key),
            source: requirement
                .finding
                .cited
                .as_ref()
                .map(|cited| self.speaker.source(cited)),
        }
    }
}
