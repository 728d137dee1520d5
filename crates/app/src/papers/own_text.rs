//! Texts of the person's own, in place of composed ones.

use std::collections::BTreeMap;
use std::fmt;

use qonys_texts::Lang;

use crate::case::Case;
use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::knowledge::Knowledge;
use crate::papers::kinds::Kind;
use crate::read::composed;

/// Longer than any page holds.
const LONGEST: usize = 6000;

/// A text of the person's own, in the languages in which it was written.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct OwnText {
    /// In Kazakh.
    pub kk: Option<String>,
    /// In Russian.
    pub ru: Option<String>,
}

impl OwnText {
    /// The text in a language of the papers.
    #[must_use]
    pub fn of(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Kk => self.kk.as_deref(),
            Lang::Ru => self.ru.as_deref(),
            Lang::En => None,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kk.is_none() && self.ru.is_none()
    }
}

impl fmt::Debug for OwnText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[text]")
    }
}

/// By the paper's id and the block's.
pub type OwnTexts = BTreeMap<String, BTreeMap<String, OwnText>>;

/// Whether a block of a paper takes a text of the person's own, and the text is not too long.
///
/// # Errors
/// What is wrong, with the field `texts.PAPER.BLOCK`.
pub(crate) fn check_block(
    knowledge: &Knowledge,
    paper: &str,
    block: &str,
    text: &OwnText,
) -> Result<(), AppError> {
    let at = || format!("texts.{paper}.{block}");
    let unknown = || AppError::field(at(), FieldProblem::UnknownField);
    let Ok(Kind::Flow(flow)) = Kind::of(knowledge, paper) else {
        return Err(unknown());
    };
    if !flow.editable_blocks().any(|known| known == block) {
        return Err(unknown());
    }
    for text in [&text.kk, &text.ru].into_iter().flatten() {
        if text.chars().count() > LONGEST {
            return Err(AppError::field(
                at(),
                FieldProblem::TextTooLong { most: LONGEST },
            ));
        }
    }
    Ok(())
}

/// Puts a text of the person's own in the place of a composed one; an empty one takes it back.
///
/// # Errors
/// As for a case file: the paper has no such block, or the text is too long.
pub fn set_own_text(
    knowledge: &Knowledge,
    case: &mut Case,
    paper: &str,
    block: &str,
    lang: Lang,
    text: &str,
) -> Result<(), AppError> {
    let mut own = case
        .texts
        .get(paper)
        .and_then(|blocks| blocks.get(block))
        .cloned()
        .unwrap_or_default();
    let text = (!text.trim().is_empty()).then(|| composed(text));
    match lang {
        Lang::Kk => own.kk = text,
        Lang::Ru => own.ru = text,
        Lang::En => {
            return Err(AppError::field(
                format!("texts.{paper}.{block}"),
                FieldProblem::UnknownField,
            ));
        }
    }
    check_block(knowledge, paper, block, &own)?;
    let blocks = case.texts.entry(paper.to_owned()).or_default();
    if own.is_empty() {
        blocks.remove(block);
    } else {
        blocks.insert(block.to_owned(), own);
    }
    case.texts.retain(|_, blocks| !blocks.is_empty());
    Ok(())
}
