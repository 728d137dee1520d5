//! The day that a paper bears: that of the filing, or that on which somebody makes it for themselves.

use chrono::NaiveDate;

use crate::case::Case;
use crate::knowledge::Knowledge;
use crate::papers::cover::filed_on;

/// The papers that no office sees on the filing day.
const MADE_FOR_ONESELF: [&str; 2] = ["deadline_sheet", "decision_receipt"];

/// The day that a paper bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaperDay {
    /// It is handed in then, and everything on it is reckoned for that day.
    HandedIn(NaiveDate),
    /// It is made then, and the plan stays what it is.
    Made(NaiveDate),
}

impl PaperDay {
    /// The day of a paper of the open case.
    pub(crate) fn of(paper: &str, filing: NaiveDate, today: NaiveDate) -> Self {
        if MADE_FOR_ONESELF.contains(&paper) {
            Self::Made(today)
        } else {
            Self::HandedIn(filing)
        }
    }

    /// The day itself.
    pub(crate) fn day(self) -> NaiveDate {
        match self {
            Self::HandedIn(day) | Self::Made(day) => day,
        }
    }

    /// The case as the paper tells of it. A plan whose filing day has passed is thought of as carried out on the day of the paper.
    pub(super) fn known(self, knowledge: &Knowledge, case: &Case) -> Case {
        match self {
            Self::Made(today) if case.handed_in(knowledge, today).is_some() => {
                case.clone().planned_as_filed(knowledge, Some(today))
            }
            Self::Made(today) if case.plan.filing.is_some_and(|planned| planned > today) => {
                case.clone()
            }
            Self::Made(day) | Self::HandedIn(day) => filed_on(knowledge, case, day),
        }
    }
}
