//! Caps, overstays and coming again.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use qonys_law::Axis;
use qonys_law::Timeline;
use qonys_law::stay::Caps;
use qonys_law::stay::InWindow;
use qonys_law::stay::PerVisit;
use qonys_law::stay::StayCount;
use qonys_law::stay::Trip;
use qonys_law::stay::TripBasis;

use crate::cases;
use crate::day;
use crate::naive::Marked;
use crate::naive::Rules;
use crate::naive::days;
use crate::nth;

fn caps(rules: &Rules) -> Caps {
    let axis = Axis {
        first: day("2000-01-01"),
        last: day("2050-12-31"),
    };
    let visit = |place: usize| PerVisit::Days(u32::try_from(rules.per_visit[place]).expect("few"));
    let window = |place: usize| match rules.window[place] {
        Some((total, window)) => InWindow::Days {
            total: u32::try_from(total).expect("few"),
            window: u32::try_from(window).expect("few"),
        },
        None => InWindow::Absent,
    };
    Caps {
        per_visit: Timeline::with_changes(axis, visit(0), vec![(rules.changed, visit(1))]),
        in_window: Timeline::with_changes(axis, window(0), vec![(rules.changed, window(1))]),
    }
}

/// Visits from gaps and lengths: a gap of zero is coming back on the day of leaving.
fn trips(shape: &[(i64, i64, u8)], open: bool) -> Vec<Trip> {
    let mut begin = 0;
    let mut found = Vec::new();
    for (place, (gap, length, kind)) in shape.iter().enumerate() {
        let entered = nth(begin + gap);
        let left = nth(begin + gap + length);
        begin += gap + length;
        let last = place + 1 == shape.len();
        let basis = match kind {
            0..=5 => TripBasis::VisaFree,
            6 => TripBasis::Document {
                since: None,
                until: Some(left),
            },
            7 => TripBasis::Document {
                since: None,
                until: Some(nth(begin - length / 2)),
            },
            _ => TripBasis::Document {
                since: Some(nth(begin - length / 2)),
                until: Some(left),
            },
        };
        found.push(Trip {
            id: format!("stay-{place}"),
            entered,
            left: (!(last && open)).then_some(left),
            basis,
            passport: None,
        });
    }
    found
}

/// The days of a visit that count, up to a day.
fn counted(trip: &Trip, end: NaiveDate) -> Vec<NaiveDate> {
    let last = trip.left.unwrap_or(end);
    days(trip.entered, last)
        .filter(|day| match trip.basis {
            TripBasis::VisaFree => true,
            TripBasis::Document { since, until } => {
                let from = since.unwrap_or(trip.entered);
                *day < from || until.is_some_and(|until| *day > until)
            }
        })
        .collect()
}

/// Whether a day of a visit is lawful, if `end` is the last lawful day of a visit without a visa.
fn lawful(trip: &Trip, end: NaiveDate, day: NaiveDate) -> bool {
    match trip.basis {
        TripBasis::VisaFree => day <= end,
        TripBasis::Document { since, until } => {
            let from = since.unwrap_or(trip.entered);
            if day < from {
                day <= end
            } else {
                until.is_none_or(|until| day <= until)
            }
        }
    }
}

fn rules() -> impl Strategy<Value = Rules> {
    let window = prop_oneof![
        1 => Just(None),
        6 => (1_i64..40, 1_i64..60).prop_map(|(total, more)| Some((total, total + more))),
        1 => Just(Some((90, 180))),
    ];
    (0_i64..400, [1_i64..60, 1_i64..60], [window.clone(), window]).prop_map(
        |(changed, per_visit, window)| Rules {
            changed: nth(changed),
            per_visit,
            window,
        },
    )
}

fn shape() -> impl Strategy<Value = Vec<(i64, i64, u8)>> {
    prop::collection::vec((0_i64..50, 0_i64..50, 0_u8..9), 0..7)
}

#[test]
fn every_count_is_that_of_a_calendar_and_a_pencil() {
    let strategy = (rules(), shape(), any::<bool>(), 0_i64..500);
    TestRunner::new(cases())
        .run(&strategy, |(rules, shape, open, on)| {
            let on = nth(on);
            let trips = trips(&shape, open);
            let caps = caps(&rules);
            let found = StayCount::of(&trips, &caps, |_| &caps, on, None);
            for (place, visit) in found.visits.iter().enumerate() {
                let trip = &trips[place];
                let before = Marked::of(
                    trips[..place]
                        .iter()
                        .flat_map(|earlier| counted(earlier, on)),
                );
                let end = rules.end(trip.entered, &before);
                if trip.basis == TripBasis::VisaFree {
                    prop_assert_eq!(visit.end.last, Some(end), "visit {}", place);
                }
                let present = days(trip.entered, trip.left.unwrap_or(on).min(on));
                let over = present.filter(|day| !lawful(trip, end, *day)).count();
                prop_assert_eq!(visit.overstay, i64::try_from(over).expect("few"));
            }
            let used = Marked::of(
                trips
                    .iter()
                    .flat_map(|trip| counted(trip, on))
                    .filter(|day| *day <= on),
            );
            let pair = found.used.zip(found.left);
            prop_assert_eq!(pair, rules.used(on, &used));
            Ok(())
        })
        .expect("caps");
}

#[test]
fn the_first_day_to_come_again_is_the_first_that_a_pencil_finds() {
    let strategy = (rules(), shape(), 0_i64..400);
    TestRunner::new(cases())
        .run(&strategy, |(rules, shape, later)| {
            let trips = trips(&shape, false);
            let last = trips.last().and_then(|trip| trip.left);
            let on = last.map_or(nth(later), |left| {
                left + chrono::Days::new(1 + later as u64 % 40)
            });
            let caps = caps(&rules);
            let found = StayCount::of(&trips, &caps, |_| &caps, on, None)
                .reentry
                .expect("one may always come again some day");
            let used = Marked::of(trips.iter().flat_map(|trip| counted(trip, on)));
            let (first, days) = rules.reentry(on, &used);
            prop_assert_eq!((found.first, found.days), (first, days));
            prop_assert!(found.whole_from >= found.first);
            Ok(())
        })
        .expect("coming again");
}

fn visa_free(entered: &str, left: Option<&str>) -> Trip {
    Trip {
        id: entered.to_owned(),
        entered: day(entered),
        left: left.map(day),
        basis: TripBasis::VisaFree,
        passport: None,
    }
}

fn general(per_visit: i64) -> Caps {
    caps(&Rules {
        changed: day("2023-01-27"),
        per_visit: [per_visit, per_visit],
        window: [None, Some((90, 180))],
    })
}

#[test]
fn a_visit_ends_on_its_thirtieth_day_or_on_the_ninetieth_of_all() {
    let trips = [
        visa_free("2026-08-01", Some("2026-08-30")),
        visa_free("2026-10-15", None),
    ];
    for (per_visit, last) in [(30, "2026-11-13"), (90, "2026-12-13")] {
        let caps = general(per_visit);
        for (on, overstay) in [
            (last, 0),
            ("2026-12-14", if per_visit == 30 { 31 } else { 1 }),
        ] {
            let found = StayCount::of(&trips, &caps, |_| &caps, day(on), None);
            let present = found.present().unwrap();
            assert_eq!(present.end.last, Some(day(last)));
            assert_eq!(present.overstay, overstay, "on {on}");
        }
    }
}

#[test]
fn before_the_window_was_introduced_only_the_visit_counts() {
    let trips = [
        visa_free("2022-06-01", Some("2022-08-29")),
        visa_free("2022-09-05", None),
    ];
    let caps = general(90);
    let found = StayCount::of(&trips, &caps, |_| &caps, day("2022-12-03"), None);
    assert_eq!(found.used, None);
    assert_eq!(found.in_window, InWindow::Absent);
    assert_eq!(found.present().unwrap().end.last, Some(day("2022-12-03")));
    assert_eq!(found.present().unwrap().overstay, 0);
    let next = StayCount::of(&trips, &caps, |_| &caps, day("2022-12-04"), None);
    assert_eq!(next.present().unwrap().overstay, 1);
}

#[test]
fn the_days_of_a_visa_do_not_count_and_its_end_is_the_end() {
    let mut with_visa = visa_free("2026-06-01", None);
    with_visa.basis = TripBasis::Document {
        since: None,
        until: Some(day("2026-11-30")),
    };
    let caps = general(30);
    for (on, overstay) in [("2026-11-30", 0), ("2026-12-01", 1), ("2026-12-05", 5)] {
        let trips = [with_visa.clone()];
        let found = StayCount::of(&trips, &caps, |_| &caps, day(on), None);
        let present = found.present().unwrap();
        assert_eq!(present.end.last, Some(day("2026-11-30")));
        assert_eq!(present.overstay, overstay, "on {on}");
        assert_eq!(found.used, Some(overstay), "days after the visa count");
    }
}

#[test]
fn from_the_permit_on_nothing_is_counted() {
    let trips = [visa_free("2026-01-01", None)];
    let caps = general(90);
    let issued = Some(day("2026-03-01"));
    let found = StayCount::of(&trips, &caps, |_| &caps, day("2026-11-21"), issued);
    let present = found.present().unwrap();
    assert_eq!((present.end.last, present.overstay), (None, 0));
    assert_eq!((found.used, found.reentry), (None, None));
    // A permit that came too late does not undo an overstay.
    let late = Some(day("2026-04-10"));
    let found = StayCount::of(&trips, &caps, |_| &caps, day("2026-11-21"), late);
    assert_eq!(found.present().unwrap().overstay, 9);
}
