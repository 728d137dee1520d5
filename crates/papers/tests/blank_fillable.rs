//! Fillable PDFs of other programs, filled with every Kazakh letter.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{BlankKind, FieldKind, FormValue, Manner, PaperError, PlacedKind};
use support::blanks::{blank, boxes, file, fill, proved, second_reader, strays};
use support::fixtures::KAZAKH_LETTERS;
use support::poppler::{run, save, words};
use support::proof::misplaced;
use support::{Answers, choice, day, text};

const REPORTLAB: &str = r#"
[[box]]
id = "surname"
field = "surname"
item = "1"
label = "Фамилия"
fill.text = { parts = ["names.surname_cyrillic"], names = true }

[[box]]
id = "given"
field = "given"
fill.text = { parts = ["names.given_cyrillic"], names = true }

[[box]]
id = "iin"
field = "iin"
fill.text = { parts = ["applicant.iin"] }

[[box]]
id = "birth"
field = "birth_date"
fill.date = { fact = "applicant.birth_date" }

[[box]]
id = "motives"
field = "motives"
item = "5"
label = "Мотивы"
fill.text = { parts = ["applicant.motives"] }

[[box]]
id = "sex"
field = "sex"
fill.states = { fact = "applicant.sex", states = { male = "M", female = "F" } }

[[box]]
id = "kazakh"
field = "kazakh"
fill.tick = { when = [{ fact = "applicant.ethnic_kazakh", is = true }] }

[[box]]
id = "marital"
field = "marital"
fill.states = { fact = "applicant.marital_status", states = { single = "S", married = "M" } }

[[box]]
id = "code"
field = "short"
item = "9"
label = "Код"
fill.text = { parts = ["passport.number"] }

[[box]]
id = "phone"
field = "phone"
fill.text = { parts = ["applicant.phone"] }
"#;

const LIBREOFFICE: &str = r#"
[[box]]
id = "family"
field = "family_name"
fill.text = { parts = ["names.surname_cyrillic"], names = true }
[[box]]
id = "first"
field = "first_name"
fill.text = { parts = ["names.given_cyrillic"], names = true }
[[box]]
id = "address"
field = "address"
fill.text = { parts = ["applicant.residence_address_abroad"] }
[[box]]
id = "kazakh"
field = "kazakh"
fill.tick = { when = [{ fact = "applicant.ethnic_kazakh", is = true }] }
"#;

fn answers() -> Answers {
    let mut answers = Answers::default();
    answers
        .set("names.surname_cyrillic", text(KAZAKH_LETTERS))
        .set("names.given_cyrillic", text("Әңғұрт-Һөкім Ёлқын"))
        .set("applicant.iin", text("900314450123"))
        .set("applicant.birth_date", day("1990-03-14"))
        .set(
            "applicant.motives",
            text("Отбасым — Алматыда.\n«Үй» № 5, 17 300 ₸; балаларымның оқуы үшін көшемін."),
        )
        .set("applicant.sex", choice("female"))
        .set("applicant.ethnic_kazakh", FormValue::YesNo(true))
        .set("applicant.marital_status", choice("married"))
        .set("passport.number", text("75 12"))
        .set("applicant.phone", text("+7 700 123 45 67"))
        .set(
            "applicant.residence_address_abroad",
            text("Омбы қ., Ленин көш., 12-үй"),
        );
    answers
}

#[test]
fn the_fields_of_a_form_are_read() {
    let blank = blank("reportlab.pdf");
    assert_eq!(blank.kind(), BlankKind::Fillable);
    let pages = blank.pages();
    assert_eq!(pages.len(), 2);
    assert!(pages[0].width.in_micrometres().abs_diff(210_000) < 20);
    assert!(pages[0].height.in_micrometres().abs_diff(297_000) < 20);
    let field = |name: &str| {
        blank
            .fields()
            .iter()
            .find(|field| field.name == name)
            .unwrap()
    };
    let iin = field("iin");
    assert!(iin.comb && iin.most == Some(12) && iin.kind == FieldKind::Text);
    let area = iin.spots[0].area;
    assert!(area.x.in_micrometres().abs_diff(70_000) < 20);
    assert!(area.y.in_micrometres().abs_diff(49_000) < 20);
    assert!(field("motives").multiline);
    let sex = field("sex");
    assert_eq!(sex.kind, FieldKind::Radio);
    let states: Vec<_> = sex.spots.iter().map(|spot| spot.state.as_deref()).collect();
    assert_eq!(states, [Some("M"), Some("F")]);
    assert!(!sex.filled);
    let marital = field("marital");
    assert_eq!(marital.kind, FieldKind::List);
    assert_eq!(marital.options[1].words, "married");
    assert_eq!(field("phone").spots[0].page, 2);
    assert_eq!(field("kazakh").spots[0].state.as_deref(), Some("Yes"));
}

#[test]
fn a_form_keeps_its_fields_and_shows_every_letter() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(&blank, "kk", REPORTLAB);
    let (paper, path) = proved("reportlab", &blank, &boxes, &answers(), Manner::Fillable);
    assert_eq!(paper.pages, 2);
    for page in 1..=2 {
        assert_eq!(
            strays(&file("reportlab.pdf"), &path, page, &paper.placed),
            Vec::new()
        );
    }
    let second = second_reader(&path);
    for value in [KAZAKH_LETTERS, "Әңғұрт-Һөкім", "17300₸", "14.03.1990"] {
        assert!(second.contains(value), "{value} is not in {second}");
    }
    let fields = run(
        "qpdf",
        &["--json", "--json-key=acroform", path.to_str().unwrap()],
    );
    for value in [
        format!("\"value\": \"u:{KAZAKH_LETTERS}\""),
        "\"value\": \"u:900314450123\"".to_owned(),
        "\"value\": \"/F\"".to_owned(),
        "\"value\": \"/Yes\"".to_owned(),
        "\"value\": \"u:M\"".to_owned(),
    ] {
        assert!(fields.contains(&value), "{value} is not in {fields}");
    }
    assert!(fields.contains("\"needappearances\": false"));
    let about = run("pdfinfo", &[path.to_str().unwrap()]);
    assert!(!about.contains(KAZAKH_LETTERS) && !about.contains("Әңғұрт"));
}

#[test]
fn a_form_of_an_office_program_is_filled_as_well() {
    let blank = blank("libreoffice.pdf");
    let boxes = boxes(&blank, "kk", LIBREOFFICE);
    let (paper, path) = proved("libreoffice", &blank, &boxes, &answers(), Manner::Fillable);
    assert_eq!(
        strays(&file("libreoffice.pdf"), &path, 1, &paper.placed),
        Vec::new()
    );
    assert!(second_reader(&path).contains(KAZAKH_LETTERS));
}

#[test]
fn fields_become_ink_and_leave_no_value_behind() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(&blank, "kk", REPORTLAB);
    let (paper, path) = proved("reportlab-flat", &blank, &boxes, &answers(), Manner::Flat);
    assert_eq!(
        strays(&file("reportlab.pdf"), &path, 1, &paper.placed),
        Vec::new()
    );
    let about = run("pdfinfo", &[path.to_str().unwrap()]);
    assert!(about.contains("Form:            none"), "{about}");
    let plain = run("qpdf", &["--json", path.to_str().unwrap()]);
    assert!(!plain.contains(KAZAKH_LETTERS));
    assert!(second_reader(&path).contains(KAZAKH_LETTERS));
}

#[test]
fn a_field_without_a_box_stays_as_the_office_left_it() {
    let blank = blank("reportlab.pdf");
    let phone = &REPORTLAB[REPORTLAB.find("[[box]]\nid = \"phone\"").unwrap()..];
    let boxes = boxes(&blank, "kk", phone);
    let mut few = Answers::default();
    few.set("applicant.phone", text("1"));
    let (paper, path) = proved("reportlab-few", &blank, &boxes, &few, Manner::Fillable);
    assert_eq!(paper.placed.len(), 1);
    let fields = run(
        "qpdf",
        &["--json", "--json-key=acroform", path.to_str().unwrap()],
    );
    assert!(fields.contains("\"value\": \"u:S\""), "{fields}");
}

#[test]
fn what_is_too_long_for_a_field_goes_on_to_a_sheet() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(&blank, "ru", REPORTLAB);
    let mut long = answers();
    long.set(
        "applicant.motives",
        text(&"Хочу жить вместе с семьёй в Алматы. ".repeat(40)),
    )
    // The field takes five characters.
    .set("passport.number", text("75 № 1234567"));
    let (paper, path) = proved("reportlab-long", &blank, &boxes, &long, Manner::Fillable);
    assert_eq!(paper.pages, 3);
    let references: Vec<_> = paper
        .placed
        .iter()
        .filter(|one| one.kind == PlacedKind::Reference)
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(references, ["см. лист 3, п. 5", "см. лист 3, п. 9"]);
    assert!(
        words(&path)
            .iter()
            .any(|word| word.page == 3 && word.text == "Мотивы")
    );
}

#[test]
fn what_may_not_go_on_is_refused() {
    let blank = blank("reportlab.pdf");
    let fixed = REPORTLAB.replace(
        "parts = [\"applicant.motives\"]",
        "parts = [\"applicant.motives\"], continues = false",
    );
    let boxes = boxes(&blank, "ru", &fixed);
    let mut long = answers();
    long.set(
        "applicant.motives",
        text(&"Хочу жить в Алматы. ".repeat(80)),
    );
    assert_eq!(
        fill(&blank, &boxes, &long, Manner::Fillable).unwrap_err(),
        PaperError::DoesNotFit {
            place: "Мотивы".to_owned()
        }
    );
}

#[test]
fn a_letter_without_a_glyph_names_its_field() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(&blank, "ru", REPORTLAB);
    let mut strange = answers();
    strange.set("names.given_cyrillic", text("Анна 鄂"));
    assert_eq!(
        fill(&blank, &boxes, &strange, Manner::Fillable).unwrap_err(),
        PaperError::MissingGlyph {
            place: "given".to_owned(),
            character: '鄂'
        }
    );
}

#[test]
fn an_option_that_the_form_does_not_offer_is_refused() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(&blank, "ru", REPORTLAB);
    let mut widow = answers();
    widow.set("applicant.marital_status", choice("widowed"));
    assert_eq!(
        fill(&blank, &boxes, &widow, Manner::Fillable).unwrap_err(),
        PaperError::UnknownOption {
            place: "marital".to_owned(),
            option: "widowed".to_owned()
        }
    );
}

#[test]
fn the_proof_sees_a_box_that_was_moved() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(&blank, "kk", REPORTLAB);
    let (mut paper, path) = proved(
        "reportlab-moved",
        &blank,
        &boxes,
        &answers(),
        Manner::Fillable,
    );
    let other = paper.placed[1].area;
    paper.placed[0].area = other;
    assert!(!misplaced(&words(&path), &paper.placed).is_empty());
    assert!(!strays(&file("reportlab.pdf"), &path, 1, &paper.placed).is_empty());
}

/// The text of one place of a filled blank, as a reader shows it.
fn shown(path: &std::path::Path, blank: &qonys_papers::Blank, field: &str) -> Vec<String> {
    let found = blank.fields().iter().find(|one| one.name == field);
    let spot = &found.unwrap().spots[0];
    words(path)
        .into_iter()
        .filter(|word| {
            word.page == spot.page
                && word.left + 500 >= spot.area.x.in_micrometres()
                && word.top + 500 >= spot.area.y.in_micrometres()
                && word.right <= spot.area.right().in_micrometres() + 500
                && word.bottom <= spot.area.bottom().in_micrometres() + 500
        })
        .map(|word| word.text)
        .collect()
}

#[test]
fn what_the_blank_came_with_never_stands_as_an_answer() {
    let blank = blank("reportlab.pdf");
    let boxes = boxes(&blank, "kk", REPORTLAB);
    assert_eq!(
        shown(&file("reportlab.pdf"), &blank, "marital"),
        ["single"],
        "the blank chooses for the person"
    );
    for (name, manner) in [
        ("untouched-fillable", Manner::Fillable),
        ("untouched-flat", Manner::Flat),
    ] {
        let paper = fill(&blank, &boxes, &Answers::default(), manner).unwrap();
        let path = save(name, &paper.pdf);
        run("qpdf", &["--check", path.to_str().unwrap()]);
        for one in ["marital", "surname", "motives", "phone"] {
            assert_eq!(
                shown(&path, &blank, one),
                Vec::<String>::new(),
                "{name}: {one}"
            );
        }
    }
    let paper = fill(&blank, &boxes, &Answers::default(), Manner::Fillable).unwrap();
    let again = qonys_papers::Blank::read(&[paper.pdf]).unwrap();
    let marital = again.fields().iter().find(|one| one.name == "marital");
    assert!(!marital.unwrap().filled, "its value too");
}
