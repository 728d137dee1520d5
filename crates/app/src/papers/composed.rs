//! The texts of a paper before it is printed, to read and to replace.

use chrono::NaiveDate;
use qonys_papers::FlowFilling;
use qonys_papers::compose;
use qonys_texts::Lang;

use crate::case::Case;
use crate::error::AppError;
use crate::forms::CaseFacts;
use crate::forms::PackWords;
use crate::knowledge::Knowledge;
use crate::papers::item::Item;
use crate::papers::kinds::Kind;
use crate::papers::paper_day::PaperDay;
use crate::papers::print::found;
use crate::papers::print::give;
use crate::view::PaperTextView;

/// The texts of a paper in a language, in their order. A paper of boxes has none.
///
/// # Errors
/// A paper that the case does not have; a language that it is not printed in.
pub fn paper_texts(
    knowledge: &Knowledge,
    case: &Case,
    key: &str,
    lang: Lang,
    on: NaiveDate,
) -> Result<Vec<PaperTextView>, AppError> {
    let (item, _) = found(knowledge, case, key, on)?;
    let Kind::Flow(paper) = Kind::of(knowledge, item.id)? else {
        return Ok(Vec::new());
    };
    let facts = facts(knowledge, case, &item, lang, PaperDay::HandedIn(on))?;
    let composition = compose(
        &paper,
        lang,
        &FlowFilling {
            facts: &facts,
            words: &PackWords { knowledge },
            on,
            subject: item.subject(case),
        },
    )?;
    Ok(composition
        .texts
        .into_iter()
        .map(|text| PaperTextView {
            block: text.block,
            text: text.text,
            editable: text.editable,
            own: text.own,
        })
        .collect())
}

/// The answers with everything that is given to a paper.
pub(crate) fn facts<'a>(
    knowledge: &'a Knowledge,
    case: &'a Case,
    item: &Item,
    lang: Lang,
    on: PaperDay,
) -> Result<CaseFacts<'a>, AppError> {
    let mut facts = CaseFacts::new(knowledge, &case.answers, on.day());
    give(knowledge, case, item.id, lang, on, &mut facts.given)?;
    Ok(facts)
}
