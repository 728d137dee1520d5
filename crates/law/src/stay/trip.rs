//! One visit: when it began and ended, and on what it rested.

use chrono::NaiveDate;

use crate::stay::days::later;

/// On what the days of a visit rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TripBasis {
    /// No visa: the days count.
    VisaFree,
    /// A visa or a temporary residence permit: its days do not count.
    Document {
        /// The first day on which it was held; the day of entry, if absent. The days before it count.
        since: Option<NaiveDate>,
        /// The last day on which it is good; none while that was not said.
        until: Option<NaiveDate>,
    },
}

/// A visit to the country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// The record's id.
    pub id: String,
    /// The day on which the border was crossed.
    pub entered: NaiveDate,
    /// The day on which it was crossed again; none while one is still there.
    pub left: Option<NaiveDate>,
    /// On what it rested.
    pub basis: TripBasis,
    /// The state whose passport was shown, where that was said.
    pub passport: Option<String>,
}

impl Trip {
    /// Whether one is in the country on a day. The days of crossing are days in the country.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.entered <= day && self.left.is_none_or(|left| day <= left)
    }

    /// The first day that does not count for the document's sake; none without a document.
    pub(crate) fn covered_from(&self) -> Option<NaiveDate> {
        match self.basis {
            TripBasis::VisaFree => None,
            TripBasis::Document { since, .. } => {
                Some(since.map_or(self.entered, |since| since.max(self.entered)))
            }
        }
    }

    /// The stretches of this visit whose days count, if it ends on this day. A holder of a permanent permit is no visitor any more.
    pub(crate) fn counted(
        &self,
        left: NaiveDate,
        resident_since: Option<NaiveDate>,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + use<> {
        let last = resident_since.map_or(left, |since| left.min(later(since, -1)));
        let (before, after) = match (self.basis, self.covered_from()) {
            (TripBasis::Document { until, .. }, Some(from)) => (
                (self.entered, last.min(later(from, -1))),
                until.map(|until| (later(until, 1).max(from), last)),
            ),
            (TripBasis::VisaFree | TripBasis::Document { .. }, _) => ((self.entered, last), None),
        };
        std::iter::once(before).chain(after)
    }
}

/// Visits that cannot all be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StayProblem {
    /// A visit ends before it begins.
    LeftBeforeEntered {
        /// The visit.
        trip: String,
    },
    /// Two visits share more than the day of a crossing.
    Overlap {
        /// The earlier visit.
        first: String,
        /// The later one.
        second: String,
    },
    /// A visit that has no end is followed by another.
    NotEnded {
        /// The visit without an end.
        trip: String,
        /// The visit that follows.
        next: String,
    },
    /// The visa or permit ends before it begins, or before the day of entry.
    DocumentEndsEarly {
        /// The visit.
        trip: String,
    },
}

/// What is wrong with visits; they are in the order of entry.
#[must_use]
pub fn problems(trips: &[Trip]) -> Vec<StayProblem> {
    let mut found = Vec::new();
    for trip in trips {
        if trip.left.is_some_and(|left| left < trip.entered) {
            found.push(StayProblem::LeftBeforeEntered {
                trip: trip.id.clone(),
            });
        }
        if let TripBasis::Document {
            until: Some(until), ..
        } = trip.basis
            && trip.covered_from().is_some_and(|from| until < from)
        {
            found.push(StayProblem::DocumentEndsEarly {
                trip: trip.id.clone(),
            });
        }
    }
    for pair in trips.windows(2) {
        let [first, second] = pair else { continue };
        match first.left {
            None => found.push(StayProblem::NotEnded {
                trip: first.id.clone(),
                next: second.id.clone(),
            }),
            Some(left) if second.entered < left => found.push(StayProblem::Overlap {
                first: first.id.clone(),
                second: second.id.clone(),
            }),
            Some(_) => {}
        }
    }
    found
}
