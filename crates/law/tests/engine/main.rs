//! The engine against slow and simple opposites: conditions day by day, Kleene's logic, and what a missing answer may do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod days;
mod deciding;
mod editions;
mod enough;
mod handed_in;
mod implied;
mod logic;
mod officials;
mod one_day;
mod oracle;
mod orders;
mod papers;
mod passports;
mod possible;
mod reasons;
mod said;
mod together;
mod tree;
mod world;

/// So many random cases, or as many as the deep run asks for when it builds the tests.
pub(crate) fn cases(usual: u32) -> proptest::test_runner::Config {
    let asked = option_env!("QONYS_DEEP_CASES").and_then(|count| count.parse().ok());
    proptest::test_runner::Config {
        cases: asked.unwrap_or(usual),
        failure_persistence: None,
        ..proptest::test_runner::Config::default()
    }
}
