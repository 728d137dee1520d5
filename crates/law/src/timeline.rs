//! A value over an axis of days, as stretches.

use chrono::NaiveDate;

/// The days a timeline covers, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// The first day of each stretch; never empty, the first entry is the axis' first day.
    starts: Vec<(NaiveDate, T)>,
}

impl<T: Clone + PartialEq> Timeline<T> {
    /// The same value on every day.
    pub fn constant(axis: Axis, value: T) -> Self {
        Self {
            axis,
            starts: vec![(axis.first, value)],
        }
    }

    /// A value that changes on the given days, which are in order. Days before the axis set the first value.
    pub fn with_changes(axis: Axis, before: T, changes: Vec<(NaiveDate, T)>) -> Self {
        let mut starts = vec![(axis.first, before)];
        for (day, value) in changes {
            if day > axis.last {
                break;
            }
            Self::push(&mut starts, day.max(axis.first), value);
        }
        Self { axis, starts }
    }

    fn push(starts: &mut Vec<(NaiveDate, T)>, day: NaiveDate, value: T) {
        if let Some((last, _)) = starts.last()
            && *last == day
        {
            starts.pop();
        }
        if starts.last().is_none_or(|(_, held)| *held != value) {
            starts.push((day, value));
        }
    }

    /// The axis.
    #[must_use]
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// The value on a day. Days outside the axis have the value of its nearest end.
    pub fn at(&self, day: NaiveDate) -> &T {
        let after = self.starts.partition_point(|(from, _)| *from <= day);
        &self.starts[after.saturating_sub(1)].1
    }

    /// The stretches in order.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch<&T>> {
        self.starts
            .iter()
            .enumerate()
            .map(|(index, (from, value))| Stretch {
                from: *from,
                until: self
                    .starts
                    .get(index + 1)
                    .and_then(|(next, _)| next.pred_opt())
                    .unwrap_or(self.axis.last),
                value,
            })
    }

    /// The stretch that holds a day.
    pub fn stretch_at(&self, day: NaiveDate) -> Option<Stretch<&T>> {
        self.stretches()
            .find(|stretch| stretch.from <= day && day <= stretch.until)
    }

    /// The same stretches so many days later; negative for earlier. The ends of the axis keep their values.
    #[must_use]
    pub fn shifted(&self, days: i64) -> Self {
        let mut starts = Vec::with_capacity(self.starts.len());
        for (place, (day, value)) in self.starts.iter().enumerate() {
            let moved = if place == 0 {
                self.axis.first
            } else {
                chrono::TimeDelta::try_days(days)
                    .and_then(|distance| day.checked_add_signed(distance))
                    .unwrap_or(*day)
                    .max(self.axis.first)
            };
            if moved <= self.axis.last {
                Self::push(&mut starts, moved, value.clone());
            }
        }
        Self {
            axis: self.axis,
            starts,
        }
    }

    /// Another value for each stretch.
    pub fn map<U: Clone + PartialEq>(&self, mut f: impl FnMut(&T) -> U) -> Timeline<U> {
        let mut starts = Vec::with_capacity(self.starts.len());
        for (day, value) in &self.starts {
            Timeline::push(&mut starts, *day, f(value));
        }
        Timeline {
            axis: self.axis,
            starts,
        }
    }

    /// Two timelines of one axis made into one.
    pub fn zip<U: Clone + PartialEq, V: Clone + PartialEq>(
        &self,
        other: &Timeline<U>,
        mut f: impl FnMut(&T, &U) -> V,
    ) -> Timeline<V> {
        let mut days: Vec<NaiveDate> = self
            .starts
            .iter()
            .map(|(day, _)| *day)
            .chain(other.starts.iter().map(|(day, _)| *day))
            .collect();
        days.sort_unstable();
        days.dedup();
        let mut starts = Vec::with_capacity(days.len());
        for day in days {
            Timeline::push(&mut starts, day, f(self.at(day), other.at(day)));
        }
        Timeline {
            axis: self.axis,
            starts,
        }
    }

    /// For each stretch the timeline that its value makes, cut to the stretch.
    pub fn flat_map<U: Clone + PartialEq>(
        &self,
        mut f: impl FnMut(&T, NaiveDate) -> Timeline<U>,
    ) -> Timeline<U> {
        let mut starts = Vec::new();
        for stretch in self.stretches() {
            let inner = f(stretch.value, stretch.from);
            for part in inner.stretches() {
                if part.until >= stretch.from && part.from <= stretch.until {
                    Timeline::push(&mut starts, part.from.max(stretch.from), part.value.clone());
                }
            }
        }
        Timeline {
            axis: self.axis,
            starts,
        }
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
}
