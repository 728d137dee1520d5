//! Foreign files are read in a process of their own, because a picture or a PDF may be made to harm whoever reads it.
//!
//! The process is this same program, called with a word that no user types. It has little memory and time, no
//! environment, may write no file and answers at most so many bytes. Whatever happens to it, the caller gets an
//! answer or an error.
//!
//! Every program that makes a [`ForeignReader`] calls [`child_main_if_asked`] first of all in its `main`.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )
)]

mod child;
mod error;
mod foreign;
mod frame;
mod limits;
mod order;
#[cfg(debug_assertions)]
mod probe;
mod reader;

pub use child::child_main_if_asked;
pub use error::ReadError;
pub use foreign::Foreign;
pub use limits::Limits;
#[cfg(debug_assertions)]
pub use probe::Probe;
pub use reader::ForeignReader;
