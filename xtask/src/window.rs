//! Driving a window: the client of the journeys.

use crate::ended::until;

#[path = "../../tests/support/http.rs"]
pub(crate) mod http;

#[allow(dead_code, reason = "the journeys use all of it")]
#[path = "../../tests/support/webdriver.rs"]
pub(crate) mod webdriver;

/// Waits for the heading of the first page.
pub(crate) fn first_page(driver: &webdriver::WebDriver) -> Result<(), String> {
    let heading = "return document.querySelector('h1')?.innerText || null;";
    until("the first page", || {
        let heading = driver.run(heading, &[]).ok()?;
        (!heading.is_null()).then_some(())
    })
}
