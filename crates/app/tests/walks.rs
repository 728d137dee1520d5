//! Random walks through the interview, and the walk of somebody who knows nothing yet.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::OnceLock;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::Config;
use proptest::test_runner::TestRunner;
use qonys_app::AnswerInput;
use qonys_app::AppError;
use qonys_app::Case;
use qonys_app::Clock;
use qonys_app::DateInput;
use qonys_app::FolderChooser;
use qonys_app::Knowledge;
use qonys_app::Lang;
use qonys_app::MemoryKeys;
use qonys_app::Session;
use qonys_app::WantedFiles;
use qonys_app::case_of_saved;
use qonys_app::view::AnswerView;
use qonys_app::view::CaseView;
use qonys_app::view::FactKind;
use qonys_app::view::ItemView;
use qonys_app::view::NextStepCode;
use qonys_app::view::QuestionView;
use qonys_app::view::VerdictCode;
use qonys_law::Answer;
use qonys_vault::Vault;

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }
}

struct Nowhere;

impl FolderChooser for Nowhere {
    fn choose(&self, _title: &str) -> Option<PathBuf> {
        None
    }

    fn choose_files(&self, _wanted: &WantedFiles) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// The law, read once for all walks.
fn law() -> Knowledge {
    static LAW: OnceLock<Knowledge> = OnceLock::new();
    LAW.get_or_init(|| Knowledge::built_in().unwrap()).clone()
}

fn session(folder: &Path, keys: &MemoryKeys) -> Session {
    Session::new(
        law(),
        Box::new(Fixed),
        Box::new(keys.clone()),
        Box::new(Nowhere),
        folder.join("vault"),
    )
}

/// Every question on the screens, also those of records and papers.
fn questions(view: &CaseView) -> Vec<&QuestionView> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .flat_map(|item| -> Vec<&QuestionView> {
            match item {
                ItemView::Question { question } => vec![question],
                ItemView::List { list } => list
                    .records
                    .iter()
                    .flat_map(|record| &record.questions)
                    .collect(),
                ItemView::Papers { cards } => {
                    cards.iter().flat_map(|card| &card.questions).collect()
                }
                ItemView::Plan {} => Vec::new(),
            }
        })
        .collect()
}

fn lists(view: &CaseView) -> Vec<&str> {
    view.sections
        .iter()
        .flat_map(|section| &section.items)
        .filter_map(|item| match item {
            ItemView::List { list } => Some(list.entity.as_str()),
            ItemView::Question { .. } | ItemView::Papers { .. } | ItemView::Plan {} => None,
        })
        .collect()
}

/// One of the answers that a question can have.
fn input(question: &QuestionView, choice: u16) -> AnswerInput {
    let word = |value: &str| AnswerInput::Word {
        value: value.to_owned(),
    };
    let text = |text: &str| AnswerInput::Text {
        text: text.to_owned(),
        kk: None,
        ru: None,
    };
    if question.unknown_allowed && choice.is_multiple_of(5) {
        return AnswerInput::NotKnownYet;
    }
    let pick = usize::from(choice / 5);
    let of = |from: &[&str]| from[pick % from.len()].to_owned();
    match question.kind {
        FactKind::YesNo => word(&of(&["yes", "no"])),
        FactKind::Choice => word(&question.options[pick % question.options.len()].id),
        FactKind::Country => word(&of(&["RU", "DE", "UZ", "TM"])),
        FactKind::Number => word(&of(&["0", "1", "3", "18"])),
        FactKind::Money => word(&of(&["17300.00", "5709000.00"])),
        FactKind::Digits => {
            let length = usize::try_from(question.length.unwrap_or(12)).unwrap();
            word(&of(&["880314300123", "010101500017"])[..length.min(12)])
        }
        FactKind::Date => {
            let (day, month, year) = [
                ("14", "3", "1988"),
                ("1", "11", "2026"),
                ("27", "8", "2031"),
            ][pick % 3];
            AnswerInput::Date {
                day: day.to_owned(),
                month: month.to_owned(),
                year: year.to_owned(),
            }
        }
        FactKind::Text => text(&of(&["Омск", "Алматы қаласы"])),
        FactKind::NameLatin => text(&of(&["IVANOVA", "ABAI"])),
        FactKind::NameCyrillic => text(&of(&["Иванова", "Абай"])),
    }
}

/// What was said, by the key of the question.
type Said = BTreeMap<String, AnswerView>;

/// A person at the screens, who remembers everything they said.
struct Person<'a> {
    session: &'a Session,
    view: CaseView,
    said: Said,
    /// What had been said before each change that can be undone, with the screens of then.
    before: Vec<(Said, CaseView)>,
}

impl<'a> Person<'a> {
    fn new(session: &'a Session) -> Self {
        Self {
            session,
            view: session.show(Lang::En).unwrap(),
            said: Said::new(),
            before: Vec::new(),
        }
    }

    fn step(&mut self, (kind, which, choice): (u8, u16, u16)) {
        match kind % 10 {
            0..=4 => self.answer(which, choice),
            5 => self.add(which),
            6 => self.complete(which, choice),
            7 => self.remove_and_bring_back(which),
            8 => self.undo(),
            _ => self.back(choice),
        }
        self.nothing_is_lost();
    }

    fn answer(&mut self, which: u16, choice: u16) {
        let all = questions(&self.view);
        let question = all[usize::from(which) % all.len()].clone();
        let given = input(&question, choice);
        match self
            .session
            .answer(Lang::En, self.view.revision, &question.key, &given)
        {
            Ok(view) => {
                let shown = questions(&view)
                    .into_iter()
                    .find(|shown| shown.key == question.key)
                    .expect("a question that was just answered is still asked")
                    .answer
                    .clone()
                    .expect("an answer is there");
                let mut said = self.said.clone();
                said.insert(question.key, shown);
                self.changed(view, said);
            }
            // What is refused changes nothing.
            Err(AppError::Field { .. }) => {
                assert_eq!(self.session.show(Lang::En).unwrap(), self.view);
            }
            Err(other) => panic!("{other}"),
        }
    }

    fn changed(&mut self, view: CaseView, said: Said) {
        if view.revision == self.view.revision {
            assert_eq!(said, self.said, "the same answer is no change");
            return;
        }
        let before = std::mem::replace(&mut self.view, view);
        let earlier = std::mem::replace(&mut self.said, said);
        self.before.push((earlier, before));
    }

    fn list(&self, which: u16) -> String {
        let lists = lists(&self.view);
        lists[usize::from(which) % lists.len()].to_owned()
    }

    fn add(&mut self, which: u16) {
        let entity = self.list(which);
        let view = self
            .session
            .add_record(Lang::En, self.view.revision, &entity)
            .unwrap();
        self.changed(view, self.said.clone());
    }

    fn complete(&mut self, which: u16, choice: u16) {
        let entity = self.list(which);
        let view = self
            .session
            .complete_list(
                Lang::En,
                self.view.revision,
                &entity,
                !choice.is_multiple_of(3),
            )
            .unwrap();
        self.changed(view, self.said.clone());
    }

    /// A record that is removed and brought back comes with all its answers.
    fn remove_and_bring_back(&mut self, which: u16) {
        let records: Vec<(String, String)> = self
            .view
            .sections
            .iter()
            .flat_map(|section| &section.items)
            .filter_map(|item| match item {
                ItemView::List { list } => Some(list),
                ItemView::Question { .. } | ItemView::Papers { .. } | ItemView::Plan {} => None,
            })
            .flat_map(|list| {
                list.records
                    .iter()
                    .map(|record| (list.entity.clone(), record.id.clone()))
            })
            .collect();
        if records.is_empty() {
            return;
        }
        let (entity, record) = &records[usize::from(which) % records.len()];
        let without = self
            .session
            .remove_record(Lang::En, self.view.revision, entity, record)
            .unwrap();
        let back = self.session.undo(Lang::En, without.revision).unwrap();
        assert!(
            same(&back, &self.view),
            "{entity}/{record} came back otherwise"
        );
        self.view = back;
    }

    fn undo(&mut self) {
        match (
            self.before.pop(),
            self.session.undo(Lang::En, self.view.revision),
        ) {
            (Some((said, before)), Ok(view)) => {
                assert!(same(&view, &before), "undo brings back another case");
                self.view = view;
                self.said = said;
            }
            (None, Err(AppError::NothingToUndo)) => {}
            (before, _) => panic!(
                "undo, with {} changes before",
                usize::from(before.is_some())
            ),
        }
    }

    /// Going back, or looking in another language, asks for the same case again.
    fn back(&self, choice: u16) {
        let lang = [Lang::Kk, Lang::Ru, Lang::En][usize::from(choice % 3)];
        let shown = self.session.show(lang).unwrap();
        assert_eq!(
            shown.result.may_apply.verdict,
            self.view.result.may_apply.verdict
        );
        assert_eq!(self.session.show(Lang::En).unwrap(), self.view);
    }

    /// What is asked shows what was said; what is asked no more is listed.
    fn nothing_is_lost(&self) {
        let asked: BTreeMap<&str, &QuestionView> = questions(&self.view)
            .into_iter()
            .map(|question| (question.key.as_str(), question))
            .collect();
        for (key, question) in &asked {
            assert_eq!(
                question.answer.as_ref(),
                self.said.get(*key),
                "{key} shows another answer"
            );
        }
        let hidden = self
            .said
            .iter()
            .filter(|(key, answer)| {
                !asked.contains_key(key.as_str())
                    && !key.starts_with("paper/")
                    && !answer.not_known_yet
            })
            .count();
        assert!(
            self.view.unused.len() >= hidden,
            "{hidden} answers are not asked any more, {} are listed",
            self.view.unused.len()
        );
    }
}

/// The same case, whatever its revision and whether something can be undone.
fn same(one: &CaseView, other: &CaseView) -> bool {
    let other = CaseView {
        revision: one.revision,
        can_undo: one.can_undo,
        ..other.clone()
    };
    *one == other
}

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
    if std::env::var("QONYS_DEEP_CASES").is_ok() {
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
            | NextStepCode::SeeAnswer
            | NextStepCode::HandIn) => panic!("the next step is {other:?}"),
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
