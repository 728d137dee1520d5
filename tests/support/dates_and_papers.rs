//! The pages of the papers in hand and of the plan of dates.

use std::time::Duration;

use chrono::{Datelike as _, NaiveDate};
use qonys_app::Lang;
use qonys_app::view::{ItemView, PaperCardView};
use qonys_law::EntityKind;

use super::fill::Asked;
use super::interface::one_line;
use super::page::{Kind, Page};
use super::wait;
use super::walk::Walker;

const A_MOMENT: Duration = Duration::from_secs(2);
const TRIES: usize = 5;

impl Walker<'_> {
    fn paper_cards(&self, lang: Lang) -> Vec<&PaperCardView> {
        let sections = &self.expected.view(lang).sections;
        let items = sections.iter().flat_map(|section| &section.items);
        items
            .filter_map(|item| match item {
                ItemView::Papers { cards, .. } => Some(cards),
                ItemView::Question { .. } | ItemView::List { .. } | ItemView::Plan {} => None,
            })
            .flatten()
            .collect()
    }

    /// Says of each paper whether it is in hand.
    pub(crate) fn papers_in_hand(&mut self) {
        let titles = self.read().cards;
        for title in &titles {
            let card = self
                .paper_cards(self.lang)
                .into_iter()
                .find(|card| card.title == *title);
            match card.map(|card| card.key.clone()) {
                Some(key) => self.paper(title, &key),
                None => self.fail(&format!("no paper of the case is called {title:?}")),
            }
        }
        self.tour("papers in hand", |walker, lang| {
            let view = walker.expected.view(lang);
            let has = |item: &ItemView| matches!(item, ItemView::Papers { .. });
            let section = view.sections.iter().find(|s| s.items.iter().any(has))?;
            Some(section.title.clone())
        });
        self.leave(self.words().say("hand.done"));
    }

    fn paper(&mut self, title: &str, key: &str) {
        let file = self.file;
        let tell = format!("{}: {title}", self.words().say("hand.tell"));
        let page = self.read();
        let Some(fold) = page.press(&tell) else {
            // Other answers say whether it is in hand.
            return;
        };
        if !file.case.answers.papers.contains_key(key) {
            self.left_open.push(format!("paper {key}"));
            return;
        }
        if !fold.on {
            self.click(fold);
        }
        // Each answer that is saved may bring further questions.
        let mut done = Vec::new();
        loop {
            let page = self.read();
            let asked: Vec<Asked<'_>> = file
                .facts(EntityKind::Keyed)
                .filter(|fact| !done.contains(fact))
                .filter_map(|fact| {
                    let asked = Asked {
                        fact,
                        answer: file.of_paper(key, &fact.id)?,
                        whole: false,
                        region: title,
                    };
                    (!self.fields(&page, &asked).is_empty()).then_some(asked)
                })
                .collect();
            if asked.is_empty() {
                return;
            }
            self.fill(&asked);
            done.extend(asked.iter().map(|asked| asked.fact));
            self.save_paper(title, asked.len());
        }
    }

    fn save_paper(&self, title: &str, answers: usize) {
        let save = self.words().say_with("hand.save", "paper", title);
        let saved = self.words().say("frame.saved").to_owned();
        let before = self.read();
        let seen = |page: &Page| words_of(page, title) != words_of(&before, title);
        // A press while the paper before is still being saved goes unheard.
        for _ in 0..TRIES {
            let page = self.read();
            let Some(button) = page.press(&save) else {
                self.fail(&format!("there is no {save:?} to press"));
            };
            self.click(button);
            let changed = wait::until(A_MOMENT, || {
                let page = self.read();
                if !page.alerts.is_empty() {
                    self.fail(&format!("after {save:?}: {:?}", page.alerts));
                }
                // Several answers are saved one by one: only when all are, it is said.
                let heard = page.said != before.said && page.said.starts_with(&saved);
                (heard || (answers == 1 && seen(&page))).then_some(())
            });
            // The same words for two papers in a row are not heard as a change.
            if changed.is_some() || seen(&self.read()) || before.said.starts_with(&saved) {
                return;
            }
        }
        self.fail(&format!("{save:?} changed nothing"));
    }

    /// The link with which to change the filing day, where a section shows another than the file's.
    pub(crate) fn day_to_change(&self, section: usize) -> Option<String> {
        let view = self.expected.view(self.lang);
        let items = &view.sections[section].items;
        let has_plan = items.iter().any(|item| matches!(item, ItemView::Plan {}));
        let words = self.words();
        let label = words.say("plan.filing");
        let page = self.read();
        let shown = page.lines.iter().find(|(name, _)| name == label);
        let right =
            shown.is_none_or(|(_, day)| *day == one_line(&view.result.days.filing.day.text));
        let link = format!("{}: {label}", words.say("check.change"));
        (has_plan && !right && page.press(&link).is_some()).then_some(link)
    }

    /// Gives the dates of the plan.
    pub(crate) fn plan(&mut self) {
        let plan = self.file.case.plan;
        for (key, day) in [
            ("plan.filing", plan.filing),
            ("plan.payment", plan.payment),
            ("plan.decision", plan.decision),
        ] {
            if let Some(day) = day {
                self.date(key, day);
            }
        }
        self.tour("plan", |walker, lang| {
            Some(walker.words_of(lang).say("plan.heading").to_owned())
        });
        self.leave(self.words().say("question.next"));
    }

    fn date(&self, key: &str, day: NaiveDate) {
        let page = self.read();
        let words = self.words();
        let group = words.say(key);
        let fields: Vec<_> = page
            .of(Kind::Type)
            .filter(|item| {
                item.groups
                    .first()
                    .is_some_and(|name| words.is_label(name, group))
            })
            .collect();
        let parts = [
            ("field.day", day.day().to_string()),
            ("field.month", day.month().to_string()),
            ("field.year", day.year().to_string()),
        ];
        for (label, text) in parts {
            let label = words.say(label);
            match fields.iter().find(|item| item.name == label) {
                Some(field) => self.enter(field, &text),
                None => self.fail(&format!("{group:?} has no {label:?}")),
            }
        }
    }
}

/// What the card of a paper says below its heading.
fn words_of(page: &Page, title: &str) -> Option<String> {
    page.regions
        .iter()
        .find(|(heading, _)| heading == title)
        .map(|(_, text)| text.clone())
}
