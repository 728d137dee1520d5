//! When to order papers, against trying every day.

use std::fmt::Write;

use chrono::Datelike;
use chrono::Days;
use chrono::NaiveDate;
use chrono::Weekday;
use proptest::prelude::*;
use qonys_law::Answers;
use qonys_law::Interview;
use qonys_law::OrderFinding;
use qonys_law::Pack;
use qonys_law::Plan;
use qonys_law::VerdictKind;
use qonys_law::assess;

use crate::world::day;

/// A step on the way to the letter: fewest and most days, whether working days, whether it is the issue.
#[derive(Debug, Clone, Copy)]
struct Step {
    least: u32,
    most: u32,
    working: bool,
}

/// The days from Monday to Friday on which nobody works, in the small world of these tests.
const OFF: [&str; 4] = ["2026-10-26", "2026-12-16", "2026-05-01", "2026-05-11"];

/// How long the letter is good after its issue.
const GOOD_DAYS: i64 = 30;

fn works(on: NaiveDate) -> bool {
    !matches!(on.weekday(), Weekday::Sat | Weekday::Sun) && !OFF.iter().any(|off| day(off) == on)
}

/// The day on which a step is over that is asked for on a day, walking from day to day.
fn over(asked: NaiveDate, days: u32, working: bool) -> NaiveDate {
    let mut left = days;
    let mut on = asked;
    while left > 0 {
        on = on + Days::new(1);
        if !working || works(on) {
            left -= 1;
        }
    }
    on
}

const WORDS: &str = "{ kk = \"–\", ru = \"–\", en = \"–\" }";

/// A pack in which one letter is asked for, and the way to it.
fn pack(steps: &[Step], issue: usize) -> (Interview, Pack) {
    let mut text = format!(
        r#"
[[act]]
id = "act"
title = {WORDS}
short = {WORDS}
url = "https://example.org"
standing = "official"
[[parameter]]
id = "fresh_days"
value = "{GOOD_DAYS}"
unit = "calendar_day"
title = {WORDS}
cite = "act:1"
[[period]]
id = "fresh"
parameter = "fresh_days"
first_day = "next"
title = {WORDS}
[[procedure]]
id = "general"
title = {WORDS}
cite = "act:1"
[[requirement]]
id = "letter"
procedure = "general"
title = {WORDS}
what = {WORDS}
valid = "fresh"
cite = "act:1"
[[holiday]]
id = "feast"
title = {WORDS}
cite = "act:1"
[[calendar]]
id = "calendar"
from = 2026-01-01
until = 2026-12-31
cite = "act:1"
day_off = [
  {{ on = 2026-05-01, holiday = "feast" }},
  {{ on = 2026-05-11, holiday = "feast" }},
  {{ on = 2026-10-26, holiday = "feast" }},
  {{ on = 2026-12-16, holiday = "feast" }},
]
[[obtaining]]
id = "letter"
paper = "letter"
cite = "act:1"
standing = "secondary"
"#
    );
    for (place, step) in steps.iter().enumerate() {
        let kind = match place.cmp(&issue) {
            std::cmp::Ordering::Less => "before",
            std::cmp::Ordering::Equal => "issue",
            std::cmp::Ordering::Greater => "apostille",
        };
        let unit = if step.working {
            "working_day"
        } else {
            "calendar_day"
        };
        writeln!(
            text,
            "[[obtaining.step]]\nkind = \"{kind}\"\nwhere = {WORDS}\ntakes = {{ at_least = {}, at_most = {}, unit = \"{unit}\" }}",
            step.least, step.most
        )
        .expect("a String can be written to");
    }
    let interview = Interview::load([("interview.toml", include_str!("world-interview.toml"))])
        .expect("an interview");
    let pack = Pack::load([("pack.toml", text.as_str())], &interview)
        .unwrap_or_else(|errors| panic!("{errors:?}"));
    (interview, pack)
}

fn order(steps: &[Step], issue: usize, today: NaiveDate, filing: NaiveDate) -> OrderFinding {
    let (interview, pack) = pack(steps, issue);
    let plan = Plan {
        today,
        filing,
        filing_given: true,
        payment: None,
        decision: None,
    };
    let assessment = assess(&pack, &interview, &Answers::default(), &plan);
    let [found] = <[OrderFinding; 1]>::try_from(assessment.orders.papers).expect("one paper");
    found
}

fn some_step() -> impl Strategy<Value = Step> {
    (0u32..8, 0u32..8, any::<bool>()).prop_map(|(least, more, working)| Step {
        least,
        most: least + more,
        working,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_days_are_what_trying_every_day_finds(
        steps in proptest::collection::vec(some_step(), 1..4), issue in 0usize..3,
        // Every day that is walked over lies inside the calendar of the year.
        ahead in 0u64..120, early in 0u64..60,
    ) {
        let issue = issue.min(steps.len() - 1);
        let filing = day("2026-06-20") + Days::new(ahead);
        let today = filing - Days::new(early);
        let found = order(&steps, issue, today, filing);
        let there = |ordered: NaiveDate| {
            steps.iter().fold(ordered, |on, step| over(on, step.most, step.working))
        };
        let issued_at_the_earliest = |ordered: NaiveDate| {
            steps[..=issue].iter().fold(ordered, |on, step| over(on, step.least, step.working))
        };
        let days = || (0..140).map(|back| filing - Days::new(back));
        let last = days().find(|ordered| there(*ordered) <= filing);
        prop_assert_eq!(found.order_by, last, "the last day");

        // Ordered on the first sensible day it can never be stale on the filing day, however fast it comes. Ordered on
        // the day before it could be; only over days off the first sensible day is a later one of several.
        let first = found.not_before.expect("the letter is good for a known time");
        let fresh =
            |ordered: NaiveDate| (filing - issued_at_the_earliest(ordered)).num_days() <= GOOD_DAYS;
        prop_assert!(fresh(first), "{} is sensible", first);
        if steps[..=issue].iter().all(|step| !step.working) {
            prop_assert!(!fresh(first - Days::new(1)), "the day before {} would not be", first);
        }
        prop_assert_eq!(found.there_by, Some(there(today.max(first))), "there by");
        let in_time = if last.is_some_and(|last| today <= last) { VerdictKind::Yes } else { VerdictKind::No };
        prop_assert_eq!(found.in_time, in_time);
    }
}

/// Seven working days over a holiday, then four calendar days.
#[test]
fn working_days_are_counted_backwards_over_a_holiday() {
    let steps = [
        Step {
            least: 0,
            most: 7,
            working: true,
        },
        Step {
            least: 4,
            most: 4,
            working: false,
        },
    ];
    // 26 December less four days is the 22nd; seven working days before that, the 16th is off: ordered on the 10th.
    let found = order(&steps, 0, day("2026-11-21"), day("2026-12-26"));
    assert_eq!(found.order_by, Some(day("2026-12-10")));
    // Issued on 26 November at the earliest: 26 November + 30 days is 26 December.
    assert_eq!(found.not_before, Some(day("2026-11-26")));
    let late = order(&steps, 0, day("2026-12-11"), day("2026-12-26"));
    assert_eq!(late.in_time, VerdictKind::No);
}

#[test]
fn a_calendar_that_ends_gives_no_day() {
    let steps = [Step {
        least: 1,
        most: 1,
        working: true,
    }];
    let found = order(&steps, 0, day("2027-03-01"), day("2027-03-10"));
    assert_eq!(found.order_by, None);
    assert_eq!(found.in_time, VerdictKind::Undecided);
}
