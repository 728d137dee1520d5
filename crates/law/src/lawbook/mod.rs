//! A pack as its files have it, record by record and of whatever kind: to show it, to compare it and to check it.
//!
//! The engine reads the same files into types of its own. Here nothing is typed but the days, the cite and the words, so that a new
//! kind of record can be shown, compared and checked on the day it is invented.

mod book;
mod difference;
mod entry;
mod nearest;
mod references;
mod status;

pub use book::Lawbook;
pub use difference::Change;
pub use difference::Difference;
pub use difference::FieldChange;
pub use difference::between_books;
pub use difference::between_days;
pub use entry::Entry;
pub use entry::words_of;
pub use references::is_condition_key;
pub use references::kinds_meant;
pub(crate) use references::strings;
pub use status::Status;
