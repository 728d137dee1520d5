//! How long it takes from the answers of a case to what a screen is sent. Run with `cargo bench -p qonys-app`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench may stop at the first surprise"
)]

use std::sync::LazyLock;

use chrono::NaiveDate;
use divan::Bencher;
use divan::black_box;
use divan::counter::BytesCount;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::assess_case;
use qonys_app::case_from_json;

const SAMPLE: &str = include_str!("../../../assets/samples/omsk-engineer.json");

static WORLD: LazyLock<(Knowledge, Case)> = LazyLock::new(|| {
    let knowledge = Knowledge::built_in().expect("a pack that fits together");
    let case = case_from_json(&knowledge, SAMPLE).expect("a case");
    (knowledge, case)
});

fn today() -> NaiveDate {
    "2026-11-21".parse().expect("a day")
}

fn json(lang: Lang) -> String {
    let (knowledge, case) = &*WORLD;
    let view = assess_case(knowledge, case, today(), lang);
    serde_json::to_string(&view).expect("a view is JSON")
}

#[expect(clippy::print_stdout, reason = "the size stands beside the time")]
fn main() {
    for lang in Lang::ALL {
        println!("{}: {} bytes of JSON", lang.code(), json(lang).len());
    }
    divan::main();
}

/// Everything about the filled case in the words of one language.
#[divan::bench(args = Lang::ALL)]
fn answers_to_view(bencher: Bencher<'_, '_>, lang: Lang) {
    let (knowledge, case) = &*WORLD;
    bencher.bench(|| assess_case(black_box(knowledge), black_box(case), today(), lang));
}

/// The same, written as the JSON that is sent; with the bytes that are written in a second.
#[divan::bench(args = Lang::ALL)]
fn answers_to_json(bencher: Bencher<'_, '_>, lang: Lang) {
    bencher
        .counter(BytesCount::new(json(lang).len()))
        .bench(|| json(black_box(lang)));
}
