//! Pictures of the pages, for people to look at.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use super::tools;
use super::view::View;
use super::wait;
use super::webdriver::WebDriver;

/// Width and height of the display: larger than the window, so that a picture of a long page fits.
pub(crate) const DISPLAY: (u64, u64) = (1280, 7000);
/// In pixels of the display.
const HIGHEST: u64 = 6900;
const PATIENCE: Duration = Duration::from_secs(5);
const LONGEST_NAME: usize = 48;

/// Takes numbered pictures of one journey, where a folder for them is given.
pub(crate) struct Pictures {
    journey: String,
    folder: Option<PathBuf>,
    view: View,
    number: u32,
}

impl Pictures {
    pub(crate) fn new(journey: &str, view: View) -> Self {
        Self {
            journey: journey.to_owned(),
            folder: tools::surrounding("QONYS_SCREENSHOTS").map(PathBuf::from),
            view,
            number: 0,
        }
    }

    /// A picture of the whole page, however long.
    pub(crate) fn take(&mut self, driver: &WebDriver, heading: &str) -> Result<(), String> {
        let Some(folder) = self.folder.clone() else {
            return Ok(());
        };
        self.number += 1;
        let name = format!("{}-{:03}-{}.png", self.journey, self.number, slug(heading));
        let (width, usual) = self.view.size();
        let height = driver
            .run("return document.documentElement.scrollHeight;", &[])?
            .as_u64()
            .unwrap_or(usual);
        let long = height > usual;
        if long {
            resize(
                driver,
                self.view,
                width,
                height.min(HIGHEST / self.view.scale()),
            )?;
        }
        let light = driver.picture();
        theme(driver, "dark")?;
        let dark = driver.picture();
        theme(driver, "system")?;
        if long {
            resize(driver, self.view, width, usual)?;
        }
        write(&folder.join(&name), &light?)?;
        write(&folder.join(format!("dark-{name}")), &dark?)
    }

    /// A picture of the window as it is on a screen, under a name of its own.
    pub(crate) fn of_the_window(&self, driver: &WebDriver, name: &str) -> Result<(), String> {
        match &self.folder {
            Some(folder) => write(&folder.join(format!("{name}.png")), &driver.picture()?),
            None => Ok(()),
        }
    }

    /// A picture of the window as it is when something fails; returns where it lies.
    pub(crate) fn of_failure(&self, driver: &WebDriver) -> String {
        let folder = self
            .folder
            .clone()
            .unwrap_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")));
        let path = folder.join(format!("{}-failed.png", self.journey));
        match driver.picture().and_then(|picture| write(&path, &picture)) {
            Ok(()) => path.display().to_string(),
            Err(problem) => format!("none ({problem})"),
        }
    }
}

/// Shows the page in other colours, as the settings do.
pub(crate) fn theme(driver: &WebDriver, name: &str) -> Result<(), String> {
    let script = format!("document.documentElement.dataset.theme = '{name}';");
    driver.run(&script, &[]).map(drop)
}

/// Makes the window as large as told, around the middle of the display: there the pointer stands, and where no program arranges
/// windows, the one below the pointer has the focus. The window follows a little later: a click before that would miss.
pub(crate) fn resize(
    driver: &WebDriver,
    view: View,
    width: u64,
    height: u64,
) -> Result<(), String> {
    let before = |display: u64, length: u64| (display / view.scale()).saturating_sub(length) / 2;
    let place = (before(DISPLAY.0, width), before(DISPLAY.1, height));
    driver.place(place, (width, height))?;
    let script = "return [innerWidth, innerHeight, document.hasFocus()];";
    let inner = || driver.run(script, &[]).ok();
    let wanted = json!([width, height, true]);
    wait::until(PATIENCE, || inner().filter(|inner| *inner == wanted))
        .map(drop)
        .ok_or_else(|| format!("the window did not become {wanted}: {:?}", inner()))
}

fn write(path: &Path, picture: &str) -> Result<(), String> {
    let failed = |problem: std::io::Error| format!("{}: {problem}", path.display());
    let mut file = fs::File::create(path).map_err(failed)?;
    file.write_all(&from_base64(picture)?).map_err(failed)
}

fn from_base64(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err("the picture is not base64".to_owned()),
        };
        bits = (bits << 6) | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap_or_default());
        }
    }
    Ok(bytes)
}

fn slug(heading: &str) -> String {
    let mut slug = String::new();
    for letter in heading.chars().take(LONGEST_NAME) {
        if letter.is_alphanumeric() {
            slug.extend(letter.to_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}
