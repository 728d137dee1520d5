//! The window as a reader of the screen hears it: roles and names over the bus of accessibility, not out of the page itself.

use std::collections::HashMap;
use std::time::Duration;

use serde::Deserialize;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type};

/// An object on the bus: whose it is, and where.
type Reference = (String, OwnedObjectPath);

const REGISTRY: &str = "org.a11y.atspi.Registry";
const ROOT: &str = "/org/a11y/atspi/accessible/root";
const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// The numbers of two states, counted as bits.
const EXPANDABLE: usize = 9;
const FOCUSABLE: usize = 11;
/// One that does not answer is no longer there.
const PATIENCE: Duration = Duration::from_secs(10);
/// More than a page has.
const MOST_OBJECTS: usize = 20_000;

/// What a thing is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Button,
    /// A button that stays pressed.
    Toggle,
    Link,
    Radio,
    Tick,
    /// A list to choose from.
    Choice,
    Entry,
    Password,
    Heading,
    /// The line that unfolds what stands below it.
    Fold,
    /// The page within the window.
    Page,
    /// What may take the focus without being a control: the window, the part that scrolls, a part of the page.
    Place,
    /// Any other, by its number.
    Other(u32),
}

impl Role {
    /// By the number of the role. The names of the roles are not asked for: WebKitGTK tells none, and its 2.50 ends when it is
    /// asked for that of a heading of a table.
    fn of(number: u32) -> Self {
        match number {
            7 => Self::Tick,
            11 => Self::Choice,
            40 => Self::Password,
            43 => Self::Button,
            44 => Self::Radio,
            62 => Self::Toggle,
            79 => Self::Entry,
            83 => Self::Heading,
            88 => Self::Link,
            95 => Self::Page,
            // Frame, the part that scrolls, window, landmark.
            23 | 49 | 69 | 110 => Self::Place,
            other => Self::Other(other),
        }
    }
}

/// One thing that is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) role: Role,
    pub(crate) name: String,
    /// Whether the keyboard can go there.
    focusable: bool,
    /// Whether it unfolds.
    expandable: bool,
}

impl Heard {
    /// Whether it is a control or a heading, or should be one because the keyboard can go there.
    pub(crate) fn counts(&self) -> bool {
        match self.role {
            Role::Button
            | Role::Toggle
            | Role::Link
            | Role::Radio
            | Role::Tick
            | Role::Choice
            | Role::Entry
            | Role::Password
            | Role::Heading
            | Role::Fold => true,
            Role::Page | Role::Place => false,
            Role::Other(_) => self.focusable,
        }
    }
}

/// What stands in the window, in the order in which it is read.
pub(crate) struct Readers(Connection);

impl Readers {
    /// Listens on the bus of accessibility that belongs to a session bus.
    pub(crate) fn of(session: &str) -> Self {
        let session = connect(session).expect("the session bus");
        let answer = session
            .call_method(
                Some("org.a11y.Bus"),
                "/org/a11y/bus",
                Some("org.a11y.Bus"),
                "GetAddress",
                &(),
            )
            .expect(
                "the journeys need a bus of accessibility. On Debian: apt-get install at-spi2-core",
            );
        let address: String = answer.body().deserialize().expect("an address");
        Self(connect(&address).expect("the bus of accessibility"))
    }

    /// Everything that is told of the page, from its first word to its last; nothing where no page is there.
    pub(crate) fn page(&self) -> Vec<Heard> {
        let mut heard = self.all();
        match heard.iter().position(|one| one.role == Role::Page) {
            Some(page) => heard.split_off(page),
            None => Vec::new(),
        }
    }

    fn all(&self) -> Vec<Heard> {
        let root = OwnedObjectPath::try_from(ROOT).expect("a path");
        // Each with whether what it stands in unfolds.
        let mut waiting = vec![((REGISTRY.to_owned(), root), false)];
        let mut heard = Vec::new();
        while let Some((object, folded)) = waiting.pop() {
            assert!(heard.len() < MOST_OBJECTS, "the tree does not end");
            // What goes away while it is asked is no longer read.
            let Some(one) = self.one(&object, folded) else {
                continue;
            };
            let children = self.children(&object).unwrap_or_default();
            let children = children.into_iter().rev();
            waiting.extend(children.map(|child| (child, one.expandable)));
            heard.push(one);
        }
        heard
    }

    fn one(&self, object: &Reference, folded: bool) -> Option<Heard> {
        let states: Vec<u32> = self.ask(object, "GetState", &())?;
        let is = |state: usize| {
            let word = states.get(state / 32).copied().unwrap_or(0);
            word & (1 << (state % 32)) != 0
        };
        let mut role = Role::of(self.ask(object, "GetRole", &())?);
        // WebKitGTK has no role for the line of a fold; a reader knows it by its tag and by the fold around it.
        if folded && matches!(role, Role::Other(_)) && self.tag(object)? == "summary" {
            role = Role::Fold;
        }
        let name: String = self.property(object, "Name")?;
        Some(Heard {
            role,
            name: spoken(&name),
            focusable: is(FOCUSABLE),
            expandable: is(EXPANDABLE),
        })
    }

    /// The place of the page in the tree of GTK lists no children, but counts one and gives it: what another process has put
    /// there is forgotten by `GetChildren` of at-spi2-core 2.46.
    fn children(&self, object: &Reference) -> Option<Vec<Reference>> {
        let listed: Vec<Reference> = self.ask(object, "GetChildren", &())?;
        if !listed.is_empty() {
            return Some(listed);
        }
        let number: i32 = self.property(object, "ChildCount")?;
        (0..number)
            .map(|index| self.ask(object, "GetChildAtIndex", &index))
            .collect()
    }

    fn tag(&self, object: &Reference) -> Option<String> {
        let mut attributes: HashMap<String, String> = self.ask(object, "GetAttributes", &())?;
        Some(attributes.remove("tag").unwrap_or_default())
    }

    fn property<T: TryFrom<OwnedValue>>(&self, object: &Reference, name: &str) -> Option<T> {
        let value: OwnedValue = self.call(object, PROPERTIES, "Get", &(ACCESSIBLE, name))?;
        T::try_from(value).ok()
    }

    fn ask<T, B>(&self, object: &Reference, method: &str, arguments: &B) -> Option<T>
    where
        T: for<'de> Deserialize<'de> + Type,
        B: serde::Serialize + DynamicType,
    {
        self.call(object, ACCESSIBLE, method, arguments)
    }

    fn call<T, B>(
        &self,
        (owner, path): &Reference,
        interface: &str,
        method: &str,
        arguments: &B,
    ) -> Option<T>
    where
        T: for<'de> Deserialize<'de> + Type,
        B: serde::Serialize + DynamicType,
    {
        self.0
            .call_method(
                Some(owner.as_str()),
                path,
                Some(interface),
                method,
                arguments,
            )
            .ok()?
            .body()
            .deserialize()
            .ok()
    }
}

/// Words as they are read aloud. Where words follow that are heard and not seen, WebKitGTK puts a space before their comma or
/// colon.
fn spoken(name: &str) -> String {
    let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
    words.replace(" ,", ",").replace(" :", ":")
}

fn connect(address: &str) -> zbus::Result<Connection> {
    Builder::address(address)?.method_timeout(PATIENCE).build()
}
