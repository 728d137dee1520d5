//! A blank with its boxes, as a window shows it.

use qonys_papers::Area;
use qonys_papers::BlankBoxes;
use qonys_papers::FactNames;
use qonys_papers::Form;
use qonys_papers::FormLanguage;
use qonys_papers::PaperError;
use qonys_papers::PlainPlace;
use qonys_papers::RuledKind;
use qonys_papers::Suggestion;

use super::boxes::fill_of;
use super::boxes::micrometres;
use super::kept::OpenBlank;
use crate::blanks;
use crate::error::AppError;
use crate::forms::QUESTIONNAIRE;
use crate::knowledge::Knowledge;
use crate::view::BlankBoxView;
use crate::view::BlankSuggestionView;
use crate::view::FieldSuggestionView;
use crate::view::OfficeBlankView;
use crate::view::RuledCode;
use crate::view::RuledPlaceView;

/// What facts are called on blanks, by the name of its file.
const NAMES: &str = "blank-names";

/// What facts are called, by the law in use.
///
/// # Errors
/// When a file of it is not right.
pub(crate) fn names(knowledge: &Knowledge) -> Result<FactNames, AppError> {
    let (name, source) = knowledge.form(QUESTIONNAIRE)?;
    let (_, further) = knowledge.form(NAMES)?;
    Ok(FactNames::new(&Form::parse(&name, source)?, further)?)
}

/// The blank with everything that one sees of it.
pub(crate) fn look(
    knowledge: &Knowledge,
    open: &OpenBlank,
    boxes: &BlankBoxes,
) -> Result<OfficeBlankView, AppError> {
    let names = names(knowledge)?;
    // Suggestions that cannot be made are none; the person chooses alone.
    let suggested = open.blank.suggest_for_fields(&names).unwrap_or_default();
    Ok(OfficeBlankView {
        blank: blanks::blank_view(&open.blank),
        title: boxes.blank.title.clone(),
        edition: boxes.blank.edition.clone(),
        language: match boxes.blank.language {
            FormLanguage::Kk => "kk",
            FormLanguage::Ru => "ru",
        }
        .to_owned(),
        boxes: boxes
            .plain()
            .into_iter()
            .map(|one| {
                let (field, page, area) = match one.place {
                    PlainPlace::Field(field) => (Some(field), 0, Area::default()),
                    PlainPlace::Page { page, area } => (None, page, area),
                };
                BlankBoxView {
                    id: one.id,
                    field,
                    page: count(page),
                    x: micrometres(area.x),
                    y: micrometres(area.y),
                    width: micrometres(area.width),
                    height: micrometres(area.height),
                    item: one.item,
                    label: one.label,
                    record: one.record.map(count),
                    fill: fill_of(&one.fill),
                }
            })
            .collect(),
        ruled: open
            .ruled
            .iter()
            .map(|place| RuledPlaceView {
                page: count(place.page),
                x: micrometres(place.area.x),
                y: micrometres(place.area.y),
                width: micrometres(place.area.width),
                height: micrometres(place.area.height),
                kind: match place.kind {
                    RuledKind::Cell => RuledCode::Cell,
                    RuledKind::Comb(_) => RuledCode::Comb,
                    RuledKind::Square => RuledCode::Square,
                    RuledKind::Line => RuledCode::Line,
                },
                cells: match place.kind {
                    RuledKind::Comb(cells) => Some(count(cells)),
                    RuledKind::Cell | RuledKind::Square | RuledKind::Line => None,
                },
            })
            .collect(),
        suggestions: suggested
            .into_iter()
            .map(|(field, suggestion)| FieldSuggestionView {
                field,
                suggestion: spoken(suggestion),
            })
            .collect(),
    })
}

/// Which datum a place is for, guessed from the words beside it.
///
/// # Errors
/// When the page cannot be read.
pub(crate) fn suggestion(
    knowledge: &Knowledge,
    open: &OpenBlank,
    page: usize,
    area: Area,
) -> Result<Option<BlankSuggestionView>, AppError> {
    Ok(open
        .blank
        .suggest_for_place(&names(knowledge)?, page, area)
        .map_err(PaperError::from)?
        .map(spoken))
}

fn spoken(suggestion: Suggestion) -> BlankSuggestionView {
    BlankSuggestionView {
        fact: suggestion.fact,
        from: suggestion.from,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
