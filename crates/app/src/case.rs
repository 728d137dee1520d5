//! A case: the plan and the answers of one application.

use chrono::NaiveDate;
use qonys_law::Answers;
use qonys_law::Plan;
use qonys_reminders::ReminderSettings;

use crate::office_blanks::KeptBlank;
use crate::papers::OwnTexts;

/// The dates of the plan, as far as the person gave them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CasePlan {
    /// The day the papers are handed in.
    pub filing: Option<NaiveDate>,
    /// The day the fee is paid.
    pub payment: Option<NaiveDate>,
    /// The day of the decision.
    pub decision: Option<NaiveDate>,
}

impl CasePlan {
    /// The plan on a day: without a filing day one files today.
    #[must_use]
    pub fn on(&self, today: NaiveDate) -> Plan {
        Plan {
            today,
            filing: self.filing.unwrap_or(today),
            filing_given: self.filing.is_some(),
            payment: self.payment,
            decision: self.decision,
        }
    }
}

/// A case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// A remark about the case, for files made by hand.
    pub about: Option<String>,
    /// The plan.
    pub plan: CasePlan,
    /// The answers.
    pub answers: Answers,
    /// Texts of the person's own, in place of composed ones on papers.
    pub texts: OwnTexts,
    /// What the person chose about reminders.
    pub reminders: ReminderSettings,
    /// Blanks of offices with the boxes that were placed on them.
    pub blanks: Vec<KeptBlank>,
    /// The sealed file of the photo, by its id in the vault.
    pub photo: Option<String>,
}
