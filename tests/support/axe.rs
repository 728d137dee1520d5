//! axe-core in the window: what judges barriers, and what reckons roles and names from the document.

use std::path::Path;

use serde_json::json;

use super::webdriver::WebDriver;

/// The release that the tests of the screens use.
const FILE: &str = "ui/node_modules/axe-core/axe.min.js";

const IS_THERE: &str = "return typeof window.axe === 'object';";

/// The program text of axe-core.
#[derive(Debug)]
pub(crate) struct Axe(String);

impl Axe {
    /// Reads it from where the screens have it.
    pub(crate) fn read() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
        let source = std::fs::read_to_string(&file);
        Self(source.unwrap_or_else(|problem| {
            panic!("{}: {problem}: `npm ci` in ui", file.display());
        }))
    }

    /// Brings it into the window, where it is not yet; one that was opened anew has lost it.
    pub(crate) fn bring(&self, driver: &WebDriver) -> Result<(), String> {
        if driver.run(IS_THERE, &[])? != json!(true) {
            driver.run(&self.0, &[])?;
        }
        Ok(())
    }
}
