//! The test sheet for the printer, and the sheet to copy from.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{CopyOrder, FormLanguage, SheetLanguage, calibration_sheet, copy_sheet};
use support::blanks::{base, blank, boxes};
use support::poppler::{run, save, words};
use support::proof::{colliding, misplaced};
use support::{filling, fixtures, questionnaire, today};

const CALIBRATION: &str = include_str!("../../../assets/forms/calibration.toml");
const COPY_SHEET: &str = include_str!("../../../assets/forms/copy-sheet.toml");

#[test]
fn the_test_sheet_is_as_long_as_it_says() {
    for (language, code, word) in [
        (SheetLanguage::Kk, "kk", "Принтерді"),
        (SheetLanguage::Ru, "ru", "принтера"),
        (SheetLanguage::En, "en", "printer"),
    ] {
        let pdf = calibration_sheet(CALIBRATION, language, today()).unwrap();
        assert!(pdf == calibration_sheet(CALIBRATION, language, today()).unwrap());
        let path = save(&format!("calibration-{code}"), &pdf);
        run("qpdf", &["--check", path.to_str().unwrap()]);
        let found = words(&path);
        assert!(found.iter().any(|other| other.text == word), "{code}");
        assert_eq!(colliding(&found), Vec::<String>::new(), "{code}");
        // The figures of the rulers stand where they say: across around 20 mm + their value.
        let figure = |text: &str| found.iter().find(|word| word.text == text).unwrap();
        let last = figure("150");
        let middle = (last.left + last.right) / 2;
        assert!(middle.abs_diff(170_000) < 1500, "{middle}");
        let last = figure("200");
        let middle = (last.top + last.bottom) / 2;
        assert!(middle.abs_diff(220_000) < 1500, "{middle}");
    }
}

#[test]
fn the_copy_sheet_follows_the_form_with_every_answer() {
    for language in FormLanguage::ALL {
        for (name, answers) in [
            ("typical", fixtures::typical()),
            ("kazakh", fixtures::kazakh()),
        ] {
            let form = questionnaire();
            let sheet = || {
                copy_sheet(
                    CopyOrder::Form(&form),
                    COPY_SHEET,
                    language,
                    &filling(&answers),
                )
                .unwrap()
            };
            let paper = sheet();
            assert!(paper.pdf == sheet().pdf);
            let path = save(&format!("copy-{name}-{}", language.code()), &paper.pdf);
            run("qpdf", &["--check", path.to_str().unwrap()]);
            let found = words(&path);
            assert_eq!(misplaced(&found, &paper.placed), Vec::<String>::new());
            assert_eq!(colliding(&found), Vec::<String>::new());
            assert!(
                paper
                    .placed
                    .iter()
                    .any(|one| one.place == "relatives.name.1")
            );
            let order: Vec<usize> = ["surname_cyrillic", "birth_date", "motives", "signing_date"]
                .iter()
                .map(|id| {
                    paper
                        .placed
                        .iter()
                        .position(|one| one.place == *id)
                        .unwrap()
                })
                .collect();
            assert!(order.is_sorted(), "{order:?}");
        }
    }
}

#[test]
fn the_copy_sheet_of_a_blank_goes_down_its_pages() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(
        &blank,
        "ru",
        r#"
[[box]]
id = "phone"
field = "phone"
fill.text = { parts = ["applicant.phone"] }
[[box]]
id = "birth"
field = "birth_date"
label = "Дата рождения"
fill.date = { fact = "applicant.birth_date" }
[[box]]
id = "surname"
field = "surname"
fill.text = { parts = ["names.surname_cyrillic"] }
"#,
    );
    let paper = copy_sheet(
        CopyOrder::Blank(&blank, &boxes, &base()),
        COPY_SHEET,
        FormLanguage::Ru,
        &filling(&fixtures::typical()),
    )
    .unwrap();
    let places: Vec<_> = paper.placed.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places, ["surname", "birth", "phone"]);
}
