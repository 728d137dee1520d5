//! Counting working days, against counting them by hand.

use chrono::Days;
use chrono::NaiveDate;
use proptest::prelude::*;
use qonys_law::Calendar;
use qonys_law::Why;

use crate::cases;
use crate::day;
use crate::pack;

fn unknown(from: &str) -> Why {
    Why::NoKnownRule {
        rule: "calendar".to_owned(),
        from: day(from),
    }
}

#[test]
fn seven_working_days_over_independence_day() {
    let pack = pack();
    let found = Calendar::of(&pack).nth_after(day("2026-12-10"), 7).unwrap();
    assert_eq!(found.day, day("2026-12-22"));
}

#[test]
fn three_working_days_after_a_tuesday() {
    let pack = pack();
    let found = Calendar::of(&pack).nth_after(day("2026-11-10"), 3).unwrap();
    assert_eq!(found.day, day("2026-11-13"));
}

#[test]
fn a_worked_saturday_counts() {
    let pack = pack();
    let calendar = Calendar::of(&pack);
    assert_eq!(
        calendar.nth_after(day("2024-05-03"), 1).unwrap().day,
        day("2024-05-04")
    );
    assert_eq!(
        calendar.on_or_after(day("2025-01-05")).unwrap().day,
        day("2025-01-05")
    );
}

#[test]
fn the_ends_of_the_window_of_case_nine() {
    let pack = pack();
    let calendar = Calendar::of(&pack);
    assert_eq!(
        calendar.on_or_after(day("2026-11-21")).unwrap().day,
        day("2026-11-23")
    );
    assert_eq!(
        calendar.on_or_before(day("2027-02-20")).unwrap().day,
        day("2027-02-19")
    );
}

#[test]
fn no_working_day_is_counted_beyond_the_calendar() {
    let pack = pack();
    let calendar = Calendar::of(&pack);
    assert_eq!(
        calendar.nth_after(day("2028-12-28"), 1).unwrap().day,
        day("2028-12-29")
    );
    assert_eq!(
        calendar.nth_after(day("2028-12-28"), 2),
        Err(unknown("2029-01-01"))
    );
    assert_eq!(
        calendar.on_or_after(day("2028-12-30")),
        Err(unknown("2029-01-01"))
    );
    assert_eq!(
        calendar.on_or_before(day("2022-01-04")),
        Err(unknown("2021-12-31"))
    );
}

/// Every working day between two days, both not counted, by looking at each.
fn working_between(calendar: &Calendar<'_>, after: NaiveDate, to: NaiveDate) -> u32 {
    let mut count = 0;
    let mut day = after;
    while day < to {
        day = day.succ_opt().unwrap();
        count += u32::from(calendar.kind(day).unwrap().working);
    }
    count
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_nth_working_day_has_n_working_days_behind_it(offset in 0_u64..2_400, n in 1_u32..60) {
        let pack = pack_once();
        let calendar = Calendar::of(pack);
        let event = day("2022-01-01").checked_add_days(Days::new(offset)).unwrap();
        let found = calendar.nth_after(event, n).unwrap().day;
        prop_assert!(calendar.kind(found).unwrap().working);
        prop_assert_eq!(working_between(&calendar, event, found), n);
        // And back again: the day before which n working days lie, the last of them the first.
        let back = calendar.nth_before(found.succ_opt().unwrap(), n).unwrap().day;
        prop_assert!(back > event);
        prop_assert_eq!(working_between(&calendar, event, back), 1);
    }

    #[test]
    fn the_next_working_day_has_none_before_it(offset in 0_u64..2_550) {
        let pack = pack_once();
        let calendar = Calendar::of(pack);
        let from = day("2022-01-01").checked_add_days(Days::new(offset)).unwrap();
        let found = calendar.on_or_after(from).unwrap().day;
        prop_assert!(calendar.kind(found).unwrap().working);
        prop_assert_eq!(working_between(&calendar, from.pred_opt().unwrap(), found), 1);
    }
}

fn pack_once() -> &'static qonys_law::Pack {
    static PACK: std::sync::LazyLock<qonys_law::Pack> = std::sync::LazyLock::new(pack);
    &PACK
}
