//! The name on each paper, compared with that of the passport.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use qonys_app::AnswerInput;
use qonys_app::Clock;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::view::CaseView;
use qonys_app::view::ItemView;
use qonys_app::view::PaperCardView;

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }
}

struct Nobody;

impl FolderChooser for Nobody {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// A store with the case to try open: Andrei Sokolov.
fn opened(folder: &Path) -> Session {
    let session = Session::new(
        Knowledge::built_in().unwrap(),
        Box::new(Fixed),
        Box::new(MemoryKeys::new()),
        Box::new(Nobody),
        folder.join("vault"),
    );
    session.create_vault(None).unwrap();
    session.create_sample(Lang::En).unwrap();
    session
}

fn word(value: &str) -> AnswerInput {
    AnswerInput::Word {
        value: value.to_owned(),
    }
}

fn text(text: &str) -> AnswerInput {
    AnswerInput::Text {
        text: text.to_owned(),
        kk: None,
        ru: None,
    }
}

fn answered(session: &Session, key: &str, input: &AnswerInput) -> CaseView {
    let revision = session.show(Lang::En).unwrap().revision;
    session.answer(Lang::En, revision, key, input).unwrap()
}

fn card(view: &CaseView, key: &str) -> PaperCardView {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .find_map(|item| match item {
            ItemView::Papers { cards, .. } => cards.iter().find(|card| card.key == key).cloned(),
            ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => None,
        })
        .unwrap()
}

#[test]
fn the_name_on_a_paper_is_compared_with_the_passport() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let (key, field) = (
        "criminal_record:RU",
        "paper/criminal_record:RU.name_cyrillic",
    );
    let hints = |typed: &str| session.entry_hints(Lang::En, field, typed).unwrap().doubts;
    assert_eq!(hints("Соколов Андрей Викторович"), [""; 0]);
    assert_eq!(hints("Сокол"), [""; 0], "not finished");
    assert_eq!(hints("Соколов Андрей"), [""; 0], "it may go on");
    let while_typed = hints("Соколав Андрей Викторович");
    assert_eq!(while_typed.len(), 1);
    assert!(while_typed[0].contains("“Соколав”") && while_typed[0].contains("“Соколов”"));

    answered(&session, "paper/criminal_record:RU.in_hand", &word("yes"));
    let view = answered(&session, field, &text("Соколав Андрей Викторович"));
    let said = card(&view, key);
    assert_eq!(said.doubts, while_typed, "beside the paper too");
    let again = |lang| -> Vec<_> {
        session
            .answer_page(lang, session.show(lang).unwrap().revision)
            .unwrap()
            .sanity
            .into_iter()
            .filter(|one| one.id == "paper-name")
            .collect()
    };
    for (lang, advice) in [
        (Lang::Kk, "аудармашыдан"),
        (Lang::Ru, "переводчику"),
        (Lang::En, "translator"),
    ] {
        let found = again(lang);
        assert_eq!(found.len(), 1, "{lang:?}");
        assert!(found[0].text.contains(advice), "{}", found[0].text);
        assert_eq!(found[0].look_at[0].fact, field);
        assert_eq!(found[0].look_at.len(), 4, "the paper and three parts");
    }
    let short = answered(&session, field, &text("Соколов Андрей"));
    let said = card(&short, key).doubts;
    assert!(said[0].contains("“Викторович” is missing"), "{said:?}");
    let mended = answered(&session, field, &text("СОКОЛОВ АНДРЕЙ ВИКТОРОВИЧ"));
    assert_eq!(card(&mended, key).doubts, [""; 0]);
    assert!(again(Lang::En).is_empty());
}

#[test]
fn a_former_name_asks_for_its_certificate_and_a_paper_that_is_not_there_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let key = "criminal_record:RU";
    let field = "paper/criminal_record:RU.name_cyrillic";
    let revision = session.show(Lang::En).unwrap().revision;
    session
        .add_record(Lang::En, revision, "former_name")
        .unwrap();
    answered(
        &session,
        "former_name/former_name-1.full_name",
        &text("Орлов Андрей Викторович"),
    );
    answered(&session, "paper/criminal_record:RU.in_hand", &word("yes"));
    let view = answered(&session, field, &text("Орлов Андрей Викторович"));
    let doubts = card(&view, key).doubts;
    assert_eq!(doubts.len(), 1);
    assert!(doubts[0].contains("former name"), "{doubts:?}");
    let view = answered(&session, "paper/criminal_record:RU.in_hand", &word("no"));
    assert_eq!(card(&view, key).doubts, [""; 0], "not in hand");
}

#[test]
fn only_papers_that_bear_the_name_are_asked_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = opened(folder.path());
    let asked = |view: &CaseView, key: &str| {
        card(view, key)
            .questions
            .iter()
            .any(|question| question.key.contains(".name_"))
    };
    answered(&session, "paper/photo.in_hand", &word("yes"));
    let view = answered(&session, "paper/criminal_record:RU.in_hand", &word("yes"));
    assert!(asked(&view, "criminal_record:RU"));
    assert!(!asked(&view, "photo"));
    for key in ["name_cyrillic", "name_latin"] {
        let questions = card(&view, "criminal_record:RU").questions;
        let one = questions.iter().find(|one| one.key.ends_with(key)).unwrap();
        assert!(one.optional, "{key}");
    }
}
