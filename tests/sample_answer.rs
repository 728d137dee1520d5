//! What the made-up backend of the screens shows of dates, money and stays is what the real one says of a sample.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at the first surprise, and this one writes the generated files"
)]

mod files;

use chrono::NaiveDate;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::assess_case;
use qonys_app::case_from_json;
use serde_json::Value;

const SAMPLE: &str = "assets/samples/omsk-engineer.json";

/// The parts of the answer that the made-up backend does not make up itself.
const PARTS: [&str; 13] = [
    "agenda",
    "beside",
    "budget",
    "changes_ahead",
    "circumstances",
    "orders",
    "payment_details",
    "reviews",
    "sanity",
    "stages",
    "stay",
    "sum_checks",
    "until_decision",
];

#[test]
fn the_sample_answer_of_the_screens_is_fresh() {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let sample = files::below("assets/samples", &["json"])
        .into_iter()
        .find(|file| files::name(file) == SAMPLE)
        .expect("the sample lies there");
    let json = files::text(&sample);
    let case = case_from_json(&knowledge, &json).expect("the sample is a case");
    let today: NaiveDate = "2026-11-21".parse().expect("a day");
    let mut stale = Vec::new();
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let view = assess_case(&knowledge, &case, today, lang);
        let Value::Object(mut parts) = serde_json::to_value(view).expect("a view is JSON") else {
            unreachable!("a view is an object");
        };
        parts.retain(|key, _| PARTS.contains(&key.as_str()));
        assert_eq!(parts.len(), PARTS.len(), "a part has another name now");
        let fresh = serde_json::to_string(&parts).expect("JSON") + "\n";
        let file = files::root().join(format!(
            "ui/src/lib/backend/mock/sample/{}.json",
            lang.code()
        ));
        if std::env::var("QONYS_GEN").is_ok() {
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(&file, &fresh).expect("the sample is written");
        }
        if std::fs::read_to_string(&file).ok().as_ref() != Some(&fresh) {
            stale.push(files::name(&file));
        }
    }
    assert!(stale.is_empty(), "stale, run `cargo xtask gen`: {stale:?}");
}
