//! The floor after the permit.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use qonys_law::stay::DaySet;
use qonys_law::stay::Floor;

use crate::cases;
use crate::day;
use crate::naive::Missed;
use crate::naive::year_from;
use crate::nth;

/// How many days the pencil looks at.
const LOOKED_AT: i64 = 1500;

fn table(missed: &DaySet) -> Missed {
    let mut days = vec![false; usize::try_from(LOOKED_AT + 400).expect("few")];
    for (first, last) in missed.stretches() {
        for day in crate::naive::days(first, last) {
            let place = usize::try_from((day - nth(0)).num_days()).expect("in range");
            if let Some(gone) = days.get_mut(place) {
                *gone = true;
            }
        }
    }
    Missed::of(nth(0), days)
}

/// Stretches of missed days from gaps and lengths.
fn stretches() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((1_i64..220, 1_i64..230), 0..5)
}

fn set(since: i64, shape: &[(i64, i64)]) -> DaySet {
    let mut begin = since;
    let mut found = Vec::new();
    for (gap, length) in shape {
        let first = begin + gap - 1;
        begin = first + length;
        if begin < LOOKED_AT - 400 {
            found.push((nth(first), nth(begin - 1)));
        }
    }
    DaySet::of(found)
}

#[test]
fn the_tightest_year_and_the_day_it_breaks_are_those_of_a_pencil() {
    let strategy = (0_i64..500, stretches(), 0_i64..700, 150_i64..200);
    TestRunner::new(cases())
        .run(&strategy, |(since, shape, later, required)| {
            let missed = set(since, &shape);
            let floor = Floor {
                required,
                months: 12,
                since: nth(since),
            };
            let on = nth(since + later);
            let found = floor.count(&missed, None, on);
            let days = table(&missed);
            prop_assert_eq!(
                found.broken_on,
                days.broken(nth(since), required),
                "the day on which it breaks"
            );
            // Every window that is not over on the day.
            let mut best: Option<(i64, NaiveDate)> = None;
            let latest = missed
                .stretches()
                .last()
                .map_or(on, |(_, last)| last.max(on));
            let mut begin = nth(since);
            while begin <= latest {
                let end = year_from(begin);
                if end >= on.max(nth(since)) {
                    let left = (end - begin).num_days() + 1 - required - days.between(begin, end);
                    if best.is_none_or(|(known, _)| left < known) {
                        best = Some((left, begin));
                    }
                }
                begin = begin.succ_opt().expect("not the last day");
            }
            let (left, begin) = best.expect("one window is open");
            prop_assert_eq!((found.possible, found.window.0), (left, begin));
            Ok(())
        })
        .expect("floor");
}

#[test]
fn who_is_away_is_told_the_last_day_on_which_coming_back_still_helps() {
    let strategy = (0_i64..500, stretches(), 1_i64..300);
    TestRunner::new(cases())
        .run(&strategy, |(since, shape, away)| {
            let before = set(since, &shape);
            let first = before
                .stretches()
                .last()
                .map_or(nth(since), |(_, last)| last + chrono::Days::new(2));
            let on = first + chrono::Days::new(away as u64 - 1);
            let missed = DaySet::of(before.stretches().chain([(first, on)]).collect());
            let floor = Floor {
                required: 183,
                months: 12,
                since: nth(since),
            };
            let found = floor.count(&missed, Some(first), on);
            // Windows that are over on the day are past mending.
            let mut open = nth(since);
            while year_from(open) < on {
                open = open.succ_opt().expect("not the last day");
            }
            let breaks = |last: NaiveDate| {
                let days = DaySet::of(before.stretches().chain([(first, last)]).collect());
                table(&days).broken(open, 183)
            };
            match found.back_by {
                Some(by) => {
                    prop_assert_eq!(breaks(by.pred_opt().unwrap()), None);
                    prop_assert_eq!(breaks(by), Some(by));
                }
                None => prop_assert!(found.open_broken_on.is_some_and(|broken| broken < on)),
            }
            prop_assert_eq!(found.open_broken_on, breaks(on));
            Ok(())
        })
        .expect("coming back");
}

#[test]
fn the_day_before_the_day_and_the_day_after() {
    let floor = Floor {
        required: 183,
        months: 12,
        since: day("2026-01-10"),
    };
    for (back, possible, broken_on) in [
        ("2026-08-15", 16, None),
        ("2026-08-31", 0, None),
        ("2026-09-01", -1, Some("2026-08-31")),
    ] {
        let away = DaySet::of(vec![(day("2026-03-02"), day(back).pred_opt().unwrap())]);
        let found = floor.count(&away, None, day("2026-11-21"));
        assert_eq!(found.possible, possible, "back on {back}");
        assert_eq!(found.broken_on, broken_on.map(day), "back on {back}");
    }
}
