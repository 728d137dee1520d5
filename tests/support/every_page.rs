//! Every page of the window, in every language, reached by following the links that stand on the pages.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;
use std::time::Duration;

use qonys_app::Lang;
use serde_json::{Value, json};

use super::page::Page;
use super::wait;
use super::walk::Walker;

/// The links to other pages of the window.
const LINKS: &str = "return [...document.querySelectorAll('a[href^=\"#/\"]')]
    .map((link) => decodeURIComponent(link.getAttribute('href')));";

/// What is asked on the page, by the kinds of its fields.
const FIELDS: &str = "return [...new Set([...document.querySelectorAll('main :is(input, select, textarea)')]
    .map((field) => field.matches('select') ? 'select' : field.type + (field.inputMode ?? '')))].sort().join(' ');";

const OPEN: &str = "location.hash = arguments[0]; return true;";

/// Where the screens list their pages.
const PAGES: &str = "ui/src/lib/state/page.ts";

/// How the names of the pictures begin that the program is shown with; `cargo xtask screenshots` looks for it.
const SHOWN: &str = "answer.";

/// How long another page may take to come.
const A_MOMENT: Duration = Duration::from_millis(600);

/// More pages than there are.
const MOST_PAGES: usize = 1500;

impl Walker<'_> {
    /// Makes the invented case with which one may try the program, from the settings.
    pub(crate) fn sample(&mut self) {
        self.open("#/settings");
        let heading = self.words().aid("settings.heading").to_owned();
        self.wait("the settings", |page| page.heading == heading);
        let sample = self.words().aid("settings.sample_try").to_owned();
        self.leave(&sample);
        let home = self.words().say("home.heading").to_owned();
        self.wait(&home, |page| page.heading == home);
    }

    /// Looks at every page that a link leads to. Returns the kinds of pages.
    pub(crate) fn every_page(&mut self) -> BTreeSet<String> {
        let mut waiting: VecDeque<String> = VecDeque::from(["#/".to_owned()]);
        let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
        let mut looked: BTreeMap<String, String> = BTreeMap::new();
        for _ in 0..MOST_PAGES {
            let Some(address) = waiting.pop_front() else {
                let kinds = looked.into_values();
                return kinds.map(|kind| first_word(&kind)).collect();
            };
            let kind = kind_of(&address);
            // One question, record and deadline of each kind stands for all.
            let many = ["question", "first", "record", "deadline"];
            let page = self.open(&address);
            let fields = self.must(self.window.driver.run(FIELDS, &[]));
            let content = if many.contains(&kind.as_str()) {
                format!("{kind} {}", fields.as_str().unwrap_or_default())
            } else {
                format!("{kind} {address}")
            };
            for link in self.links() {
                if known.insert(link.clone()) {
                    waiting.push_back(link);
                }
            }
            if looked.values().any(|one| *one == content) {
                continue;
            }
            looked.insert(address.clone(), content);
            self.in_every_language(&page);
        }
        self.fail("the links do not end")
    }

    /// The answer as it stands in the window, in every language: the pictures with which the program is shown to others.
    pub(crate) fn answer_for_show(&mut self) {
        self.open("#/answer");
        for lang in Lang::ALL {
            self.switch(lang);
            self.lang = lang;
            let name = format!("{SHOWN}{}", lang.code());
            let taken = self.pictures.of_the_window(&self.window.driver, &name);
            self.must(taken);
        }
    }

    /// Pages of the screens that no link led to.
    pub(crate) fn not_reached(&self, reached: &BTreeSet<String>) -> Vec<String> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGES);
        let text = std::fs::read_to_string(file).expect("the pages of the screens");
        let names = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("| { name: '"))
            .filter_map(|rest| rest.split('\'').next());
        names
            .filter(|name| !reached.contains(*name))
            .map(str::to_owned)
            .collect()
    }

    /// Opens a page by its address.
    pub(crate) fn open(&self, address: &str) -> Page {
        let before = self.read();
        self.must(self.window.driver.run(OPEN, &[json!(address)]));
        let there = |page: &Page| page.heading != before.heading || page.text != before.text;
        // The same page under another address is there at once.
        let soon = wait::until(A_MOMENT, || {
            Page::read(&self.window.driver).ok().filter(there)
        });
        soon.unwrap_or_else(|| self.read())
    }

    fn links(&self) -> Vec<String> {
        let links = self.must(self.window.driver.run(LINKS, &[]));
        let links = links.as_array().cloned().unwrap_or_default();
        let links = links.iter().filter_map(Value::as_str);
        links.map(str::to_owned).collect()
    }

    /// Looks at a page in each language.
    pub(crate) fn in_every_language(&mut self, page: &Page) {
        self.unfold();
        self.look();
        let own = self.lang;
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != own) {
            self.switch(lang);
            self.wait("the page in the other language", |now| {
                now.text != page.text && now.headings == 1
            });
            self.lang = lang;
            self.look();
        }
        self.switch(own);
        self.lang = own;
    }

    /// Unfolds everything, so that it is looked at too.
    fn unfold(&self) {
        let script =
            "for (const fold of document.querySelectorAll('main details')) fold.open = true;
            return true;";
        self.must(self.window.driver.run(script, &[]));
        self.read();
    }
}

fn first_word(kind: &str) -> String {
    kind.split(' ').next().unwrap_or_default().to_owned()
}

/// The name of the page at an address, as the screens name it; of a single deadline, `deadline`.
fn kind_of(address: &str) -> String {
    let mut parts = address.trim_start_matches("#/").split('/');
    let name = parts.next().unwrap_or_default();
    match (name, parts.next(), parts.next()) {
        ("", ..) => "home",
        ("list", Some(_), Some(_)) => "record",
        ("after", Some(_), _) => "happening",
        ("dates", Some(_), _) => "deadline",
        (name, ..) => name,
    }
    .to_owned()
}
