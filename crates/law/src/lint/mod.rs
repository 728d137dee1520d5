//! Lints of a law pack: nothing without a source, nothing unused, nothing in two languages only.
//!
//! Pure: files are names and texts, findings are data. The tests of every build run them over the pack that is built in, and the
//! command line over any folder.

mod dates;
mod facts;
mod files;
mod finding;
mod languages;
mod places;
mod reviews;
mod sources;
mod usage;

pub use files::LintFiles;
pub use files::lint;
pub use finding::LintFinding;
pub use finding::LintRule;
pub use finding::Severity;
pub use reviews::due;
