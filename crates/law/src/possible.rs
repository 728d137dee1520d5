//! Answers that stand for all answers to a question.

use std::collections::BTreeSet;

use chrono::Days;
use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use crate::answers::FactPath;
use crate::calendar::Calendar;
use crate::evaluate::Evaluation;
use crate::interview::FactType;
use crate::pack::FirstDay;
use crate::pack::Unit;
use crate::period;
use crate::value::Value;

/// Days so far off that no term of any law reaches them.
const FAR: Days = Days::new(200 * 366);

impl Evaluation<'_> {
    /// Answers to a fact that stand for all answers: every word there is, and for days and numbers both sides of
    /// every length that the pack knows.
    pub(crate) fn possible(&self, path: &FactPath) -> Vec<Value> {
        let Some(fact) = self.interview.fact(path) else {
            return Vec::new();
        };
        match fact.kind {
            FactType::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
            FactType::Choice => fact
                .option
                .iter()
                .map(|option| Value::Choice(option.id.clone()))
                .collect(),
            FactType::Country => self
                .pack
                .countries
                .keys()
                .map(|code| Value::Country(code.clone()))
                .collect(),
            FactType::Number => self
                .pack
                .parameters
                .iter()
                .filter_map(|parameter| parameter.value.to_i64())
                .flat_map(|value| [value.saturating_sub(1), value])
                .map(Value::Number)
                .collect(),
            FactType::Date => self.telling_days().into_iter().map(Value::Date).collect(),
            FactType::Text
            | FactType::NameLatin
            | FactType::NameCyrillic
            | FactType::Digits
            | FactType::Money => Vec::new(),
        }
    }

    /// Days on both sides of every length that the pack knows, before and after each end of the axis.
    fn telling_days(&self) -> BTreeSet<NaiveDate> {
        [self.axis.first, self.axis.last]
            .into_iter()
            .collect::<BTreeSet<NaiveDate>>()
            .into_iter()
            .flat_map(|day| self.telling_days_around(day))
            .collect()
    }

    fn telling_days_around(&self, day: NaiveDate) -> BTreeSet<NaiveDate> {
        let calendar = Calendar::of(self.pack);
        let lengths = self.pack.parameters.iter().filter_map(|parameter| {
            let unit = match parameter.unit {
                unit @ (Unit::CalendarDay | Unit::Month | Unit::Year | Unit::AgeYears) => unit,
                Unit::WorkingDay => {
                    let n = parameter.value.to_u32()?;
                    let before = calendar.nth_before(day, n).ok()?;
                    let after = calendar.nth_after(day, n).ok()?;
                    return Some([before.day, after.day]);
                }
                Unit::Tenge | Unit::Multiple | Unit::Count => return None,
            };
            let after = period::last_day(day, parameter.value, unit, FirstDay::Next)?;
            let before = day.checked_sub_signed(after.signed_duration_since(day))?;
            Some([before, after])
        });
        let edges: BTreeSet<NaiveDate> = lengths.flatten().chain([day]).collect();
        edges
            .iter()
            .flat_map(|edge| [edge.pred_opt(), Some(*edge), edge.succ_opt()])
            .chain([day.checked_sub_days(FAR), day.checked_add_days(FAR)])
            .flatten()
            .collect()
    }
}
