//! A real window, and a driver that fills any case file into it by what is visible.

mod after;
pub(crate) mod axe;
pub(crate) mod barriers;
mod blank;
pub(crate) mod case_file;
pub(crate) mod compare;
mod dates_and_papers;
pub(crate) mod desktop;
mod every_page;
pub(crate) mod expected;
mod fill;
pub(crate) mod hands;
pub(crate) mod heard;
mod http;
mod interface;
mod journey;
mod keeping;
pub(crate) mod log;
mod page;
mod pictures;
pub(crate) mod plaintext;
pub(crate) mod printed;
mod reminders;
pub(crate) mod told;
pub(crate) mod tools;
pub(crate) mod view;
mod wait;
pub(crate) mod walk;
mod webdriver;

// The readers of the finished papers are those of the crate that prints them.
#[path = "../../crates/papers/tests/support/poppler.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    clippy::float_arithmetic,
    clippy::disallowed_methods,
    reason = "made for other tests too"
)]
mod poppler;
#[path = "../../crates/papers/tests/support/proof.rs"]
#[expect(unreachable_pub, reason = "made for other tests too")]
mod proof;
