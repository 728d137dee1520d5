//! Terms as stretches of days, against asking of every single day whether it still belongs to the term.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use chrono::Datelike;
use chrono::Days;
use chrono::NaiveDate;
use proptest::prelude::*;
use qonys_law::Answer;
use qonys_law::Answers;
use qonys_law::Axis;
use qonys_law::Calendar;
use qonys_law::Condition;
use qonys_law::Evaluation;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Scope;
use qonys_law::Value;
use qonys_law::VerdictKind;

use crate::cases;
use crate::day;

const INTERVIEW: &str = r#"
[[section]]
id = "all"
order = 1
title = { kk = "–", ru = "–", en = "–" }

[[entity]]
id = "me"
section = "all"
kind = "single"
title = { kk = "–", ru = "–", en = "–" }

[[fact]]
id = "me.event"
type = "date"
order = 1
question = { kk = "–", ru = "–", en = "–" }
label = { kk = "–", ru = "–", en = "–" }
"#;

/// The lengths of the law, and some at the edges.
const LENGTHS: [(&str, u32); 12] = [
    ("calendar_day", 0),
    ("calendar_day", 1),
    ("calendar_day", 3),
    ("calendar_day", 17),
    ("calendar_day", 30),
    ("month", 1),
    ("year", 1),
    ("working_day", 1),
    ("working_day", 3),
    ("working_day", 5),
    ("working_day", 7),
    ("working_day", 15),
];
const FIRST_DAYS: [&str; 2] = ["event", "next"];
const DAYS_OFF: [&str; 3] = ["unchanged", "next_working_day", "unknown"];

/// A term by its places in the three tables.
#[derive(Debug, Clone, Copy)]
struct Length {
    unit: &'static str,
    count: u32,
    first_day: &'static str,
    if_day_off: &'static str,
}

impl Length {
    fn name(self) -> String {
        format!(
            "{}-{}-{}-{}",
            self.count, self.unit, self.first_day, self.if_day_off
        )
    }
}

fn lengths() -> impl Strategy<Value = Length> {
    (
        proptest::sample::select(LENGTHS.to_vec()),
        proptest::sample::select(FIRST_DAYS.to_vec()),
        proptest::sample::select(DAYS_OFF.to_vec()),
    )
        .prop_map(|((unit, count), first_day, if_day_off)| Length {
            unit,
            count,
            first_day,
            if_day_off,
        })
}

struct World {
    interview: Interview,
    pack: Pack,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let mut terms = String::new();
    let words = r#"{ kk = "–", ru = "–", en = "–" }"#;
    for (unit, count) in LENGTHS {
        write!(
            terms,
            "[[parameter]]\nid = \"{count}-{unit}\"\nvalue = \"{count}\"\nunit = \"{unit}\"\ntitle = {words}\ncite = \"koap:1\"\n"
        )
        .unwrap();
        for first_day in FIRST_DAYS {
            for if_day_off in DAYS_OFF {
                let name = Length {
                    unit,
                    count,
                    first_day,
                    if_day_off,
                }
                .name();
                write!(
                    terms,
                    "[[period]]\nid = \"{name}\"\nparameter = \"{count}-{unit}\"\nfirst_day = \"{first_day}\"\nif_day_off = \"{if_day_off}\"\ntitle = {words}\ncite = \"koap:1\"\n"
                )
                .unwrap();
            }
        }
    }
    let interview = Interview::load([("interview", INTERVIEW)]).expect("an interview");
    let files = crate::FILES.into_iter().chain([("terms", terms.as_str())]);
    let pack = Pack::load(files, &interview).expect("a pack that fits together");
    World { interview, pack }
});

/// What is known of the days between two days, both inclusive: surely working, and perhaps working.
fn counted(from: NaiveDate, to: NaiveDate) -> (u32, u32) {
    let calendar = Calendar::of(&WORLD.pack);
    from.iter_days()
        .take_while(|day| *day <= to)
        .fold((0, 0), |(surely, perhaps), day| match calendar.kind(day) {
            Ok(kind) => (
                surely + u32::from(kind.working),
                perhaps + u32::from(kind.working),
            ),
            Err(_) => (surely, perhaps + 1),
        })
}

fn later(event: NaiveDate, months: u32) -> NaiveDate {
    let count = event.year() * 12 + event.month0().cast_signed() + months.cast_signed();
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    (1..=event.day())
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month.cast_unsigned(), day))
        .unwrap()
}

/// Whether a day belongs to a term, asked of this day alone.
fn belongs(event: NaiveDate, length: Length, on: NaiveDate) -> VerdictKind {
    use VerdictKind::No;
    use VerdictKind::Undecided;
    use VerdictKind::Yes;
    if on < event {
        return No;
    }
    let before = on.pred_opt().unwrap();
    if length.unit == "working_day" {
        // So many working days must not have passed before this day.
        let from = match length.first_day {
            "event" => event,
            _ => event.succ_opt().unwrap(),
        };
        let (surely, perhaps) = counted(from, before);
        let ended = if surely >= length.count {
            No
        } else if perhaps < length.count {
            Yes
        } else {
            Undecided
        };
        return ended;
    }
    let mut last = match length.unit {
        "calendar_day" => event + Days::new(u64::from(length.count)),
        "month" => later(event, length.count),
        _ => later(event, 12 * length.count),
    };
    if length.first_day == "event" {
        last = last.pred_opt().unwrap();
    }
    if on <= last {
        return Yes;
    }
    let (surely, perhaps) = counted(last, before);
    match length.if_day_off {
        "unchanged" => No,
        // A working day has passed since the last day: wherever it moved, the term is over.
        _ if surely > 0 => No,
        "next_working_day" if perhaps == 0 => Yes,
        _ => Undecided,
    }
}

fn timeline_says(event: NaiveDate, length: Length, on: NaiveDate) -> VerdictKind {
    let condition: BTreeMap<String, Condition> = toml::from_str(&format!(
        "when = {{ within = {{ after = \"me.event\", period = \"{}\" }} }}",
        length.name()
    ))
    .unwrap();
    let mut answers = Answers::default();
    answers.singles.insert(
        "me".to_owned(),
        BTreeMap::from([("event".to_owned(), Answer::Known(Value::Date(event)))]),
    );
    let axis = Axis {
        first: day("2021-01-01"),
        last: day("2031-12-31"),
    };
    Evaluation::new(&WORLD.pack, &WORLD.interview, &answers, axis)
        .timeline(&condition["when"], &Scope::default())
        .at(on)
        .kind()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_term_holds_exactly_the_days_that_belong_to_it(
        length in lengths(), event in 0_u64..2_700, after in -2_i64..45,
    ) {
        let event = day("2021-11-20") + Days::new(event);
        // Near the end of the term, wherever that is.
        let base = match length.unit {
            "month" => later(event, 1),
            "year" => later(event, 12),
            _ => event,
        };
        let on = base + chrono::TimeDelta::days(if length.unit == "calendar_day" || length.unit == "working_day" { after } else { after / 4 });
        prop_assert_eq!(
            timeline_says(event, length, on),
            belongs(event, length, on),
            "{:?} of {} on {}", length, event, on
        );
    }
}

#[test]
fn three_working_days_are_over_on_the_fourth() {
    let length = Length {
        unit: "working_day",
        count: 3,
        first_day: "next",
        if_day_off: "unchanged",
    };
    let on = |text| timeline_says(day("2026-11-10"), length, day(text));
    assert_eq!(on("2026-11-09"), VerdictKind::No);
    assert_eq!(on("2026-11-10"), VerdictKind::Yes);
    assert_eq!(on("2026-11-13"), VerdictKind::Yes);
    assert_eq!(on("2026-11-14"), VerdictKind::No);
}

#[test]
fn where_nobody_knows_the_days_off_are_neither_in_nor_out() {
    let length = Length {
        unit: "calendar_day",
        count: 17,
        first_day: "next",
        if_day_off: "unknown",
    };
    let on = |text| timeline_says(day("2026-12-10"), length, day(text));
    assert_eq!(on("2026-12-27"), VerdictKind::Yes);
    assert_eq!(on("2026-12-28"), VerdictKind::Undecided);
    assert_eq!(on("2026-12-29"), VerdictKind::No);
}

#[test]
fn beyond_the_calendar_a_term_of_working_days_stays_open() {
    let length = Length {
        unit: "working_day",
        count: 3,
        first_day: "next",
        if_day_off: "unchanged",
    };
    let on = |text| timeline_says(day("2028-12-28"), length, day(text));
    assert_eq!(on("2028-12-29"), VerdictKind::Yes);
    assert_eq!(
        on("2029-01-02"),
        VerdictKind::Yes,
        "two more days at the least"
    );
    assert_eq!(on("2029-01-03"), VerdictKind::Undecided);
    assert_eq!(on("2031-01-01"), VerdictKind::Undecided);
}
