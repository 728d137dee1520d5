//! What comes after the interview: the answer, the papers, another start.

use qonys_app::view::{AgendaStateCode, CaseView, ItemView, ListView, VerdictCode};

use super::desktop::Desktop;
use super::expected::shown;
use super::interface::{Interface, one_line};
use super::page::{Kind, Page};
use super::walk::Walker;

impl Walker<'_> {
    /// The page of the answer says in every language what the engine says of the case file.
    pub(crate) fn answer(&mut self) {
        self.tour("answer", |walker, lang| {
            Some(walker.expected.view(lang).result.heading.clone())
        });
        let result = &self.expected.view(self.lang).result;
        let page = self.read();
        if page.heading != one_line(&result.heading) {
            self.fail(&format!("the answer should be {:?}", result.heading));
        }
        let mut wanted = vec![&result.may_apply.verdict_text, &result.disclaimer];
        wanted.extend(result.routes.iter().map(|route| &route.title));
        wanted.extend(
            self.expected
                .pages(self.lang)
                .answer
                .fees
                .iter()
                .filter_map(|fee| {
                    let due = fee.finding.verdict == VerdictCode::Yes;
                    fee.sum.sum.as_ref().filter(|_| due).map(|sum| &sum.text)
                }),
        );
        for words in wanted {
            if !page.text.contains(&one_line(words)) {
                self.fail(&format!("the answer does not say {words:?}"));
            }
        }
    }

    /// The pages of dates, of the stay and of money say in every language what the engine says of the case file.
    pub(crate) fn pages(&mut self) {
        let pages = self.expected.pages(self.lang);
        // What is over, and what does not concern the person, lies in folds.
        let entries =
            pages.dates.agenda.entries.iter().filter(|entry| {
                matches!(entry.state, AgendaStateCode::Ahead | AgendaStateCode::Today)
            });
        let stages = pages.dates.stages.stages.iter().filter(|stage| {
            matches!(
                stage.finding.verdict,
                VerdictCode::Yes | VerdictCode::Undecided
            )
        });
        let dates = entries
            .map(|entry| entry.title.clone())
            .chain(stages.map(|stage| stage.title.clone()))
            .collect();
        self.page("dates", dates);
        let duties = pages.stay.duties.iter().map(|duty| duty.text.clone());
        let stay = std::iter::once(pages.stay.heading.clone())
            .chain(duties)
            .collect();
        self.page("stay", stay);
        let money = &pages.money;
        let checks = money.sum_checks.iter().map(|check| check.title.clone());
        let money = std::iter::once(money.budget.text.clone())
            .chain(checks)
            .collect();
        self.page("money", money);
    }

    fn page(&mut self, kind: &str, wanted: Vec<String>) {
        let link = self.words().say(&format!("frame.{kind}")).to_owned();
        let heading = format!("{kind}.heading");
        let own = self.words().say(&heading).to_owned();
        self.go(&link, |page| page.heading == own);
        self.tour(kind, |walker, lang| {
            Some(walker.words_of(lang).say(&heading).to_owned())
        });
        for words in wanted {
            let words = one_line(&words);
            // What the heading announces is fetched after it.
            self.wait(&format!("{words:?} on the page of {kind}"), |page| {
                page.text.contains(&words)
            });
        }
    }

    /// Exports the questionnaire in both languages of the form.
    pub(crate) fn export(&mut self, files: usize) {
        let (link, heading) = {
            let words = self.words();
            (
                words.say("frame.papers").to_owned(),
                words.say("papers.heading").to_owned(),
            )
        };
        let page = self.go(&link, |page| page.heading == heading);
        let both = self.words().say("papers.both").to_owned();
        match page.of(Kind::Radio).find(|item| item.name == both) {
            Some(choice) => self.click(choice),
            None => self.fail(&format!("no {both:?}")),
        }
        self.tour("papers", |walker, lang| {
            Some(walker.words_of(lang).say("papers.heading").to_owned())
        });
        let choose = self.words().say("papers.choose_folder").to_owned();
        self.press_until(&choose, |page| page.text.matches(".pdf").count() >= files);
        self.look();
        self.preview();
    }

    /// The first paper is shown in the window, and what is read aloud of it are its own words.
    fn preview(&mut self) {
        let look = self.words().say("papers.look").to_owned();
        let page = self.read();
        let item = page
            .of(Kind::Press)
            .find(|item| item.name.starts_with(&look))
            .cloned();
        let Some(item) = item else {
            self.fail("no paper can be looked at");
        };
        self.click(&item);
        self.wait("the pages of the paper", |page| {
            page.text.contains("ЗАЯВЛЕНИЕ-АНКЕТА") || page.text.contains("ӨТІНІШ-САУАЛНАМА")
        });
        self.look();
    }

    /// The home of the case names every part of it.
    pub(crate) fn home(&mut self) {
        let (link, heading) = {
            let words = self.words();
            (
                words.say("frame.home").to_owned(),
                words.say("home.heading").to_owned(),
            )
        };
        self.go(&link, |page| page.heading == heading);
        self.tour("home", |walker, lang| {
            Some(walker.words_of(lang).say("home.heading").to_owned())
        });
        let page = self.read();
        for section in &self.expected.view(self.lang).sections {
            if page.press(&section.title).is_none() {
                self.fail(&format!("the home has no {:?}", section.title));
            }
            if !page.text.contains(&section.state_text) {
                self.fail(&format!("nothing is {:?}", section.state_text));
            }
        }
    }

    /// Closes the program and starts it again.
    pub(crate) fn restart(&mut self, desktop: &Desktop) {
        self.window.close();
        self.window = desktop.open();
    }

    /// The keyring has the key, so the case is there at once.
    pub(crate) fn opened_without_asking(&mut self) {
        let heading = self.words().say("home.heading").to_owned();
        self.wait(&heading, |page| page.heading == heading);
        self.look();
    }

    /// Every page "check your answers" shows exactly the answers of the file, and no other.
    pub(crate) fn check_all_answers(&mut self) {
        let view = self.expected.view(self.lang);
        for section in &view.sections {
            let heading = self
                .words()
                .say_with("check.heading", "section", &section.title);
            self.go(&section.title, |page| page.heading == heading);
            let page = self.look();
            let wanted: Vec<(String, String)> =
                section
                    .items
                    .iter()
                    .flat_map(|item| lines_of(item, view, self.words(), &page))
                    .chain(section.items.iter().flat_map(|item| {
                        record_lines(item, self.words().say("field.not_answered"))
                    }))
                    .collect();
            if page.lines != wanted {
                let other = page.lines.iter().filter(|line| !wanted.contains(line));
                let other: Vec<_> = other.collect();
                self.fail(&format!("{heading}: {other:#?} instead of {wanted:#?}"));
            }
        }
        self.check_records();
    }

    /// Behind the line of a list lies its own page, which shows the records by their first answers.
    fn check_records(&mut self) {
        let view = self.expected.view(self.lang);
        let lists: Vec<(&str, &ListView)> = view
            .sections
            .iter()
            .flat_map(|section| section.items.iter().map(move |item| (section, item)))
            .filter_map(|(section, item)| match item {
                ItemView::List { list } if !list.records.is_empty() => {
                    Some((section.title.as_str(), list))
                }
                ItemView::List { .. }
                | ItemView::Question { .. }
                | ItemView::Papers { .. }
                | ItemView::Plan {} => None,
            })
            .collect();
        for (section, list) in lists {
            let heading = self.words().say_with("check.heading", "section", section);
            self.go(section, |page| page.heading == heading);
            let change = format!("{}: {}", self.words().say("check.change"), list.title);
            self.leave(&change);
            let page = self.look();
            for record in &list.records {
                if !page.cards.contains(&one_line(&record.heading)) {
                    self.fail(&format!("no record {:?}", record.heading));
                }
            }
        }
    }
}

/// The lines of the records of a list; they stand below those of the items.
fn record_lines(item: &ItemView, none: &str) -> Vec<(String, String)> {
    match item {
        ItemView::List { list } => list
            .records
            .iter()
            .flat_map(|record| &record.questions)
            .map(|question| {
                (
                    question.label.clone(),
                    one_line(&shown(question.answer.as_ref(), none)),
                )
            })
            .collect(),
        ItemView::Question { .. } | ItemView::Papers { .. } | ItemView::Plan {} => Vec::new(),
    }
}

/// The lines of one item on the page "check your answers".
fn lines_of(
    item: &ItemView,
    view: &CaseView,
    words: &Interface,
    page: &Page,
) -> Vec<(String, String)> {
    let none = words.say("field.not_answered");
    match item {
        ItemView::Question { question } => vec![(
            question.label.clone(),
            one_line(&shown(question.answer.as_ref(), none)),
        )],
        ItemView::List { list } if list.records.is_empty() => {
            let answer = words.say("check.list_none").to_owned();
            vec![(list.title.clone(), answer)]
        }
        ItemView::List { list } => {
            // The words around the number are plural forms; the number is what matters.
            let number = list.records.len().to_string();
            let line = page.lines.iter().find(|(label, answer)| {
                *label == list.title && answer.split(' ').any(|word| word == number)
            });
            line.cloned().into_iter().collect()
        }
        ItemView::Papers { cards, .. } => cards
            .iter()
            .map(|card| (one_line(&card.title), card.status_text.clone()))
            .collect(),
        ItemView::Plan {} => {
            let days = &view.result.days;
            [
                ("plan.filing", &days.filing),
                ("plan.payment", &days.payment),
                ("plan.decision", &days.decision),
            ]
            .map(|(key, planned)| {
                let day = if planned.given {
                    &planned.day.text
                } else {
                    none
                };
                (words.say(key).to_owned(), day.to_owned())
            })
            .into()
        }
    }
}
