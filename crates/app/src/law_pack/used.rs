//! By which law an answer was given.

use qonys_texts::Lang;
use qonys_texts::date_long;
use qonys_texts::text_with;

use crate::knowledge::Knowledge;
use crate::view::DayView;
use crate::view::LawUsedView;

/// The version and the day of the law in use, in a language.
#[must_use]
pub fn law_used(knowledge: &Knowledge, lang: Lang) -> LawUsedView {
    let manifest = knowledge.manifest();
    let day = date_long(lang, manifest.issued);
    LawUsedView {
        version: manifest.version,
        text: text_with(
            lang,
            "plans.law_pack.used",
            &[("version", &manifest.version.to_string()), ("day", &day)],
        ),
        issued: DayView {
            iso: manifest.issued.to_string(),
            text: day,
        },
    }
}
