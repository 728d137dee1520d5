//! A case: the plan and the answers of one application.

use chrono::NaiveDate;
use qonys_law::Answers;
use qonys_law::Plan;
use qonys_law::Value;
use qonys_reminders::ReminderSettings;

use crate::knowledge::Knowledge;
use crate::office_blanks::KeptBlank;
use crate::papers::OwnTexts;

/// The single entity of the application, and its fact: the day on which the office took the papers.
pub(crate) const APPLICATION: &str = "application";
pub(crate) const HANDED_IN: &str = "handed_in";

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

impl Case {
    /// The day on which the papers are handed in: the day on which they were, else that of the plan, else today.
    #[must_use]
    pub fn filing_day(&self, knowledge: &Knowledge, today: NaiveDate) -> NaiveDate {
        self.handed_in(knowledge, today)
            .unwrap_or_else(|| self.plan.on(today).filing)
    }

    /// The day on which the papers of the application that goes on were handed in.
    #[must_use]
    pub fn handed_in(&self, knowledge: &Knowledge, today: NaiveDate) -> Option<NaiveDate> {
        qonys_law::handed_in(&knowledge.pack, &knowledge.interview, &self.answers, today)
    }

    /// The case as one knows it on a day, or on the day on which the papers were handed in: that day is the filing day of the plan then,
    /// and the other days of a plan that names another one are left out.
    #[must_use]
    pub fn planned_as_filed(mut self, knowledge: &Knowledge, today: Option<NaiveDate>) -> Self {
        let Some(Value::Date(told)) = self.answers.value(APPLICATION, HANDED_IN) else {
            return self;
        };
        let Some(day) = self.handed_in(knowledge, today.unwrap_or(*told)) else {
            return self;
        };
        if self.plan.filing.is_some_and(|planned| planned != day) {
            self.plan = CasePlan::default();
        }
        self.plan.filing = Some(day);
        self
    }

    /// The case of whoever has not handed in the papers, to think of another day.
    #[must_use]
    pub fn not_handed_in(mut self) -> Self {
        if let Some(application) = self.answers.singles.get_mut(APPLICATION) {
            application.remove(HANDED_IN);
        }
        self
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
