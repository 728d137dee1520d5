//! Circumstances that give no right by themselves and are worth stating and proving.

use crate::condition::Condition;
use crate::pack::dated::dated;
use crate::pack::records::Disagreement;
use crate::pack::records::Note;
use crate::words::Words;

dated! {
    /// A circumstance to state in the application, with what proves it.
    Circumstance {
        /// Its place in lists.
        #[serde(default)]
        order: u32,
        /// What it is called.
        title: Words,
        /// What to state, and what to attach as proof.
        proof: Words,
        /// When it is the person's.
        when: Condition,
        /// Remarks.
        #[serde(default)]
        note: Vec<Note>,
        /// Other readings.
        #[serde(default)]
        disagreement: Vec<Disagreement>,
    }
}
