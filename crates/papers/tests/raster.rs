//! A filled form differs from the blank one only inside boxes that are filled.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{Form, FormLanguage, NoFacts, Paper};
use support::raster::{differences, picture};
use support::{fixtures, poppler, print, questionnaire, with_box_at};

/// The places outside of the form's boxes at which a filled form differs from the blank one.
fn strays(form: &Form, name: &str, filled: &Paper, blank: &Paper) -> Vec<(usize, i64, i64)> {
    let filled_path = poppler::save(&format!("raster-{name}"), &filled.pdf);
    let blank_path = poppler::save(&format!("raster-{name}-blank"), &blank.pdf);
    let mut found = Vec::new();
    for page in 1..=blank.pages {
        let points = differences(&picture(&filled_path, page), &picture(&blank_path, page));
        let inside = |x: i64, y: i64| {
            form.boxes().iter().any(|one| {
                let fillable = !one.facts.is_empty()
                    || ["enclosures", "photo", "signing_date"].contains(&one.id);
                one.page == page
                    && fillable
                    && x >= one.area.x.in_micrometres() - 300
                    && x <= one.area.right().in_micrometres() + 300
                    && y >= one.area.y.in_micrometres() - 300
                    && y <= one.area.bottom().in_micrometres() + 300
            })
        };
        // The footer counts the pages, so it differs when there are continuation sheets.
        let footer = |y: i64| filled.pages != blank.pages && y > 281_000;
        found.extend(
            points
                .into_iter()
                .filter(|(x, y)| !inside(*x, *y) && !footer(*y))
                .map(|(x, y)| (page, x, y)),
        );
    }
    found
}

#[test]
fn ink_is_only_in_the_boxes() {
    let form = questionnaire();
    for language in FormLanguage::ALL {
        let blank = print(&form, language, &NoFacts);
        for (name, answers) in fixtures::all() {
            let name = format!("{name}-{}", language.code());
            let filled = print(&form, language, &answers);
            let strays = strays(&form, &name, &filled, &blank);
            assert!(
                strays.is_empty(),
                "{name}: {} places, first {:?}",
                strays.len(),
                strays[0]
            );
        }
    }
}

#[test]
fn a_box_that_moved_is_seen() {
    let form = questionnaire();
    let moved = with_box_at("signing_date", "[20, 251.4, 70, 13]");
    let filled = print(&moved, FormLanguage::Ru, &fixtures::typical());
    let blank = print(&form, FormLanguage::Ru, &NoFacts);
    assert!(!strays(&form, "moved", &filled, &blank).is_empty());
}
