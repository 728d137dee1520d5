//! What stands in the agenda, and what is said beside it, by what has happened to the application.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod barred;
mod filed;
mod filing_day;
mod one_record;
mod passport_end;
mod sample;
mod sheets;
