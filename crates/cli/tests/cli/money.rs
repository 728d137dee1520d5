//! Who pays what, on which day.

use serde_json::Value as Json;
use serde_json::json;

use crate::calendar::changed;
use crate::run::run;
use crate::run::text;

/// What is said of a fee, of a minor of this birthday who files on 30 November 2026; the decision comes on 14 January 2027.
fn of_fee(id: &str, born: &str) -> Json {
    let folder = tempfile::tempdir().expect("a folder");
    let minor = changed("omsk-engineer", folder.path(), |case| {
        case["answers"]["applicant"]["birth_date"] = born.into();
        case["answers"]["applicant"]["iin"] = Json::Null;
        case["plan"] = json!({ "decision": "2027-01-14" });
    });
    let answer = run(&["assess", text(&minor), "--on", "2026-11-30", "--json"]).json();
    let fees = answer["fees"].as_array().expect("the fees").clone();
    let found = fees.into_iter().find(|fee| fee["finding"]["id"] == id);
    found.expect("a fee")["finding"]["verdict"].clone()
}

/// The card is due from sixteen (Law on identity documents, Article 10) and paid after the decision: the age of that day counts.
#[test]
fn who_is_sixteen_by_the_decision_pays_for_the_card() {
    for (born, pays) in [
        ("2011-01-13", "yes"),
        ("2011-01-14", "yes"),
        ("2011-01-15", "no"),
        ("2010-11-30", "yes"),
    ] {
        assert_eq!(of_fee("residence_permit_card", born), pays, "{born}");
    }
}
