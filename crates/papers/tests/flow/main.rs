//! The papers that flow: what is printed is what was answered, whole, in its place, on as many pages as it needs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod half_answered;
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use qonys_papers::{
    ComposedText, Flaw, FlowFilling, FlowPaper, FormValue, Paper, PaperError, compose, print,
};
use qonys_texts::Lang;
use support::{Answers, Lexicon, choice, day, fixtures, poppler, proof, text, today, twins};

/// Every flowing paper by its file.
fn papers() -> Vec<FlowPaper> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/forms");
    let mut found: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_stem().unwrap().to_str().unwrap().to_owned(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .filter(|(_, source)| source.contains("layout = \"flow\""))
        .collect();
    found.sort();
    found
        .iter()
        .map(|(name, source)| {
            let paper = FlowPaper::parse(name, source).unwrap();
            assert_eq!(paper.id(), name);
            paper
        })
        .collect()
}

fn paper(id: &str) -> FlowPaper {
    papers().into_iter().find(|paper| paper.id() == id).unwrap()
}

fn filling(facts: &Answers) -> FlowFilling<'_> {
    FlowFilling {
        facts,
        words: &Lexicon,
        on: today(),
        subject: Some(0),
    }
}

fn printed(paper: &FlowPaper, lang: Lang, facts: &Answers) -> Paper {
    print(paper, lang, &filling(facts)).unwrap()
}

fn texts(paper: &FlowPaper, lang: Lang, facts: &Answers) -> Vec<ComposedText> {
    compose(paper, lang, &filling(facts)).unwrap().texts
}

/// The text of a block, empty where it is left out.
fn block(id: &str, of: &str, lang: Lang, facts: &Answers) -> String {
    texts(&paper(of), lang, facts)
        .into_iter()
        .filter(|text| text.block == id)
        .map(|text| text.text)
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn every_text_stands_in_its_place_whole_and_alone() {
    let papers = papers();
    assert_eq!(papers.len(), 9);
    for paper in &papers {
        for lang in paper.languages() {
            for (name, answers) in fixtures::flowing() {
                let name = format!("{}-{name}-{}", paper.id(), lang.code());
                let made = printed(paper, *lang, &answers);
                assert!(made.pdf == printed(paper, *lang, &answers).pdf, "{name}");
                assert!(
                    made.pdf.len() < 60_000 * made.pages,
                    "{name}: {}",
                    made.pdf.len()
                );
                let path = poppler::save(&name, &made.pdf);
                let words = poppler::words(&path);
                let wrong = proof::misplaced(&words, &made.placed);
                assert!(wrong.is_empty(), "{name}: {wrong:#?}");
                let pairs = proof::colliding(&words);
                assert!(pairs.is_empty(), "{name}: {pairs:#?}");
                let path = path.to_str().unwrap();
                poppler::run("qpdf", &["--check", path]);
                for row in poppler::run("pdffonts", &[path]).lines().skip(2) {
                    let fields: Vec<&str> = row.split_whitespace().rev().collect();
                    assert_eq!(fields[2..5], ["yes", "yes", "yes"], "{name}: {row}");
                }
            }
        }
    }
}

#[test]
fn metadata_hold_no_answer() {
    for paper in papers() {
        for lang in paper.languages() {
            let read = |name: &str, facts: &Answers| {
                let name = format!("meta-{}-{name}-{}", paper.id(), lang.code());
                let path = poppler::save(&name, &printed(&paper, *lang, facts).pdf);
                poppler::run("pdfinfo", &["-meta", path.to_str().unwrap()])
            };
            let blank = read("blank", &Answers::default());
            assert_eq!(blank, read("filled", &fixtures::typical()));
            assert!(blank.contains("<pdfaid:part>1</pdfaid:part>"));
        }
    }
}

#[test]
fn a_moved_word_a_lost_one_and_a_colliding_one_are_seen() {
    let paper = paper("autobiography");
    let made = printed(&paper, Lang::Kk, &fixtures::kazakh());
    let path = poppler::save("flow-proof", &made.pdf);
    let words = poppler::words(&path);
    assert!(proof::misplaced(&words, &made.placed).is_empty());
    let at = words
        .iter()
        .position(|word| word.text.contains(fixtures::KAZAKH_LETTERS))
        .unwrap();
    let mut lost = words.clone();
    lost.remove(at);
    assert!(!proof::misplaced(&lost, &made.placed).is_empty());
    let mut changed = words.clone();
    changed[at].text = changed[at].text.replace('қ', "к");
    assert!(!proof::misplaced(&changed, &made.placed).is_empty());
    let mut moved = words.clone();
    moved[at].top += 40_000;
    moved[at].bottom += 40_000;
    assert!(!proof::misplaced(&moved, &made.placed).is_empty());
    let mut low = words;
    let line = low[at].top;
    for word in low
        .iter_mut()
        .filter(|word| word.page == 1 && word.top == line)
    {
        word.top += 1_200;
        word.bottom += 1_200;
    }
    assert!(!proof::colliding(&low).is_empty());
}

#[test]
fn a_letter_that_no_font_has_is_refused_with_its_place() {
    let mut answers = fixtures::typical();
    answers.set("applicant.motives", text("我"));
    let error = print(&paper("autobiography"), Lang::Ru, &filling(&answers)).unwrap_err();
    assert_eq!(
        error,
        PaperError::MissingGlyph {
            place: "motives".to_owned(),
            character: '我'
        }
    );
}

#[test]
fn a_draft_leaves_lines_where_nothing_was_answered_and_guesses_nothing() {
    let answers = Answers::default();
    let owner = block("owner", "owner_consent", Lang::Ru, &answers);
    assert!(
        owner.starts_with("Я, ____________________________________________, дата"),
        "{owner}"
    );
    assert!(owner.contains("жилья по адресу: _____"), "{owner}");
    let named = block("owner", "owner_consent", Lang::Ru, &fixtures::typical());
    assert!(
        named.starts_with("Я, Ахметов Нұрлан Серікұлы, дата рождения: ____"),
        "{named}"
    );
}

#[test]
fn half_a_name_is_no_name() {
    let mut answers = Answers::default();
    answers.set("names.given_cyrillic", text("Анна"));
    let person = block("person", "owner_consent", Lang::Ru, &answers);
    assert!(!person.contains("Анна"), "{person}");
    answers.set("names.surname_cyrillic", text("Ли"));
    let person = block("person", "owner_consent", Lang::Ru, &answers);
    assert!(
        person.contains(": Ли Анна (в паспорте: ______________________________);"),
        "{person}"
    );
}

#[test]
fn an_autobiography_speaks_of_what_was_answered_only() {
    let nothing = texts(&paper("autobiography"), Lang::Ru, &Answers::default());
    let blocks: Vec<&str> = nothing.iter().map(|text| text.block.as_str()).collect();
    assert_eq!(blocks, ["title", "unanswered"], "no empty sentence");
    let answers = fixtures::typical();
    let ru = block("person", "autobiography", Lang::Ru, &answers);
    assert!(
        ru.starts_with(
            "Я, Соколова Екатерина Андреевна, родилась 14 марта 1990 г. Место рождения: Россия,"
        ),
        "{ru}"
    );
    let kk = block("person", "autobiography", Lang::Kk, &answers);
    assert!(
        kk.contains(
            "Туған күнім: 1990 жылғы 14 наурыз. Туған жерім: Ресей, Омбы облысы, Тара қаласы."
        ),
        "{kk}"
    );
}

#[test]
fn an_empty_autobiography_lists_the_questions_and_has_nothing_to_sign() {
    let mut answers = Answers::default();
    answers.give("unanswered", &["Фамилия", "Имя"]);
    let made = printed(&paper("autobiography"), Lang::Ru, &answers);
    let places: Vec<&str> = made.placed.iter().map(|one| one.place.as_str()).collect();
    assert!(places.contains(&"unanswered_list.2"), "{places:?}");
    assert!(
        !places.iter().any(|place| place.starts_with("signature")),
        "{places:?}"
    );
    let filled = printed(&paper("autobiography"), Lang::Ru, &fixtures::typical());
    assert!(filled.placed.iter().any(|one| one.place == "signature.day"));
}

#[test]
fn words_follow_the_sex_and_the_age_of_whom_they_speak_of() {
    let told = |sex: &str, born: &str, kinship: &str, lang: Lang| {
        let mut answers = Answers::default();
        answers
            .set("applicant.sex", choice(sex))
            .set("applicant.ethnic_kazakh", FormValue::YesNo(true))
            .set("applicant.birth_date", day("1990-03-14"))
            .set("names.surname_cyrillic", text("Ли"))
            .set("names.given_cyrillic", text("Анна"))
            .record(
                "relative",
                &[
                    ("kinship", choice(kinship)),
                    ("full_name", text("Ли Ара")),
                    ("birth_date", day(born)),
                ],
            );
        let of = |id| block(id, "autobiography", lang, &answers);
        (of("person"), format!("{}{}", of("relatives"), of("spouse")))
    };
    for (sex, born, kinship, word) in [
        ("male", "1990-03-13", "brother", "Ағам: "),
        ("male", "1990-03-15", "brother", "Інім: "),
        ("male", "1990-03-14", "brother", "Ағам (інім): "),
        ("female", "1985-01-01", "sister", "Әпкем: "),
        ("male", "1995-01-01", "sister", "Қарындасым: "),
        ("female", "1995-01-01", "sister", "Сіңлім: "),
        ("female", "1960-01-01", "mother", "Анам: "),
        ("male", "1960-01-01", "spouse", "Жұбайым: "),
    ] {
        let (_, relative) = told(sex, born, kinship, Lang::Kk);
        assert!(relative.starts_with(word), "{relative}");
    }
    let (woman, husband) = told("female", "1988-01-01", "spouse", Lang::Ru);
    assert!(
        woman.contains("родилась 14 марта 1990 г.") && woman.contains("Национальность: казашка.")
    );
    assert!(husband.starts_with("Супруг: "), "{husband}");
    let (man, wife) = told("male", "1988-01-01", "spouse", Lang::Ru);
    assert!(man.contains("родился 14 марта 1990 г.") && man.contains("Национальность: казах."));
    assert!(wife.starts_with("Супруга: "), "{wife}");
}

#[test]
fn the_draft_of_the_owner_says_days_in_words_and_the_name_of_the_passport() {
    let answers = fixtures::typical();
    let consent = block("consent", "owner_consent", Lang::Ru, &answers);
    assert!(
        consent.contains("365 (триста шестьдесят пять)"),
        "{consent}"
    );
    let consent = block("consent", "owner_consent", Lang::Kk, &answers);
    assert!(consent.contains("365 (үш жүз алпыс бес)"), "{consent}");
    let person = block("person", "owner_consent", Lang::Ru, &answers);
    assert!(
        person.contains("Соколова Екатерина Андреевна (в паспорте: SOKOLOVA EKATERINA)"),
        "{person}"
    );
    let owner = block("owner", "owner_consent", Lang::Ru, &answers);
    assert!(
        owner.contains("050000, Республика Казахстан, город Алматы"),
        "{owner}"
    );
    let place = block("place_and_date", "owner_consent", Lang::Kk, &answers);
    assert!(
        place.contains("«____» ________________ 20____ ж."),
        "{place}"
    );
}

#[test]
fn none_is_said_of_a_complete_list_only() {
    let mut answers = Answers::default();
    assert_eq!(
        block("no_children", "autobiography", Lang::Ru, &answers),
        ""
    );
    answers.complete(&["child"]);
    assert_eq!(
        block("no_children", "autobiography", Lang::Ru, &answers),
        "Детей не имею."
    );
}

#[test]
fn a_text_of_ones_own_stands_in_place_of_the_composed_one() {
    let mut answers = fixtures::typical();
    answers.give("own.person", &["Я родилась у моря.\nИ выросла там."]);
    let own: Vec<ComposedText> = texts(&paper("autobiography"), Lang::Ru, &answers)
        .into_iter()
        .filter(|text| text.own)
        .collect();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].text, "Я родилась у моря.\nИ выросла там.");
    let made = printed(&paper("autobiography"), Lang::Ru, &answers);
    let words = poppler::words(&poppler::save("flow-own", &made.pdf));
    assert!(proof::misplaced(&words, &made.placed).is_empty());
}

#[test]
fn no_sentence_ends_with_two_full_stops() {
    for paper in papers() {
        for lang in paper.languages() {
            for (name, answers) in fixtures::flowing() {
                for text in texts(&paper, *lang, &answers) {
                    assert!(!text.text.contains(".."), "{name}: {}", text.text);
                    assert!(!text.text.contains("%{"), "{name}: {}", text.text);
                    assert!(!text.text.contains("  "), "{name}: {}", text.text);
                }
            }
        }
    }
}

#[test]
fn a_twin_is_taken_in_the_papers_language_and_its_absence_noted() {
    let mut answers = Answers::default();
    answers.set("applicant.motives", twins("Себебім", "Причина"));
    assert_eq!(
        block("motives", "autobiography", Lang::Kk, &answers),
        "Себебім"
    );
    answers.set(
        "applicant.motives",
        FormValue::Text {
            text: "Причина".to_owned(),
            kk: None,
            ru: Some("Причина".to_owned()),
        },
    );
    let composed = compose(&paper("autobiography"), Lang::Kk, &filling(&answers)).unwrap();
    assert_eq!(composed.notes.len(), 1);
    assert_eq!(composed.notes[0].fact, "applicant.motives");
}

#[test]
fn free_text_in_latin_letters_alone_is_noted() {
    let noted = |said: &str| {
        let mut answers = Answers::default();
        answers.set("applicant.motives", text(said));
        let composed = compose(&paper("autobiography"), Lang::Ru, &filling(&answers)).unwrap();
        composed.notes.len()
    };
    assert_eq!(noted("I want to live here"), 1);
    assert_eq!(noted("Хочу жить у Green Hills"), 0);
    assert_eq!(noted("a.sokolov@example.org"), 0);
    assert_eq!(noted("UO AB 000003"), 0);
}

#[test]
fn another_language_than_the_papers_own_is_refused() {
    let refused = print(
        &paper("autobiography"),
        Lang::En,
        &filling(&Answers::default()),
    );
    assert_eq!(
        refused.unwrap_err(),
        PaperError::NoSuchLanguage {
            paper: "autobiography".to_owned(),
            language: "en"
        }
    );
}

#[test]
fn faults_of_a_file_are_found() {
    let source = include_str!("../../../../assets/forms/cover_sheet.toml");
    let flaw = |from: &str, to: &str| {
        let changed = source.replacen(from, to, 1);
        assert_ne!(changed, source, "{from}");
        let error = FlowPaper::parse("changed", &changed).unwrap_err();
        let PaperError::Flawed { flaw, .. } = error else {
            panic!("{error}");
        };
        flaw
    };
    assert_eq!(
        flaw("slot = \"name_latin\"", "slot = \"name\""),
        Flaw::NoSuchSlot
    );
    assert_eq!(flaw("width = 62", "width = 61"), Flaw::ColumnWidths);
    assert_eq!(
        flaw("id = \"subtitle\"", "id = \"title\""),
        Flaw::DuplicateId
    );
    assert_eq!(flaw(", en = \"Checklist of papers\"", ""), Flaw::NoWords);
}

/// However far down the sheet a heading comes to stand, the beginning of what it is over is on the same sheet.
#[test]
fn a_heading_stays_with_what_it_stands_over() {
    let long = "Слова, которые занимают в ячейке много строк. ".repeat(12);
    let sheet = paper("cover_sheet");
    for rows in (0..45).step_by(3) {
        let mut answers = Answers::default();
        let row = ["", "1", "Документ", "", "", ""];
        answers
            .give_rows("checklist", &vec![&row[..]; rows])
            .give("window", &[&long])
            .give_rows(
                "stages",
                &[&[&long, "", "", "", ""], &["b", "", "", "", ""]],
            )
            .give_rows("fees", &[&["a", "", &long, ""]])
            .give_rows("deadlines", &[&["a", &long, ""]]);
        let made = printed(&sheet, Lang::Ru, &answers);
        let page = |of: &str| {
            made.placed
                .iter()
                .find(|one| one.place == of || one.place.starts_with(&format!("{of}.")))
                .map(|one| one.page)
        };
        for of in ["stages", "fees", "deadlines"] {
            let heading = page(&format!("{of}_heading"));
            assert!(heading.is_some());
            assert_eq!(heading, page(of), "{of} below {rows} rows");
        }
    }
}
