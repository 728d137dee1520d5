//! The window as a reader of the screen hears it: roles and names over the bus of accessibility, not out of the page itself.

use std::time::Duration;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use super::page::{Item, Kind};
use super::wait;

/// An object on the bus: whose it is, and where.
type Reference = (String, OwnedObjectPath);

const REGISTRY: &str = "org.a11y.atspi.Registry";
const ROOT: &str = "/org/a11y/atspi/accessible/root";
const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
/// The number of the state "focusable", counted as bits.
const FOCUSABLE: u32 = 11;
/// The number of the state "showing".
const SHOWING: u32 = 25;
const PATIENCE: Duration = Duration::from_secs(20);
/// More than a page has.
const MOST_OBJECTS: usize = 20_000;

/// One thing that is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) role: String,
    pub(crate) name: String,
    /// Whether the keyboard can go there.
    pub(crate) focusable: bool,
}

/// What stands in the window, in the order in which it is read.
pub(crate) struct Readers(Connection);

impl Readers {
    /// Listens on the bus of accessibility that belongs to a session bus.
    pub(crate) fn of(session: &str) -> Self {
        let session = Builder::address(session)
            .and_then(Builder::build)
            .expect("the session bus");
        let answer = session
            .call_method(
                Some("org.a11y.Bus"),
                "/org/a11y/bus",
                Some("org.a11y.Bus"),
                "GetAddress",
                &(),
            )
            .expect("at-spi2-core is installed");
        let address: String = answer.body().deserialize().expect("an address");
        let bus = Builder::address(address.as_str())
            .and_then(Builder::build)
            .expect("the bus of accessibility");
        Self(bus)
    }

    /// Everything below the page, once it is there.
    pub(crate) fn page(&self) -> Vec<Heard> {
        let page = wait::until(PATIENCE, || {
            let heard = self.all();
            let whole = heard.iter().any(|one| one.role.starts_with("heading"));
            whole.then_some(heard)
        });
        page.expect("the window is on the bus of accessibility")
    }

    fn all(&self) -> Vec<Heard> {
        let root = OwnedObjectPath::try_from(ROOT).expect("a path");
        let mut waiting = vec![(REGISTRY.to_owned(), root)];
        let mut heard = Vec::new();
        while let Some(object) = waiting.pop() {
            if heard.len() > MOST_OBJECTS {
                break;
            }
            // What goes away while it is asked is no longer read.
            let Some((one, children)) = self.one(&object) else {
                continue;
            };
            heard.push(one);
            waiting.extend(children.into_iter().rev());
        }
        heard
    }

    fn one(&self, object: &Reference) -> Option<(Heard, Vec<Reference>)> {
        let children: Vec<Reference> = self.ask(object, "GetChildren")?;
        let role: String = self.ask(object, "GetRoleName")?;
        let states: Vec<u32> = self.ask(object, "GetState")?;
        let is = |state: u32| {
            let word = states.get((state / 32) as usize).copied().unwrap_or(0);
            word & (1 << (state % 32)) != 0
        };
        let name = self
            .0
            .call_method(
                Some(object.0.as_str()),
                &object.1,
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &(ACCESSIBLE, "Name"),
            )
            .ok()?;
        let name: OwnedValue = name.body().deserialize().ok()?;
        let name = String::try_from(name).ok()?;
        let heard = Heard {
            role,
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            focusable: is(FOCUSABLE) && is(SHOWING),
        };
        Some((heard, children))
    }

    fn ask<T: for<'de> serde::Deserialize<'de> + zbus::zvariant::Type>(
        &self,
        object: &Reference,
        method: &str,
    ) -> Option<T> {
        self.0
            .call_method(
                Some(object.0.as_str()),
                &object.1,
                Some(ACCESSIBLE),
                method,
                &(),
            )
            .ok()?
            .body()
            .deserialize()
            .ok()
    }
}

/// The roles under which a thing of the page may be heard.
pub(crate) fn roles(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Type => &["entry", "text", "password text"],
        Kind::Radio => &["radio button"],
        Kind::Tick => &["check box"],
        Kind::Choose => &["combo box"],
        Kind::Press => &["push button", "button", "toggle button", "link"],
    }
}

/// Things of the page that are not heard with their role and their words.
pub(crate) fn not_heard(items: &[Item], heard: &[Heard]) -> Vec<String> {
    items
        .iter()
        .filter(|item| {
            !heard.iter().any(|one| {
                roles(item.kind).contains(&one.role.as_str()) && one.name.contains(&item.name)
            })
        })
        .map(|item| format!("{:?} {:?}", item.kind, item.name))
        .collect()
}

/// What the keyboard can reach and a reader of the screen cannot name.
pub(crate) fn without_words(heard: &[Heard]) -> Vec<&Heard> {
    let all = [
        Kind::Type,
        Kind::Radio,
        Kind::Tick,
        Kind::Choose,
        Kind::Press,
    ];
    heard
        .iter()
        .filter(|one| one.focusable)
        .filter(|one| {
            let known = all
                .iter()
                .any(|kind| roles(*kind).contains(&one.role.as_str()));
            // The window itself, the page and its heading take the focus too.
            let place = [
                "frame",
                "window",
                "document web",
                "heading",
                "landmark",
                "main",
                "panel",
            ];
            one.name.is_empty() || !(known || place.contains(&one.role.as_str()))
        })
        .collect()
}
