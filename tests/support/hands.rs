//! What somebody before the window does with the hands: a mouse, or the keyboard and nothing else.

use std::time::Duration;

use serde_json::{Value, json};

use super::page::{Item, Kind};
use super::wait;
use super::walk::Walker;

/// Where the keyboard is, seen from the element that is wanted.
const REACH: &str = include_str!("reach.js");

/// The words that a list to choose from shows.
const CHOSEN: &str = "const [list] = arguments; return list.selectedOptions[0]?.text.trim() ?? '';";

/// How long the page may take to show what has the focus.
const A_MOMENT: Duration = Duration::from_secs(1);

/// More stops than any page has.
const MOST_STOPS: usize = 400;

/// With what one works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hands {
    /// Clicks where the words stand.
    Mouse,
    /// Tab, arrows, Enter and Space; never a click, never a focus that a script sets.
    Keyboard,
}

/// Keys as the driver names them.
pub(crate) mod key {
    pub(crate) const TAB: char = '\u{e004}';
    pub(crate) const ENTER: char = '\u{e007}';
    pub(crate) const SHIFT: char = '\u{e008}';
    pub(crate) const CONTROL: char = '\u{e009}';
    pub(crate) const SPACE: char = ' ';
    pub(crate) const UP: char = '\u{e013}';
    pub(crate) const DOWN: char = '\u{e015}';
    pub(crate) const DELETE: char = '\u{e017}';
}

impl Walker<'_> {
    /// Presses an item, ticks it or chooses it.
    pub(crate) fn click(&self, item: &Item) {
        match self.hands {
            Hands::Mouse => {
                let clicked = self.window.driver.click(&item.element);
                self.must(clicked.map_err(|problem| format!("{:?}: {problem}", item.name)));
            }
            Hands::Keyboard => {
                let chosen = self.reach(item);
                match item.kind {
                    Kind::Press => self.strike(&[], key::ENTER),
                    Kind::Tick => self.strike(&[], key::SPACE),
                    Kind::Radio if !chosen => self.strike(&[], key::SPACE),
                    // The arrows that led here have chosen it.
                    Kind::Radio => {}
                    Kind::Type | Kind::Choose => {}
                }
            }
        }
    }

    /// Types, replacing what stands there.
    pub(crate) fn enter(&self, item: &Item, text: &str) {
        if item.value == text {
            return;
        }
        let driver = &self.window.driver;
        let typed = match self.hands {
            Hands::Mouse => {
                if !item.value.is_empty() {
                    self.must(driver.clear(&item.element));
                }
                if text.chars().count() > super::walk::MOST_TYPED {
                    driver.paste(&item.element, text)
                } else {
                    driver.keys(&item.element, text)
                }
            }
            Hands::Keyboard => {
                self.reach(item);
                if !item.value.is_empty() {
                    self.strike(&[key::CONTROL], 'a');
                    self.strike(&[], key::DELETE);
                }
                driver.type_letters(text)
            }
        };
        self.must(typed.map_err(|problem| format!("{:?}: {problem}", item.name)));
    }

    /// Chooses an option by its words.
    pub(crate) fn choose(&self, item: &Item, words: &str) {
        let driver = &self.window.driver;
        match self.hands {
            Hands::Mouse => {
                let option = self.must(driver.option(&item.element, words));
                let Some(option) = option else {
                    self.fail(&format!("{:?} offers no {words:?}", item.name));
                };
                self.must(driver.click(&option));
            }
            Hands::Keyboard => {
                self.reach(item);
                // A list is searched by its first letters; a space would open it.
                let begins = words.split(' ').next().unwrap_or_default();
                self.must(driver.type_letters(begins));
                let list = [item.element.argument()];
                let chosen = self.must(driver.run(CHOSEN, &list));
                if chosen.as_str() != Some(words) {
                    self.fail(&format!("{begins:?} finds {chosen}, not {words:?}"));
                }
            }
        }
    }

    /// Goes to an item with Tab, and within a group of choices with the arrows. Says whether it is chosen.
    fn reach(&self, item: &Item) -> bool {
        let element = [item.element.argument()];
        for _ in 0..MOST_STOPS {
            let ask = || self.must(self.window.driver.run(REACH, &element));
            let mut at = Value::Null;
            // The page scrolls a moment after the focus has come.
            let seen = wait::until(A_MOMENT, || {
                at = ask();
                at["hidden"].is_null().then_some(())
            });
            if seen.is_none() {
                self.fail(&format!("on the way to {:?}: {}", item.name, at["hidden"]));
            }
            if at["here"] == json!(true) {
                return at["checked"] == json!(true);
            }
            match at["arrows"].as_i64().unwrap_or(0) {
                0 if at["forward"] == json!(true) => self.strike(&[], key::TAB),
                0 => self.strike(&[key::SHIFT], key::TAB),
                steps if steps > 0 => self.strike(&[], key::DOWN),
                _ => self.strike(&[], key::UP),
            }
        }
        self.fail(&format!("the keyboard does not reach {:?}", item.name))
    }

    fn strike(&self, held: &[char], key: char) {
        self.must(self.window.driver.strike(held, key));
    }
}
