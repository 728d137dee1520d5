//! The papers of a case: which there are, what each still wants, and each as a finished document.

mod boxes;
mod composed;
mod cover;
mod deadline_sheet;
mod fee_rows;
mod item;
mod kinds;
mod list;
mod own_text;
mod paper_day;
mod print;
mod receipt;
mod sentences;

pub use boxes::{FactBox, questionnaire_boxes};
pub use composed::paper_texts;
pub(crate) use kinds::check_papers;
pub(crate) use kinds::filled;
pub use kinds::paper_ids;
pub use list::papers_view;
pub use own_text::{OwnText, OwnTexts, set_own_text};
pub use print::{FailedPaper, PrintedPapers, SkippedPaper, print_all, print_each, print_paper};

pub(crate) use own_text::check_block;
pub(crate) use paper_day::PaperDay;
pub(crate) use print::print_with_photo;
