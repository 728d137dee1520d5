//! Driving a window: the client of the journeys.

#[path = "../../tests/support/http.rs"]
pub(crate) mod http;

#[allow(dead_code, reason = "the journeys use all of it")]
#[path = "../../tests/support/webdriver.rs"]
pub(crate) mod webdriver;
