//! From answers to the words of a box, and notes about the language they are in.

mod notes;
mod record;
mod words;

pub(crate) use notes::{Watch, in_doubt};
pub(crate) use record::{Asked, doubt};
pub(crate) use words::Speaker;
