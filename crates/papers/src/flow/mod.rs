//! Papers that flow: paragraphs, lists and tables that follow one another over as many pages as they need, beside the
//! forms whose boxes have fixed places. The same fonts, shaping and finish.

mod block;
mod bound;
mod check;
mod compose;
mod file;
mod lay;
mod paper;
mod say;
mod sheet;
mod table;
mod template;

pub use paper::{ComposedText, Composition, FlowFilling, FlowPaper, compose, print};
