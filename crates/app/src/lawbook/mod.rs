//! The law pack itself in words of one language: for the command line, and for the pages that a lawyer reads.

mod built_in;
mod difference;
mod index;
mod markdown;
mod pages;
mod record;
mod scribe;
mod spoken;
mod tables;

pub use built_in::built_in_lawbook;
pub use built_in::law_lint;
pub use built_in::lawbook_in_use;
pub use built_in::lawbook_of;
pub use difference::law_differences_of_books;
pub use difference::law_differences_of_days;
pub use index::law_index;
pub use pages::LawPage;
pub use pages::law_pages;
pub use record::law_list;
pub use record::law_record;
