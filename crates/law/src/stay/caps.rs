//! The caps of Article 6(4) of the Law on Migration: the days of one visit, and of all visits in a rolling window.
//!
//! The days on which the border is crossed count. The cap of a visit is that of the day of entry; the cap of the
//! window is tested on every day of the stay, by the rule of that day.

use chrono::NaiveDate;

use crate::stay::days::DaySet;
use crate::stay::days::later;
use crate::stay::days::length;
use crate::timeline::Timeline;
use crate::verdict::Why;

/// The most days of one visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PerVisit {
    /// So many days, the day of entry counted.
    Days(u32),
    /// None: a visa is needed.
    VisaNeeded,
    /// No rule of stay binds: the person is no foreigner.
    NotBound,
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
    /// Nothing: the person is a citizen of Kazakhstan.
    Citizen,
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
            PerVisit::NotBound => {
                return VisitEnd {
                    last: None,
                    limit: Limit::Citizen,
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
                        before + length(first, day) > i64::from(*total)
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
            end.last.map(|last| (length(first, last), end.limit))
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
