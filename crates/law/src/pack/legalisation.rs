//! Whether a foreign paper needs an apostille or legalisation, by the state that issued it.

use serde::Deserialize;

use crate::pack::dated::dated;
use crate::words::Words;

/// What a foreign paper needs before it is accepted.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize,
)]
#[serde(rename_all = "snake_case")]
pub enum LegalisationForm {
    /// Neither an apostille nor legalisation.
    NotNeeded,
    /// An apostille.
    Apostille,
    /// Legalisation by consuls, unless a treaty provides otherwise.
    Legalisation,
}

dated! {
    /// One rule on the papers of some states. The first rule, in their order, that names the state decides; the
    /// one that names none speaks for all the others.
    Legalisation {
        /// Its place among the rules.
        order: u32,
        /// The list of the states it is about.
        #[serde(default)]
        list: Option<String>,
        /// The one state it is about.
        #[serde(default)]
        country: Option<String>,
        /// What their papers need.
        form: LegalisationForm,
        /// The same as a sentence.
        words: Words,
    }
}
