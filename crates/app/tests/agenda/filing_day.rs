//! The filing day of the plan rests on the law by which one files, and on none of which nobody knows whether it binds.

use qonys_app::view::VerdictCode;
use serde_json::json;

use crate::sample::entry;
use crate::sample::seen;

#[test]
fn the_procedure_that_binds_is_its_law() {
    let adult = seen("2026-11-21", &[]);
    assert_eq!(entry(&adult, "filing_day").unwrap().finding.id, "standard");
    let took = ("answers.applicant.took_other_citizenship", json!(true));
    let other = seen("2026-11-21", &[took]);
    let listed = other
        .procedures
        .iter()
        .find(|one| one.finding.id == "standard");
    assert_eq!(listed.unwrap().finding.verdict, VerdictCode::No);
    assert_eq!(
        entry(&other, "filing_day").unwrap().finding.id,
        "took-other-citizenship"
    );
}

/// Nothing is known of the person but the citizenship: several procedures may bind.
#[test]
fn where_several_may_bind_it_is_the_right_to_apply_with_the_law_of_the_routes() {
    let answers = json!({
        "applicant": { "status": "citizen", "citizenship": "RU" },
        "permit": { "granted": false },
    });
    let view = seen("2026-11-21", &[("answers", answers)]);
    let binds = |code| {
        view.procedures
            .iter()
            .filter(|one| one.finding.verdict == code)
            .count()
    };
    assert_eq!(binds(VerdictCode::Yes), 0);
    assert!(binds(VerdictCode::Undecided) > 1);
    let shown = &entry(&view, "filing_day").unwrap().finding;
    assert_eq!(shown.id, "may_apply");
    assert_eq!(
        shown.source.as_ref().unwrap().text,
        "Law on Migration, Article 7"
    );
}
