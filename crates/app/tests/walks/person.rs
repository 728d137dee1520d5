//! A person at the screens.

use crate::screens::input;
use crate::screens::lists;
use crate::screens::questions;
use qonys_app::AppError;
use qonys_app::Lang;
use qonys_app::Session;
use qonys_app::view::AnswerView;
use qonys_app::view::CaseView;
use qonys_app::view::ItemView;
use qonys_app::view::QuestionView;
use std::collections::BTreeMap;

/// What was said, by the key of the question.
pub(crate) type Said = BTreeMap<String, AnswerView>;

/// A person at the screens, who remembers everything they said.
pub(crate) struct Person<'a> {
    session: &'a Session,
    view: CaseView,
    pub(crate) said: Said,
    /// What had been said before each change that can be undone, with the screens of then.
    before: Vec<(Said, CaseView)>,
}

impl<'a> Person<'a> {
    pub(crate) fn new(session: &'a Session) -> Self {
        Self {
            session,
            view: session.show(Lang::En).unwrap(),
            said: Said::new(),
            before: Vec::new(),
        }
    }

    pub(crate) fn step(&mut self, (kind, which, choice): (u8, u16, u16)) {
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
pub(crate) fn same(one: &CaseView, other: &CaseView) -> bool {
    let other = CaseView {
        revision: one.revision,
        can_undo: one.can_undo,
        ..other.clone()
    };
    *one == other
}
