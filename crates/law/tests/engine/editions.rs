//! The day before, the day and the day after an edition, a gap and a declared absence begin.

use qonys_law::Answers;
use qonys_law::FeeFinding;
use qonys_law::Plan;
use qonys_law::VerdictKind;
use qonys_law::Why;
use qonys_law::assess;

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
