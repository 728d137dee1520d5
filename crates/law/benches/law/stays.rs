//! Twenty years of stays: a hundred visits, their caps and the floor after the permit.

use chrono::Days;
use chrono::NaiveDate;
use divan::Bencher;
use divan::black_box;
use qonys_law::Axis;
use qonys_law::Timeline;
use qonys_law::stay::Caps;
use qonys_law::stay::DaySet;
use qonys_law::stay::Floor;
use qonys_law::stay::InWindow;
use qonys_law::stay::PerVisit;
use qonys_law::stay::StayCount;
use qonys_law::stay::Trip;
use qonys_law::stay::TripBasis;

const VISITS: u64 = 100;

/// From one entry to the next: a hundred visits in twenty years.
const APART: u64 = 73;

const LONG: u64 = 40;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn first() -> NaiveDate {
    day("2007-01-10")
}

fn today() -> NaiveDate {
    first() + Days::new(VISITS * APART)
}

fn trips() -> Vec<Trip> {
    (0..VISITS)
        .map(|place| {
            let entered = first() + Days::new(place * APART);
            Trip {
                id: format!("visit-{place}"),
                entered,
                left: Some(entered + Days::new(LONG + place % 7)),
                basis: TripBasis::VisaFree,
                passport: None,
            }
        })
        .collect()
}

/// The days between the visits.
fn missed(trips: &[Trip]) -> DaySet {
    DaySet::of(
        trips
            .windows(2)
            .filter_map(|pair| {
                let gone = pair[0].left?.succ_opt()?;
                Some((gone, pair[1].entered.pred_opt()?))
            })
            .collect(),
    )
}

/// The caps of two editions, as in the law before and since 2023.
fn caps() -> Caps {
    let axis = Axis {
        first: day("2000-01-01"),
        last: day("2050-12-31"),
    };
    let changed = day("2023-01-27");
    Caps {
        per_visit: Timeline::with_changes(
            axis,
            PerVisit::Days(90),
            [(changed, PerVisit::Days(30))],
        ),
        in_window: Timeline::with_changes(
            axis,
            InWindow::Absent,
            [(
                changed,
                InWindow::Days {
                    total: 90,
                    window: 180,
                },
            )],
        ),
    }
}

fn floor() -> Floor {
    Floor {
        required: 183,
        months: 12,
        since: first(),
    }
}

/// Every visit with the end that the law sets, the days used, the next entry, and the floor: what one question needs.
#[divan::bench]
fn twenty_years_of_stays(bencher: Bencher<'_, '_>) {
    let trips = trips();
    let missed = missed(&trips);
    let caps = caps();
    let today = today();
    bencher.bench(|| {
        let count = StayCount::of(black_box(&trips), &caps, |_| &caps, today, None);
        let floor = floor().count(black_box(&missed), None, today);
        (count, floor)
    });
}

/// The days used in the window, and the floor, on every single day of the twenty years.
#[divan::bench]
fn twenty_years_day_by_day(bencher: Bencher<'_, '_>) {
    let trips = trips();
    let missed = missed(&trips);
    let present = DaySet::of(
        trips
            .iter()
            .filter_map(|trip| Some((trip.entered, trip.left?)))
            .collect(),
    );
    let today = today();
    bencher.bench(|| {
        let mut used = 0;
        let mut possible = 0;
        for on in first().iter_days().take_while(|on| *on <= today) {
            used += black_box(&present).count(on - Days::new(179), on);
            possible += floor().count(black_box(&missed), None, on).possible;
        }
        (used, possible)
    });
}
