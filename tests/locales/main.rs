//! Every text is there in Kazakh, Russian and English, with the same placeholders, the right plural
//! forms and the right letters.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

#[path = "../files/mod.rs"]
mod files;
mod interface;
mod text;
mod words;
