//! Help with placing boxes: what a blank has ruled, and which answer a place may be for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use std::process::Command;

use qonys_papers::{Area, Blank, FactNames, Length, RuledKind, RuledPlace};
use support::blanks::{blank, file};
use support::poppler::folder;
use support::questionnaire;

fn names() -> FactNames {
    FactNames::new(
        &questionnaire(),
        include_str!("../../../assets/forms/blank-names.toml"),
    )
    .unwrap()
}

fn area(x: i64, y: i64, width: i64, height: i64) -> Area {
    Area {
        x: Length::millimetres(x),
        y: Length::millimetres(y),
        width: Length::millimetres(width),
        height: Length::millimetres(height),
    }
}

fn has(places: &[RuledPlace], kind: RuledKind, area: Area, slack: u64) -> bool {
    let close = |a: Length, b: Length| a.in_micrometres().abs_diff(b.in_micrometres()) <= slack;
    places.iter().any(|one| {
        one.kind == kind
            && close(one.area.x, area.x)
            && close(one.area.y, area.y)
            && close(one.area.width, area.width)
            && close(one.area.height, area.height)
    })
}

fn proved(places: &[RuledPlace], slack: u64) {
    for (kind, area) in [
        (RuledKind::Cell, area(70, 25, 120, 8)),
        (RuledKind::Comb(12), area(70, 61, 96, 8)),
        (RuledKind::Square, area(45, 122, 4, 4)),
        (RuledKind::Square, area(75, 122, 4, 4)),
        (RuledKind::Line, area(20, 81, 170, 7)),
        (RuledKind::Cell, area(100, 138, 30, 10)),
        (RuledKind::Cell, area(130, 168, 60, 10)),
        (RuledKind::Cell, area(155, 200, 35, 45)),
    ] {
        assert!(
            has(places, kind, area, slack),
            "{kind:?} {area:?} is not in {places:#?}"
        );
    }
    // Three boxes, a comb, two squares, twelve cells of a table, a photo; four lines.
    assert_eq!(places.len(), 3 + 1 + 2 + 12 + 1 + 4, "{places:#?}");
}

#[test]
fn what_a_flat_page_has_ruled_is_found() {
    proved(&blank("flat.pdf").ruled_places(1).unwrap(), 30);
}

#[test]
fn a_turned_page_is_ruled_as_it_is_shown() {
    let places = blank("flat.pdf").ruled_places(2).unwrap();
    // 40 mm from the left and 70 mm from the top of the file's page, 100 × 10 mm; shown turned
    // to the right without the cropped edges of 20 mm and 30 mm.
    assert!(
        has(&places, RuledKind::Cell, area(197, 20, 10, 100), 30),
        "{places:#?}"
    );
}

#[test]
fn what_a_scan_has_ruled_is_found_too() {
    for (kind, ending) in [("-png", "png"), ("-jpeg", "jpg")] {
        let stem = folder().join("ruled");
        let done = Command::new("pdftoppm")
            .args([
                "-r",
                "150",
                "-gray",
                kind,
                "-singlefile",
                "-f",
                "1",
                "-l",
                "1",
            ])
            .args([file("flat.pdf"), stem.clone()])
            .status()
            .unwrap();
        assert!(done.success());
        let scan = std::fs::read(stem.with_extension(ending)).unwrap();
        let blank = Blank::read(&[scan]).unwrap();
        proved(&blank.ruled_places(1).unwrap(), 600);
    }
}

#[test]
fn fields_are_guessed_from_their_names_and_the_words_beside_them() {
    let names = names();
    let guesses = blank("reportlab.pdf").suggest_for_fields(&names).unwrap();
    for (field, fact) in [
        ("surname", "names.surname_cyrillic"),
        ("given", "names.given_cyrillic"),
        ("iin", "applicant.iin"),
        ("birth_date", "applicant.birth_date"),
        ("motives", "applicant.motives"),
        ("sex", "applicant.sex"),
        ("marital", "applicant.marital_status"),
        ("phone", "applicant.phone"),
    ] {
        let guess = guesses.iter().find(|(name, _)| name == field);
        assert_eq!(
            guess.map(|(_, guess)| guess.fact.as_str()),
            Some(fact),
            "{field}"
        );
    }
    assert!(!guesses.iter().any(|(name, _)| name == "short"));
}

#[test]
fn a_place_is_guessed_from_the_label_to_its_left_and_from_nothing_else() {
    let (names, blank) = (names(), blank("flat.pdf"));
    for (place, fact) in [
        (area(70, 25, 120, 8), Some("names.surname_cyrillic")),
        (area(70, 49, 120, 8), Some("applicant.birth_date")),
        (area(70, 61, 96, 8), Some("applicant.iin")),
        (area(20, 80, 170, 8), Some("applicant.motives")),
        (area(155, 200, 35, 45), None),
    ] {
        let guess = blank.suggest_for_place(&names, 1, place).unwrap();
        assert_eq!(guess.map(|guess| guess.fact).as_deref(), fact, "{place:?}");
    }
}
