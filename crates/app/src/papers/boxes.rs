//! Which fact stands in which box of the questionnaire: the table that a reviewer reads.

use qonys_papers::BoxView;
use qonys_papers::Form;

use crate::error::AppError;
use crate::forms::QUESTIONNAIRE;
use crate::knowledge::Knowledge;

/// A place on the questionnaire that a fact fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactBox {
    /// The fact, as `entity.fact`.
    pub fact: String,
    /// The box, with the column of a table: `spouse`, or `spouse: 2`.
    pub place: String,
    /// Its number on the form.
    pub item: String,
    /// The page, from 1.
    pub page: usize,
    /// From the left edge, from the top, width and height, in whole micrometres.
    pub area: [i64; 4],
    /// What stands over it in Kazakh.
    pub kk: String,
    /// What stands over it in Russian.
    pub ru: String,
}

/// Every fact of the questionnaire with every place that it fills or decides, in the order of the form.
///
/// # Errors
/// When the form's file is not right; the tests of every build rule that out.
pub fn questionnaire_boxes(knowledge: &Knowledge) -> Result<Vec<FactBox>, AppError> {
    let (name, source) = knowledge.form(QUESTIONNAIRE)?;
    let form = Form::parse(&name, source)?;
    let mut found = Vec::new();
    for one in form.boxes() {
        let label = |kk: bool| {
            one.label.map_or_else(String::new, |words| {
                if kk { &words.kk } else { &words.ru }.clone()
            })
        };
        if one.columns.is_empty() {
            for fact in &one.facts {
                push(
                    &mut found,
                    &one,
                    fact,
                    one.id.to_owned(),
                    (label(true), label(false)),
                );
            }
        }
        for (index, (words, facts)) in one.columns.iter().enumerate() {
            for fact in facts {
                let place = format!("{}: {}", one.id, index + 1);
                let kk = format!("{} → {}", label(true), words.kk);
                let ru = format!("{} → {}", label(false), words.ru);
                push(&mut found, &one, fact, place, (kk, ru));
            }
        }
    }
    Ok(found)
}

fn push(
    found: &mut Vec<FactBox>,
    one: &BoxView<'_>,
    fact: &str,
    place: String,
    (kk, ru): (String, String),
) {
    if found
        .iter()
        .any(|known| known.fact == fact && known.place == place)
    {
        return;
    }
    found.push(FactBox {
        fact: fact.to_owned(),
        place,
        item: one.item.unwrap_or_default().to_owned(),
        page: one.page,
        area: [
            one.area.x.in_micrometres(),
            one.area.y.in_micrometres(),
            one.area.width.in_micrometres(),
            one.area.height.in_micrometres(),
        ],
        kk,
        ru,
    });
}
