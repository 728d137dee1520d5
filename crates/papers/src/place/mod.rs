//! Where everything goes: the form's own furniture, the answers in their boxes, and the
//! continuation sheets for what does not fit.

mod answer;
mod choice;
mod desk;
mod furniture;
mod grid;
mod marks;
mod rows;
mod sheets;
mod single;
mod table;

use std::collections::BTreeMap;

pub(crate) use marks::{Mark, Page, Shade};

use crate::error::PaperError;
use crate::form::{Fill, Form, Frame};
use crate::language::FormLanguage;
use crate::letters::Faces;
use crate::paper::{Filling, LanguageNote, Placed};
use crate::say::{Asked, Speaker, Watch, doubt, in_doubt};
use desk::Desk;

/// The finished pages, not yet PDF.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) placed: Vec<Placed>,
    pub(crate) notes: Vec<LanguageNote>,
    /// The box that a mark belongs to: by page and place in the page, both from 0.
    pub(crate) owned: BTreeMap<(usize, usize), String>,
}

pub(crate) fn lay_out(
    form: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
    faces: &Faces,
) -> Result<Layout, PaperError> {
    laid_out(form, language, filling, faces).map_err(|error| by_label(form, language, error))
}

/// A text that does not fit is told by what stands beside its box on the paper: the ids of boxes are in the form's file only.
fn by_label(form: &Form, language: FormLanguage, error: PaperError) -> PaperError {
    let PaperError::DoesNotFit { place } = error else {
        return error;
    };
    let label = form
        .file
        .boxes
        .iter()
        .find(|one| one.id == place)
        .and_then(|one| one.label.as_ref())
        .map(|label| label.of(language).to_owned());
    PaperError::DoesNotFit {
        place: label.unwrap_or(place),
    }
}

fn laid_out(
    form: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
    faces: &Faces,
) -> Result<Layout, PaperError> {
    let mut desk = Desk::new(form, language, *filling, faces);
    for one in &form.file.boxes {
        desk.owner = Some(&one.id);
        let area = desk.furnish(one)?;
        match &one.fill {
            Fill::Text(text) => desk.text(one, text, area)?,
            Fill::Comb(comb) => desk.comb(one, comb, area)?,
            Fill::Choice(choice) => desk.choice(one, choice, area)?,
            Fill::Table(table) => match one.frame {
                Frame::Printed => desk.printed_table(one, table, one.at)?,
                Frame::Box | Frame::Line | Frame::None => desk.table(one, table, area)?,
            },
            Fill::Tick(tick) => desk.tick_box(one, tick, area)?,
            Fill::States(states) => desk.state(one, states, area)?,
            Fill::Date(date) => desk.date(one, date, area)?,
            Fill::Lines(lines) => desk.lines(one, lines, area)?,
            Fill::Static(fixed) => desk.fixed(one, fixed, area)?,
            Fill::Photo => desk.photo(one)?,
            Fill::SigningDate => desk.signing_date(one, area)?,
            Fill::Blank => {}
        }
    }
    desk.owner = None;
    desk.sheets()?;
    desk.footers()?;
    Ok(desk.finish())
}

/// The notes alone, without laying anything out: measuring text is what costs.
pub(crate) fn notes(
    form: &Form,
    language: FormLanguage,
    filling: &Filling<'_>,
) -> Result<Vec<LanguageNote>, PaperError> {
    let mut notes = Vec::new();
    let speaker = Speaker {
        language,
        texts: &form.file.texts,
        words: filling.words,
    };
    for one in &form.file.boxes {
        match &one.fill {
            Fill::Text(text) => {
                let watch = Watch {
                    box_id: &one.id,
                    item: one.item.as_deref(),
                    script: text.script,
                    names: text.names,
                };
                let asked = Asked::whole(filling.facts);
                speaker.say(&one.id, &text.parts, &text.join, asked, &watch, &mut notes)?;
            }
            Fill::Table(table) => {
                let mut none = table.says_none && filling.facts.list_complete(&table.entity);
                for index in 0..filling.facts.records(&table.entity) {
                    let asked = Asked::record(filling.facts, index);
                    if !asked.hold(&table.records) {
                        continue;
                    }
                    none = false;
                    for column in &table.columns {
                        let watch = Watch {
                            box_id: &one.id,
                            item: one.item.as_deref(),
                            script: column.script,
                            names: column.names,
                        };
                        speaker.say(
                            &one.id,
                            &column.parts,
                            &column.join,
                            asked,
                            &watch,
                            &mut notes,
                        )?;
                    }
                }
                if let Some(doubt) = doubt(filling.facts, &table.doubts).filter(|_| none) {
                    notes.extend(in_doubt(&one.id, one.item.as_deref(), doubt));
                }
            }
            Fill::Comb(_)
            | Fill::Choice(_)
            | Fill::Tick(_)
            | Fill::States(_)
            | Fill::Date(_)
            | Fill::Lines(_)
            | Fill::Static(_)
            | Fill::Photo
            | Fill::SigningDate
            | Fill::Blank => {}
        }
    }
    Ok(notes)
}
