//! What is to be known of a filled blank before it is handed in.

use qonys_law::Words;
use qonys_texts::Lang;
use qonys_texts::plural;
use qonys_texts::text_with;

use crate::speak::in_language;

/// Something that is not on a filled blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperWarning {
    /// A list has more records than the blank has boxes.
    LeftOut {
        /// The list.
        list: String,
        /// What the list is called.
        title: Words,
        /// How many of its records are not on the paper.
        records: usize,
    },
    /// A box asks for an answer that the law in use does not ask any more.
    NotAsked {
        /// The box.
        place: String,
        /// The fact.
        fact: String,
    },
    /// A field of the blank had a value already, and no box names it: what was not answered stands on the paper.
    FilledBefore {
        /// The field, as the blank calls it.
        field: String,
    },
}

impl PaperWarning {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::LeftOut { .. } => "records_left_out",
            Self::NotAsked { .. } => "not_asked",
            Self::FilledBefore { .. } => "filled_before",
        }
    }

    /// The same as a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::LeftOut { title, records, .. } => plural(
                lang,
                "blank.warning.left_out",
                i64::try_from(*records).unwrap_or(i64::MAX),
                &[("list", in_language(title, lang))],
            ),
            Self::NotAsked { place, fact } => text_with(
                lang,
                "blank.warning.not_asked",
                &[("place", place), ("fact", fact)],
            ),
            Self::FilledBefore { field } => {
                text_with(lang, "blank.warning.filled_before", &[("field", field)])
            }
        }
    }
}
