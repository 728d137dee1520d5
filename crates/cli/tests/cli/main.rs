//! The command line as a user runs it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at the first surprise, and these write bad files"
)]

mod answers;
mod bad_input;
mod blank;
mod calendar;
mod calendar_seed;
mod clock;
mod days;
mod filed;
mod holders;
mod languages;
mod law;
mod money;
mod papers;
mod plan;
mod run;
mod schema;
mod seed_stays;
mod sheets;
mod stays;
