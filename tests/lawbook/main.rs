//! The law that people read: the pages made from the pack, every record in every language, and the coverage of the seeds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at the first surprise, and one of these writes the generated pages"
)]

#[path = "../files/mod.rs"]
mod files;

mod coverage;
mod pages;
mod records;
