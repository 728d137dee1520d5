//! A set of days, counted fast.

use chrono::Datelike as _;
use chrono::NaiveDate;

/// Days, as stretches in order that neither touch nor overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DaySet {
    /// First day, last day, and how many days lie before.
    stretches: Vec<(NaiveDate, NaiveDate, i64)>,
}

impl DaySet {
    /// The days of all these stretches, both ends inclusive; a day that several of them hold counts once.
    /// A stretch that ends before it begins holds none.
    #[must_use]
    pub fn of(mut stretches: Vec<(NaiveDate, NaiveDate)>) -> Self {
        stretches.retain(|(first, last)| first <= last);
        stretches.sort_unstable();
        let mut merged: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(stretches.len());
        for (first, last) in stretches {
            match merged.last_mut() {
                Some((_, end)) if end.succ_opt().is_none_or(|next| first <= next) => {
                    *end = last.max(*end);
                }
                Some(_) | None => merged.push((first, last)),
            }
        }
        let mut before = 0;
        let stretches = merged
            .into_iter()
            .map(|(first, last)| {
                let stretch = (first, last, before);
                before += length(first, last);
                stretch
            })
            .collect();
        Self { stretches }
    }

    /// The stretches in order.
    pub fn stretches(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        self.stretches
            .iter()
            .map(|(first, last, _)| (*first, *last))
    }

    /// How many of its days lie up to a day, inclusive.
    fn up_to(&self, day: NaiveDate) -> i64 {
        let after = self
            .stretches
            .partition_point(|(first, _, _)| *first <= day);
        match after.checked_sub(1).and_then(|at| self.stretches.get(at)) {
            Some((first, last, before)) => before + length(*first, day.min(*last)),
            None => 0,
        }
    }

    /// How many of its days lie between two days, both inclusive.
    #[must_use]
    pub fn count(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        if last < first {
            return 0;
        }
        self.up_to(last) - first.pred_opt().map_or(0, |before| self.up_to(before))
    }

    /// Whether it holds a day.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.count(day, day) == 1
    }
}

/// The days from one to another, both counted.
pub(crate) fn length(first: NaiveDate, last: NaiveDate) -> i64 {
    i64::from(last.num_days_from_ce()) - i64::from(first.num_days_from_ce()) + 1
}

/// A day so many days later; negative for earlier. The end of the calendar, where there is no such day.
pub(crate) fn later(day: NaiveDate, days: i64) -> NaiveDate {
    chrono::TimeDelta::try_days(days)
        .and_then(|distance| day.checked_add_signed(distance))
        .unwrap_or(if days < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_on_which_one_leaves_and_comes_back_counts_once() {
        let days = DaySet::of(vec![
            (day("2026-10-15"), day("2026-10-20")),
            (day("2026-10-01"), day("2026-10-15")),
        ]);
        assert_eq!(days.count(day("2026-10-01"), day("2026-10-31")), 20);
        assert_eq!(days.count(day("2026-10-15"), day("2026-10-15")), 1);
        assert_eq!(days.count(day("2026-10-21"), day("2026-12-01")), 0);
        assert_eq!(days.count(day("2026-10-20"), day("2026-10-01")), 0);
    }
}
