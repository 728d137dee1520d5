//! Each year made anew from the fixed holidays, the rule that moves them, and what was decided for that year.

use std::collections::BTreeMap;

use chrono::Datelike;
use chrono::NaiveDate;
use chrono::Weekday;
use qonys_law::Calendar;
use qonys_law::Standing;
use qonys_law::Why;

use crate::day;
use crate::pack;

/// Holidays that move to the next working day: day of the month, month, and the years in which they are kept.
const FIXED: [(u32, u32, i32, i32); 13] = [
    (1, 1, 2022, 2028),
    (2, 1, 2022, 2028),
    (8, 3, 2022, 2028),
    (15, 3, 2027, 2028),
    (21, 3, 2022, 2028),
    (22, 3, 2022, 2028),
    (23, 3, 2022, 2028),
    (1, 5, 2022, 2028),
    (7, 5, 2022, 2028),
    (9, 5, 2022, 2028),
    (6, 7, 2022, 2028),
    (25, 10, 2022, 2028),
    (16, 12, 2022, 2028),
];

/// Constitution Day before the Constitution of 2026.
const UP_TO_2025: (u32, u32) = (30, 8);

/// Kurban Ait of each year; the last two by estimate. It is never moved, and neither is 7 January.
const KURBAN_AIT: [&str; 7] = [
    "2022-07-09",
    "2023-06-28",
    "2024-06-16",
    "2025-06-06",
    "2026-05-27",
    "2027-05-16",
    "2028-05-05",
];

/// What was decided for one year: this day off was worked for that day.
const EXCHANGED: [(&str, &str); 6] = [
    ("2022-03-05", "2022-03-07"),
    ("2022-08-27", "2022-08-29"),
    ("2022-10-22", "2022-10-24"),
    ("2023-07-01", "2023-07-07"),
    ("2024-05-04", "2024-05-08"),
    ("2025-01-05", "2025-01-03"),
];

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Whether each day of a year is a working day.
fn year(number: i32) -> BTreeMap<NaiveDate, bool> {
    let date = |(day, month): (u32, u32)| NaiveDate::from_ymd_opt(number, month, day).unwrap();
    let mut works: BTreeMap<NaiveDate, bool> = date((1, 1))
        .iter_days()
        .take_while(|day| day.year() == number)
        .map(|day| (day, !weekend(day)))
        .collect();
    let mut holidays: Vec<NaiveDate> = FIXED
        .iter()
        .filter(|(.., first, last)| (*first..=*last).contains(&number))
        .map(|(day, month, ..)| date((*day, *month)))
        .collect();
    if number <= 2025 {
        holidays.push(date(UP_TO_2025));
    }
    let unmoved: Vec<NaiveDate> = KURBAN_AIT
        .iter()
        .map(|feast| day(feast))
        .chain([date((7, 1))])
        .filter(|feast| feast.year() == number)
        .collect();
    for holiday in holidays.iter().chain(&unmoved) {
        works.insert(*holiday, false);
    }
    for holiday in holidays.into_iter().filter(|holiday| weekend(*holiday)) {
        let moved = holiday.iter_days().find(|day| works[day]).unwrap();
        works.insert(moved, false);
    }
    for (worked, off) in EXCHANGED.map(|(worked, off)| (day(worked), day(off))) {
        if worked.year() == number {
            works.insert(worked, true);
            works.insert(off, false);
        }
    }
    works
}

#[test]
fn every_day_is_as_the_rules_make_it() {
    let pack = pack();
    let calendar = Calendar::of(&pack);
    for number in 2022..=2028 {
        for (day, works) in year(number) {
            let kind = calendar.kind(day).expect("a year that is known");
            assert_eq!(kind.working, works, "{day}");
        }
    }
}

#[test]
fn a_holiday_that_was_moved_is_named_with_the_day_it_fell_on() {
    let pack = pack();
    let off = Calendar::of(&pack).kind(day("2026-03-09")).unwrap().off;
    let off = off.expect("a day off");
    assert_eq!(off.holiday, "womens_day");
    assert_eq!(off.moved_from, Some(day("2026-03-08")));
}

#[test]
fn constitution_day_is_30_august_up_to_2025_and_15_march_from_2027() {
    let pack = pack();
    let works = |text| Calendar::of(&pack).kind(day(text)).unwrap().working;
    assert!(!works("2024-08-30"));
    assert!(!works("2025-09-01"), "30 August 2025 was a Saturday");
    assert!(works("2026-08-31"), "30 August 2026 was no holiday");
    assert!(!works("2027-03-15"));
    assert!(works("2027-08-30"));
}

#[test]
fn a_forecast_is_not_as_sure_as_a_year_that_was() {
    let pack = pack();
    let standing = |text| Calendar::of(&pack).kind(day(text)).unwrap().standing;
    assert_eq!(standing("2026-12-31"), Standing::Secondary);
    assert_eq!(standing("2027-01-01"), Standing::Unconfirmed);
}

#[test]
fn outside_the_years_of_the_pack_nothing_is_said_not_even_of_a_sunday() {
    let pack = pack();
    let calendar = Calendar::of(&pack);
    let unknown = |from: &str| {
        Err(Why::NoKnownRule {
            rule: "calendar".to_owned(),
            from: day(from),
        })
    };
    assert_eq!(calendar.kind(day("2021-12-31")), unknown("2021-12-31"));
    assert!(calendar.kind(day("2022-01-01")).is_ok());
    assert!(calendar.kind(day("2028-12-31")).is_ok());
    assert_eq!(calendar.kind(day("2029-01-01")), unknown("2029-01-01"));
    assert_eq!(calendar.kind(day("2029-01-07")), unknown("2029-01-01"));
}
