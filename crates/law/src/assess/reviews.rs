//! How fresh the pack is on the day, and whether the plan reaches beyond what it was read for.

use chrono::NaiveDate;

use crate::assess::plan::PlannedDays;
use crate::pack::Act;
use crate::pack::Pack;

/// An act whose wording is to be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewFinding {
    /// The act.
    pub act: String,
    /// The day to read it again.
    pub due: NaiveDate,
    /// The day on which it was last read.
    pub seen: Option<NaiveDate>,
}

/// How fresh the pack is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviews {
    /// The newest day on which an act was read.
    pub read_on: Option<NaiveDate>,
    /// Acts that were to be read again before today, the longest due first.
    pub overdue: Vec<ReviewFinding>,
    /// Acts that are to be read again before the last day of the plan, the first due first.
    pub before_plan: Vec<ReviewFinding>,
    /// The last day of the plan.
    pub planned: Option<NaiveDate>,
    /// The last day by which an act is to be read again, where the plan lies beyond it: all are to be read again before the plan.
    pub beyond: Option<NaiveDate>,
}

/// The acts in force today, against today and against the plan.
pub(crate) fn of(pack: &Pack, days: &PlannedDays) -> Reviews {
    let planned = [days.payment.day, days.filing.day, days.decision.day]
        .into_iter()
        .max();
    // A repealed act is read again for its own sake, not for this person's.
    let in_force = |act: &&Act| act.until.is_none_or(|until| days.today <= until);
    let mut reviews: Vec<ReviewFinding> = pack
        .acts
        .values()
        .filter(in_force)
        .filter_map(|act| {
            Some(ReviewFinding {
                act: act.id.clone(),
                due: act.next_review?,
                seen: act.seen,
            })
        })
        .collect();
    reviews.sort_by(|a, b| (a.due, &a.act).cmp(&(b.due, &b.act)));
    let last_due = reviews.last().map(|review| review.due);
    let beyond = last_due.filter(|last| planned.is_some_and(|planned| *last < planned));
    let (overdue, open): (Vec<_>, Vec<_>) = reviews
        .into_iter()
        .partition(|review| review.due < days.today);
    Reviews {
        read_on: pack.acts.values().filter_map(|act| act.seen).max(),
        overdue,
        before_plan: open
            .into_iter()
            .filter(|review| planned.is_some_and(|planned| review.due < planned))
            .collect(),
        planned,
        beyond,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::plan::PlannedDay;
    use crate::words::Standing;
    use crate::words::Words;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn act(id: &str, next_review: &str, until: Option<&str>) -> Act {
        let words = Words::new(id.into(), id.into(), id.into());
        Act {
            id: id.to_owned(),
            title: words.clone(),
            short: words,
            parts: crate::pack::Parts::Plain,
            items: Vec::new(),
            url: String::new(),
            url_kk: None,
            url_en: None,
            site_only: false,
            adopted: None,
            from: None,
            until: until.map(day),
            seen: Some(day("2026-11-22")),
            standing: Standing::Official,
            next_review: Some(day(next_review)),
        }
    }

    fn reviews(today: &str, filing: &str) -> Reviews {
        let mut pack = Pack::default();
        for act in [
            act("order", "2026-12-15", None),
            act("law", "2027-01-15", None),
            act("repealed", "2028-01-15", Some("2025-12-31")),
        ] {
            pack.acts.insert(act.id.clone(), act);
        }
        let planned = |text: &str| PlannedDay {
            day: day(text),
            given: true,
        };
        of(
            &pack,
            &PlannedDays {
                today: day(today),
                payment: planned(filing),
                filing: planned(filing),
                decision: planned(filing),
                handed_in: false,
            },
        )
    }

    fn names(found: &[ReviewFinding]) -> Vec<&str> {
        found.iter().map(|review| review.act.as_str()).collect()
    }

    #[test]
    fn an_act_is_overdue_on_the_day_after_its_review() {
        assert_eq!(
            names(&reviews("2026-12-14", "2026-12-14").overdue),
            Vec::<&str>::new()
        );
        assert_eq!(
            names(&reviews("2026-12-15", "2026-12-15").overdue),
            Vec::<&str>::new()
        );
        assert_eq!(
            names(&reviews("2026-12-16", "2026-12-16").overdue),
            ["order"]
        );
    }

    #[test]
    fn a_plan_after_a_review_is_warned_of() {
        assert_eq!(
            names(&reviews("2026-11-22", "2026-12-15").before_plan),
            Vec::<&str>::new()
        );
        let later = reviews("2026-11-22", "2026-12-16");
        assert_eq!(names(&later.before_plan), ["order"]);
        assert_eq!(later.beyond, None);
    }

    #[test]
    fn a_plan_after_every_review_lies_beyond_the_pack() {
        assert_eq!(reviews("2026-11-22", "2027-01-15").beyond, None);
        let far = reviews("2026-11-22", "2027-01-16");
        assert_eq!(far.beyond, Some(day("2027-01-15")));
        assert_eq!(names(&far.before_plan), ["order", "law"]);
    }
}
