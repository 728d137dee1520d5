//! Every text is there in Kazakh, Russian and English, with the same placeholders, the right plural
//! forms and the right letters.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod every;
#[path = "../files/mod.rs"]
mod files;
mod glossary;
mod interface;
mod sentences;
mod text;
mod words;
