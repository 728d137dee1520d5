//! What the papers refuse, and what they never refuse.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use qonys_papers::{Flaw, Form, FormLanguage, FormValue, NoteKind, PaperError, PlacedKind, render};
use support::{
    Answers, QUESTIONNAIRE, choice, country, filling, fixtures, print, questionnaire, text, twins,
};

fn refused(form: &Form, answers: &Answers) -> PaperError {
    render(form, FormLanguage::Ru, &filling(answers)).unwrap_err()
}

fn flaw(from: &str, to: &str) -> (String, Flaw) {
    let changed = QUESTIONNAIRE.replacen(from, to, 1);
    assert_ne!(changed, QUESTIONNAIRE, "{from}");
    let error = Form::parse("changed", &changed).unwrap_err();
    let PaperError::Flawed { place, flaw, .. } = error else {
        panic!("{error}");
    };
    (place, flaw)
}

#[test]
fn a_text_too_long_for_a_box_without_continuation_is_refused() {
    let narrow = QUESTIONNAIRE.replacen(
        "parts = [\"applicant.motives\"]",
        "parts = [\"applicant.motives\"]\ncontinues = false",
        1,
    );
    assert_ne!(narrow, QUESTIONNAIRE);
    let form = Form::parse("narrow", &narrow).unwrap();
    assert_eq!(
        refused(&form, &fixtures::maximal()),
        PaperError::DoesNotFit {
            place: "Мотивы постоянного проживания в Республике Казахстан".to_owned()
        }
    );
}

#[test]
fn a_character_without_a_glyph_names_its_box() {
    let form = questionnaire();
    let mut answers = fixtures::typical();
    answers.set("applicant.birth_place", text("Омск 鄂"));
    assert_eq!(
        refused(&form, &answers),
        PaperError::MissingGlyph {
            place: "birth_place".to_owned(),
            character: '鄂'
        }
    );
    let mut answers = fixtures::typical();
    answers.record("job", &[("employer", text("ТОО ☃"))]);
    assert_eq!(
        refused(&form, &answers),
        PaperError::MissingGlyph {
            place: "jobs.employer.2".to_owned(),
            character: '☃'
        }
    );
    assert_eq!(refused(&form, &answers).code(), "paper.missing_glyph");
}

#[test]
fn an_option_or_country_without_words_is_refused() {
    let form = questionnaire();
    let mut answers = fixtures::typical();
    answers.set("applicant.citizenship", country("XX"));
    assert!(
        matches!(refused(&form, &answers), PaperError::NoWord { place, key }
        if place == "citizenship" && key == "XX")
    );
    let mut answers = fixtures::typical();
    answers.set("applicant.sex", choice("other"));
    assert!(
        matches!(refused(&form, &answers), PaperError::UnknownOption { place, .. } if place == "sex")
    );
    let mut answers = fixtures::typical();
    answers.set("applicant.sex", text("женский"));
    assert!(
        matches!(refused(&form, &answers), PaperError::WrongKind { place, .. } if place == "sex")
    );
}

#[test]
fn a_layout_that_cannot_be_right_is_refused() {
    let phone = "id = \"phone\"\npage = 1\nat = [20";
    assert_eq!(
        flaw(phone, "id = \"phone\"\npage = 1\nat = [19").1,
        Flaw::OutsidePage
    );
    assert_eq!(
        flaw(phone, "id = \"phone\"\npage = 1\nat = [21").1,
        Flaw::Overlaps
    );
    assert_eq!(
        flaw(phone, "id = \"phone\"\npage = 9\nat = [20").1,
        Flaw::NoSuchPage
    );
    assert_eq!(
        flaw("id = \"phone\"", "id = \"email\"").1,
        Flaw::DuplicateId
    );
    assert_eq!(flaw("item = \"37\"", "").1, Flaw::NoItem);
    assert_eq!(flaw("\"қаңтар\", ", "").1, Flaw::Months);
    assert_eq!(
        flaw("parts = [\"job.employer\"]", "parts = [\"study.place\"]").1,
        Flaw::ForeignFact
    );
    assert_eq!(
        flaw("width = 46\nparts = [\"job", "width = 45\nparts = [\"job").1,
        Flaw::ColumnWidths
    );
    // A label that its place cannot hold is found when the form is printed.
    let long = QUESTIONNAIRE.replacen(
        "ru = \"Пол\"",
        "ru = \"Пол лица, которое подаёт настоящее заявление\"",
        1,
    );
    let form = Form::parse("long", &long).unwrap();
    assert!(
        matches!(refused(&form, &fixtures::minimal()), PaperError::Flawed { place, flaw: Flaw::LabelTooLong, .. } if place == "sex")
    );
}

#[test]
fn an_unknown_key_or_a_bad_fact_is_refused() {
    for (from, to) in [
        ("item = \"37\"", "item = \"37\"\ncolour = \"red\""),
        ("parts = [\"applicant.motives\"]", "parts = [\"motives\"]"),
        ("footer = 286", "footer = \"low\""),
    ] {
        let changed = QUESTIONNAIRE.replacen(from, to, 1);
        assert_ne!(changed, QUESTIONNAIRE);
        assert_eq!(
            Form::parse("changed", &changed).unwrap_err().code(),
            "paper.form_malformed"
        );
    }
}

#[test]
fn none_is_said_only_of_a_complete_list() {
    let form = questionnaire();
    let none = |answers: &Answers| {
        print(&form, FormLanguage::Kk, answers)
            .placed
            .into_iter()
            .filter(|one| one.kind == PlacedKind::None)
            .map(|one| (one.place, one.text))
            .collect::<Vec<_>>()
    };
    assert!(none(&fixtures::minimal()).is_empty());
    let mut answers = fixtures::minimal();
    answers.complete(&["penalty"]);
    assert_eq!(none(&answers), [("penalties".to_owned(), "жоқ".to_owned())]);
    answers.record("penalty", &[("article", text("517"))]);
    assert!(none(&answers).is_empty());
}

#[test]
fn unanswered_facts_stay_blank() {
    let paper = print(&questionnaire(), FormLanguage::Ru, &fixtures::minimal());
    let places: Vec<&str> = paper.placed.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "surname_cyrillic",
            "given_cyrillic",
            "birth_date",
            "citizenship",
            "signing_date"
        ]
    );
    let date = paper.placed.last().unwrap();
    assert_eq!(date.text, "«30» ноября 2026 г.");
}

#[test]
fn nothing_is_lost_on_the_way_to_a_continuation_sheet() {
    let form = questionnaire();
    let answers = fixtures::maximal();
    let paper = print(&form, FormLanguage::Ru, &answers);
    for number in 1..=21 {
        let place = format!("jobs.employer.{number}");
        assert!(paper.placed.iter().any(|one| one.place == place), "{place}");
    }
    let references: Vec<_> = paper
        .placed
        .iter()
        .filter(|one| one.kind == PlacedKind::Reference)
        .collect();
    for reference in &references {
        // «см. лист 5, п. 24»: on that sheet a part of the box's answer is found.
        let sheet: usize = reference
            .text
            .trim_start_matches("см. лист ")
            .split(',')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        assert!(paper.placed.iter().any(|one| {
            one.kind == PlacedKind::Text
                && one.page == sheet
                && one.place.split('.').next() == Some(reference.place.as_str())
        }));
    }
    assert!(references.iter().any(|one| one.place == "jobs"));
    let motives: String = paper
        .placed
        .iter()
        .filter(|one| one.place == "motives" && one.kind == PlacedKind::Text)
        .flat_map(|one| one.text.chars().filter(|c| !c.is_whitespace()))
        .collect();
    let given: String = "Қазақстанда туып-өскен ата-анамның жеріне оралып, балаларымды ана тілінде оқытқым келеді; бұл туралы көптен ойлап жүрмін. "
        .repeat(40)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    assert_eq!(motives, given);
}

#[test]
fn a_row_higher_than_a_sheet_goes_over_several() {
    let mut answers = fixtures::minimal();
    let long = "сөз ".repeat(3000);
    answers.record(
        "job",
        &[("employer", text(&long)), ("position", text("инженер"))],
    );
    let paper = print(&questionnaire(), FormLanguage::Kk, &answers);
    let parts: Vec<_> = paper
        .placed
        .iter()
        .filter(|one| one.place == "jobs.employer.1")
        .collect();
    assert!(parts.len() > 1);
    let words: usize = parts
        .iter()
        .map(|one| one.text.split_whitespace().count())
        .sum();
    assert_eq!(words, 3000);
}

#[test]
fn the_language_of_answers_is_noted_and_never_refused() {
    let form = questionnaire();
    let mut answers = fixtures::minimal();
    answers
        .set("names.given_cyrillic", text("Anna"))
        .set("names.surname_latin", text("Ли"))
        .set("applicant.motives", text("Хочу жить вместе с семьёй"))
        .set("work.income_source", text("Жалақы"))
        .set(
            "applicant.birth_place",
            FormValue::Text {
                text: "Омск".to_owned(),
                kk: None,
                ru: Some("город Омск".to_owned()),
            },
        )
        .set("work.speciality", twins("дәрігер", "врач"));
    let notes = |language| {
        print(&form, language, &answers)
            .notes
            .into_iter()
            .map(|note| (note.box_id, note.kind))
            .collect::<Vec<_>>()
    };
    let given = ("given_cyrillic".to_owned(), NoteKind::LatinLetters);
    let surname = ("surname_latin".to_owned(), NoteKind::CyrillicLetters);
    assert_eq!(
        notes(FormLanguage::Kk),
        [
            given.clone(),
            surname.clone(),
            ("birth_place".to_owned(), NoteKind::NoTwin),
            ("motives".to_owned(), NoteKind::SeemsRussian),
        ]
    );
    assert_eq!(
        notes(FormLanguage::Ru),
        [given, surname, ("income".to_owned(), NoteKind::SeemsKazakh)]
    );
}

#[test]
fn twins_are_printed_in_the_form_s_language() {
    let form = questionnaire();
    for (language, word) in [(FormLanguage::Kk, "мұғалім"), (FormLanguage::Ru, "учитель")]
    {
        let paper = print(&form, language, &fixtures::typical());
        let speciality = paper
            .placed
            .iter()
            .find(|one| one.place == "speciality")
            .unwrap();
        assert_eq!(speciality.text, word);
    }
}

#[test]
fn debug_says_no_answer() {
    let paper = print(&questionnaire(), FormLanguage::Ru, &fixtures::typical());
    let said = format!("{paper:?} {:?} {:?}", paper.placed, text("Соколова"));
    assert!(!said.contains("Соколова") && !said.contains("SOKOLOVA"));
}

/// What is noted of the questionnaire's boxes.
fn noted(language: FormLanguage, answers: &support::Answers) -> Vec<(String, NoteKind)> {
    print(&questionnaire(), language, answers)
        .notes
        .into_iter()
        .map(|note| (note.box_id, note.kind))
        .collect()
}

#[test]
fn short_answers_in_another_script_or_language_are_noted() {
    let mut answers = support::Answers::default();
    answers
        .set("applicant.birth_place", text("Omsk"))
        .set("applicant.ethnicity", text("Russian"))
        .record("relative", &[("full_name", text("Smith John"))]);
    let latin = |id: &str| (id.to_owned(), NoteKind::LatinLetters);
    assert_eq!(
        noted(FormLanguage::Ru, &answers),
        [latin("birth_place"), latin("ethnicity"), latin("relatives")]
    );
    for (said, foreign) in [
        ("I want to live here; қазақша және по-русски", true),
        ("I want to live here, қазақша", true),
        ("Google Cloud Platform жобасында", false),
        ("ivan@example.org поштасы, iPhone", false),
    ] {
        for language in [FormLanguage::Kk, FormLanguage::Ru] {
            let mut answers = support::Answers::default();
            answers.set("applicant.motives", text(said));
            let noted = noted(language, &answers);
            assert_eq!(
                noted.contains(&latin("motives")),
                foreign,
                "{said}: {noted:?}"
            );
        }
    }
    for (said, russian) in [
        ("улица Достык", true),
        ("русский", true),
        ("Абай", false),
        ("инженер", false),
        ("проспект Абай", false),
        ("Достық көшесі", false),
    ] {
        let mut answers = support::Answers::default();
        answers.set("dwelling.street", text(said));
        let notes = noted(FormLanguage::Kk, &answers);
        assert_eq!(!notes.is_empty(), russian, "{said}: {notes:?}");
    }
}

/// The longest name of an authority that we saw stands on its three lines; one in the other language is noted.
#[test]
fn the_name_of_the_authority_fits_and_its_language_is_noted() {
    let long = "Отдел документирования и регистрации населения Управления миграционной службы Департамента полиции \
                Восточно-Казахстанской области Министерства внутренних дел Республики Казахстан";
    let mut answers = support::Answers::default();
    answers.set("office.name", text(long));
    let paper = print(&questionnaire(), FormLanguage::Ru, &answers);
    assert!(paper.placed.iter().any(|one| one.place == "office"));
    assert_eq!(noted(FormLanguage::Ru, &answers), []);
    assert_eq!(
        noted(FormLanguage::Kk, &answers),
        [("office".to_owned(), NoteKind::SeemsRussian)]
    );
}

#[test]
fn none_is_not_said_where_another_answer_says_otherwise() {
    let said = |answers: &support::Answers, id: &str| {
        let paper = print(&questionnaire(), FormLanguage::Ru, answers);
        paper.placed.iter().any(|one| one.place == id)
    };
    let mut answers = support::Answers::default();
    answers.complete(&["relative", "child"]);
    assert!(said(&answers, "spouse") && said(&answers, "children"));
    assert_eq!(noted(FormLanguage::Ru, &answers), []);
    answers
        .set("applicant.marital_status", support::choice("married"))
        .record("relative", &[("kinship", support::choice("son"))]);
    assert!(!said(&answers, "spouse") && !said(&answers, "children"));
    let note = |id: &str| (id.to_owned(), NoteKind::AnswersDisagree);
    assert_eq!(
        noted(FormLanguage::Ru, &answers),
        [note("spouse"), note("children")]
    );
}

#[test]
fn the_form_says_in_its_own_words_what_there_is() {
    let printed = |fact: &str, value: &str, id: &str, day: bool| {
        let mut answers = support::Answers::default();
        answers.set(fact, support::choice(value));
        if day {
            answers.set("entry.visa_until", support::day("2027-01-01"));
        }
        let paper = print(&questionnaire(), FormLanguage::Ru, &answers);
        paper
            .placed
            .into_iter()
            .find(|one| one.place == id)
            .map(|one| one.text)
    };
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(
        printed("dwelling.basis", "none_yet", "dwelling_basis", false),
        words("не имеется")
    );
    assert_eq!(
        printed("passport.kind", "internal_only", "document_kind", false),
        words("внутренний паспорт (удостоверение личности)")
    );
    // A permit is no visa: its last day stands beside its own name.
    assert_eq!(
        printed("entry.basis", "temporary_permit", "visa_kind", true),
        words("разрешение на временное проживание")
    );
    let mut answers = support::Answers::default();
    answers.record(
        "relative",
        &[
            ("kinship", support::choice("father")),
            ("status_in_kazakhstan", support::choice("deceased")),
            ("address", text("Омск")),
        ],
    );
    let paper = print(&questionnaire(), FormLanguage::Ru, &answers);
    let address = paper
        .placed
        .iter()
        .find(|one| one.place == "relatives.address.1")
        .map(|one| one.text.as_str());
    assert_eq!(address, Some("умер (умерла), ранее: Омск"));
}
