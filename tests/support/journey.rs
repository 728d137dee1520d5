//! From the first start to the end of the interview.

use qonys_app::Lang;
use qonys_app::view::ItemView;
use qonys_law::{Answer, Entity, EntityKind, Fact};

use super::expected::shown;
use super::fill::Asked;
use super::page::{Kind, Page};
use super::walk::{Outcome, Walker};

/// More pages than any interview has.
const MOST_PAGES: usize = 600;

/// Which page is open, by its words.
enum Place<'a> {
    Question(&'a Fact),
    List(&'a Entity),
    Papers,
    Plan,
    Check(usize),
    FirstAnswer,
    Answer,
}

impl<'a> Walker<'a> {
    /// The first start: the language, what the program is, the sealed store. Returns the recovery code, if
    /// one is shown.
    pub(crate) fn first_start(&mut self, passphrase: Option<&str>) -> Option<String> {
        let own = self.words().say("language.self").to_owned();
        self.wait("the choice of a language", |page| {
            page.of(Kind::Press).any(|item| item.name.starts_with(&own))
        });
        let page = self.look();
        let choice = page
            .of(Kind::Press)
            .find(|item| item.name.starts_with(&own))
            .expect("it was there");
        self.click(choice);
        let heading = self.words().say("start.heading").to_owned();
        self.wait(&heading, |page| page.heading == heading);
        self.tour("about", |walker, lang| {
            Some(walker.words_of(lang).say("start.heading").to_owned())
        });
        self.leave(self.words().say("start.begin"));
        let Some(passphrase) = passphrase else {
            return Some(self.write_down_code());
        };
        for key in ["passphrase.first", "passphrase.second"] {
            let page = self.read();
            let label = self.words().say(key);
            match page.of(Kind::Type).find(|item| item.name == label) {
                Some(field) => self.enter(field, passphrase),
                None => self.fail(&format!("no field {label:?}")),
            }
        }
        self.tour("passphrase", |walker, lang| {
            Some(walker.words_of(lang).say("passphrase.heading").to_owned())
        });
        self.leave(self.words().say("passphrase.create"));
        None
    }

    fn write_down_code(&mut self) -> String {
        self.tour("recovery code", |walker, lang| {
            Some(walker.words_of(lang).say("code.heading").to_owned())
        });
        let page = self.read();
        let label = self.words().say("code.label");
        let after = page.text.split(label).last().unwrap_or_default();
        // Its groups are joined by hyphens, also where a line breaks.
        let mut code = String::new();
        for word in after.split_whitespace() {
            if !code.is_empty() && !code.ends_with('-') {
                break;
            }
            code.push_str(word);
        }
        let written = self.words().say("code.written");
        match page.of(Kind::Tick).find(|item| item.name == written) {
            Some(tick) => self.click(tick),
            None => self.fail("nothing says that the code was written down"),
        }
        self.leave(self.words().say("code.go_on"));
        code
    }

    /// Opens the sealed store after a restart.
    pub(crate) fn unlock(&mut self, passphrase: &str) {
        let label = self.words().say("unlock.secret").to_owned();
        let page = self.wait(&label, |page| page.of(Kind::Type).any(|i| i.name == label));
        let field = page.of(Kind::Type).next().expect("it was there");
        self.enter(field, passphrase);
        self.tour("unlock", |walker, lang| {
            Some(walker.words_of(lang).say("unlock.heading").to_owned())
        });
        self.leave(self.words().say("unlock.open"));
    }

    /// Answers everything that is asked, until the window shows the answer.
    pub(crate) fn interview(&mut self) {
        for _ in 0..MOST_PAGES {
            let page = self.read();
            match self.place(&page) {
                Place::Question(fact) => self.question(fact),
                Place::List(entity) => self.list(entity, &page),
                Place::Papers => self.papers_in_hand(),
                Place::Plan => self.plan(),
                Place::Check(section) => {
                    self.check(section);
                    match self.day_to_change(section) {
                        Some(change) => self.leave(&change),
                        None => self.leave_check(section),
                    }
                }
                Place::FirstAnswer => {
                    self.tour("first answer", |_, _| None);
                    self.leave(self.words().say("precheck.go_on"));
                }
                Place::Answer => return,
            }
        }
        self.fail("the interview does not end");
    }

    fn place(&self, page: &Page) -> Place<'a> {
        let file = self.file;
        let words = self.words();
        let sections = &self.expected.view(self.lang).sections;
        let heading = page.heading.as_str();
        if let Some(fact) = file
            .facts(EntityKind::Single)
            .find(|fact| words.is_label(heading, words.of(&fact.question)))
        {
            return Place::Question(fact);
        }
        let lists = &file.knowledge.interview.entities;
        if let Some(list) = lists
            .iter()
            .find(|entity| entity.kind == EntityKind::List && heading == words.of(&entity.title))
        {
            return Place::List(list);
        }
        if heading == words.say("plan.heading") {
            return Place::Plan;
        }
        for (number, section) in sections.iter().enumerate() {
            if heading == words.say_with("check.heading", "section", &section.title) {
                return Place::Check(number);
            }
            let has_papers = |item: &ItemView| matches!(item, ItemView::Papers { .. });
            if heading == section.title && section.items.iter().any(has_papers) {
                return Place::Papers;
            }
        }
        if page.press(words.say("precheck.go_on")).is_some() {
            return Place::FirstAnswer;
        }
        if page.press(words.say("result.change_plan")).is_some() {
            return Place::Answer;
        }
        self.fail("no question, list or page that is known")
    }

    fn question(&mut self, fact: &'a Fact) {
        let answer = self.file.single(&fact.id);
        if let Some(answer @ Answer::Known(_)) = answer {
            self.fill(&[Asked {
                fact,
                answer,
                whole: true,
                region: "",
            }]);
        }
        self.tour(&format!("question {:?}", fact.kind), |walker, lang| {
            Some(walker.words_of(lang).of(&fact.question).to_owned())
        });
        let words = self.words();
        let page = self.read();
        let name = match answer {
            Some(Answer::NotKnownYet) => words.say("field.unknown"),
            None if !fact.optional => {
                self.left_open.push(fact.id.to_string());
                self.words().say("question.later")
            }
            Some(Answer::Known(_)) | None => ["question.next", "question.save_return"]
                .map(|key| words.say(key))
                .into_iter()
                .find(|name| page.press(name).is_some())
                .unwrap_or_else(|| self.fail("nothing leads on")),
        }
        .to_owned();
        if page.press(&name).is_none() {
            self.fail(&format!(
                "the case file has no answer to {}, and the page cannot be left without one",
                fact.id
            ));
        }
        self.leave(&name);
    }

    fn list(&mut self, entity: &'a Entity, page: &Page) {
        let records = self.file.case.answers.lists.get(&entity.id);
        let begun = self.begun.get(&entity.id).copied().unwrap_or(0);
        let wanted = records.map_or(0, |list| list.records.len());
        if begun == 0 || begun == wanted {
            let kind = if begun == 0 { "empty list" } else { "list" };
            self.tour(kind, |walker, lang| {
                Some(walker.words_of(lang).of(&entity.title).to_owned())
            });
        }
        let say = |words: &Option<qonys_law::Words>| {
            let words = words
                .as_ref()
                .unwrap_or_else(|| self.fail("a list lacks words"));
            self.words().of(words).to_owned()
        };
        if begun < wanted {
            let add = say(&entity.add);
            self.leave(&add);
            self.begun.insert(entity.id.clone(), begun + 1);
            return self.record(entity, begun);
        }
        let name = if records.is_some_and(|list| list.complete) {
            let done = say(if wanted == 0 {
                &entity.none
            } else {
                &entity.that_is_all
            });
            if page.press(&done).is_some() {
                done
            } else {
                self.words().say("question.next").to_owned()
            }
        } else {
            self.left_open.push(format!("{}.complete", entity.id));
            self.words().say("question.later").to_owned()
        };
        self.leave(&name);
    }

    fn record(&mut self, entity: &'a Entity, place: usize) {
        let file = self.file;
        let mut done: Vec<&Fact> = Vec::new();
        loop {
            let page = self.read();
            let asked: Vec<Asked<'_>> = file
                .knowledge
                .interview
                .facts_of(&entity.id)
                .filter(|fact| !done.contains(fact))
                .filter_map(|fact| {
                    let asked = Asked {
                        fact,
                        answer: file.in_list(place, &fact.id)?,
                        whole: false,
                        region: "",
                    };
                    (!self.fields(&page, &asked).is_empty()).then_some(asked)
                })
                .collect();
            if asked.is_empty() {
                self.fail("no field of this record has an answer in the case file");
            }
            self.fill(&asked);
            done.extend(asked.iter().map(|asked| asked.fact));
            self.tour(&format!("record of {}", entity.id), |_, _| None);
            let save = self.words().say("list.save").to_owned();
            let more = self.words().say("list.more").to_owned();
            let opened = |page: &Page| {
                let new = |fact: &Fact| {
                    file.in_list(place, &fact.id).is_some_and(|answer| {
                        let asked = Asked {
                            fact,
                            answer,
                            whole: false,
                            region: "",
                        };
                        !done.contains(&fact) && !self.fields(page, &asked).is_empty()
                    })
                };
                page.text.contains(&more) && file.knowledge.interview.facts_of(&entity.id).any(new)
            };
            if self.press_until(&save, opened) == Outcome::Left {
                return;
            }
        }
    }

    /// What the page "check your answers" says against what the case file says.
    fn check(&mut self, number: usize) {
        let title = |walker: &Self, lang: Lang| {
            let title = &walker.expected.view(lang).sections[number].title;
            walker
                .words_of(lang)
                .say_with("check.heading", "section", title)
        };
        self.tour("check", |walker, lang| Some(title(walker, lang)));
        let page = self.read();
        let none = self.words().say("field.not_answered");
        for item in &self.expected.view(self.lang).sections[number].items {
            let ItemView::Question { question } = item else {
                continue;
            };
            let wanted = shown(question.answer.as_ref(), none);
            let line = |answer: &str| (question.label.clone(), answer.to_owned());
            // On the way in, what comes later still waits, and what depends on it is not asked yet.
            let waits = page.lines.iter().any(|(_, answer)| answer == none);
            let there = page.lines.contains(&line(&wanted)) || page.lines.contains(&line(none));
            if !there && !waits {
                self.fail(&format!("{:?} is not among the answers", question.key));
            }
        }
    }

    fn leave_check(&mut self, number: usize) {
        let sections = &self.expected.view(self.lang).sections;
        let words = self.words();
        let go_on = words.say("check.go_on").to_owned();
        let to_answer = words.say("check.to_answer").to_owned();
        let next = sections.get(number + 1).map_or(to_answer, |after| {
            words.say_with("check.next_section", "section", &after.title)
        });
        if self.read().press(&go_on).is_none() {
            return self.leave(&next);
        }
        // Once for what the first check has answered already; again would be a circle.
        if !self.sent_back.insert(number) {
            self.fail(&format!("still open: {:?}", self.left_open));
        }
        self.leave(&go_on);
    }
}
