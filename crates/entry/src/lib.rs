//! What helps to enter answers rightly: the machine-readable lines of a passport, the spellings of a name and the same name on
//! several papers. Nothing here decides anything: all of it is offered or questioned, and the person says yes.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test may stop at the first surprise"
    )
)]

mod countries;
mod digits;
mod letters;
mod lines;
mod name_words;
mod names;
mod paper_name;
#[cfg(test)]
mod paper_name_tests;
mod zone;

pub use countries::country_of_zone;
pub use letters::Script;
pub use letters::Spelling;
pub use letters::spellings;
pub use lines::CheckedField;
pub use lines::ZoneFormat;
pub use lines::ZoneProblem;
pub use names::NameDoubt;
pub use names::name_doubt;
pub use paper_name::KnownName;
pub use paper_name::NamePart;
pub use paper_name::PaperNameDoubt;
pub use paper_name::WholeName;
pub use paper_name::is_unfinished_name;
pub use paper_name::paper_name_doubts;
pub use zone::MachineZone;
pub use zone::Sex;
pub use zone::read_zone;
