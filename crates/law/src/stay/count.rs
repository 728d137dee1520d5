//! Visits counted on one day: how each ends, what is used and left, and when one may come again.

use chrono::Datelike as _;
use chrono::NaiveDate;

use crate::stay::caps::Caps;
use crate::stay::caps::InWindow;
use crate::stay::caps::Limit;
use crate::stay::caps::Reentry;
use crate::stay::caps::VisitEnd;
use crate::stay::days::DaySet;
use crate::stay::days::later;
use crate::stay::trip::Trip;
use crate::stay::trip::TripBasis;

/// A visit with its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitCount {
    /// The record's id.
    pub trip: String,
    /// The day of entry.
    pub entered: NaiveDate,
    /// The day of exit.
    pub left: Option<NaiveDate>,
    /// The end that the law sets.
    pub end: VisitEnd,
    /// The stretches of days in the country without a right to them, as far as exits are known.
    pub unlawful: Vec<(NaiveDate, NaiveDate)>,
    /// How many of these days lie up to the day of the question.
    pub overstay: i64,
}

/// Stays counted on one day, for one passport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayCount {
    /// The cap of the window on the day.
    pub in_window: InWindow,
    /// The first day of the window that ends on the day.
    pub window_from: Option<NaiveDate>,
    /// The days used in it.
    pub used: Option<i64>,
    /// The days left in it, never negative.
    pub left: Option<i64>,
    /// The days that are used in it, as stretches in order, both ends inclusive; empty where there is no window.
    pub used_days: Vec<(NaiveDate, NaiveDate)>,
    /// The days used since 1 January of the year, the day itself counted.
    pub used_in_year: i64,
    /// Every visit.
    pub visits: Vec<VisitCount>,
    /// The place of the visit in which the day lies.
    pub current: Option<usize>,
    /// When one may come again: after the last visit, or after the present one, when it is used to its last lawful day.
    pub reentry: Option<Reentry>,
}

impl StayCount {
    /// Counts visits, which are in the order of entry and contradict one another nowhere.
    ///
    /// `own` are the caps by which one comes again and by which the days used are counted; `caps_of` those of the passport of a visit.
    #[must_use]
    pub fn of<'a>(
        trips: &[Trip],
        own: &Caps,
        caps_of: impl Fn(&Trip) -> &'a Caps,
        on: NaiveDate,
        resident_since: Option<NaiveDate>,
    ) -> Self {
        let ends = trips.iter().map(|trip| (trip, trip.left.unwrap_or(on)));
        let counted = counted(ends, resident_since);
        let visits: Vec<VisitCount> = trips
            .iter()
            .map(|trip| visit(trip, caps_of(trip), &counted, on, resident_since))
            .collect();
        // On the day of leaving and coming back it is the later visit.
        let current = trips.iter().rposition(|trip| trip.holds(on));
        let in_window = own.in_window.at(on).clone();
        let resident = resident_since.is_some_and(|since| since <= on);
        let (window_from, used, left) = match in_window {
            InWindow::Days { total, window } if !resident => {
                let from = later(on, 1 - i64::from(window));
                let used = counted.count(from, on);
                (
                    Some(from),
                    Some(used),
                    Some((i64::from(total) - used).max(0)),
                )
            }
            InWindow::Days { .. } | InWindow::Absent | InWindow::NotKnown(_) => (None, None, None),
        };
        let used_days = window_from.map_or_else(Vec::new, |from| {
            counted
                .stretches()
                .map(|(first, last)| (first.max(from), last.min(on)))
                .filter(|(first, last)| first <= last)
                .collect()
        });
        let reentry = if resident {
            None
        } else {
            reentry(trips, own, &visits, current, on)
        };
        Self {
            in_window,
            window_from,
            used,
            left,
            used_days,
            used_in_year: used_in_year(&counted, on),
            visits,
            current,
            reentry,
        }
    }

    /// The visit in which the day lies.
    #[must_use]
    pub fn present(&self) -> Option<&VisitCount> {
        self.current.and_then(|place| self.visits.get(place))
    }
}

/// The days that count of visits, each with its last day.
fn counted<'t>(
    visits: impl Iterator<Item = (&'t Trip, NaiveDate)>,
    resident_since: Option<NaiveDate>,
) -> DaySet {
    DaySet::of(
        visits
            .flat_map(|(trip, left)| trip.counted(left, resident_since))
            .collect(),
    )
}

fn used_in_year(counted: &DaySet, on: NaiveDate) -> i64 {
    let first = NaiveDate::from_ymd_opt(on.year(), 1, 1).unwrap_or(on);
    counted.count(first, on)
}

/// When one may come again; visits that are only planned are left out.
fn reentry(
    trips: &[Trip],
    own: &Caps,
    visits: &[VisitCount],
    current: Option<usize>,
    on: NaiveDate,
) -> Option<Reentry> {
    let begun = || trips.iter().filter(|trip| trip.entered <= on);
    let Some(place) = current else {
        let from = begun()
            .filter_map(|trip| trip.left)
            .max()
            .map_or(on, |left| later(left, 1).max(on));
        let ends = begun().map(|trip| (trip, trip.left.unwrap_or(on)));
        return own.reentry(from, &counted(ends, None));
    };
    // The end of the present visit: its last lawful day, or today where that has passed.
    let exit = visits.get(place)?.end.last?.max(on);
    let ends = begun().enumerate().map(|(at, trip)| {
        let left = if at == place {
            exit
        } else {
            trip.left.unwrap_or(on)
        };
        (trip, left)
    });
    own.reentry(later(exit, 1), &counted(ends, None))
}

fn visit(
    trip: &Trip,
    caps: &Caps,
    counted: &DaySet,
    on: NaiveDate,
    resident_since: Option<NaiveDate>,
) -> VisitCount {
    let covered_from = trip.covered_from();
    let free = match covered_from {
        Some(from) if from <= trip.entered => None,
        Some(_) | None => Some(caps.visit_end(trip.entered, counted)),
    };
    // While one is still there, the days without a right have no end in sight.
    let last_day = trip.left.unwrap_or(NaiveDate::MAX);
    let mut unlawful: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let mut without_right = |first: NaiveDate, last: NaiveDate| {
        if first <= last && first <= last_day {
            unlawful.push((first, last));
        }
    };
    let end = match (trip.basis, free) {
        (TripBasis::VisaFree, Some(free)) => {
            if let Some(last) = free.last {
                without_right(later(last, 1).max(trip.entered), last_day);
            }
            free
        }
        (TripBasis::Document { until, .. }, free) => {
            let from = covered_from.unwrap_or(trip.entered);
            let held_before = |free: &VisitEnd| free.last.is_some_and(|last| later(last, 1) < from);
            if let Some(free) = &free
                && let Some(last) = free.last
            {
                without_right(later(last, 1).max(trip.entered), later(from, -1));
            }
            if let Some(until) = until {
                without_right(later(until, 1), last_day);
            }
            match free {
                Some(free) if held_before(&free) && on < from => free,
                Some(free) if free.why.is_some() && on < from => free,
                Some(_) | None => VisitEnd {
                    last: until,
                    limit: Limit::Document,
                    why: None,
                },
            }
        }
        (TripBasis::VisaFree, None) => VisitEnd {
            last: None,
            limit: Limit::PerVisit,
            why: None,
        },
    };
    let mut end = end;
    if let Some(since) = resident_since {
        for stretch in &mut unlawful {
            stretch.1 = stretch.1.min(later(since, -1));
        }
        if trip.left.is_none_or(|left| since <= left)
            && (since <= on || end.last.is_some_and(|last| later(last, 1) >= since))
        {
            end = VisitEnd {
                last: None,
                limit: Limit::Permit,
                why: None,
            };
        }
    }
    unlawful.retain(|(first, last)| first <= last);
    let overstay = unlawful
        .iter()
        .map(|(first, last)| ((*last).min(on) - *first).num_days() + 1)
        .filter(|days| *days > 0)
        .sum();
    VisitCount {
        trip: trip.id.clone(),
        entered: trip.entered,
        left: trip.left,
        end,
        unlawful,
        overstay,
    }
}
