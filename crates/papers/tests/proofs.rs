//! Each proof is shown a fault and must see it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{FormLanguage, PlacedKind};
use support::{fixtures, poppler, print, proof, questionnaire, with_box_at};

#[test]
fn a_box_that_moved_is_seen() {
    let form = questionnaire();
    let answers = fixtures::typical();
    let paper = print(&form, FormLanguage::Kk, &answers);
    let moved = with_box_at("signing_date", "[20, 251.4, 70, 13]");
    let moved = print(&moved, FormLanguage::Kk, &answers);
    let words = poppler::words(&poppler::save("proof-moved", &moved.pdf));
    assert!(proof::misplaced(&words, &moved.placed).is_empty());
    let wrong = proof::misplaced(&words, &paper.placed);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(
        wrong[0].starts_with("signing_date: found \"\""),
        "{wrong:?}"
    );
}

#[test]
fn a_foreign_word_and_a_missing_one_are_seen() {
    let form = questionnaire();
    let paper = print(&form, FormLanguage::Ru, &fixtures::typical());
    let mut words = poppler::words(&poppler::save("proof-foreign", &paper.pdf));
    let surname = words
        .iter()
        .position(|word| word.text == "Соколова")
        .unwrap();
    let taken = words.remove(surname);
    let wrong = proof::misplaced(&words, &paper.placed);
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    words.push(taken.clone());
    assert!(proof::misplaced(&words, &paper.placed).is_empty());
    let mut foreign = taken;
    foreign.text = "чужое".to_owned();
    foreign.left += 10_000;
    foreign.right += 10_000;
    words.push(foreign);
    assert!(!proof::misplaced(&words, &paper.placed).is_empty());
}

#[test]
fn two_colliding_lines_are_seen() {
    let form = questionnaire();
    let paper = print(&form, FormLanguage::Ru, &fixtures::maximal());
    let mut words = poppler::words(&poppler::save("proof-collide", &paper.pdf));
    assert!(proof::colliding(&words).is_empty());
    // A line of the longest text, set a fifth of its height too low.
    let sheet = paper
        .placed
        .iter()
        .find(|one| one.place == "motives" && one.kind == PlacedKind::Text)
        .unwrap();
    let first = words
        .iter()
        .filter(|word| word.page == sheet.page && word.top >= sheet.area.y.in_micrometres() - 100)
        .map(|word| word.top)
        .min()
        .unwrap();
    for word in words
        .iter_mut()
        .filter(|word| word.page == sheet.page && word.top == first)
    {
        word.top += 700;
        word.bottom += 700;
    }
    assert!(!proof::colliding(&words).is_empty());
}

#[test]
fn a_lost_kazakh_letter_is_seen() {
    let form = questionnaire();
    let paper = print(&form, FormLanguage::Kk, &fixtures::kazakh());
    let path = poppler::save("proof-letters", &paper.pdf);
    let mut words = poppler::words(&path);
    let letters = words
        .iter()
        .position(|word| word.text == fixtures::KAZAKH_LETTERS)
        .unwrap();
    words[letters].text = words[letters].text.replace('қ', "к");
    assert!(!proof::misplaced(&words, &paper.placed).is_empty());
}
