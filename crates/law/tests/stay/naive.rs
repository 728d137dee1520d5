//! The rules of stay as a person with a calendar and a pencil would apply them.

use chrono::Months;
use chrono::NaiveDate;

/// The first day of the pencil's table.
const FIRST: (i32, u32, u32) = (2021, 1, 1);

/// A table with a mark for each day that counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marked(Vec<bool>);

fn place(day: NaiveDate) -> usize {
    let first = NaiveDate::from_ymd_opt(FIRST.0, FIRST.1, FIRST.2).expect("a day");
    usize::try_from((day - first).num_days()).expect("in the table")
}

impl Marked {
    pub(crate) fn of(days: impl IntoIterator<Item = NaiveDate>) -> Self {
        let mut table = Self::default();
        for day in days {
            let at = place(day);
            if table.0.len() <= at {
                table.0.resize(at + 1, false);
            }
            table.0[at] = true;
        }
        table
    }
}

/// The rules of one state: by the day of entry the days of a visit, by the day of the stay the days of all visits in a window.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    /// The first day of the second edition.
    pub(crate) changed: NaiveDate,
    /// Days of a visit before and since the change.
    pub(crate) per_visit: [i64; 2],
    /// Days of all visits and the window, before and since the change; none where there is no such cap.
    pub(crate) window: [Option<(i64, i64)>; 2],
}

impl Rules {
    fn edition(&self, day: NaiveDate) -> usize {
        usize::from(day >= self.changed)
    }

    /// Whether a day of a visit that began on `first` is lawful, if the days before it were `used`.
    fn lawful(&self, first: NaiveDate, day: NaiveDate, used: &Marked) -> bool {
        let of_the_visit = (day - first).num_days() + 1;
        if of_the_visit > self.per_visit[self.edition(first)] {
            return false;
        }
        let Some((total, window)) = self.window[self.edition(day)] else {
            return true;
        };
        let (first, last) = (place(first), place(day));
        let mut in_window = 0;
        for at in last + 1 - usize::try_from(window).expect("few")..=last {
            if at >= first || used.0.get(at) == Some(&true) {
                in_window += 1;
            }
        }
        in_window <= total
    }

    /// The last lawful day of a visit; the day before it, when it has none.
    pub(crate) fn end(&self, first: NaiveDate, used: &Marked) -> NaiveDate {
        let mut day = first;
        while self.lawful(first, day, used) {
            day = day.succ_opt().expect("not the last day");
        }
        day.pred_opt().expect("not the first day")
    }

    /// The days used in the window that ends on a day, and those left.
    pub(crate) fn used(&self, on: NaiveDate, used: &Marked) -> Option<(i64, i64)> {
        let (total, window) = self.window[self.edition(on)]?;
        let last = place(on);
        let mut count = 0;
        for at in last + 1 - usize::try_from(window).expect("few")..=last {
            if used.0.get(at) == Some(&true) {
                count += 1;
            }
        }
        Some((count, (total - count).max(0)))
    }

    /// The first day from a day on on which one may enter, and the days of that visit.
    pub(crate) fn reentry(&self, from: NaiveDate, used: &Marked) -> (NaiveDate, i64) {
        let mut day = from;
        loop {
            let days = (self.end(day, used) - day).num_days() + 1;
            if days > 0 {
                return (day, days);
            }
            day = day.succ_opt().expect("not the last day");
        }
    }
}

/// All days from one to another, both inclusive.
pub(crate) fn days(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    first.iter_days().take_while(move |day| *day <= last)
}

/// The last day of the twelve months that begin on a day.
pub(crate) fn year_from(first: NaiveDate) -> NaiveDate {
    (first + Months::new(12))
        .pred_opt()
        .expect("not the first day")
}

/// Missed days, with how many lie before each.
pub(crate) struct Missed {
    origin: NaiveDate,
    gone: Vec<bool>,
    before: Vec<i64>,
}

impl Missed {
    pub(crate) fn of(origin: NaiveDate, gone: Vec<bool>) -> Self {
        let mut before = vec![0];
        for gone in &gone {
            before.push(before[before.len() - 1] + i64::from(*gone));
        }
        Self {
            origin,
            gone,
            before,
        }
    }

    fn at(&self, day: NaiveDate) -> usize {
        let place = usize::try_from((day - self.origin).num_days()).expect("in range");
        place.min(self.gone.len())
    }

    /// How many missed days lie between two days, both inclusive.
    pub(crate) fn between(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        self.before[(self.at(last) + 1).min(self.gone.len())] - self.before[self.at(first)]
    }

    /// The first missed day on which one of the twelve months can be kept no longer.
    pub(crate) fn broken(&self, since: NaiveDate, required: i64) -> Option<NaiveDate> {
        let mut earliest: Option<NaiveDate> = None;
        for first in days(
            since,
            self.origin + chrono::Days::new(self.gone.len() as u64 - 1),
        ) {
            let last = year_from(first);
            let allowed = (last - first).num_days() + 1 - required;
            if self.between(first, last) <= allowed {
                continue;
            }
            let mut count = 0;
            for day in days(first, last) {
                count += i64::from(self.gone[self.at(day)]);
                if count > allowed {
                    earliest = Some(earliest.map_or(day, |known| known.min(day)));
                    break;
                }
            }
        }
        earliest
    }
}
