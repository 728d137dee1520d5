//! What is installed, on which systems, and whether what is written about it is so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

#[path = "../files/mod.rs"]
mod files;
mod linux;
mod platforms;
mod versions;
mod workflows;
