//! What is printed is what was answered, in its place, and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::FormLanguage;
use support::{fixtures, poppler, print, proof, questionnaire};

#[test]
fn every_value_stands_in_its_box_alone() {
    let form = questionnaire();
    for (name, answers) in fixtures::all() {
        for language in FormLanguage::ALL {
            let paper = print(&form, language, &answers);
            let path = poppler::save(&format!("{name}-{}", language.code()), &paper.pdf);
            let words = poppler::words(&path);
            let wrong = proof::misplaced(&words, &paper.placed);
            assert!(wrong.is_empty(), "{name} {language:?}: {wrong:#?}");
            let pairs = proof::colliding(&words);
            assert!(pairs.is_empty(), "{name} {language:?}: {pairs:#?}");
        }
    }
}
