//! Flat PDFs, scans and paper: answers over the pages, and answers alone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{
    Alignment, Blank, BlankBoxes, BlankError, BlankKind, BoxFlaw, FormValue, Manner, PaperError,
    PlacedKind, Turn,
};
use support::blanks::{blank, boxes, file, fill, proved, second_reader, strays};
use support::fixtures::KAZAKH_LETTERS;
use support::poppler::{run, save, words};
use support::proof::colliding;
use support::{Answers, choice, day, text};

const FIRST: &str = r#"
[[box]]
id = "surname"
page = 1
at = [70, 25, 120, 8]
item = "1"
label = "Тегі"
fill.text = { parts = ["names.surname_cyrillic"], names = true }

[[box]]
id = "birth"
page = 1
at = [70, 49, 120, 8]
fill.date = { fact = "applicant.birth_date" }

[[box]]
id = "iin"
page = 1
at = [70, 61, 96, 8]
fill.comb = { fact = "applicant.iin", cells = 12 }

[[box]]
id = "motives"
page = 1
at = [20, 80, 170, 32]
item = "5"
label = "Ниет себептері"
fill.text = { parts = ["applicant.motives"], pitch = 8 }

[[box]]
id = "male"
page = 1
at = [45, 122, 4, 4]
fill.tick = { when = [{ fact = "applicant.sex", is = "male" }] }

[[box]]
id = "female"
page = 1
at = [75, 122, 4, 4]
fill.tick = { when = [{ fact = "applicant.sex", is = "female" }] }

[[box]]
id = "relatives"
page = 1
at = [20, 138, 170, 40]
item = "7"
label = "Туыстары"
[box.fill.table]
entity = "relative"
head = 0
row = 10
[[box.fill.table.columns]]
id = "name"
words = { kk = "Аты", ru = "Имя" }
width = 80
parts = ["relative.full_name"]
names = true
[[box.fill.table.columns]]
id = "birth"
words = { kk = "Туған күні", ru = "Дата рождения" }
width = 30
parts = ["relative.birth_date"]
[[box.fill.table.columns]]
id = "address"
words = { kk = "Мекенжайы", ru = "Адрес" }
width = 60
parts = ["relative.address"]
"#;

/// On the second page, which is cropped and turned: as it is shown, the box lies on its side.
const SECOND: &str = r#"
[[box]]
id = "turned"
page = 2
at = [30, 10, 100, 8]
fill.text = { parts = ["names.given_cyrillic"], names = true }
"#;

fn answers() -> Answers {
    let mut answers = Answers::default();
    answers
        .set("names.surname_cyrillic", text(KAZAKH_LETTERS))
        .set("names.given_cyrillic", text("Әңғұрт-Һөкім"))
        .set("applicant.birth_date", day("1990-03-14"))
        .set("applicant.iin", text("900314450123"))
        .set(
            "applicant.motives",
            text(
                "Отбасым Алматыда тұрады, балаларым осында оқиды. «Үй» — № 5, 17 300 ₸. \
Жұмысым да осы қалада, сондықтан отбасыммен бірге тұрғым келеді.",
            ),
        )
        .set("applicant.sex", choice("female"))
        .set("applicant.ethnic_kazakh", FormValue::YesNo(true))
        .record(
            "relative",
            &[
                ("full_name", text("Ахметов Нұрлан Серікұлы")),
                ("birth_date", day("1962-01-09")),
                ("address", text("Алматы қ., Абай даңғ., 10-үй")),
            ],
        );
    answers
}

#[test]
fn a_flat_page_gets_the_answers_and_nothing_else() {
    let blank = blank("flat.pdf");
    assert_eq!(blank.kind(), BlankKind::Flat);
    let boxes = boxes(&blank, "kk", &format!("{FIRST}{SECOND}"));
    let (paper, path) = proved("flat", &blank, &boxes, &answers(), Manner::Fillable);
    for page in 1..=2 {
        assert_eq!(
            strays(&file("flat.pdf"), &path, page, &paper.placed),
            Vec::new()
        );
    }
    let second = second_reader(&path);
    assert!(second.contains(KAZAKH_LETTERS) && second.contains("Әңғұрт-Һөкім"));
    let ticks: Vec<_> = paper
        .placed
        .iter()
        .filter(|one| one.kind == PlacedKind::Tick)
        .map(|one| one.place.as_str())
        .collect();
    assert_eq!(ticks, ["female"]);
}

#[test]
fn a_cropped_and_turned_page_is_measured_as_it_is_shown() {
    let blank = blank("flat.pdf");
    let page = blank.pages()[1];
    assert_eq!(page.turn, Turn::Right);
    // 180 × 257 mm of it are shown, lying on their side.
    assert!(page.width.in_micrometres().abs_diff(257_000) < 20);
    assert!(page.height.in_micrometres().abs_diff(180_000) < 20);
    assert!(page.offset.0.in_micrometres().abs_diff(20_000) < 20);
    assert!(page.offset.1.in_micrometres().abs_diff(30_000) < 20);
}

#[test]
fn records_beyond_the_ruled_rows_go_on_to_a_sheet() {
    let blank = blank("flat.pdf");
    let boxes = boxes(&blank, "kk", FIRST);
    let mut many = answers();
    for number in 2..=6 {
        many.record(
            "relative",
            &[
                ("full_name", text(&format!("Туысы Нөмірі-{number}"))),
                ("birth_date", day("1990-05-06")),
            ],
        );
    }
    let (paper, path) = proved("flat-many", &blank, &boxes, &many, Manner::Fillable);
    assert_eq!(paper.pages, 3);
    let reference = paper
        .placed
        .iter()
        .find(|one| one.kind == PlacedKind::Reference)
        .unwrap();
    assert_eq!(reference.text, "3-парақ, 7-т. қараңыз");
    // Three rows are filled, the fourth holds the reference.
    assert_eq!(reference.area.y.in_micrometres() / 1000, 168);
    assert!(
        words(&path)
            .iter()
            .any(|word| word.page == 3 && word.text == "Нөмірі-6")
    );
}

#[test]
fn a_scan_is_kept_as_it_came_and_written_on() {
    let blank = blank("scan.jpg");
    assert_eq!(blank.kind(), BlankKind::Scan);
    let page = blank.pages()[0];
    assert!(!page.assumed, "the scan says that it has 150 dpi");
    assert!(page.width.in_micrometres().abs_diff(210_000) < 300);
    let boxes = boxes(&blank, "kk", FIRST);
    let (paper, path) = proved("scan", &blank, &boxes, &answers(), Manner::Fillable);
    let nothing = fill(&blank, &boxes, &Answers::default(), Manner::Fillable).unwrap();
    let empty = save("scan-empty", &nothing.pdf);
    assert_eq!(strays(&empty, &path, 1, &paper.placed), Vec::new());
    let images = run("pdfimages", &["-list", path.to_str().unwrap()]);
    assert!(images.contains("jpeg"), "{images}");
    assert!(second_reader(&path).contains(KAZAKH_LETTERS));
}

#[test]
fn the_text_alone_lies_where_it_lies_on_the_blank() {
    let blank = blank("flat.pdf");
    let boxes = boxes(&blank, "kk", &format!("{FIRST}{SECOND}"));
    let manner = Manner::TextOnly(Alignment::default());
    let (paper, path) = proved("text-only", &blank, &boxes, &answers(), manner);
    assert!(!words(&path).iter().any(|word| word.text == "Тегі"));
    // Moved by 1.5 mm to the right and 0.7 mm up.
    let moved = Manner::TextOnly(Alignment::shifted(15, -7));
    let other = fill(&blank, &boxes, &answers(), moved).unwrap();
    let other = save("text-only-moved", &other.pdf);
    let (before, after) = (words(&path), words(&other));
    assert_eq!(before.len(), after.len());
    for (one, other) in before.iter().zip(&after) {
        assert_eq!(one.text, other.text);
        assert!((other.left - one.left).abs_diff(1500) < 5);
        assert!((other.top - one.top).abs_diff(-700) < 5);
    }
    assert_eq!(paper.pages, 2);
}

/// Four centimetres is the most that a printer may be wrong; the answers begin 20 mm from the left and 25 mm from the top.
#[test]
fn answers_are_moved_as_far_as_they_stay_on_the_paper_and_no_farther() {
    let blank = blank("flat.pdf");
    let boxes = boxes(&blank, "kk", &format!("{FIRST}{SECOND}"));
    for (right, down, printed) in [
        (0, 0, true),
        (15, -7, true),
        (0, -100, true),
        (0, -300, false),
        (-100, 0, true),
        (-250, 0, false),
        (-401, 0, false),
        (401, 0, false),
        (2000, 0, false),
        (0, 2900, false),
        (-900, 0, false),
    ] {
        let moved = Manner::TextOnly(Alignment::shifted(right, down));
        let filled = fill(&blank, &boxes, &answers(), moved);
        let refused = PaperError::Blank(BlankError::ShiftedAway);
        assert_eq!(
            filled.err(),
            (!printed).then_some(refused),
            "{right}, {down}"
        );
    }
}

#[test]
fn the_proof_sees_two_lines_that_collide() {
    let blank = blank("flat.pdf");
    let other = r#"
[[box]]
id = "surname"
page = 1
at = [70, 25, 120, 8]
fill.text = { parts = ["names.surname_cyrillic"] }
[[box]]
id = "given"
page = 1
at = [70, 33, 120, 8]
fill.text = { parts = ["names.given_cyrillic"] }
"#;
    let boxes = boxes(&blank, "kk", other);
    let one = fill(&blank, &boxes, &answers(), Manner::Fillable).unwrap();
    let moved = Blank::read(&[one.pdf]).unwrap();
    // The same blank once more, filled a millimetre lower: its digest is another.
    let mut again: BlankBoxes = BlankBoxes::parse(
        &boxes
            .to_toml()
            .unwrap()
            .replace("25", "26")
            .replace("33", "34"),
    )
    .unwrap();
    again.adopt(&moved);
    let twice = fill(&moved, &again, &answers(), Manner::Fillable).unwrap();
    assert!(!colliding(&words(&save("flat-twice", &twice.pdf))).is_empty());
}

#[test]
fn a_box_that_leaves_the_page_is_refused_with_its_line() {
    let blank = blank("flat.pdf");
    let boxes = boxes(
        &blank,
        "kk",
        &SECOND.replace("[30, 10, 100, 8]", "[200, 10, 100, 8]"),
    );
    assert_eq!(
        boxes.suit(&blank).unwrap_err(),
        BlankError::BoxFlaw {
            line: 7,
            place: "turned".to_owned(),
            flaw: BoxFlaw::OutsidePage
        }
    );
}

#[test]
fn a_picture_in_the_colours_of_a_printing_house_is_not_called_damaged() {
    let mut picture = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0];
    picture.extend([0xFF, 0xC0, 0, 11, 8, 0, 45, 0, 35, 4, 0, 0, 0]);
    assert_eq!(Blank::read(&[picture]).err(), Some(BlankError::Colours));
}
