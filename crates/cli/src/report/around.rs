//! One paper to hand in, and what stands around the application.

use qonys_app::view::AssessmentView;
use qonys_app::view::NoteView;
use qonys_app::view::RequirementView;
use qonys_app::view::SanityView;
use qonys_app::view::VerdictCode;

use crate::report::Report;

impl Report {
    /// One paper to hand in, with everything that is said of it.
    pub(super) fn requirement(&mut self, requirement: &RequirementView) {
        self.line(
            1,
            &format!(
                "{} {}: {} ({})",
                requirement.number,
                requirement.title,
                requirement.finding.verdict_text,
                requirement.status_text
            ),
        );
        self.finding(&requirement.finding);
        if requirement.finding.verdict != VerdictCode::No && !requirement.what.is_empty() {
            self.line(3, &requirement.what);
        }
        if requirement.finding.verdict == VerdictCode::Yes && !requirement.form.is_empty() {
            let forms: Vec<&str> = requirement
                .form
                .iter()
                .map(|form| form.text.as_str())
                .collect();
            self.line(3, &forms.join("; "));
        }
        for paper in &requirement.papers {
            self.paper(paper);
        }
        if let Some(sum) = &requirement.sum {
            self.sum(sum);
        }
        self.notes(&requirement.notes, &requirement.disagreements);
        if let Some(instead) = &requirement.instead
            && requirement
                .papers
                .iter()
                .all(|paper| paper.instead.is_none())
        {
            self.line(3, instead);
        }
    }

    /// Remarks and other readings.
    pub(super) fn notes(&mut self, notes: &[NoteView], disagreements: &[NoteView]) {
        for note in notes.iter().chain(disagreements) {
            self.line(3, &note.text);
        }
    }

    /// Answers that cannot be true as they stand, before anything that rests on them.
    pub(super) fn sanity(&mut self, found: &[SanityView]) {
        if found.is_empty() {
            return;
        }
        self.heading("sanity");
        for check in found {
            self.line(1, &check.text);
            for answer in &check.look_at {
                let said = answer.answer.as_deref().unwrap_or("…");
                self.line(2, &format!("{}: {said} [{}]", answer.label, answer.fact));
            }
        }
    }

    /// Circumstances to state, and what stands beside the application.
    pub(super) fn around(&mut self, view: &AssessmentView) {
        if view
            .circumstances
            .iter()
            .any(|found| found.finding.verdict == VerdictCode::Yes)
        {
            self.heading("circumstances");
        }
        for circumstance in &view.circumstances {
            if circumstance.finding.verdict == VerdictCode::Yes {
                self.line(1, &circumstance.title);
                self.line(2, &circumstance.proof);
                self.finding(&circumstance.finding);
                self.notes(&circumstance.notes, &circumstance.disagreements);
            }
        }
        self.heading("beside");
        for beside in &view.beside {
            let procedure = &beside.procedure;
            self.line(
                1,
                &format!("{}: {}", procedure.title, procedure.finding.verdict_text),
            );
            self.finding(&procedure.finding);
            self.notes(&procedure.notes, &procedure.disagreements);
            for requirement in &beside.requirements {
                self.requirement(requirement);
            }
        }
    }
}
