//! Fees, the budget, unit prices, payment details and the sums on papers.

use qonys_app::text_with;
use qonys_app::view::AssessmentView;
use qonys_app::view::BudgetPartView;
use qonys_app::view::BudgetView;
use qonys_app::view::FeeView;
use qonys_app::view::TariffView;
use qonys_app::view::VerdictCode;

use crate::report::Report;

impl Report {
    /// Everything about money.
    pub(super) fn money(&mut self, view: &AssessmentView) {
        self.heading("fees");
        for fee in &view.fees {
            self.fee(fee);
        }
        if !view.sum_checks.is_empty() {
            self.heading("sum_checks");
            for check in &view.sum_checks {
                self.line(1, &format!("{}: {}", check.title, check.text));
            }
        }
        self.budget(&view.budget);
        self.heading("payment");
        for detail in &view.payment_details {
            self.line(
                1,
                &format!(
                    "{}: {} [{}]",
                    detail.title, detail.text, detail.standing_text
                ),
            );
            for note in &detail.notes {
                self.line(3, &note.text);
            }
        }
        self.heading("tariffs");
        for tariff in &view.tariffs {
            self.tariff(tariff);
        }
    }

    fn fee(&mut self, fee: &FeeView) {
        self.line(
            1,
            &format!("{}: {}", fee.sum.title, fee.finding.verdict_text),
        );
        if fee.later {
            let later = text_with(self.lang, "report.later", &[]);
            self.line(2, &later);
        }
        if fee.finding.verdict != VerdictCode::No {
            self.sum(&fee.sum);
            if let Some(due) = &fee.due
                && due.sum != fee.sum.sum
            {
                let words = text_with(self.lang, "report.due", &[("day", &due.day.text)]);
                self.line(2, &words);
                self.working(due);
            }
        }
        self.finding(&fee.finding);
    }

    fn budget(&mut self, budget: &BudgetView) {
        self.heading("budget");
        self.line(1, &budget.text);
        for stage in &budget.stages {
            let known = stage
                .known
                .as_ref()
                .map_or_else(String::new, |known| format!(": {}", known.text));
            self.line(1, &format!("{}{known}", stage.title));
            for part in &stage.parts {
                self.part(part);
            }
        }
    }

    fn part(&mut self, part: &BudgetPartView) {
        self.line(2, &format!("{}: {}", part.title, part.text));
        for why in &part.whys {
            self.line(3, &why.text);
        }
        if let Some(orientation) = part
            .unit
            .as_ref()
            .and_then(|unit| unit.orientation.as_ref())
        {
            self.line(3, &orientation.text);
        }
        for note in &part.notes {
            self.line(3, &note.text);
        }
        if let Some(source) = &part.source {
            self.line(3, &format!("[{}; {}]", source.text, part.standing_text));
        }
    }

    fn tariff(&mut self, tariff: &TariffView) {
        let per = tariff
            .per
            .as_ref()
            .map_or_else(String::new, |per| format!(" {per}"));
        self.line(1, &format!("{}.{per}", tariff.sum.title));
        if tariff.finding.verdict == VerdictCode::No {
            self.line(2, &tariff.finding.verdict_text);
        } else {
            self.sum(&tariff.sum);
        }
        self.finding(&tariff.finding);
    }
}
