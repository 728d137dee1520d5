//! The caps of Article 6(4) of the Law on Migration: the days of one visit, and of all visits in a rolling window.
//!
//! The days on which the border is crossed count. The cap of a visit is that of the day of entry; the cap of the
//! window is tested on every day of the stay, by the rule of that day.

use chrono::NaiveDate;

use crate::stay::days::DaySet;
use crate::stay::days::later;
use crate::stay::trip::Trip;
use crate::stay::trip::TripBasis;
use crate::timeline::Timeline;
use crate::verdict::Why;

/// The most days of one visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PerVisit {
    /// So many days, the day of entry counted.
    Days(u32),
    /// None: a visa is needed.
    VisaNeeded,
    /// It is not known.
    NotKnown(Why),
}

/// The most days of all visits in a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InWindow {
    /// So many days in so many.
    Days {
        /// The most days.
        total: u32,
        /// The length of the window that ends on the day: more than `total`.
        window: u32,
    },
    /// There is no such cap.
    Absent,
    /// It is not known.
    NotKnown(Why),
}

/// The caps for citizens of one state over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caps {
    /// The most days of one visit, by the day of entry.
    pub per_visit: Timeline<PerVisit>,
    /// The most days in a window, by the day of the stay.
    pub in_window: Timeline<InWindow>,
}

/// What ends a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The days of one visit.
    PerVisit,
    /// The days of all visits in the window.
    Window,
    /// The visa or temporary permit.
    Document,
    /// There is no stay without a visa.
    VisaNeeded,
    /// Nothing: the person holds a permanent permit.
    Permit,
}

/// The end of a stay that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitEnd {
    /// The last lawful day; before the first day of the visit, when there is none. None where nothing ends it or it is not known.
    pub last: Option<NaiveDate>,
    /// What ends it.
    pub limit: Limit,
    /// Why the last day is not known.
    pub why: Option<Why>,
}

/// When one may come again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reentry {
    /// The first day.
    pub first: NaiveDate,
    /// How many days one may stay when one enters on it.
    pub days: i64,
    /// The first day on which the window does not shorten the visit.
    pub whole_from: NaiveDate,
    /// How many days that visit has.
    pub whole_days: i64,
}

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
    /// Every visit.
    pub visits: Vec<VisitCount>,
    /// The place of the visit in which the day lies.
    pub current: Option<usize>,
    /// When one may come again: after the last visit, or after the present one, when it is used to its last lawful day.
    pub reentry: Option<Reentry>,
}

impl Caps {
    /// The last lawful day of a visit without a visa that begins on a day and goes on.
    #[must_use]
    pub fn visit_end(&self, first: NaiveDate, counted: &DaySet) -> VisitEnd {
        let visit_last = match self.per_visit.at(first) {
            PerVisit::VisaNeeded => {
                return VisitEnd {
                    last: first.pred_opt(),
                    limit: Limit::VisaNeeded,
                    why: None,
                };
            }
            PerVisit::NotKnown(why) => return not_known(Limit::PerVisit, why),
            PerVisit::Days(days) => later(first, i64::from(*days) - 1),
        };
        for stretch in self.in_window.stretches() {
            let from = stretch.from.max(first);
            let until = stretch.until.min(visit_last);
            if until < from {
                continue;
            }
            match stretch.value {
                InWindow::Absent => {}
                InWindow::NotKnown(why) => return not_known(Limit::Window, why),
                InWindow::Days { total, window } => {
                    // Every day adds one to the days used and takes away one at most: once over, always over.
                    let over = first_that(from, until, |day| {
                        let before =
                            counted.count(later(day, 1 - i64::from(*window)), later(first, -1));
                        before + (day - first).num_days() + 1 > i64::from(*total)
                    });
                    if let Some(over) = over {
                        return VisitEnd {
                            last: over.pred_opt(),
                            limit: Limit::Window,
                            why: None,
                        };
                    }
                }
            }
        }
        VisitEnd {
            last: Some(visit_last),
            limit: Limit::PerVisit,
            why: None,
        }
    }

    /// When one may come again from a day on, if the counted days all lie before it.
    #[must_use]
    pub fn reentry(&self, from: NaiveDate, counted: &DaySet) -> Option<Reentry> {
        let days = |first: NaiveDate| {
            let end = self.visit_end(first, counted);
            end.last
                .map(|last| ((last - first).num_days() + 1, end.limit))
        };
        let first = self.in_window.stretches().find_map(|stretch| {
            let begin = stretch.from.max(from);
            if stretch.until < begin {
                return None;
            }
            let reach = match stretch.value {
                InWindow::Days { window, .. } => i64::from(*window),
                InWindow::Absent => 0,
                InWindow::NotKnown(_) => return None,
            };
            first_that(begin, stretch.until.min(later(begin, reach)), |day| {
                days(day).is_some_and(|(days, _)| days > 0)
            })
        })?;
        let (allowed, _) = days(first)?;
        let whole = |day: NaiveDate| days(day).is_some_and(|(_, limit)| limit != Limit::Window);
        let InWindow::Days { total, window } = *self.in_window.at(first) else {
            return Some(Reentry {
                first,
                days: allowed,
                whole_from: first,
                whole_days: allowed,
            });
        };
        // A visit that is as long as the whole window allows is never cut short by older days alone.
        let longest = |day: NaiveDate| {
            whole(day) || days(day).is_some_and(|(days, _)| days >= i64::from(total))
        };
        let whole_from =
            first_that(first, later(first, i64::from(window)), longest).unwrap_or(first);
        Some(Reentry {
            first,
            days: allowed,
            whole_from,
            whole_days: days(whole_from).map_or(allowed, |(days, _)| days),
        })
    }
}

fn not_known(limit: Limit, why: &Why) -> VisitEnd {
    VisitEnd {
        last: None,
        limit,
        why: Some(why.clone()),
    }
}

/// The first day between two for which something holds that, once it holds, goes on holding.
pub(crate) fn first_that(
    first: NaiveDate,
    last: NaiveDate,
    holds: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    if last < first || !holds(last) {
        return None;
    }
    let (mut low, mut high) = (0, (last - first).num_days());
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(later(first, middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(later(first, low))
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
        let counted = counted(trips, on, resident_since);
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

fn counted(trips: &[Trip], on: NaiveDate, resident_since: Option<NaiveDate>) -> DaySet {
    DaySet::of(
        trips
            .iter()
            .flat_map(|trip| {
                let end = trip.left.unwrap_or(on);
                trip.counted(end, resident_since)
            })
            .collect(),
    )
}

/// When one may come again; visits that are only planned are left out.
fn reentry(
    trips: &[Trip],
    own: &Caps,
    visits: &[VisitCount],
    current: Option<usize>,
    on: NaiveDate,
) -> Option<Reentry> {
    let begun: Vec<Trip> = trips
        .iter()
        .filter(|trip| trip.entered <= on)
        .cloned()
        .collect();
    let Some(place) = current else {
        let from = begun
            .iter()
            .filter_map(|trip| trip.left)
            .max()
            .map_or(on, |left| later(left, 1).max(on));
        return own.reentry(from, &counted(&begun, on, None));
    };
    // The end of the present visit: its last lawful day, or today where that has passed.
    let exit = visits.get(place)?.end.last?.max(on);
    let used: Vec<Trip> = begun
        .into_iter()
        .enumerate()
        .map(|(at, mut trip)| {
            if at == place {
                trip.left = Some(exit);
            }
            trip
        })
        .collect();
    own.reentry(later(exit, 1), &counted(&used, on, None))
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
    let mut unlawful = Vec::new();
    // While one is still there, the days without a right have no end in sight.
    let last_day = trip.left.unwrap_or(NaiveDate::MAX);
    let end = match (trip.basis, free) {
        (TripBasis::VisaFree, Some(free)) => {
            if let Some(last) = free.last {
                unlawful.push((later(last, 1).max(trip.entered), last_day));
            }
            free
        }
        (TripBasis::Document { until, .. }, free) => {
            let from = covered_from.unwrap_or(trip.entered);
            let held_before = |free: &VisitEnd| free.last.is_some_and(|last| later(last, 1) < from);
            if let Some(free) = &free
                && let Some(last) = free.last
            {
                unlawful.push((later(last, 1).max(trip.entered), later(from, -1)));
            }
            if let Some(until) = until {
                unlawful.push((later(until, 1), last_day));
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
    unlawful.retain(|(first, last)| first <= last && *first <= last_day);
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
