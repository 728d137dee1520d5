//! Walks through the window as a person would: reads, presses, switches the language, looks whether it went well.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use qonys_app::Lang;
use serde_json::Value;

use super::barriers::Barriers;
use super::case_file::CaseFile;
use super::desktop::Window;
use super::expected::Expected;
use super::hands::Hands;
use super::interface::Interface;
use super::page::{Kind, Page};
use super::pictures::Pictures;
use super::wait;

/// A page comes up at once; making and opening a vault takes about a second of work.
const PATIENCE: Duration = Duration::from_secs(20);
/// All papers of a case are made by a program that was built for testing, beside other tests.
const PATIENCE_WITH_PAPERS: Duration = Duration::from_secs(120);

/// How long nothing may come or go for a page to be at rest: longer than the screens wait before they give hints.
const REST: Duration = Duration::from_millis(600);
const MOST_RESTS: usize = 10;

/// The driver needs some twenty milliseconds for a letter, so a longer text is pasted.
pub(crate) const MOST_TYPED: usize = 12;

const FITS: &str = include_str!("fits.js");
const HEADING: &str = "return document.querySelector('h1');";
/// Cheap, because it is asked while the program is at work: whether the heading is still there, and what is wrong.
const STILL_THERE: &str = "if (!arguments[0].isConnected) return null;
    return [...document.querySelectorAll('[role=alert]')].map((alert) => alert.innerText);";

/// What came after a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Another page.
    Left,
    /// The same page, with what was waited for.
    Stayed,
}

/// Somebody before the window, with a case file in the hand.
pub(crate) struct Walker<'a> {
    pub(crate) file: &'a CaseFile,
    pub(crate) expected: &'a Expected,
    pub(crate) lang: Lang,
    pub(crate) window: Window,
    pub(crate) pictures: Pictures,
    pub(crate) hands: Hands,
    /// Judges each page, where that is wanted.
    pub(crate) barriers: Option<Barriers>,
    interfaces: [Interface; 3],
    /// Kinds of pages on which the language was switched.
    pub(crate) toured: BTreeSet<String>,
    /// How many records of each list were begun.
    pub(crate) begun: BTreeMap<String, usize>,
    /// Sections whose answers sent back to a question.
    pub(crate) sent_back: BTreeSet<usize>,
    /// The headings of the pages so far.
    pub(crate) trail: Vec<String>,
    /// What was left for later, because the file has no answer.
    pub(crate) left_open: Vec<String>,
}

impl<'a> Walker<'a> {
    pub(crate) fn new(
        journey: &str,
        file: &'a CaseFile,
        expected: &'a Expected,
        lang: Lang,
        window: Window,
    ) -> Self {
        Self {
            file,
            expected,
            lang,
            pictures: Pictures::new(journey, window.view),
            window,
            hands: Hands::Mouse,
            barriers: None,
            interfaces: Lang::ALL.map(Interface::new),
            toured: BTreeSet::new(),
            begun: BTreeMap::new(),
            sent_back: BTreeSet::new(),
            trail: Vec::new(),
            left_open: Vec::new(),
        }
    }

    /// The words of the journey's language.
    pub(crate) fn words(&self) -> &Interface {
        self.words_of(self.lang)
    }

    pub(crate) fn words_of(&self, lang: Lang) -> &Interface {
        self.interfaces
            .iter()
            .find(|interface| interface.lang == lang)
            .expect("all languages are there")
    }

    /// Stops with a picture and everything that can be read.
    pub(crate) fn fail(&self, problem: &str) -> ! {
        let picture = self.pictures.of_failure(&self.window.driver);
        let text = Page::read(&self.window.driver).map_or_else(
            |problem| problem,
            |page| format!("{page:#?}\n{}", page.text),
        );
        let trail = self.trail.join("\n  ");
        panic!(
            "{problem}\npicture: {picture}\nthe page:\n{text}\nthe way here:\n  {trail}\n{problem}"
        )
    }

    pub(crate) fn must<T>(&self, outcome: Result<T, String>) -> T {
        outcome.unwrap_or_else(|problem| self.fail(&problem))
    }

    /// Reads the page.
    pub(crate) fn read(&self) -> Page {
        let mut problem = String::new();
        let page = wait::until(PATIENCE, || {
            Page::read(&self.window.driver)
                .map_err(|told| problem = told)
                .ok()
        });
        page.unwrap_or_else(|| self.fail(&problem))
    }

    /// Waits until the page is as told.
    pub(crate) fn wait(&self, what: &str, is: impl Fn(&Page) -> bool) -> Page {
        let ready = wait::until(PATIENCE, || {
            Page::read(&self.window.driver).ok().filter(|page| is(page))
        });
        ready.unwrap_or_else(|| self.fail(&format!("waited in vain for {what}")))
    }

    /// Presses what leads to another page, and waits for it.
    pub(crate) fn leave(&self, name: &str) {
        self.press_then(name, PATIENCE, || false);
    }

    /// Presses, and waits for another page or for what is told; something reported as wrong fails.
    pub(crate) fn press_until(&self, name: &str, is: impl Fn(&Page) -> bool) -> Outcome {
        self.press_then(name, PATIENCE_WITH_PAPERS, || {
            Page::read(&self.window.driver).is_ok_and(|page| is(&page))
        })
    }

    fn press_then(&self, name: &str, patience: Duration, stayed: impl Fn() -> bool) -> Outcome {
        let page = self.read();
        let Some(item) = page.press(name) else {
            self.fail(&format!("there is no {name:?} to press"));
        };
        let heading = self.must(self.window.driver.run(HEADING, &[]));
        self.click(item);
        let heading = std::slice::from_ref(&heading);
        let outcome = wait::until(patience, || {
            // An element that is gone is an error to some drivers, and nothing to others.
            let alerts = self.window.driver.run(STILL_THERE, heading).ok();
            let Some(Value::Array(alerts)) = alerts else {
                return Some(Outcome::Left);
            };
            if !alerts.is_empty() {
                self.fail(&format!("after {name:?}: {alerts:?}"));
            }
            stayed().then_some(Outcome::Stayed)
        });
        outcome.unwrap_or_else(|| self.fail(&format!("{name:?} led nowhere")))
    }

    /// Follows a link of the frame around the pages.
    pub(crate) fn go(&self, name: &str, is: impl Fn(&Page) -> bool) -> Page {
        let page = self.unfolded_frame();
        let link = page
            .items
            .iter()
            .find(|item| !item.inside && item.kind == Kind::Press && starts(&item.name, name));
        let Some(link) = link else {
            self.fail(&format!("the frame has no {name:?}"));
        };
        self.click(link);
        self.wait(name, is)
    }

    /// In a narrow window the links of the frame are folded away.
    fn unfolded_frame(&self) -> Page {
        let page = self.read();
        let sections = self.words().say("frame.sections");
        let fold = page
            .of_all(Kind::Press)
            .find(|item| !item.inside && item.name == sections);
        match fold {
            Some(fold) if !fold.on => {
                self.click(fold);
                self.read()
            }
            Some(_) | None => page,
        }
    }

    /// A picture, and what holds for every page.
    pub(crate) fn look(&mut self) -> Page {
        let page = self.read();
        if page.headings != 1 {
            self.fail(&format!("{} main headings instead of one", page.headings));
        }
        if page.too_wide > 0 {
            self.fail(&format!("the page is {} px too wide", page.too_wide));
        }
        let cut_off = self.must(self.window.driver.run(FITS, &[]));
        if cut_off != Value::Array(Vec::new()) {
            self.fail(&format!("something does not fit: {cut_off:#}"));
        }
        let title = page.title.rsplit_once(" · ").map_or("", |(title, _)| title);
        if title.is_empty() || !page.heading.contains(title) {
            self.fail("the title of the window does not follow the page");
        }
        let switches = Lang::ALL.into_iter().all(|lang| {
            let own = self.words_of(lang).say("language.self");
            let mut buttons = page.of_all(Kind::Press);
            // The very first page asks for the language with the same names.
            buttons.any(|item| item.name.starts_with(own))
        });
        if !switches {
            self.fail("the language cannot be switched here");
        }
        self.trail.push(page.heading.clone());
        let taken = self.pictures.take(&self.window.driver, &page.heading);
        self.must(taken);
        if let Some(barriers) = &mut self.barriers {
            let found = barriers.of(&self.window.driver, &page);
            let found = self.must(found);
            if !found.is_empty() {
                self.fail(&format!("barriers: {found:#?}"));
            }
        }
        page
    }

    /// Switches the language on a kind of page, once a journey: nothing typed is lost.
    pub(crate) fn tour(&mut self, kind: &str, heading: impl Fn(&Self, Lang) -> Option<String>) {
        self.look();
        if !self.toured.insert(kind.to_owned()) {
            return;
        }
        let before = self.at_rest();
        let lang = self.lang;
        let mut shown = before.heading.clone();
        let others = Lang::ALL.into_iter().filter(|other| *other != lang);
        for language in others.chain([lang]) {
            // Without words to expect, the heading must at least follow the language, and come back with it.
            let wanted = if language == lang {
                Some(before.heading.clone())
            } else {
                heading(self, language)
            };
            self.switch(language);
            let page = self.wait("the page in the other language", |page| {
                self.frame_follows(page, language)
                    && (language != lang || names(page) == names(&before))
                    && match &wanted {
                        Some(wanted) => {
                            self.words_of(language).is_label(&page.heading, wanted)
                                || page.heading == *wanted
                        }
                        None => page.heading != shown,
                    }
            });
            shown = page.heading;
            if page.held != before.held {
                self.fail("switching the language lost what was typed");
            }
            if language != lang {
                self.look();
            }
        }
    }

    /// The page when nothing more comes or goes by itself: hints follow a little after what was typed.
    fn at_rest(&self) -> Page {
        let mut page = self.read();
        for _ in 0..MOST_RESTS {
            let changed = wait::until(REST, || {
                let next = self.read();
                (names(&next) != names(&page)).then_some(next)
            });
            match changed {
                Some(next) => page = next,
                None => return page,
            }
        }
        self.fail("the page does not come to rest")
    }

    /// Whether the sections in the frame, if there are any, are named in this language.
    fn frame_follows(&self, page: &Page, language: Lang) -> bool {
        let has = |language: Lang| {
            let sections = &self.expected.view(language).sections;
            sections.iter().all(|section| {
                let mut frame = page.items.iter().filter(|item| !item.inside);
                frame.any(|item| starts(&item.name, &section.title))
            })
        };
        has(language) || !Lang::ALL.into_iter().any(has)
    }

    /// Presses the name of a language.
    pub(crate) fn switch(&self, language: Lang) {
        let own = self.words_of(language).say("language.self");
        let page = self.read();
        let Some(item) = page
            .items
            .iter()
            .find(|item| !item.inside && item.name == own)
        else {
            self.fail(&format!("the language cannot be switched to {own}"));
        };
        self.click(item);
        self.wait(own, |page| page.language == language.code());
    }
}

/// The names of all that can be used: the last that follows a switch of the language, where the frame is folded away.
fn names(page: &Page) -> Vec<&str> {
    page.items.iter().map(|item| item.name.as_str()).collect()
}

/// Whether the words of a link are these, with or without a remark behind a comma.
fn starts(link: &str, name: &str) -> bool {
    link.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with(','))
}
