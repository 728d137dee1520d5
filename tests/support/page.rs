//! The page as a person sees it.

use serde_json::Value;

use super::webdriver::{Element, WebDriver};

const READ: &str = include_str!("page.js");

/// What one can do with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Type into it.
    Type,
    /// Choose it among others.
    Radio,
    /// Tick it.
    Tick,
    /// Choose one of its options.
    Choose,
    /// Press it: a button, a link, a fold.
    Press,
}

/// A field, or something to press.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) element: Element,
    pub(crate) kind: Kind,
    /// Its label, or the words on it.
    pub(crate) name: String,
    /// The legends of the groups around it, the innermost first.
    pub(crate) groups: Vec<String>,
    /// The heading of the part it stands in.
    pub(crate) region: String,
    /// Whether it belongs to the page itself and not to the frame around it.
    pub(crate) inside: bool,
    pub(crate) value: String,
    /// Whether it is chosen, ticked or unfolded.
    pub(crate) on: bool,
}

/// A page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) language: String,
    pub(crate) title: String,
    /// The one main heading.
    pub(crate) heading: String,
    pub(crate) headings: usize,
    /// The headings below it.
    pub(crate) cards: Vec<String>,
    /// What is reported as wrong.
    pub(crate) alerts: Vec<String>,
    /// What a reader of the screen was told last.
    pub(crate) said: String,
    /// Everything that can be read.
    pub(crate) text: String,
    /// By how many pixels the page is wider than the window.
    pub(crate) too_wide: i64,
    /// All items in the order of the page.
    pub(crate) items: Vec<Item>,
    /// What the fields hold, folded ones too.
    pub(crate) held: Vec<(String, String)>,
    /// Lines of answers: the label and the answer.
    pub(crate) lines: Vec<(String, String)>,
    /// The parts of the page that have a name: the name and all words.
    pub(crate) regions: Vec<(String, String)>,
}

impl Page {
    /// Reads the page that is open; one that is still being fetched is an error.
    pub(crate) fn read(driver: &WebDriver) -> Result<Self, String> {
        let value = driver.run(READ, &[])?;
        if value["busy"].as_bool().unwrap_or(false) {
            return Err("the page is still being fetched".to_owned());
        }
        let headings = texts(&value["headings"]);
        Ok(Self {
            language: text(&value["language"]),
            title: text(&value["title"]),
            heading: headings.first().cloned().unwrap_or_default(),
            headings: headings.len(),
            cards: texts(&value["cards"]),
            alerts: texts(&value["alerts"]),
            said: text(&value["said"]),
            text: text(&value["text"]),
            too_wide: value["wide"].as_i64().unwrap_or(0),
            items: list(&value["items"]).iter().filter_map(item).collect(),
            held: pairs(&value["held"]),
            lines: pairs(&value["lines"]),
            regions: pairs(&value["regions"]),
        })
    }

    /// The items of a kind within the page itself.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(move |item| item.inside && item.kind == kind)
    }

    /// The items of a kind anywhere.
    pub(crate) fn of_all(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.kind == kind)
    }

    /// Something to press, by the words on it.
    pub(crate) fn press(&self, name: &str) -> Option<&Item> {
        self.of(Kind::Press).find(|item| item.name == name)
    }
}

fn item(value: &Value) -> Option<Item> {
    Some(Item {
        element: Element::of(&value["element"])?,
        kind: match value["kind"].as_str()? {
            "type" => Kind::Type,
            "radio" => Kind::Radio,
            "tick" => Kind::Tick,
            "choose" => Kind::Choose,
            _ => Kind::Press,
        },
        name: text(&value["name"]),
        groups: texts(&value["groups"]),
        region: text(&value["region"]),
        inside: value["inside"].as_bool()?,
        value: text(&value["value"]),
        on: value["on"].as_bool().unwrap_or(false),
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    list(value)
        .iter()
        .map(|pair| (text(&pair[0]), text(&pair[1])))
        .collect()
}

fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(text).collect()
}
