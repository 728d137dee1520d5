//! The floor of Article 49(13) and (13-2): so many days in every window of months in a row that begins on the day of the
//! permit or later.
//!
//! Every day can begin a window: that is the strictest reading of "any consecutive twelve-month period". Days are
//! counted as missed when one was not in the country (or did not work) the whole day.

use chrono::Datelike;
use chrono::Months;
use chrono::NaiveDate;

use crate::stay::days::DaySet;
use crate::stay::days::later;
use crate::stay::days::length;

/// How far behind the day of the question a missed stretch that goes on is followed: longer than any window.
const FOLLOWED: i64 = 800;

/// By how many days windows of the same months differ in length at most.
const LENGTHS: i64 = 3;

/// A floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// The fewest days in a window.
    pub required: i64,
    /// The length of a window in months.
    pub months: u32,
    /// The day of the permit: the first day on which a window can begin.
    pub since: NaiveDate,
}

/// A window that cannot be kept any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenWindow {
    /// The day on which one missed day too many fell.
    pub on: NaiveDate,
    /// Its first and last day.
    pub window: (NaiveDate, NaiveDate),
    /// The days missed in all of it, as far as they are known.
    pub missed: i64,
}

impl BrokenWindow {
    /// How many days it has.
    #[must_use]
    pub fn length(&self) -> i64 {
        (self.window.1 - self.window.0).num_days() + 1
    }

    /// How many of its days were not missed; the most that can be, where it is not over yet.
    #[must_use]
    pub fn spent(&self) -> i64 {
        self.length() - self.missed
    }
}

/// A floor tested on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FloorCount {
    /// The window, not over yet on the day, in which the fewest days may still be missed: its first and last day.
    pub window: (NaiveDate, NaiveDate),
    /// The days missed in it, as far as they are known.
    pub missed: i64,
    /// How many more days may be missed in it; negative when too many are missed.
    pub possible: i64,
    /// The first day on which a window could no longer be kept, as far as missed days are known.
    pub broken_on: Option<NaiveDate>,
    /// That window.
    pub broken: Option<BrokenWindow>,
    /// The first day on which a window that is not over on the day could no longer be kept, as far as missed days are known.
    pub open_broken_on: Option<NaiveDate>,
    /// When an absence goes on: the day on which one must be back at the latest, so that it breaks no window that is not over. None
    /// where one of them is broken already.
    pub back_by: Option<NaiveDate>,
}

impl Floor {
    /// Tests the floor on a day. `missed` are the days missed, also planned ones; `going_on_since` is the first
    /// missed day of a stretch that has not ended, whose days before `on` are among them: on that day itself it may still end.
    #[must_use]
    pub fn count(
        &self,
        missed: &DaySet,
        going_on_since: Option<NaiveDate>,
        on: NaiveDate,
    ) -> FloorCount {
        let broken = self.broken(missed);
        // Of windows that are over, coming back mends nothing.
        let open = Self {
            since: self.earliest_with(on.max(self.since)),
            ..*self
        };
        let back_by = going_on_since.and_then(|first| {
            let going_on = DaySet::of(
                missed
                    .stretches()
                    .chain([(first, later(on.max(first), FOLLOWED))])
                    .collect(),
            );
            let last = open.broken(&going_on).map(|broken| broken.on);
            last.filter(|last| on <= *last)
        });
        let (first, possible) = self.tightest(missed, on);
        let window = (first, self.end(first));
        FloorCount {
            window,
            missed: missed.count(window.0, window.1),
            possible,
            broken_on: broken.map(|broken| broken.on),
            broken,
            open_broken_on: open.broken(missed).map(|broken| broken.on),
            back_by,
        }
    }

    /// The last day of the window that begins on a day.
    fn end(&self, first: NaiveDate) -> NaiveDate {
        first
            .checked_add_months(Months::new(self.months))
            .and_then(|next| next.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }

    /// How many days may be missed in the window that begins on a day.
    fn allowed(&self, first: NaiveDate) -> i64 {
        length(first, self.end(first)) - self.required
    }

    /// The earliest beginning of a window that still holds a day.
    fn earliest_with(&self, day: NaiveDate) -> NaiveDate {
        let mut first = later(day, 1)
            .checked_sub_months(Months::new(self.months))
            .unwrap_or(NaiveDate::MIN);
        // The last day of February has no fellow in most years.
        while self.end(first) < day && first < day {
            first = later(first, 1);
        }
        while let Some(before) = first.pred_opt()
            && self.end(before) >= day
        {
            first = before;
        }
        first.max(self.since)
    }

    /// The first window that could no longer be kept.
    fn broken(&self, missed: &DaySet) -> Option<BrokenWindow> {
        missed.stretches().find_map(|(first, last)| {
            let first = first.max(self.since);
            let mut day = first;
            while day <= last && (day - first).num_days() <= FOLLOWED + 1 {
                let begin = self.earliest_with(day);
                let too_many = |begin: NaiveDate| missed.count(begin, day) > self.allowed(begin);
                // A window with a 29 February allows one day more than the next shorter one.
                let leap = leap_day(begin, self.end(begin)).filter(|leap| *leap <= day);
                if let Some(begin) = [Some(begin), leap]
                    .into_iter()
                    .flatten()
                    .find(|begin| too_many(*begin))
                {
                    let window = (begin, self.end(begin));
                    return Some(BrokenWindow {
                        on: day,
                        window,
                        missed: missed.count(window.0, window.1),
                    });
                }
                // Every day misses one more at most, and windows of so many months differ by a few days.
                let left = self.allowed(begin) - missed.count(begin, day);
                day = later(day, (left - LENGTHS).max(1));
            }
            None
        })
    }

    /// The beginning of the window, not over yet on a day, in which the fewest days may still be missed, and how many.
    fn tightest(&self, missed: &DaySet, on: NaiveDate) -> (NaiveDate, i64) {
        let earliest = self.earliest_with(on.max(self.since));
        // Windows that begin later hold no day that is known.
        let latest = missed
            .stretches()
            .last()
            .map_or(on, |(_, last)| last.max(on))
            .max(earliest);
        let mut begins = vec![earliest];
        // A stretch that is over before these windows begin is in none of them.
        for (first, last) in missed.stretches().filter(|(_, last)| *last >= earliest) {
            for begin in [first, self.earliest_with(last), self.earliest_with(first)] {
                begins.extend([later(begin, -1), begin, later(begin, 1)]);
            }
        }
        for year in earliest.year()..=latest.year() {
            begins.extend(
                [(2, 28), (2, 29), (3, 1)]
                    .iter()
                    .filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day)),
            );
        }
        begins
            .into_iter()
            .filter(|begin| earliest <= *begin && *begin <= latest)
            .map(|begin| {
                let left = self.allowed(begin) - missed.count(begin, self.end(begin));
                (left, begin)
            })
            .min()
            .map_or((earliest, self.allowed(earliest)), |(left, begin)| {
                (begin, left)
            })
    }
}

/// The 29 February between two days.
fn leap_day(first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
    (first.year()..=last.year())
        .filter_map(|year| NaiveDate::from_ymd_opt(year, 2, 29))
        .find(|day| first <= *day && *day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn floor(since: &str) -> Floor {
        Floor {
            required: 183,
            months: 12,
            since: day(since),
        }
    }

    #[test]
    fn of_365_days_182_may_be_missed() {
        let away = DaySet::of(vec![(day("2026-03-02"), day("2026-08-14"))]);
        let count = floor("2026-01-10").count(&away, None, day("2026-11-21"));
        assert_eq!(count.window, (day("2026-01-10"), day("2027-01-09")));
        assert_eq!((count.missed, count.possible), (166, 16));
        assert_eq!(count.broken_on, None);
    }

    #[test]
    fn the_183rd_missed_day_breaks_a_window() {
        let away = DaySet::of(vec![(day("2026-03-02"), day("2026-08-30"))]);
        let count = floor("2026-01-10").count(&away, None, day("2026-11-21"));
        assert_eq!((count.missed, count.possible), (182, 0));
        assert_eq!(count.broken_on, None);
        let longer = DaySet::of(vec![(day("2026-03-02"), day("2026-08-31"))]);
        let count = floor("2026-01-10").count(&longer, None, day("2026-11-21"));
        assert_eq!(count.broken_on, Some(day("2026-08-31")));
        let broken = count.broken.unwrap();
        assert_eq!(broken.window, (day("2026-01-10"), day("2027-01-09")));
        assert_eq!((broken.length(), broken.spent()), (365, 182));
    }

    #[test]
    fn a_broken_window_is_named_when_it_is_long_over() {
        let away = DaySet::of(vec![(day("2027-06-01"), day("2027-12-31"))]);
        let count = floor("2026-01-10").count(&away, None, day("2029-06-01"));
        let broken = count.broken.unwrap();
        assert_eq!(broken.on, day("2027-11-30"));
        assert_eq!(broken.window, (day("2026-12-01"), day("2027-11-30")));
        assert_eq!(
            (broken.length(), broken.missed, broken.spent()),
            (365, 183, 182)
        );
        assert_eq!(count.missed, 0);
    }

    #[test]
    fn who_is_still_away_learns_the_last_day_to_be_back() {
        let away = DaySet::of(vec![(day("2026-03-02"), day("2026-06-01"))]);
        let count = floor("2026-01-10").count(&away, Some(day("2026-03-02")), day("2026-06-01"));
        assert_eq!(count.back_by, Some(day("2026-08-31")));
    }

    #[test]
    fn an_absence_after_a_broken_window_is_counted_down_anew() {
        let broken = (day("2026-02-02"), day("2026-09-30"));
        let again = day("2028-12-02");
        let away = DaySet::of(vec![broken, (again, day("2029-01-09"))]);
        let count = floor("2026-01-10").count(&away, Some(again), day("2029-01-10"));
        assert_eq!(count.broken_on, Some(day("2026-08-03")));
        assert_eq!(count.open_broken_on, None);
        assert_eq!(count.back_by, Some(day("2029-06-02")));
    }

    #[test]
    fn a_broken_window_is_open_until_its_last_day() {
        let away = DaySet::of(vec![(day("2026-02-02"), day("2026-09-30"))]);
        // 183 of its days are missed from 1 April on: that window is over after 31 March.
        for (on, open) in [
            ("2026-10-02", Some("2026-08-03")),
            ("2027-03-31", Some("2026-09-30")),
            ("2027-04-01", None),
        ] {
            let count = floor("2026-01-10").count(&away, None, day(on));
            assert_eq!(count.open_broken_on, open.map(day), "{on}");
            assert_eq!(count.broken_on, Some(day("2026-08-03")), "{on}");
        }
    }
}
