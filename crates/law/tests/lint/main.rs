//! Every lint finds the fault that is planted for it, and none finds a fault in a sound pack.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod book;
mod planted;
mod sound;
