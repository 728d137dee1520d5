//! The smallest use of everything that was installed.

use std::fs;

use serde_json::{Value, json};

use super::super::{read, told};
use super::desktop::Desktop;
use super::room::Room;
use crate::ended::until;
use crate::paths;
use crate::window::webdriver::Element;

const TODAY: &str = "2026-11-22";
const PASSPHRASE: &str = "дала жел боран 7";

/// A case that is made up.
const SAMPLE: &str = "assets/samples/omsk-engineer.json";

/// The button of the page whose words begin with these.
const PRESS: &str = "const words = arguments[0];
    return [...document.querySelectorAll('main button, main a[href]')]
      .find((one) => one.innerText.trim().startsWith(words)) ?? null;";
const FIELDS: &str = "return [...document.querySelectorAll('main input')];";
const HEADING: &str = "return document.querySelector('h1')?.innerText.trim() ?? '';";

/// From the first start to a sealed case; gives the seconds until the first page.
pub(super) fn in_the_window(room: &Room) -> Result<f64, String> {
    let words: Value = serde_json::from_str(&read(&paths::root().join("locales/app.kk.json"))?)
        .map_err(|problem| problem.to_string())?;
    let say = |key: &str| -> Result<String, String> {
        words
            .pointer(&format!("/app/{}", key.replace('.', "/")))
            .and_then(Value::as_str)
            .map(str::to_owned)
            .ok_or_else(|| format!("locales/app.kk.json has no {key}"))
    };
    let desktop = Desktop::open(room, TODAY)?;
    let driver = &desktop.driver;
    let press = |name: &str| -> Result<(), String> {
        let button = until(name, || {
            Element::of(&driver.run(PRESS, &[json!(name)]).ok()?)
        })?;
        driver.click(&button)
    };
    let comes = |heading: &str| -> Result<(), String> {
        until(heading, || {
            let there = driver.run(HEADING, &[]).ok()?;
            (there.as_str() == Some(heading)).then_some(())
        })
    };
    press(&say("language.self")?)?;
    comes(&say("start.heading")?)?;
    press(&say("start.begin")?)?;
    comes(&say("passphrase.heading")?)?;
    let fields = driver.run(FIELDS, &[])?;
    for field in fields.as_array().into_iter().flatten() {
        if let Some(field) = Element::of(field) {
            driver.paste(&field, PASSPHRASE)?;
        }
    }
    press(&say("passphrase.create")?)?;
    until("the first question", || {
        let there = driver.run(HEADING, &[]).ok()?;
        let heading = there.as_str().unwrap_or_default();
        (!heading.is_empty() && heading != say("passphrase.heading").ok()?).then_some(())
    })?;
    driver.close();
    Ok(desktop.until_first_page.as_secs_f64())
}

/// An answer, a paper, and the daily look by both means that Linux has.
pub(super) fn on_the_command_line(room: &Room) -> Result<(), String> {
    let sample = paths::root().join(SAMPLE);
    fs::copy(&sample, room.path("tmp/case.json")).map_err(|problem| told(&sample, &problem))?;
    for line in [
        "qonys-cli assess /tmp/case.json --lang kk > answer.txt && test -s answer.txt",
        "qonys-cli papers /tmp/case.json --lang kk --on 2026-11-22 --form questionnaire --out .",
        "ls *questionnaire*.pdf",
        "qonys-cli agenda /tmp/case.json --on 2026-11-22 --reminders .local/share/kz.qonys.desktop",
        "qonys-remind switch-on --folder .local/share/kz.qonys.desktop",
        // A systemd that takes everything.
        "mkdir -p bin && printf '#!/bin/sh\\n' > bin/systemctl && chmod 755 bin/systemctl",
        "cp -r .config/autostart kept && PATH=\"$HOME/bin:$PATH\" \
         qonys-remind switch-on --folder .local/share/kz.qonys.desktop && mv kept/* .config/autostart/",
    ] {
        room.person(line)?;
    }
    Ok(())
}
