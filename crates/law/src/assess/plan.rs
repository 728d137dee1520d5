//! The plan: when the person pays, files and is decided on.

use chrono::Months;
use chrono::NaiveDate;
use serde::Deserialize;
use serde::Serialize;

use crate::answers::Answers;
use crate::assess::handed_in::handed_in;
use crate::assess::papers::IN_HAND;
use crate::assess::papers::ISSUED;
use crate::evaluate::Evaluation;
use crate::interview::Interview;
use crate::pack::Pack;
use crate::pack::TestedOn;
use crate::timeline::Axis;
use crate::value::Value;

/// The term in which an application is decided, as the pack names it.
const SERVICE_TERM: &str = "service_term";

/// How far the axis reaches to both sides of the plan, in months.
const REACH: u32 = 240;

/// What the person plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub struct Plan {
    /// The day on which the question is asked.
    pub today: NaiveDate,
    /// The day the papers are handed in.
    pub filing: NaiveDate,
    /// Whether the person gave that day; else it is only assumed.
    pub filing_given: bool,
    /// The day the fee is paid; if not planned, the day of the receipt in hand, else the filing day.
    pub payment: Option<NaiveDate>,
    /// The day of the decision; the end of the term for it, if not planned.
    pub decision: Option<NaiveDate>,
}

/// A day of the plan, and whether the person gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PlannedDay {
    /// The day.
    pub day: NaiveDate,
    /// Whether the person gave it; else it was assumed.
    pub given: bool,
}

/// The days on which rules are tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PlannedDays {
    /// The day on which the question is asked.
    pub today: NaiveDate,
    /// The day the fee is paid.
    pub payment: PlannedDay,
    /// The day the papers are handed in.
    pub filing: PlannedDay,
    /// The day of the decision.
    pub decision: PlannedDay,
    /// Whether the papers of this application are handed in: then the filing day is the day on which they were.
    pub handed_in: bool,
}

impl PlannedDays {
    /// The day a rule is tested on.
    #[must_use]
    pub fn tested(&self, on: TestedOn) -> NaiveDate {
        match on {
            TestedOn::Filing => self.filing.day,
            TestedOn::Payment => self.payment.day,
            TestedOn::Decision => self.decision.day,
        }
    }

    /// The last day that the plan reaches: today, the filing day or the decision. Without a filing day every answer is given as if
    /// the papers were handed in today, so the decision that is expected then counts here too.
    pub(crate) fn reach(&self) -> NaiveDate {
        self.today.max(self.filing.day).max(self.decision.day)
    }

    pub(crate) fn axis(&self) -> Axis {
        axis(&[
            self.today,
            self.payment.day,
            self.filing.day,
            self.decision.day,
        ])
    }
}

fn axis(days: &[NaiveDate]) -> Axis {
    let first = days.iter().min().copied().unwrap_or(NaiveDate::MIN);
    let last = days.iter().max().copied().unwrap_or(NaiveDate::MAX);
    Axis {
        first: first
            .checked_sub_months(Months::new(REACH))
            .unwrap_or(NaiveDate::MIN),
        last: last
            .checked_add_months(Months::new(REACH))
            .unwrap_or(NaiveDate::MAX),
    }
}

pub(crate) fn resolve(
    pack: &Pack,
    interview: &Interview,
    answers: &Answers,
    plan: &Plan,
) -> PlannedDays {
    let handed_in = handed_in(pack, interview, answers, plan.today);
    let plan = handed_in.map_or(*plan, |day| filed_on(plan, day));
    let evaluation = Evaluation::new(pack, interview, answers, axis(&[plan.today, plan.filing]));
    let given = |day| PlannedDay { day, given: true };
    let assumed = |day| PlannedDay { day, given: false };
    PlannedDays {
        today: plan.today,
        payment: plan
            .payment
            .or_else(|| receipt_day(pack, answers))
            .map_or(assumed(plan.filing), given),
        filing: PlannedDay {
            day: plan.filing,
            given: plan.filing_given,
        },
        decision: plan.decision.map_or_else(
            || {
                assumed(
                    evaluation
                        .last_day_of(plan.filing, SERVICE_TERM, plan.filing)
                        .unwrap_or(plan.filing),
                )
            },
            given,
        ),
        handed_in: handed_in.is_some(),
    }
}

/// The plan with the papers handed in on a day. The other days of a plan that names another filing day belong to that one, and are
/// left out; so is a day that cannot be true of this one.
fn filed_on(plan: &Plan, day: NaiveDate) -> Plan {
    let other = plan.filing_given && plan.filing != day;
    Plan {
        today: plan.today,
        filing: day,
        filing_given: true,
        payment: plan.payment.filter(|payment| !other && *payment <= day),
        decision: plan.decision.filter(|decision| !other && *decision >= day),
    }
}

/// The day of the receipt that is in hand.
fn receipt_day(pack: &Pack, answers: &Answers) -> Option<NaiveDate> {
    pack.requirements
        .iter()
        .filter(|requirement| requirement.fee.is_some())
        .map(crate::pack::Requirement::paper_id)
        .filter(|key| answers.paper_value(key, IN_HAND) == Some(&Value::YesNo(true)))
        .find_map(|key| answers.paper_value(key, ISSUED)?.day())
}
