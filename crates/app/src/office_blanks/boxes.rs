//! Boxes between the window and the file of boxes.

use qonys_law::FactType;
use qonys_papers::Area;
use qonys_papers::BlankBoxes;
use qonys_papers::FactPath;
use qonys_papers::FormLanguage;
use qonys_papers::Length;
use qonys_papers::PlainBox;
use qonys_papers::PlainDatePart;
use qonys_papers::PlainFill;
use qonys_papers::PlainOption;
use qonys_papers::PlainPlace;

use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::forms::lang;
use crate::knowledge::Knowledge;
use crate::speak::in_language;
use crate::wire_blank::BlankBoxInput;
use crate::wire_blank::BoxFill;
use crate::wire_blank::BoxState;
use crate::wire_blank::DatePart;

/// The box that a window means. A new one gets an id that no other has.
///
/// # Errors
/// An answer that nothing asks for, with the field `box.fact`.
pub(crate) fn plain_box(
    knowledge: &Knowledge,
    boxes: &BlankBoxes,
    input: &BlankBoxInput,
) -> Result<PlainBox, AppError> {
    let id = match &input.id {
        Some(id) => id.clone(),
        None => unused(boxes),
    };
    let place = match &input.field {
        Some(field) => PlainPlace::Field(field.clone()),
        None => PlainPlace::Page {
            page: usize::try_from(input.page).unwrap_or(0),
            area: area_of(input.x, input.y, input.width, input.height),
        },
    };
    let fill = plain_fill(knowledge, &input.fill)?;
    Ok(PlainBox {
        id,
        place,
        item: said(input.item.as_deref()),
        // The copy sheet and continuation sheets call the box by its label.
        label: said(input.label.as_deref())
            .or_else(|| usual_label(knowledge, &input.fill, boxes.blank.language)),
        record: input
            .record
            .and_then(|record| usize::try_from(record).ok())
            .filter(|record| *record > 0),
        fill,
    })
}

/// A rectangle in micrometres.
pub(crate) fn area_of(x: i32, y: i32, width: i32, height: i32) -> Area {
    let length = |value: i32| Length::micrometres(i64::from(value));
    Area {
        x: length(x),
        y: length(y),
        width: length(width),
        height: length(height),
    }
}

fn said(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// What the interview calls the datum, in the language of the blank.
fn usual_label(knowledge: &Knowledge, fill: &BoxFill, language: FormLanguage) -> Option<String> {
    let fact = match fill {
        BoxFill::Text { fact, .. }
        | BoxFill::Comb { fact, .. }
        | BoxFill::Tick { fact, .. }
        | BoxFill::Date { fact, .. }
        | BoxFill::States { fact, .. } => fact,
        BoxFill::Lines { .. }
        | BoxFill::Photo
        | BoxFill::SigningDate
        | BoxFill::Pen
        | BoxFill::Other => return None,
    };
    let declared = knowledge.interview.fact(&fact.parse().ok()?)?;
    Some(in_language(&declared.label, lang(language)).to_owned())
}

fn unused(boxes: &BlankBoxes) -> String {
    let known = boxes.boxes();
    let mut number = known.len() + 1;
    loop {
        let id = format!("box-{number}");
        if known.iter().all(|one| one.id != id) {
            return id;
        }
        number += 1;
    }
}

fn plain_fill(knowledge: &Knowledge, fill: &BoxFill) -> Result<PlainFill, AppError> {
    let unknown = || AppError::field("box.fact", FieldProblem::UnknownField);
    let asked = |fact: &str| -> Result<(FactPath, FactType), AppError> {
        let path: qonys_law::FactPath = fact.parse().map_err(|_| unknown())?;
        let declared = knowledge.interview.fact(&path).ok_or_else(unknown)?;
        let path = fact.parse().map_err(|_| unknown())?;
        Ok((path, declared.kind))
    };
    Ok(match fill {
        BoxFill::Text { fact, pitch } => {
            let (fact, kind) = asked(fact)?;
            PlainFill::Text {
                fact,
                names: matches!(kind, FactType::NameLatin | FactType::NameCyrillic),
                pitch: pitch
                    .filter(|pitch| *pitch > 0)
                    .map(|pitch| Length::micrometres(i64::from(pitch))),
            }
        }
        BoxFill::Comb { fact, cells } => PlainFill::Comb {
            fact: asked(fact)?.0,
            cells: *cells,
        },
        BoxFill::Tick { fact, option } => {
            let (fact, kind) = asked(fact)?;
            PlainFill::Tick {
                fact,
                option: if kind == FactType::YesNo {
                    PlainOption::YesNo(option == "yes")
                } else {
                    PlainOption::Id(option.clone())
                },
            }
        }
        BoxFill::Date { fact, part } => PlainFill::Date {
            fact: asked(fact)?.0,
            part: match part {
                DatePart::Whole => PlainDatePart::Whole,
                DatePart::Day => PlainDatePart::Day,
                DatePart::Month => PlainDatePart::Month,
                DatePart::MonthName => PlainDatePart::MonthName,
                DatePart::Year => PlainDatePart::Year,
            },
        },
        BoxFill::States { fact, states } => {
            let mut states: Vec<(String, String)> = states
                .iter()
                .filter(|one| !one.state.is_empty())
                .map(|one| (one.option.clone(), one.state.clone()))
                .collect();
            states.sort_unstable();
            PlainFill::States {
                fact: asked(fact)?.0,
                states,
            }
        }
        BoxFill::Lines { given } => PlainFill::Lines(given.clone()),
        BoxFill::Photo => PlainFill::Photo,
        BoxFill::SigningDate => PlainFill::SigningDate,
        BoxFill::Pen => PlainFill::Pen,
        BoxFill::Other => PlainFill::Other,
    })
}

/// What fills a box, as a window shows it.
pub(super) fn fill_of(plain: &PlainFill) -> BoxFill {
    match plain {
        PlainFill::Text { fact, pitch, .. } => BoxFill::Text {
            fact: fact.to_string(),
            pitch: pitch.map(micrometres),
        },
        PlainFill::Comb { fact, cells } => BoxFill::Comb {
            fact: fact.to_string(),
            cells: *cells,
        },
        PlainFill::Tick { fact, option } => BoxFill::Tick {
            fact: fact.to_string(),
            option: match option {
                PlainOption::YesNo(true) => "yes".to_owned(),
                PlainOption::YesNo(false) => "no".to_owned(),
                PlainOption::Id(id) => id.clone(),
            },
        },
        PlainFill::Date { fact, part } => BoxFill::Date {
            fact: fact.to_string(),
            part: match part {
                PlainDatePart::Whole => DatePart::Whole,
                PlainDatePart::Day => DatePart::Day,
                PlainDatePart::Month => DatePart::Month,
                PlainDatePart::MonthName => DatePart::MonthName,
                PlainDatePart::Year => DatePart::Year,
            },
        },
        PlainFill::States { fact, states } => BoxFill::States {
            fact: fact.to_string(),
            states: states
                .iter()
                .map(|(option, state)| BoxState {
                    option: option.clone(),
                    state: state.clone(),
                })
                .collect(),
        },
        PlainFill::Lines(given) => BoxFill::Lines {
            given: given.clone(),
        },
        PlainFill::Photo => BoxFill::Photo,
        PlainFill::SigningDate => BoxFill::SigningDate,
        PlainFill::Pen => BoxFill::Pen,
        PlainFill::Other => BoxFill::Other,
    }
}

pub(super) fn micrometres(length: Length) -> i32 {
    i32::try_from(length.in_micrometres()).unwrap_or(i32::MAX)
}
