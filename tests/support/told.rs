//! What a reader of the screen must be told of a page by its document, beside what is heard.

use std::time::Duration;

use serde_json::Value;

use super::axe::Axe;
use super::heard::{Readers, Role};
use super::wait;
use super::webdriver::WebDriver;

const TOLD: &str = include_str!("told.js");

/// A page tells its readers what has changed a little after it has changed.
const PATIENCE: Duration = Duration::from_secs(10);

/// A control or a heading: what it is, and the words that are read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) role: Role,
    pub(crate) name: String,
}

/// One page by its document and by the bus, in the order of each.
#[derive(Debug, Default)]
pub(crate) struct Both {
    pub(crate) document: Vec<Told>,
    pub(crate) heard: Vec<Told>,
}

impl Both {
    /// Reads the open page until both say the same, or the time is up.
    pub(crate) fn read(driver: &WebDriver, axe: &Axe, readers: &Readers) -> Result<Self, String> {
        axe.bring(driver)?;
        let mut last = Err("the page was not read".to_owned());
        wait::until(PATIENCE, || {
            last = document(driver).map(|document| Self {
                document,
                heard: heard(readers),
            });
            last.as_ref()
                .is_ok_and(|both| both.wrong().is_empty())
                .then_some(())
        });
        last
    }

    /// Waits until something is heard otherwise than the document said before, or the time is up.
    pub(crate) fn listen_again(&mut self, readers: &Readers) {
        wait::until(PATIENCE, || {
            self.heard = heard(readers);
            (!self.wrong().is_empty()).then_some(())
        });
    }

    /// Everything that the two say differently, and what has no words in either.
    pub(crate) fn wrong(&self) -> Vec<String> {
        let Self { document, heard } = self;
        let lines = |these: &[Told], those: &[Told], problem: &str| -> Vec<String> {
            let more = more(these, those).into_iter();
            more.map(|Told { role, name }| format!("{problem}: {role:?} {name:?}"))
                .collect()
        };
        let mut wrong = lines(document, heard, "not heard");
        wrong.extend(lines(heard, document, "heard and not in the document"));
        if wrong.is_empty() && document != heard {
            wrong.push("heard in another order".to_owned());
        }
        let nameless = heard.iter().filter(|told| told.name.is_empty());
        wrong.extend(nameless.map(|told| format!("without words: {:?}", told.role)));
        wrong
    }
}

/// What is among the first more often than among the second.
fn more<'a>(these: &'a [Told], those: &[Told]) -> Vec<&'a Told> {
    let mut left: Vec<&Told> = those.iter().collect();
    these
        .iter()
        .filter(|told| match left.iter().position(|other| other == told) {
            Some(found) => {
                left.swap_remove(found);
                false
            }
            None => true,
        })
        .collect()
}

fn heard(readers: &Readers) -> Vec<Told> {
    let page = readers.page().into_iter();
    page.filter(|one| one.counts())
        .map(|one| Told {
            role: one.role,
            name: one.name,
        })
        .collect()
}

fn document(driver: &WebDriver) -> Result<Vec<Told>, String> {
    let told = driver.run(TOLD, &[])?;
    let told = told.as_array().cloned().unwrap_or_default();
    told.iter().map(one).collect()
}

fn one(value: &Value) -> Result<Told, String> {
    let name = value["name"].as_str().unwrap_or_default().to_owned();
    let role = match value["kind"].as_str().unwrap_or_default() {
        "button" => Role::Button,
        "toggle" | "switch" => Role::Toggle,
        "link" => Role::Link,
        "radio" => Role::Radio,
        "checkbox" => Role::Tick,
        "combobox" => Role::Choice,
        // WebKitGTK says of a field for a number that it is an entry, as of any other.
        "textbox" | "searchbox" | "spinbutton" => Role::Entry,
        "password" => Role::Password,
        "heading" => Role::Heading,
        "fold" => Role::Fold,
        kind => return Err(format!("the keyboard reaches {name:?}, which is {kind:?}")),
    };
    Ok(Told { role, name })
}
