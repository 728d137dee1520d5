//! A client for WebKitWebDriver.

use std::path::Path;

use serde_json::{Value, json};

use super::http;

/// The name under which a WebDriver hands over an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A page with a thousand parts is judged that long on a machine that does other work too.
const LONGEST_SCRIPT_MS: u64 = 120_000;

/// Ends when the letters are there and everything was painted once more.
const PAINTED: &str = "const done = arguments[0];
    document.fonts.ready.then(() =>
      requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";

/// An element of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element(String);

impl Element {
    /// The element in the result of a script.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        value
            .get(ELEMENT)
            .and_then(Value::as_str)
            .map(|id| Self(id.to_owned()))
    }

    /// The element as an argument of a script.
    pub(crate) fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// One open window.
#[derive(Debug)]
pub(crate) struct WebDriver {
    port: u16,
    session: String,
}

impl WebDriver {
    /// Opens the program's window.
    pub(crate) fn open(port: u16, program: &Path) -> Result<Self, String> {
        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "wry",
            "webkitgtk:browserOptions": { "binary": program, "args": [] },
        } } });
        let answer = http::request(port, "POST", "/session", Some(&capabilities))?;
        let session = answer
            .pointer("/value/sessionId")
            .and_then(Value::as_str)
            .ok_or_else(|| format!("no window was opened: {answer}"))?;
        let driver = Self {
            port,
            session: session.to_owned(),
        };
        let patience = json!({ "script": LONGEST_SCRIPT_MS });
        driver.call("POST", "timeouts", Some(&patience))?;
        Ok(driver)
    }

    /// Closes the window, and the program with it.
    pub(crate) fn close(&self) {
        let path = format!("/session/{}", self.session);
        // What does not close is ended by its process group.
        let _closed = http::request(self.port, "DELETE", &path, None);
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let path = format!("/session/{}/{path}", self.session);
        let mut answer = http::request(self.port, method, &path, body)?;
        let value = answer
            .get_mut("value")
            .map(Value::take)
            .unwrap_or(Value::Null);
        match value.get("error").and_then(Value::as_str) {
            Some(error) => {
                let message = value.get("message").and_then(Value::as_str).unwrap_or("");
                Err(format!("{error}: {message}"))
            }
            None => Ok(value),
        }
    }

    /// Runs a script in the page.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, String> {
        let body = json!({ "script": script, "args": arguments });
        self.call("POST", "execute/sync", Some(&body))
    }

    /// Runs a script that is done when it calls its last argument.
    pub(crate) fn run_until_done(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<Value, String> {
        let body = json!({ "script": script, "args": arguments });
        self.call("POST", "execute/async", Some(&body))
    }

    /// The option of a list to choose from, by its words.
    pub(crate) fn option(&self, list: &Element, words: &str) -> Result<Option<Element>, String> {
        let script = "const [list, words] = arguments;
            return [...list.options].find((option) => option.text.trim() === words) ?? null;";
        self.run(script, &[list.argument(), json!(words)])
            .map(|found| Element::of(&found))
    }

    /// Clicks on an element, as a mouse does.
    pub(crate) fn click(&self, element: &Element) -> Result<(), String> {
        let path = format!("element/{}/click", element.0);
        self.call("POST", &path, Some(&json!({}))).map(drop)
    }

    /// Types into an element, as a keyboard does.
    pub(crate) fn keys(&self, element: &Element, text: &str) -> Result<(), String> {
        let path = format!("element/{}/value", element.0);
        self.call("POST", &path, Some(&json!({ "text": text })))
            .map(drop)
    }

    /// Puts a text into an element as pasting does, which is the editor's own way and so fires its events.
    pub(crate) fn paste(&self, element: &Element, text: &str) -> Result<(), String> {
        let script = "const [field, text] = arguments;
            field.scrollIntoView({ block: 'center' });
            field.focus();
            return document.execCommand('insertText', false, text);";
        let pasted = self.run(script, &[element.argument(), json!(text)])?;
        if pasted == true {
            Ok(())
        } else {
            Err("the field takes no text".to_owned())
        }
    }

    /// Strikes a key where the focus is, while others are held.
    pub(crate) fn strike(&self, held: &[char], key: char) -> Result<(), String> {
        let down = held.iter().map(|key| ("keyDown", *key));
        let up = held.iter().rev().map(|key| ("keyUp", *key));
        let struck = [("keyDown", key), ("keyUp", key)];
        self.keyboard(down.chain(struck).chain(up))
    }

    /// Types letter by letter where the focus is.
    pub(crate) fn type_letters(&self, text: &str) -> Result<(), String> {
        self.keyboard(
            text.chars()
                .flat_map(|letter| [("keyDown", letter), ("keyUp", letter)]),
        )
    }

    fn keyboard(&self, moves: impl Iterator<Item = (&'static str, char)>) -> Result<(), String> {
        let moves: Vec<Value> = moves
            .map(|(kind, key)| json!({ "type": kind, "value": key }))
            .collect();
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": moves }] });
        self.call("POST", "actions", Some(&body)).map(drop)
    }

    /// Empties a field.
    pub(crate) fn clear(&self, element: &Element) -> Result<(), String> {
        let path = format!("element/{}/clear", element.0);
        self.call("POST", &path, Some(&json!({}))).map(drop)
    }

    /// Puts the window at a place, as large as told.
    pub(crate) fn place(
        &self,
        (x, y): (u64, u64),
        (width, height): (u64, u64),
    ) -> Result<(), String> {
        let rect = json!({ "x": x, "y": y, "width": width, "height": height });
        self.call("POST", "window/rect", Some(&rect)).map(drop)
    }

    /// A picture of the page as it is seen, in base64.
    pub(crate) fn picture(&self) -> Result<String, String> {
        self.run_until_done(PAINTED, &[])?;
        let picture = self.call("GET", "screenshot", None)?;
        picture
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| "no picture came back".to_owned())
    }
}
