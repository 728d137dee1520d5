//! Texts, plural forms, dates and money in Kazakh, Russian and English.
//!
//! The language is an argument of every function: nothing here keeps a current language, because a screen in
//! one language prints papers in another.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )
)]

mod date;
mod lang;
mod money;
mod plural;
mod text;
mod words;

pub use date::{date_long, date_numeric, date_official, date_paper, month, weekday, weekday_short};
pub use lang::{Lang, TextsError};
pub use money::money;
pub use plural::{days, plural};
pub use text::{has, keys, text, text_with};
pub use words::{money_in_words, number_in_words};

rust_i18n::i18n!("../../locales", fallback = "en");
