//! Aids to enter answers rightly: nothing is filled without the person's yes, and a doubt forbids nothing.

mod fields;
mod hints;
mod paper_names;
mod zone;

pub(crate) use hints::doubts_of_answer;
pub(crate) use hints::entry_hints;
pub(crate) use paper_names::asks_for_name;
pub(crate) use paper_names::bears_name;
pub(crate) use paper_names::doubts_of_paper;
pub(crate) use paper_names::paper_names;
pub(crate) use zone::answers_of_zone;
pub(crate) use zone::machine_zone_view;

use crate::speak::Speaker;

/// A sentence of `locales/entry`.
fn said(speaker: &Speaker<'_>, key: &str, args: &[(&str, &str)]) -> String {
    qonys_texts::text_with(speaker.lang, &format!("entry.{key}"), args)
}
