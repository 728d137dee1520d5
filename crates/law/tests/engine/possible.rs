//! The answers that are tried stand for all answers: where another one decides, the question is asked.

use std::collections::BTreeSet;

use qonys_law::Answers;
use qonys_law::Evaluation;
use qonys_law::Interview;
use qonys_law::Pack;
use qonys_law::Plan;
use qonys_law::Scope;
use qonys_law::assess;

use crate::said::A;
use crate::said::any;
use crate::said::condition;
use crate::world::axis;
use crate::world::day;

/// A pack that knows one number: an age.
fn pack(interview: &Interview, years: u32) -> Pack {
    let words = r#"{ kk = "–", ru = "–", en = "–" }"#;
    let text = format!(
        r#"
[[act]]
id = "act"
title = {words}
short = {words}
url = "https://example.org"
standing = "official"
[[parameter]]
id = "age"
value = "{years}"
unit = "age_years"
title = {words}
cite = "act:1"
"#
    );
    Pack::load([("pack.toml", text.as_str())], interview)
        .unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// Backwards from March 2040 sixty-three years have one day more than forwards: as long before the day as they last after it, nobody
/// who was born then is old enough, and neither is who was born a day earlier.
#[test]
fn somebody_is_old_enough_however_the_leap_years_fall() {
    let interview = Interview::load([("interview.toml", include_str!("world-interview.toml"))])
        .expect("an interview");
    let rule = any(&[
        r#"{ age_at_least = { born = "me.born", years = "age" } }"#,
        A,
    ]);
    let nobody = Answers::default();
    for on in ["2040-02-29", "2040-03-01", "2040-03-02"] {
        for years in [1, 18, 63, 100] {
            let pack = pack(&interview, years);
            let asked: BTreeSet<String> = Evaluation::new(&pack, &interview, &nobody, axis_of(on))
                .deciding(&condition(&rule), &Scope::default(), day(on))
                .into_iter()
                .flatten()
                .map(|fact| fact.fact)
                .collect();
            let wanted = ["a", "born"].map(str::to_owned);
            assert_eq!(asked, BTreeSet::from(wanted), "{years} years on {on}");
        }
    }
}

fn axis_of(on: &str) -> qonys_law::Axis {
    qonys_law::Axis {
        first: axis().first,
        last: day(on),
    }
}

/// Two routes: one for thirty days after an event, one by an answer. Which day the event has to be is told by the day of filing, not by
/// the ends of all days that are looked at.
#[test]
fn the_days_that_are_tried_lie_around_the_day_of_filing() {
    let interview = Interview::load([("interview.toml", include_str!("world-interview.toml"))])
        .expect("an interview");
    let words = r#"{ kk = "–", ru = "–", en = "–" }"#;
    let text = format!(
        r#"
[[act]]
id = "act"
title = {words}
short = {words}
url = "https://example.org"
standing = "official"
[[parameter]]
id = "days"
value = "30"
unit = "calendar_day"
title = {words}
cite = "act:1"
[[period]]
id = "term"
parameter = "days"
first_day = "next"
title = {words}
[[route]]
id = "soon"
title = {words}
when = {{ within = {{ after = "me.event", period = "term" }} }}
change = {words}
cite = "act:1"
[[route]]
id = "otherwise"
title = {words}
when = {A}
change = {words}
cite = "act:1"
"#
    );
    let pack = Pack::load([("pack.toml", text.as_str())], &interview)
        .unwrap_or_else(|errors| panic!("{errors:?}"));
    let plan = Plan {
        today: day("2026-06-01"),
        filing: day("2026-06-20"),
        filing_given: true,
        payment: None,
        decision: None,
    };
    let found = assess(&pack, &interview, &Answers::default(), &plan).may_apply;
    let alone: BTreeSet<String> = found
        .deciding
        .into_iter()
        .filter(|set| set.len() == 1)
        .flatten()
        .map(|fact| fact.fact)
        .collect();
    assert_eq!(alone, BTreeSet::from(["a", "event"].map(str::to_owned)));
}
