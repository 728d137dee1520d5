//! The day before, the day and the day after an edition, a gap and a declared absence begin.

use qonys_law::Answers;
use qonys_law::FeeFinding;
use qonys_law::Pack;
use qonys_law::PackError;
use qonys_law::Plan;
use qonys_law::Scope;
use qonys_law::Value;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_law::assess;

use crate::said::condition;
use crate::said::person;
use crate::world::day;
use crate::world::world;

fn duty_paid_on(paid: &str) -> FeeFinding {
    let world = world();
    let plan = Plan {
        today: day(paid),
        filing: day(paid),
        filing_given: true,
        payment: Some(day(paid)),
        decision: None,
    };
    assess(&world.pack, &world.interview, &Answers::default(), &plan)
        .fees
        .into_iter()
        .find(|fee| fee.finding.id == "duty")
        .expect("the duty")
}

#[test]
fn an_absence_ends_with_its_last_day() {
    for (paid, verdict, tiyn) in [
        ("2025-12-30", VerdictKind::DoesNotApply, None),
        ("2025-12-31", VerdictKind::DoesNotApply, None),
        ("2026-01-01", VerdictKind::Yes, Some(2000)),
        ("2026-01-02", VerdictKind::Yes, Some(2000)),
    ] {
        let fee = duty_paid_on(paid);
        assert_eq!(fee.finding.verdict.kind(), verdict, "{paid}");
        assert_eq!(fee.sum.tiyn, tiyn, "{paid}");
        assert_eq!(
            fee.finding.absent_because.is_some(),
            verdict == VerdictKind::DoesNotApply,
            "an absence says why: {paid}"
        );
    }
}

#[test]
fn a_new_number_counts_from_its_first_day() {
    for (paid, tiyn) in [
        ("2026-06-30", 2000),
        ("2026-07-01", 3000),
        ("2026-07-02", 3000),
        ("2026-12-31", 3000),
    ] {
        assert_eq!(duty_paid_on(paid).sum.tiyn, Some(tiyn), "{paid}");
    }
}

#[test]
fn after_the_last_known_day_there_is_no_sum_but_an_orientation() {
    for paid in ["2027-01-01", "2027-01-02", "2027-07-31"] {
        let fee = duty_paid_on(paid);
        assert_eq!(fee.finding.verdict.kind(), VerdictKind::Yes, "{paid}");
        assert_eq!(fee.sum.tiyn, None, "{paid}");
        let orientation = fee.sum.orientation.expect("the last known index");
        assert_eq!(orientation.tiyn, Some(3000));
        assert_eq!(orientation.until, day("2026-12-31"));
        assert_eq!(
            fee.sum.whys,
            [Why::NoKnownRule {
                rule: "index".to_owned(),
                from: day("2027-01-01"),
            }]
        );
    }
}

#[test]
fn after_the_last_edition_the_rule_itself_is_not_known() {
    let known = duty_paid_on("2027-07-31");
    assert_eq!(known.finding.verdict.kind(), VerdictKind::Yes);
    for paid in ["2027-08-01", "2027-08-02", "2030-01-01", "2099-01-01"] {
        let fee = duty_paid_on(paid);
        assert_eq!(fee.finding.verdict.kind(), VerdictKind::Undecided, "{paid}");
        assert!(fee.finding.verdict.whys().contains(&Why::NoKnownRule {
            rule: "duty".to_owned(),
            from: day("2027-08-01"),
        }));
    }
}

/// A pack in which the second edition of a number begins on a day.
fn second_edition(from: &str) -> Result<Pack, Vec<PackError>> {
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
from = 2025-01-01
until = 2025-12-31
cite = "act:1"
[[parameter]]
id = "days"
value = "10"
unit = "calendar_day"
title = {words}
{from}
cite = "act:1"
"#
    );
    Pack::load([("pack.toml", text.as_str())], &world().interview)
}

#[test]
fn two_editions_never_hold_on_one_day() {
    let overlap = |on: &str| {
        Err(vec![PackError::Overlap {
            record: "days".to_owned(),
            day: day(on),
        }])
    };
    let found = |from: &str| second_edition(from).map(|_| ());
    assert_eq!(found("from = 2025-12-30"), overlap("2025-12-30"));
    assert_eq!(found("from = 2025-12-31"), overlap("2025-12-31"));
    assert_eq!(found("from = 2026-01-01"), Ok(()));
    assert_eq!(found("from = 2026-01-02"), Ok(()));
}

/// From April to June 2026 the number of days is not known: also who asks of one day is told since when.
#[test]
fn since_when_a_number_is_not_known_is_told_on_each_day_of_the_gap() {
    let somebody = person(&[("event", Value::Date(day("2026-03-30")))]);
    let rule = condition(r#"{ within = { after = "me.event", period = "term_of_days" } }"#);
    let on = |on: &str| {
        let evaluation = world().evaluation(&somebody);
        evaluation.on(&rule, &Scope::default(), day(on)).whys()
    };
    let gap = Why::NoKnownRule {
        rule: "days".to_owned(),
        from: day("2026-04-01"),
    };
    for in_the_gap in ["2026-04-01", "2026-04-02", "2026-06-30"] {
        assert_eq!(on(in_the_gap), [gap.clone()].into(), "{in_the_gap}");
    }
    for known in ["2026-03-31", "2026-07-01"] {
        assert!(on(known).is_empty(), "{known}");
    }
}
