//! The file of a blank's boxes, and blanks that are refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{Amount, Blank, BlankBoxes, BlankError, BoxFlaw, Manner, PaperError};
use support::blanks::{blank, boxes, file, fill};
use support::{Answers, text};

const HEAD: &str = "[blank]\ndigest = \"00\"\ntitle = \"Анкета\"\nlanguage = \"ru\"\n";

fn refused(boxes: &str) -> (usize, String, String) {
    let error = BlankBoxes::parse(&format!("{HEAD}{boxes}")).unwrap_err();
    let told = error.to_string();
    if let BlankError::BoxFile {
        line,
        place,
        message,
    } = error
    {
        (line, place, message)
    } else if let BlankError::BoxFlaw { line, place, flaw } = error {
        (line, place, format!("{flaw:?}"))
    } else {
        panic!("{told}");
    }
}

#[test]
fn a_file_of_boxes_comes_back_as_it_was() {
    let text = format!(
        "{HEAD}edition = \"2026\"\n{}",
        r#"
[[box]]
id = "surname"
page = 1
at = [20.5, 30, 60, 8.25]
item = "1"
label = "Фамилия"
fill.text = { parts = ["names.surname_cyrillic", { fact = "dwelling.flat", before = { kk = "", ru = "кв. " } }], names = true, pitch = 7.5 }
[[box]]
id = "birth"
page = 1
at = [20, 40, 60, 8]
fill.date = { fact = "applicant.birth_date", part = "month_name" }
[[box]]
id = "sex"
field = "sex"
fill.states = { fact = "applicant.sex", states = { male = "M", female = "F" } }
[[box]]
id = "first_child"
page = 2
at = [20, 40, 60, 8]
record = 1
fill.text = { parts = ["child.surname_cyrillic"] }
[[box]]
id = "photo"
page = 2
at = [150, 40, 35, 45]
fill = "photo"
"#
    );
    let boxes = BlankBoxes::parse(&text).unwrap();
    let written = boxes.to_toml().unwrap();
    let again = BlankBoxes::parse(&written).unwrap();
    assert_eq!(again.to_toml().unwrap(), written);
    assert!(written.contains("20.5") && written.contains("8.25") && written.contains("7.5"));
    let facts: Vec<_> = again
        .boxes()
        .into_iter()
        .flat_map(|one| one.facts)
        .map(str::to_owned)
        .collect();
    assert_eq!(
        facts,
        [
            "names.surname_cyrillic",
            "dwelling.flat",
            "applicant.birth_date",
            "applicant.sex",
            "child.surname_cyrillic"
        ]
    );
}

#[test]
fn a_fault_is_said_with_its_line_and_box() {
    let good = "[[box]]\nid = \"one\"\npage = 1\nat = [20, 30, 60, 8]\nfill = \"photo\"\n";
    let (line, place, message) = refused(&format!(
        "{good}[[box]]\nid = \"two\"\npage = 1\nat = [20, 50, 60, 8]\nfill.text = {{ parts = [\"Surname\"] }}\n"
    ));
    assert_eq!((line, place.as_str()), (14, "two"), "{message}");
    let (line, place, message) = refused(&format!("{good}{good}"));
    assert_eq!(
        (line, place.as_str(), message.as_str()),
        (10, "one", "DuplicateId")
    );
    let over = good.replace("one", "two").replace("[20, 30", "[70, 34");
    let (_, place, message) = refused(&format!("{good}{over}"));
    assert_eq!((place.as_str(), message.as_str()), ("two", "Overlaps"));
    let nowhere = "[[box]]\nid = \"one\"\nfill = \"photo\"\n";
    assert_eq!(refused(nowhere).2, "NoPlace");
    let own = "[[box]]\nid = \"one\"\npage = 1\nat = [20, 30, 60, 8]\nfill.choice = { fact = \"applicant.sex\", options = [] }\n";
    assert_eq!(refused(own).2, "OnlyInOwnLayout");
    let (line, _, message) = refused(&format!("{good}colour = \"red\"\n"));
    assert_eq!(line, 10, "{message}");
}

#[test]
fn boxes_of_another_blank_are_known_by_its_digest() {
    let (one, other) = (blank("flat.pdf"), blank("libreoffice.pdf"));
    let text = "[[box]]\nid = \"one\"\npage = 1\nat = [20, 30, 60, 8]\nfill.text = { parts = [\"names.given_latin\"] }\n";
    let mut boxes = boxes(&one, "ru", text);
    assert_eq!(boxes.suit(&one), Ok(()));
    let refused = fill(&other, &boxes, &Answers::default(), Manner::Fillable).unwrap_err();
    assert_eq!(refused.code(), "blank.other_blank");
    boxes.adopt(&other);
    assert_eq!(boxes.suit(&other), Ok(()));
    assert!(boxes.suit(&one).is_err());
}

#[test]
fn fields_that_are_not_there_or_of_another_kind_are_refused() {
    let blank = blank("reportlab.pdf");
    for (text, flaw) in [
        (
            "field = \"nosuch\"\nfill.text = { parts = [\"names.given_latin\"] }",
            BoxFlaw::NoSuchField,
        ),
        (
            "field = \"sex\"\nfill.text = { parts = [\"names.given_latin\"] }",
            BoxFlaw::WrongField,
        ),
        ("field = \"surname\"\nfill = \"photo\"", BoxFlaw::WrongField),
        (
            "page = 3\nat = [1, 1, 20, 8]\nfill = \"signing_date\"",
            BoxFlaw::NoSuchPage,
        ),
    ] {
        let boxes = boxes(&blank, "ru", &format!("[[box]]\nid = \"one\"\n{text}\n"));
        assert_eq!(
            boxes.suit(&blank).unwrap_err(),
            BlankError::BoxFlaw {
                line: 6,
                place: "one".to_owned(),
                flaw
            }
        );
    }
    let boxes = boxes(
        &blank,
        "ru",
        "[[box]]\nid = \"sex\"\nfield = \"sex\"\nfill.states = { fact = \"applicant.sex\", states = { male = \"X\" } }\n",
    );
    let refused = fill(&blank, &boxes, &Answers::default(), Manner::Fillable).unwrap_err();
    assert!(matches!(
        refused,
        PaperError::Blank(BlankError::NoState { .. })
    ));
}

fn reading(bytes: Vec<u8>) -> BlankError {
    Blank::read(&[bytes]).unwrap_err()
}

#[test]
fn what_cannot_be_filled_safely_is_refused_with_a_code() {
    assert_eq!(
        reading(std::fs::read(file("encrypted.pdf")).unwrap()),
        BlankError::Encrypted
    );
    assert_eq!(reading(b"hello".to_vec()), BlankError::UnknownKind);
    assert!(matches!(
        reading(b"%PDF-1.7\nhello".to_vec()),
        BlankError::Damaged(_)
    ));
    assert!(matches!(
        reading(vec![0; 33 * 1024 * 1024]),
        BlankError::TooMuch {
            what: Amount::Bytes,
            ..
        }
    ));
    assert!(matches!(
        reading([b"%PDF-1.4\n".to_vec(), b"1 0 obj 1 endobj\n".repeat(70_000)].concat()),
        BlankError::TooMuch {
            what: Amount::Objects,
            ..
        }
    ));
    let cut = std::fs::read(file("scan.jpg")).unwrap();
    assert!(matches!(
        reading(cut[..300].to_vec()),
        BlankError::Damaged(_)
    ));
    let scan = std::fs::read(file("scan.jpg")).unwrap();
    let pdf = std::fs::read(file("flat.pdf")).unwrap();
    assert_eq!(
        Blank::read(&[scan, pdf]).unwrap_err(),
        BlankError::MixedFiles
    );
}

#[test]
fn a_signed_form_and_an_xfa_form_are_refused() {
    let form =
        String::from_utf8_lossy(&std::fs::read(file("libreoffice.pdf")).unwrap()).into_owned();
    // The smallest forms that say so: one with a signature, one with XFA and no field.
    let pdf = |form: &str, more: &str| {
        format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<<{form}>>>>endobj\n\
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n{more}\
trailer<</Root 1 0 R/Size 6>>\n"
        )
    };
    assert!(form.contains("AcroForm"));
    let signed = pdf(
        "/Fields[4 0 R]",
        "4 0 obj<</FT/Sig/T(s)/V 5 0 R>>endobj\n5 0 obj<</Type/Sig/Contents<00>>>endobj\n",
    );
    for (file, refused) in [
        (with_table(&signed), BlankError::Signed),
        (
            with_table(&pdf("/Fields[]/XFA(x)", "")),
            BlankError::XfaOnly,
        ),
    ] {
        assert_eq!(reading(file), refused);
    }
}

/// The file with its table of objects.
fn with_table(file: &str) -> Vec<u8> {
    let (body, trailer) = file.split_once("trailer").unwrap();
    let mut table = String::new();
    let mut count = 1;
    while let Some(at) = body.find(&format!("\n{count} 0 obj")) {
        table.push_str(&format!("{:010} 00000 n \n", at + 1));
        count += 1;
    }
    format!(
        "{body}xref\n0 {count}\n0000000000 65535 f \n{table}trailer{trailer}startxref\n{}\n%%EOF\n",
        body.len()
    )
    .into_bytes()
}

#[test]
fn random_faults_in_a_good_file_end_in_an_answer() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for name in ["libreoffice.pdf", "flat.pdf", "scan.jpg"] {
        let good = std::fs::read(file(name)).unwrap();
        for _ in 0..60 {
            let mut bytes = good.clone();
            for _ in 0..8 {
                let at = usize::try_from(next() % (good.len() as u64)).unwrap();
                bytes[at] = u8::try_from(next() % 256).unwrap();
            }
            // Whatever it is, it is an answer.
            let _ = Blank::read(&[bytes]);
        }
    }
}

/// Five children and boxes for the first and the sixth: four are not on the paper.
#[test]
fn records_that_have_no_box_are_counted() {
    let blank = blank("reportlab.pdf");
    let child = |field: &str, record: usize| {
        format!(
            "[[box]]\nid = \"c{record}\"\nfield = \"{field}\"\nrecord = {record}\n\
             fill.text = {{ parts = [\"child.given_cyrillic\"] }}\n"
        )
    };
    let left = |file: &str, children: usize| {
        let mut answers = Answers::default();
        for number in 1..=children {
            let name = text(&format!("Бала {number}"));
            answers.record("child", &[("given_cyrillic", name)]);
        }
        let boxes = boxes(&blank, "ru", file);
        let paper = fill(&blank, &boxes, &answers, Manner::Flat).unwrap();
        paper
            .left_out
            .into_iter()
            .map(|left| (left.entity, left.records))
            .collect::<Vec<_>>()
    };
    let two = child("surname", 1) + &child("given", 6);
    assert_eq!(left(&two, 5), [("child".to_owned(), 4)]);
    assert_eq!(left(&two, 1), []);
    assert_eq!(left(&two, 0), []);
    let next = child("surname", 1) + &child("given", 2);
    assert_eq!(left(&next, 2), []);
    assert_eq!(left(&next, 3), [("child".to_owned(), 1)]);
    // A box without a number prints no record at all.
    let none = child("surname", 1).replace("record = 1\n", "");
    assert_eq!(left(&none, 1), [("child".to_owned(), 1)]);
    // A table takes them all.
    let table = "[[box]]\nid = \"t\"\npage = 1\nat = [10, 200, 180, 40]\nitem = \"7\"\nlabel = \"Дети\"\n\
        [box.fill.table]\nentity = \"child\"\nrow = 8\nhead = 0\ncontinues = true\n\
        [[box.fill.table.columns]]\nid = \"name\"\nwidth = 180\nwords = { kk = \"Аты\", ru = \"Имя\" }\n\
        parts = [\"child.given_cyrillic\"]\n";
    assert_eq!(left(&(child("surname", 1) + table), 9), []);
}

#[test]
fn a_box_that_asks_what_nothing_asks_is_named() {
    let file = "[blank]\ndigest = \"0\"\ntitle = \"Б\"\nlanguage = \"ru\"\n\
        [[box]]\nid = \"c1\"\npage = 1\nat = [10, 10, 50, 8]\nrecord = 1\n\
        fill.text = { parts = [\"child.giv\"] }\n";
    let boxes = BlankBoxes::parse(file).unwrap();
    assert_eq!(
        boxes.names_known_facts(|fact| fact.as_str() == "child.given_cyrillic"),
        Err(BlankError::UnknownFact {
            line: 5,
            place: "c1".to_owned(),
            fact: "child.giv".to_owned(),
        })
    );
    assert_eq!(boxes.names_known_facts(|_| true), Ok(()));
}
