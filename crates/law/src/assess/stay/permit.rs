//! The permanent permit on a day: whether it is held, and what is left of the visits once it was annulled.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::answers::Answers;
use crate::assess::stay::read;
use crate::assess::stay::read::Visits;
use crate::stay::Trip;
use crate::stay::TripBasis;
use crate::verdict::Verdict;
use crate::verdict::Why;

/// The text on the stay of those whose permit was annulled while they were here.
const AFTER_ANNULMENT: &str = "stay-after-annulment";

/// Where the permanent permit stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Permit {
    /// There is none yet, or none was told of.
    None,
    /// It is held, since its issue, where that day was given.
    Held { since: Option<NaiveDate> },
    /// It is no longer held from a day on.
    Annulled {
        since: Option<NaiveDate>,
        from: NaiveDate,
    },
}

impl Permit {
    /// The permit on a day. What is dated later has not come yet.
    pub(super) fn on(answers: &Answers, day: NaiveDate) -> Self {
        let record = answers.singles.get("permit");
        if read::yes_no(record, "granted").known() != Some(true) {
            return Self::None;
        }
        let since = read::day(record, "issued").known();
        if since.is_some_and(|since| since > day) {
            return Self::None;
        }
        match read::day(record, "annulled_on").known() {
            Some(from) if from <= day => Self::Annulled { since, from },
            Some(_) | None => Self::Held { since },
        }
    }

    /// The day of issue of a permit that is held, where that was given; none without a permit.
    pub(super) fn held(self) -> Option<Option<NaiveDate>> {
        match self {
            Self::Held { since } => Some(since),
            Self::None | Self::Annulled { .. } => None,
        }
    }
}

/// Whether the person told of a citizenship of Kazakhstan that came after the permit.
pub(super) fn became_a_citizen(answers: &Answers, day: NaiveDate) -> bool {
    let record = answers.singles.get("permit");
    read::yes_no(record, "granted").known() == Some(true)
        && read::day(record, "citizen_since")
            .known()
            .is_some_and(|since| since <= day)
}

/// Takes the days of residence out of the visits: they count for no visit. A visit on which the permit was annulled goes on by its visa or
/// temporary permit; without one nobody has told by when to leave.
pub(super) fn after_annulment(
    visits: &mut Visits,
    since: Option<NaiveDate>,
    from: NaiveDate,
    day: NaiveDate,
) {
    let Some(since) = since else {
        visits
            .whys
            .insert(read::missing(read::fact("permit", None, "issued")));
        return;
    };
    let mut open = BTreeSet::new();
    let mut left = Vec::new();
    for trip in std::mem::take(&mut visits.trips) {
        if trip.entered < since {
            let end = since.pred_opt().unwrap_or(since);
            left.push(Trip {
                left: Some(trip.left.map_or(end, |left| left.min(end))),
                ..trip.clone()
            });
        }
        if trip.left.is_some_and(|left| left < from) {
            continue;
        }
        if trip.entered < from && !outlives(&trip, from) {
            let why = Why::OfficialDecides {
                text: AFTER_ANNULMENT.to_owned(),
            };
            if trip.holds(day) {
                open.insert(why.clone());
            }
            visits
                .not_held_against
                .insert(trip.id.clone(), Verdict::undecided(why));
        }
        left.push(Trip {
            entered: trip.entered.max(from),
            ..trip
        });
    }
    visits.trips = left;
    visits.whys.extend(open);
}

/// Whether a visit rests on a visa or temporary permit that is still good on a day, or whose end was not told.
fn outlives(trip: &Trip, day: NaiveDate) -> bool {
    match trip.basis {
        TripBasis::Document { until, .. } => until.is_none_or(|until| day <= until),
        TripBasis::VisaFree => false,
    }
}
