//! Random walks through the interview, and the walk of somebody who knows nothing yet.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod person;
mod screens;
mod stage;

use crate::person::Person;
use crate::screens::questions;
use crate::stage::law;
use crate::stage::session;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::Config;
use proptest::test_runner::TestRunner;
use qonys_app::AnswerInput;
use qonys_app::Case;
use qonys_app::DateInput;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::case_of_saved;
use qonys_app::view::CaseView;
use qonys_app::view::NextStepCode;
use qonys_app::view::QuestionView;
use qonys_app::view::VerdictCode;
use qonys_law::Answer;
use qonys_vault::Vault;

/// How many answers a case holds, and whether one of a key is among them.
fn kept(case: &Case, key: &str) -> Option<bool> {
    let (entity, fact) = key.rsplit_once('.').unwrap();
    let record = match entity.split_once('/') {
        None => case.answers.singles.get(entity)?,
        Some(("paper", paper)) => case.answers.papers.get(paper)?,
        Some((list, id)) => {
            let records = &case.answers.lists.get(list)?.records;
            &records.iter().find(|(known, _)| known == id)?.1
        }
    };
    record
        .get(fact)
        .map(|answer| *answer == Answer::NotKnownYet)
}

fn answers_in(case: &Case) -> usize {
    let singles = case.answers.singles.values().map(|record| record.len());
    let papers = case.answers.papers.values().map(|record| record.len());
    let lists = case
        .answers
        .lists
        .values()
        .flat_map(|list| &list.records)
        .map(|(_, record)| record.len());
    singles.chain(papers).chain(lists).sum()
}

/// 1,000 walks in the deep run; the usual run makes fewer.
fn walks() -> u32 {
    if option_env!("QONYS_DEEP_CASES").is_some() {
        1_000
    } else {
        20
    }
}

#[test]
fn no_walk_of_answers_changes_and_undo_loses_an_answer() {
    let config = Config {
        cases: walks(),
        failure_persistence: None,
        ..Config::default()
    };
    let step = (any::<u8>(), any::<u16>(), any::<u16>());
    TestRunner::new(config)
        .run(&vec(step, 1..25), |steps| {
            let folder = tempfile::tempdir().unwrap();
            let keys = MemoryKeys::new();
            let said = {
                let session = session(folder.path(), &keys);
                session.create_vault(None).unwrap();
                let mut person = Person::new(&session);
                for step in steps {
                    person.step(step);
                }
                person.said
            };
            // On the disk lies every answer, also those that no screen asks for any more, and nothing else.
            let mut vault = Vault::open(&folder.path().join("vault"), &keys).unwrap();
            let saved = vault.load().unwrap().expect("the case was saved");
            let case = case_of_saved(&law(), &saved.bytes).unwrap();
            for (key, answer) in &said {
                assert_eq!(
                    kept(&case, key),
                    Some(answer.not_known_yet),
                    "{key} is lost"
                );
            }
            assert_eq!(answers_in(&case), said.len());
            Ok(())
        })
        .unwrap();
}

/// Answers "I don't know yet" to everything that offers it, as long as something new is asked.
fn knows_nothing(session: &Session) -> CaseView {
    let mut view = session.show(Lang::Kk).unwrap();
    loop {
        let open = questions(&view)
            .into_iter()
            .find(|question| question.unknown_allowed && question.answer.is_none())
            .map(|question| question.key.clone());
        let Some(key) = open else { return view };
        view = session
            .answer(Lang::Kk, view.revision, &key, &AnswerInput::NotKnownYet)
            .unwrap();
    }
}

#[test]
fn who_knows_nothing_gets_a_list_of_what_to_find_out() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    session.create_vault(None).unwrap();
    let view = knows_nothing(&session);
    assert_eq!(view.result.may_apply.verdict, VerdictCode::Undecided);
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let view = session.show(lang).unwrap();
        let unknown: Vec<&QuestionView> = questions(&view)
            .into_iter()
            .filter(|question| {
                question
                    .answer
                    .as_ref()
                    .is_some_and(|answer| answer.not_known_yet)
            })
            .collect();
        assert!(unknown.len() >= 10, "only {} to find out", unknown.len());
        let deciding: Vec<&&QuestionView> =
            unknown.iter().filter(|question| question.decides).collect();
        assert!(
            !deciding.is_empty(),
            "nothing says what the answer depends on"
        );
        for question in deciding {
            let helped = question.why.is_some() || question.hint.is_some();
            assert!(helped, "{} neither says why nor how", question.key);
        }
        assert!(!view.result.may_apply.deciding.is_empty());
        let routes = view.result.routes.iter();
        assert!(routes.clone().count() > 0 && routes.clone().all(|route| !route.change.is_empty()));

        let stands = session.overview(lang).unwrap().stands;
        let stand = stands
            .first()
            .expect("the open application stands somewhere");
        let shown = questions(&view);
        match stand.next.code {
            NextStepCode::FirstCheck => assert!(view.precheck.open > 0),
            NextStepCode::Question | NextStepCode::FindOut => {
                let target = stand.next.target.as_deref().expect("a question to go to");
                assert!(
                    target.ends_with(".complete") || shown.iter().any(|one| one.key == target),
                    "{target} is on no screen"
                );
            }
            other @ (NextStepCode::NotPossible
            | NextStepCode::Section
            | NextStepCode::Paper
            | NextStepCode::Print
            | NextStepCode::Plan
            | NextStepCode::SeeAnswer
            | NextStepCode::HandIn
            | NextStepCode::Wait
            | NextStepCode::AskForDecision
            | NextStepCode::Stay
            | NextStepCode::Dates) => panic!("the next step is {other:?}"),
        }
        // Each page comes, and none of them says that the papers are ready.
        let page = session.answer_page(lang, view.revision).unwrap();
        assert_ne!(page.readiness.may_file, VerdictCode::Yes);
        session.dates_page(lang, view.revision).unwrap();
        session.stay_page(lang, view.revision).unwrap();
        session.money_page(lang, view.revision).unwrap();
        session.compare_routes(lang, view.revision).unwrap();
    }
}

fn typed(day: &str, month: &str, year: &str) -> DateInput {
    DateInput {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    }
}

#[test]
fn the_answer_on_another_day_changes_nothing_and_does_not_guess() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path(), &MemoryKeys::new());
    session.create_vault(None).unwrap();
    let before = session.show(Lang::En).unwrap();
    let on = |day: DateInput| session.answer_on(Lang::En, before.revision, &day);
    let known = on(typed("31", "12", "2026")).unwrap();
    assert_eq!(known.day.iso, "2026-12-31");
    let later = on(typed("1", "1", "2027")).unwrap();
    assert!(
        later
            .procedures
            .iter()
            .any(|one| one.id == "pilot-2026" && one.title.contains('(')),
        "nobody knows the pilot project of 2027"
    );
    // A day of the past is looked at as of that day.
    let earlier = on(typed("1", "6", "2025")).unwrap();
    assert!(earlier.procedures.iter().all(|one| one.id != "pilot-2026"));
    assert_eq!(session.show(Lang::En).unwrap(), before);
    let wrong = on(typed("31", "2", "2027")).unwrap_err().problem();
    assert_eq!(
        (wrong.code.as_str(), wrong.field.as_deref()),
        ("date_impossible", Some("overview.day"))
    );
    assert_eq!(
        on(typed("", "", "")).unwrap_err().problem().code,
        "date_incomplete"
    );
}
