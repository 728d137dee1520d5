//! From an answer to the new view, timed in the window itself, by the program that is in the packages.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use super::start::server;
use crate::ended::until;
use crate::scratch::Scratch;
use crate::window::webdriver::{Element, WebDriver};
use crate::{cargo, paths};

/// How many answers are given.
const ANSWERS: usize = 120;
/// So many a script gives, because the driver waits half a minute for one.
const AT_ONCE: usize = 20;
/// Of a hundred.
const PERCENTILE: usize = 95;

const MEASURE: &str = include_str!("answers.js");
const TODAY: &str = "2026-11-22";
const PASSPHRASE: &str = "дала жел боран 7";

/// The button or link of the page whose words begin with these.
const PRESS: &str = "const words = arguments[0];
    return [...document.querySelectorAll('main button, main a[href]')]
      .find((one) => one.innerText.trim().startsWith(words)) ?? null;";
const FIELDS: &str = "return [...document.querySelectorAll('main input')];";
const HEADING: &str = "return document.querySelector('h1')?.innerText.trim() ?? '';";
const OPEN: &str = "location.hash = arguments[0]; return true;";

/// The time within which 95 of 100 answers had their new view.
pub(super) fn percentile() -> Result<Duration, String> {
    let program = cargo::target()?.join("release").join("qonys");
    if !program.is_file() {
        return Err("`cargo xtask package` builds the program".to_owned());
    }
    let scratch = Scratch::new("answers")?;
    let variables = [("QONYS_TEST_NO_KEYRING", "1"), ("QONYS_TEST_TODAY", TODAY)];
    let (_server, port) = server(&scratch, &variables)?;
    let driver = WebDriver::open(port, &program)?;
    let times = the_sample(&driver).and_then(|()| times(&driver));
    driver.close();
    of_hundred(times?)
}

/// Makes the case with which one may try the program.
fn the_sample(driver: &WebDriver) -> Result<(), String> {
    let app = Words::of("app")?;
    let entry = Words::of("entry")?;
    press(driver, app.say("language.self")?)?;
    comes(driver, app.say("start.heading")?)?;
    press(driver, app.say("start.begin")?)?;
    comes(driver, app.say("passphrase.heading")?)?;
    let fields = driver.run(FIELDS, &[])?;
    for field in fields.as_array().into_iter().flatten() {
        if let Some(field) = Element::of(field) {
            driver.paste(&field, PASSPHRASE)?;
        }
    }
    press(driver, app.say("passphrase.create")?)?;
    until("the first question", || {
        let there = driver.run(HEADING, &[]).ok()?;
        let heading = there.as_str()?;
        let before = app.say("passphrase.heading").ok()?;
        (!heading.is_empty() && heading != before).then_some(())
    })?;
    driver.run(OPEN, &[json!("#/settings")])?;
    press(driver, entry.say("settings.sample_try")?)?;
    comes(driver, app.say("home.heading")?)
}

fn times(driver: &WebDriver) -> Result<Vec<u64>, String> {
    let mut times = Vec::new();
    while times.len() < ANSWERS {
        let more = driver.run_until_done(MEASURE, &[json!(AT_ONCE)])?;
        let more = more
            .as_array()
            .ok_or_else(|| format!("the answers were not timed: {more}"))?;
        times.extend(more.iter().filter_map(Value::as_u64));
    }
    Ok(times)
}

fn of_hundred(mut times: Vec<u64>) -> Result<Duration, String> {
    times.sort_unstable();
    // The least time that at least so many of a hundred do not exceed.
    let place = (times.len() * PERCENTILE).div_ceil(100).saturating_sub(1);
    times
        .get(place)
        .map(|micros| Duration::from_micros(*micros))
        .ok_or_else(|| "nothing was answered".to_owned())
}

fn press(driver: &WebDriver, words: &str) -> Result<(), String> {
    let button = until(words, || {
        Element::of(&driver.run(PRESS, &[json!(words)]).ok()?)
    })?;
    driver.click(&button)
}

fn comes(driver: &WebDriver, heading: &str) -> Result<(), String> {
    until(heading, || {
        let there = driver.run(HEADING, &[]).ok()?;
        (there.as_str() == Some(heading)).then_some(())
    })
}

/// The words of one area of the interface, in Russian.
struct Words(Value);

impl Words {
    fn of(area: &str) -> Result<Self, String> {
        let file = paths::root().join(format!("locales/{area}.ru.json"));
        let text = fs::read_to_string(&file)
            .map_err(|problem| format!("{}: {problem}", file.display()))?;
        let mut all: Value = serde_json::from_str(&text).map_err(|problem| problem.to_string())?;
        Ok(Self(
            all.get_mut(area).map(Value::take).unwrap_or(Value::Null),
        ))
    }

    fn say(&self, key: &str) -> Result<&str, String> {
        self.0
            .pointer(&format!("/{}", key.replace('.', "/")))
            .and_then(Value::as_str)
            .ok_or_else(|| format!("{key} has no words in Russian"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ninety_five_of_a_hundred_are_not_slower() {
        let micros = Duration::from_micros;
        assert_eq!(of_hundred((1..=100).collect()), Ok(micros(95)));
        assert_eq!(of_hundred((1..=120).rev().collect()), Ok(micros(114)));
        assert_eq!(of_hundred(vec![7]), Ok(micros(7)));
        assert!(of_hundred(Vec::new()).is_err());
    }
}
