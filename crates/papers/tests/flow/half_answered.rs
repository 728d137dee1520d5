//! Records of which one part is missing: a line stands in its place, and no answer is hidden.

use qonys_papers::FormValue;
use qonys_papers::NoteKind;
use qonys_papers::compose;
use qonys_texts::Lang;

use crate::block;
use crate::filling;
use crate::paper;
use crate::printed;
use crate::support::Answers;
use crate::support::choice;
use crate::support::day;
use crate::support::poppler;
use crate::support::text;

/// A case with one sentence in each half-answered record.
fn half_answered() -> Answers {
    let mut answers = Answers::default();
    answers
        .set("applicant.birth_date", day("1990-03-14"))
        .set("applicant.sex", choice("male"))
        .set("dwelling.city", text("Алматы"))
        .record("conviction", &[("article", text("158"))])
        .record("job", &[("position", text("инженер"))])
        .record("child", &[("given_cyrillic", text("Мария"))])
        .record("relative", &[("kinship", choice("son"))])
        .record("relative", &[("full_name", text("Ли Ара"))]);
    answers
}

#[test]
fn a_missing_part_leaves_a_line_and_hides_no_answer() {
    let answers = half_answered();
    for (id, part) in [
        (
            "person",
            "Я, ____________________________________________, родился 14 марта 1990 г.",
        ),
        (
            "convictions",
            "Судимость: дата приговора: ________________, статья: 158.",
        ),
        ("jobs", "должность, род занятий – инженер"),
        ("children", "Ребёнок: ________________ Мария"),
        ("relatives", "Сын: ____"),
        ("relatives", "________: Ли Ара."),
        ("entry", "Алматы, ________________"),
    ] {
        let said = block(id, "autobiography", Lang::Ru, &answers);
        assert!(said.contains(part), "{id}: {said}");
    }
    let made = printed(&paper("autobiography"), Lang::Ru, &answers);
    let places: Vec<&str> = made.placed.iter().map(|one| one.place.as_str()).collect();
    assert!(places.contains(&"signature.day"), "{places:?}");
    assert!(
        !places.iter().any(|place| place.starts_with("unanswered")),
        "{places:?}"
    );
}

#[test]
fn a_day_that_is_not_known_yet_is_not_until_now() {
    let mut answers = Answers::default();
    answers.record("job", &[("from", day("2020-01-01"))]);
    let said = block("jobs", "autobiography", Lang::Ru, &answers);
    assert!(
        said.starts_with("01.01.2020 – по настоящее время:"),
        "{said}"
    );
    answers.unsure(&["job.until"]);
    let said = block("jobs", "autobiography", Lang::Ru, &answers);
    assert!(said.starts_with("01.01.2020 – ________"), "{said}");
}

#[test]
fn no_children_is_not_said_beside_a_son_but_noted() {
    let mut answers = Answers::default();
    answers.complete(&["child", "relative"]).record(
        "relative",
        &[("kinship", choice("son")), ("full_name", text("Ли Ара"))],
    );
    assert_eq!(
        block("no_children", "autobiography", Lang::Ru, &answers),
        ""
    );
    let notes = compose(&paper("autobiography"), Lang::Ru, &filling(&answers))
        .unwrap()
        .notes;
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].kind, NoteKind::AnswersDisagree);
}

#[test]
fn a_deceased_relative_is_called_so() {
    let mut answers = Answers::default();
    answers.record(
        "relative",
        &[
            ("kinship", choice("father")),
            ("full_name", text("Ли Ара")),
            ("status_in_kazakhstan", choice("deceased")),
            ("address", text("Омск")),
            ("workplace", text("пенсионер")),
        ],
    );
    assert_eq!(
        block("relatives", "autobiography", Lang::Ru, &answers),
        "Отец: Ли Ара, умер, прежнее место жительства: Омск, прежнее место работы или учёбы: пенсионер."
    );
    let said = block("relatives", "autobiography", Lang::Kk, &answers);
    assert!(said.contains("қайтыс болған"), "{said}");
}

#[test]
fn whoever_is_stateless_gets_the_sheet_for_the_certificate() {
    for (status, of_card) in [("citizen", true), ("stateless", false)] {
        let mut answers = Answers::default();
        answers.set("applicant.status", choice(status));
        let title = block("title", "card_data", Lang::Ru, &answers);
        assert_eq!(title.contains("ВИДА НА ЖИТЕЛЬСТВО"), of_card, "{title}");
        assert_eq!(title.contains("ЛИЦА БЕЗ ГРАЖДАНСТВА"), !of_card, "{title}");
        let made = printed(&paper("card_data"), Lang::Ru, &answers);
        let words: Vec<String> = poppler::words(&poppler::save("card-of", &made.pdf))
            .into_iter()
            .map(|word| word.text)
            .collect();
        assert_eq!(words.contains(&"заграничный".to_owned()), of_card);
        assert_eq!(words.contains(&"три".to_owned()), !of_card);
    }
}

fn kinds(id: &str, answers: &Answers) -> Vec<(String, NoteKind)> {
    let notes = compose(&paper(id), Lang::Ru, &filling(answers))
        .unwrap()
        .notes;
    let mut found: Vec<(String, NoteKind)> = Vec::new();
    for note in notes {
        let one = (note.fact, note.kind);
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

#[test]
fn the_owner_promises_no_fewer_days_than_the_consent_is_for() {
    for (days, printed) in [(0, false), (179, false), (180, true), (181, true)] {
        let mut answers = Answers::default();
        answers.set("dwelling.days_provided", FormValue::Number(days));
        let said = block("consent", "owner_consent", Lang::Ru, &answers);
        assert_eq!(said.contains(&format!(": {days} (")), printed, "{said}");
        assert_eq!(said.contains("дней: ____"), !printed, "{said}");
        let told = [("dwelling.days_provided".to_owned(), NoteKind::TooFew)];
        let notes = kinds("owner_consent", &answers);
        assert_eq!(notes, if printed { &[][..] } else { &told[..] });
    }
}

#[test]
fn half_a_name_that_stays_off_the_paper_is_told() {
    for id in [
        "card_data",
        "cover_sheet",
        "deadline_sheet",
        "owner_consent",
        "child_consent",
        "parent_consent",
        "applicant_consent",
    ] {
        let mut answers = Answers::default();
        answers.set("names.surname_cyrillic", text("Мыңжасар"));
        let told = ("names.surname_cyrillic".to_owned(), NoteKind::PartOnly);
        assert!(kinds(id, &answers).contains(&told), "{id}");
        answers.set("names.given_cyrillic", text("Анна"));
        assert_eq!(kinds(id, &answers), [], "{id}");
    }
}

#[test]
fn military_duty_is_told_in_the_first_person_whatever_the_sex() {
    for (duty, kk) in [
        ("not_liable", "әскери міндетті емеспін"),
        ("liable", "әскери міндеттімін, қызмет өткермегенмін"),
        ("serving", "әскери қызмет өткеріп жүрмін"),
        ("served", "әскери қызмет өткергенмін"),
    ] {
        for sex in [None, Some("male"), Some("female")] {
            let mut answers = Answers::default();
            answers.set("work.military", choice(duty));
            if let Some(sex) = sex {
                answers.set("applicant.sex", choice(sex));
            }
            let said = block("military", "autobiography", Lang::Kk, &answers);
            assert_eq!(said, format!("Әскери міндетке қатысым: {kk}."));
        }
    }
}

/// What the questionnaire notes of a name or a nationality, the other papers note as well.
#[test]
fn latin_letters_in_a_cyrillic_place_are_noted_on_every_paper() {
    for (paper, fact, said) in [
        ("owner_consent", "dwelling.owner_name", "Akhmetova Gulnara"),
        ("autobiography", "applicant.ethnicity", "Russian"),
        ("autobiography", "applicant.birth_place", "Omsk"),
        ("owner_consent", "names.surname_cyrillic", "SOKOLOV"),
    ] {
        let mut answers = Answers::default();
        answers
            .set("names.given_cyrillic", text("Андрей"))
            .set("names.surname_cyrillic", text("Соколов"))
            .set("applicant.birth_country", crate::support::country("RU"));
        let told = (fact.to_owned(), NoteKind::LatinLetters);
        assert!(!kinds(paper, &answers).contains(&told), "{paper} {fact}");
        answers.set(fact, text(said));
        assert!(kinds(paper, &answers).contains(&told), "{paper} {fact}");
    }
}
