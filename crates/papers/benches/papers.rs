//! How long a paper takes from the answers to the bytes. Run with `cargo bench -p qonys-papers`; the target for the
//! questionnaire is 10 ms warm.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench may stop at the first surprise"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use divan::Bencher;
use divan::black_box;
use qonys_papers::{FlowFilling, FlowPaper, FormLanguage};
use qonys_texts::Lang;
use support::{Answers, Lexicon, fixtures, print, questionnaire, today};

fn main() {
    divan::main();
}

#[divan::bench(args = ["minimal", "typical", "maximal", "kazakh"])]
fn questionnaire_from_answers_to_bytes(bencher: Bencher<'_, '_>, name: &str) {
    let form = questionnaire();
    let (_, answers) = fixtures::all()
        .into_iter()
        .find(|(known, _)| *known == name)
        .expect("a fixture");
    bencher.bench_local(|| {
        print(&form, FormLanguage::Kk, black_box(&answers))
            .pdf
            .len()
    });
}

#[divan::bench]
fn autobiography_from_answers_to_bytes(bencher: Bencher<'_, '_>) {
    let source = include_str!("../../../assets/forms/autobiography.toml");
    let paper = FlowPaper::parse("autobiography", source).expect("a paper");
    let answers: Answers = fixtures::typical();
    bencher.bench_local(|| {
        let filling = FlowFilling {
            facts: black_box(&answers),
            words: &Lexicon,
            on: today(),
            subject: None,
        };
        qonys_papers::print(&paper, Lang::Kk, &filling).map(|made| made.pdf.len())
    });
}
