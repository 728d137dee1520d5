//! What axe-core finds in the window: barriers by WCAG 2.2 A and AA, in light and in dark.

use std::collections::BTreeSet;

use qonys_app::Lang;
use serde_json::{Value, json};

use super::axe::Axe;
use super::page::Page;
use super::pictures;
use super::webdriver::WebDriver;

/// Colours that fade into each other are no colours of the design: meanwhile nothing fades.
const STAND_STILL: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets = [sheet];
    return true;";
const MOVE_AGAIN: &str = "document.adoptedStyleSheets = []; return true;";

const JUDGE: &str = "const [tags, done] = arguments;
    const told = ({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
      .then(told).then(done, (problem) => done([String(problem)]));";

/// What WCAG 2.2 asks for at A and AA.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// The name of the page in its address.
const KIND: &str = "return location.hash.split('/')[1] ?? '';";

/// Judges each page once.
#[derive(Debug)]
pub(crate) struct Barriers {
    axe: Axe,
    themes: &'static [&'static str],
    /// The one language in which one page of each kind is judged; none where all are, in all languages.
    quick: Option<Lang>,
    judged: BTreeSet<(String, String)>,
}

impl Barriers {
    /// Every page in every language and both themes.
    pub(crate) fn of_everything() -> Self {
        Self::new(&["light", "dark"], None)
    }

    /// One page of each kind, in one language, in light: less than a minute.
    pub(crate) fn quick(lang: Lang) -> Self {
        Self::new(&["light"], Some(lang))
    }

    fn new(themes: &'static [&'static str], quick: Option<Lang>) -> Self {
        Self {
            axe: Axe::read(),
            themes,
            quick,
            judged: BTreeSet::new(),
        }
    }

    /// How many pages were judged.
    pub(crate) fn number(&self) -> usize {
        self.judged.len()
    }

    /// What is wrong with the page that is open; nothing where it was judged already.
    pub(crate) fn of(&mut self, driver: &WebDriver, page: &Page) -> Result<Vec<String>, String> {
        let which = match self.quick {
            None => page.heading.clone(),
            Some(lang) if page.language == lang.code() => driver
                .run(KIND, &[])?
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            Some(_) => return Ok(Vec::new()),
        };
        if !self.judged.insert((page.language.clone(), which)) {
            return Ok(Vec::new());
        }
        self.axe.bring(driver)?;
        driver.run(STAND_STILL, &[])?;
        let mut found = Vec::new();
        for theme in self.themes {
            pictures::theme(driver, theme)?;
            let barriers = driver.run_until_done(JUDGE, &[json!(TAGS)])?;
            let barriers = barriers.as_array().cloned().unwrap_or_default();
            let told = barriers.iter().filter_map(Value::as_str);
            found.extend(told.map(|barrier| format!("{theme}: {barrier}")));
        }
        pictures::theme(driver, "system")?;
        driver.run(MOVE_AGAIN, &[])?;
        Ok(found)
    }
}
