//! A value over an axis of days, as stretches.

use chrono::NaiveDate;

/// The days a timeline covers, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Axis {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// Days in a row with one value, both ends inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<T> {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// What holds on these days.
    pub value: T,
}

/// A value for each day of an axis. Neighbouring stretches differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline<T> {
    axis: Axis,
    /// The value on the axis' first day.
    first: T,
    /// The days on which it changes, in order, all after the first day. Most timelines never change, and then
    /// nothing is kept on the heap.
    changes: Vec<(NaiveDate, T)>,
}

impl<T: Clone + PartialEq> Timeline<T> {
    /// The same value on every day.
    pub fn constant(axis: Axis, value: T) -> Self {
        Self {
            axis,
            first: value,
            changes: Vec::new(),
        }
    }

    /// A value that changes on the given days, which are in order. Days before the axis set the first value.
    pub fn with_changes(
        axis: Axis,
        before: T,
        changes: impl IntoIterator<Item = (NaiveDate, T)>,
    ) -> Self {
        let mut timeline = Self::constant(axis, before);
        for (day, value) in changes {
            if day > axis.last {
                break;
            }
            timeline.push(day, value);
        }
        timeline
    }

    /// From this day on the value is another. Days come in order.
    fn push(&mut self, day: NaiveDate, value: T) {
        if day <= self.axis.first {
            self.first = value;
            return;
        }
        if let Some((last, _)) = self.changes.last()
            && *last == day
        {
            self.changes.pop();
        }
        let held = self.changes.last().map_or(&self.first, |(_, value)| value);
        if *held != value {
            self.changes.push((day, value));
        }
    }

    /// The axis.
    #[must_use]
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// The value, if it is the same on every day.
    #[must_use]
    pub fn same_every_day(&self) -> Option<&T> {
        self.changes.is_empty().then_some(&self.first)
    }

    /// The value on a day. Days outside the axis have the value of its nearest end.
    pub fn at(&self, day: NaiveDate) -> &T {
        let after = self.changes.partition_point(|(from, _)| *from <= day);
        match after.checked_sub(1).and_then(|last| self.changes.get(last)) {
            Some((_, value)) => value,
            None => &self.first,
        }
    }

    /// The stretches in order.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch<&T>> {
        std::iter::once((self.axis.first, &self.first))
            .chain(self.changes.iter().map(|(from, value)| (*from, value)))
            .enumerate()
            .map(|(place, (from, value))| Stretch {
                from,
                until: self
                    .changes
                    .get(place)
                    .and_then(|(next, _)| next.pred_opt())
                    .unwrap_or(self.axis.last),
                value,
            })
    }

    /// The same stretches so many days later; negative for earlier. The ends of the axis keep their values.
    #[must_use]
    pub fn shifted(&self, days: i64) -> Self {
        let mut shifted = Self::constant(self.axis, self.first.clone());
        for (day, value) in &self.changes {
            let moved = chrono::TimeDelta::try_days(days)
                .and_then(|distance| day.checked_add_signed(distance))
                .unwrap_or(*day);
            if moved <= self.axis.last {
                shifted.push(moved, value.clone());
            }
        }
        shifted
    }

    /// Another value for each stretch.
    pub fn map<U: Clone + PartialEq>(&self, mut f: impl FnMut(&T) -> U) -> Timeline<U> {
        let mut mapped = Timeline::constant(self.axis, f(&self.first));
        for (day, value) in &self.changes {
            mapped.push(*day, f(value));
        }
        mapped
    }

    /// Two timelines of one axis made into one.
    pub fn zip<U: Clone + PartialEq, V: Clone + PartialEq>(
        &self,
        other: &Timeline<U>,
        mut f: impl FnMut(&T, &U) -> V,
    ) -> Timeline<V> {
        let (mut left, mut right) = (&self.first, &other.first);
        let mut zipped = Timeline::constant(self.axis, f(left, right));
        let mut lefts = self.changes.iter().peekable();
        let mut rights = other.changes.iter().peekable();
        loop {
            let day = match (lefts.peek(), rights.peek()) {
                (Some((a, _)), Some((b, _))) => *a.min(b),
                (Some((day, _)), None) | (None, Some((day, _))) => *day,
                (None, None) => return zipped,
            };
            if let Some((_, value)) = lefts.next_if(|(own, _)| *own == day) {
                left = value;
            }
            if let Some((_, value)) = rights.next_if(|(own, _)| *own == day) {
                right = value;
            }
            zipped.push(day, f(left, right));
        }
    }

    /// For each stretch the timeline that its value makes, cut to the stretch.
    pub fn flat_map<U: Clone + PartialEq>(
        &self,
        mut f: impl FnMut(&T, NaiveDate) -> Timeline<U>,
    ) -> Timeline<U> {
        let mut flat = f(&self.first, self.axis.first);
        let Some((change, _)) = self.changes.first() else {
            return flat;
        };
        let kept = flat.changes.partition_point(|(day, _)| day < change);
        flat.changes.truncate(kept);
        for stretch in self.stretches().skip(1) {
            let inner = f(stretch.value, stretch.from);
            for part in inner.stretches() {
                if part.until >= stretch.from && part.from <= stretch.until {
                    flat.push(part.from.max(stretch.from), part.value.clone());
                }
            }
        }
        flat
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn axis() -> Axis {
        Axis {
            first: day("2026-01-01"),
            last: day("2026-12-31"),
        }
    }

    fn until(text: &str) -> Timeline<bool> {
        Timeline::with_changes(axis(), true, vec![(day(text).succ_opt().unwrap(), false)])
    }

    #[test]
    fn a_change_holds_from_its_day_on() {
        let timeline = until("2026-05-29");
        assert!(*timeline.at(day("2026-05-28")));
        assert!(*timeline.at(day("2026-05-29")));
        assert!(!*timeline.at(day("2026-05-30")));
    }

    #[test]
    fn zipped_stretches_meet_at_every_change() {
        let both = until("2026-05-29").zip(&until("2026-07-01"), |a, b| (*a, *b));
        let stretches: Vec<_> = both.stretches().map(|s| (s.from, s.until)).collect();
        assert_eq!(
            stretches,
            [
                (day("2026-01-01"), day("2026-05-29")),
                (day("2026-05-30"), day("2026-07-01")),
                (day("2026-07-02"), day("2026-12-31")),
            ]
        );
    }

    #[test]
    fn neighbours_of_one_value_are_one_stretch() {
        let same = until("2026-05-29").map(|_| 1);
        assert_eq!(same.stretches().count(), 1);
    }

    #[test]
    fn changes_before_the_axis_set_its_first_value() {
        let timeline = Timeline::with_changes(
            axis(),
            0,
            vec![(day("2020-01-01"), 1), (day("2030-01-01"), 2)],
        );
        assert_eq!(timeline.stretches().count(), 1);
        assert_eq!(*timeline.at(day("2026-06-01")), 1);
    }

    fn changing(days: &[(&str, i32)]) -> Timeline<i32> {
        let changes = days.iter().map(|(from, value)| (day(from), *value));
        Timeline::with_changes(axis(), 0, changes)
    }

    fn stretches(timeline: &Timeline<i32>) -> Vec<(NaiveDate, NaiveDate, i32)> {
        timeline
            .stretches()
            .map(|stretch| (stretch.from, stretch.until, *stretch.value))
            .collect()
    }

    #[test]
    fn a_change_on_the_last_day_counts_and_one_after_it_does_not() {
        let timeline = changing(&[("2026-12-31", 1), ("2027-01-01", 2)]);
        assert_eq!(
            stretches(&timeline),
            [
                (day("2026-01-01"), day("2026-12-30"), 0),
                (day("2026-12-31"), day("2026-12-31"), 1),
            ]
        );
        assert_eq!(changing(&[("2027-01-01", 2)]), changing(&[]));
    }

    #[test]
    fn of_two_changes_on_one_day_the_later_one_counts() {
        let timeline = changing(&[("2026-05-01", 1), ("2026-05-01", 2)]);
        assert_eq!(timeline, changing(&[("2026-05-01", 2)]));
        let taken_back = changing(&[("2026-05-01", 1), ("2026-05-01", 0)]);
        assert_eq!(taken_back, changing(&[]));
    }

    #[test]
    fn what_never_changes_is_the_same_every_day() {
        assert_eq!(changing(&[]).same_every_day(), Some(&0));
        assert_eq!(changing(&[("2026-05-01", 1)]).same_every_day(), None);
    }

    #[test]
    fn what_is_shifted_past_an_end_leaves_that_end_its_value() {
        let timeline = changing(&[("2026-05-01", 1), ("2026-12-30", 2)]);
        assert_eq!(
            timeline.shifted(1),
            changing(&[("2026-05-02", 1), ("2026-12-31", 2)])
        );
        assert_eq!(timeline.shifted(2), changing(&[("2026-05-03", 1)]));
        assert_eq!(
            timeline.shifted(-120),
            changing(&[("2026-01-01", 1), ("2026-09-01", 2)])
        );
        assert_eq!(
            timeline.shifted(-121),
            changing(&[("2025-12-31", 1), ("2026-08-31", 2)])
        );
        assert_eq!(timeline.shifted(0), timeline);
    }

    /// Each stretch makes changes before, on and after the days on which another stretch begins.
    #[test]
    fn what_a_stretch_makes_is_cut_to_the_stretch_day_by_day() {
        let outer = changing(&[("2026-05-10", 1), ("2026-05-20", 2)]);
        let days = ["2026-05-09", "2026-05-10", "2026-05-11", "2026-05-19"];
        let later = ["2026-05-20", "2026-05-21"];
        for one in days {
            for two in later {
                let made = |value: &i32| changing(&[(one, 10 + value), (two, 20 + value)]);
                let mut begun = Vec::new();
                let flat = outer.flat_map(|value, from| {
                    begun.push(from);
                    made(value)
                });
                for on in axis().first.iter_days().take_while(|on| *on <= axis().last) {
                    assert_eq!(flat.at(on), made(outer.at(on)).at(on), "on {on}");
                }
                let found: Vec<_> = flat.stretches().map(|stretch| stretch.from).collect();
                assert!(found.is_sorted(), "in order: {found:?}");
                let firsts = ["2026-01-01", "2026-05-10", "2026-05-20"].map(day);
                assert_eq!(begun, firsts, "each is told its first day");
            }
        }
    }
}
