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
mod logic;
mod oracle;
mod papers;
mod tree;
mod world;
