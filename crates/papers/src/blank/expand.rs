//! From the boxes of a blank to a form that can be laid out: every place of a field becomes a
//! box of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::boxfile::BlankBoxes;
use super::error::BlankError;
use super::fields::{BlankField, FieldKind};
use super::read::Blank;
use crate::error::PaperError;
use crate::facts::{FormFacts, FormValue};
use crate::form::{
    CombFill, Condition, Fill, Form, FormBox, Say, StatesFill, TextFill, TickFill, Wanted,
};
use crate::length::Length;

/// The state of a tick whose field does not name one.
pub(super) const USUAL_STATE: &str = "Yes";

/// Room for the headings of a table on a continuation sheet.
const LEAST_HEAD: Length = Length::millimetres(9);

/// A form over a blank.
pub(super) struct Expanded {
    pub(super) form: Form,
    /// What a box of the form is, by its id; a box that lies on the page has none.
    pub(super) targets: BTreeMap<String, Target>,
    /// The fields that have a box, by their places among the blank's fields: what stands in them is an answer or nothing.
    pub(super) mapped: BTreeSet<usize>,
}

/// A place of a field.
pub(super) struct Target {
    /// The field's place among the blank's fields.
    pub(super) field: usize,
    /// The place's number among the field's.
    pub(super) spot: usize,
    /// The state, when it is a tick.
    pub(super) state: Option<String>,
}

pub(super) fn expand(
    blank: &Blank,
    boxes: &BlankBoxes,
    base: &Form,
    facts: &dyn FormFacts,
) -> Result<Expanded, PaperError> {
    let mut file = base.file.clone();
    file.page.pages = blank.pages().len();
    file.page.foreign = blank.pages().len();
    let mut expansion = Expansion {
        blank,
        boxes: Vec::new(),
        targets: BTreeMap::new(),
        mapped: BTreeSet::new(),
    };
    for (index, one) in boxes.boxes.iter().enumerate() {
        let mut one = one.clone();
        if one.item.is_none() {
            one.item = Some((index + 1).to_string());
        }
        if let Fill::Table(table) = &mut one.fill {
            // The blank has its headings; the continuation sheet needs room for them.
            table.head = table.head.max(LEAST_HEAD);
        }
        match &one.field {
            None => expansion.boxes.push(one),
            Some(name) => {
                let found = blank
                    .fields()
                    .iter()
                    .enumerate()
                    .find(|(_, field)| field.name == *name);
                if let Some((at, field)) = found {
                    expansion.field(&one, at, field, facts)?;
                }
            }
        }
    }
    file.boxes = expansion.boxes;
    Ok(Expanded {
        form: Form::of_blank(base.name(), file),
        targets: expansion.targets,
        mapped: expansion.mapped,
    })
}

struct Expansion<'a> {
    blank: &'a Blank,
    boxes: Vec<FormBox>,
    targets: BTreeMap<String, Target>,
    mapped: BTreeSet<usize>,
}

impl Expansion<'_> {
    fn field(
        &mut self,
        one: &FormBox,
        at: usize,
        field: &BlankField,
        facts: &dyn FormFacts,
    ) -> Result<(), PaperError> {
        self.mapped.insert(at);
        match field.kind {
            FieldKind::Text | FieldKind::EditableList | FieldKind::List => {
                let fill = words(&one.fill, field);
                for spot in 0..field.spots.len() {
                    self.push(one, fill.clone(), (at, spot), None, one.id.clone());
                }
                Ok(())
            }
            FieldKind::CheckBox | FieldKind::Radio => match &one.fill {
                Fill::Tick(tick) => {
                    for (spot, place) in field.spots.iter().enumerate() {
                        let state = place.state.clone().unwrap_or(USUAL_STATE.to_owned());
                        let fill = Fill::Tick(tick.clone());
                        self.push(one, fill, (at, spot), Some(state), one.id.clone());
                    }
                    Ok(())
                }
                Fill::States(states) => self.states(one, at, field, states, facts),
                Fill::Text(_)
                | Fill::Comb(_)
                | Fill::Choice(_)
                | Fill::Table(_)
                | Fill::Lines(_)
                | Fill::Static(_)
                | Fill::Date(_)
                | Fill::Photo
                | Fill::SigningDate
                | Fill::Blank => Ok(()),
            },
            FieldKind::Button | FieldKind::Signature => Ok(()),
        }
    }

    /// A tick for every option at the place that shows its state.
    fn states(
        &mut self,
        one: &FormBox,
        at: usize,
        field: &BlankField,
        states: &StatesFill,
        facts: &dyn FormFacts,
    ) -> Result<(), PaperError> {
        let value = match one.record {
            None => facts.value(&states.fact),
            Some(number) => facts.record_value(number.saturating_sub(1), &states.fact),
        };
        let chosen = match value {
            None => None,
            Some(FormValue::Choice(option) | FormValue::Country(option)) => Some(option),
            Some(FormValue::YesNo(yes)) => Some(if yes { "yes" } else { "no" }.to_owned()),
            Some(FormValue::Text { .. } | FormValue::Date(_) | FormValue::Number(_)) => {
                return Err(PaperError::WrongKind {
                    place: one.id.clone(),
                    fact: states.fact.to_string(),
                });
            }
        };
        if let Some(option) = chosen
            && !states.states.contains_key(&option)
        {
            return Err(PaperError::UnknownOption {
                place: one.id.clone(),
                option,
            });
        }
        for (option, state) in states.states.iter().filter(|(_, state)| !state.is_empty()) {
            let spot = field
                .spots
                .iter()
                .position(|spot| spot.state.as_deref().unwrap_or(USUAL_STATE) == state.as_str());
            let Some(spot) = spot else {
                return Err(BlankError::NoState {
                    place: one.id.clone(),
                    field: field.name.clone(),
                    state: state.clone(),
                }
                .into());
            };
            let fill = Fill::Tick(TickFill {
                when: vec![Condition {
                    fact: states.fact.clone(),
                    is: Some(Wanted::Id(option.clone())),
                    is_not: None,
                    known: None,
                    earlier_than: None,
                    ruled_out: None,
                    not_known_yet: None,
                }],
            });
            let id = format!("{}.{option}", one.id);
            self.push(one, fill, (at, spot), Some(state.clone()), id);
        }
        Ok(())
    }

    fn push(
        &mut self,
        one: &FormBox,
        fill: Fill,
        (field, spot): (usize, usize),
        state: Option<String>,
        id: String,
    ) {
        let Some(place) = self
            .blank
            .fields()
            .get(field)
            .and_then(|field| field.spots.get(spot))
        else {
            return;
        };
        // The second place of a field shows the same as the first.
        let id = if self.targets.contains_key(&id) {
            format!("{id}@{}", spot + 1)
        } else {
            id
        };
        self.boxes.push(FormBox {
            id: id.clone(),
            page: place.page,
            at: place.area,
            fill,
            ..one.clone()
        });
        self.targets.insert(id, Target { field, spot, state });
    }
}

/// What fills a field of text or a list.
fn words(fill: &Fill, field: &BlankField) -> Fill {
    let cells = field.most.and_then(|most| i64::try_from(most).ok());
    match (fill, cells) {
        (Fill::Text(text), Some(cells)) if field.comb => match single_fact(text) {
            Some(fact) => Fill::Comb(CombFill { fact, cells }),
            None => Fill::Text(limited(text, field)),
        },
        (Fill::Date(date), Some(cells)) if field.comb => Fill::Comb(CombFill {
            fact: date.fact.clone(),
            cells,
        }),
        (Fill::Comb(comb), Some(cells)) => Fill::Comb(CombFill {
            fact: comb.fact.clone(),
            cells,
        }),
        (Fill::Text(text), _) => Fill::Text(limited(text, field)),
        (Fill::States(states), _) => Fill::States(shown(states, field)),
        (
            Fill::Comb(_)
            | Fill::Choice(_)
            | Fill::Table(_)
            | Fill::Lines(_)
            | Fill::Static(_)
            | Fill::Tick(_)
            | Fill::Date(_)
            | Fill::Photo
            | Fill::SigningDate
            | Fill::Blank,
            _,
        ) => fill.clone(),
    }
}

fn limited(text: &TextFill, field: &BlankField) -> TextFill {
    TextFill {
        most: field.most,
        ..text.clone()
    }
}

/// The fact, when a text is nothing but one.
fn single_fact(text: &TextFill) -> Option<crate::facts::FactPath> {
    match text.parts.as_slice() {
        [part] if part.before.is_none() && part.after.is_none() && part.when.is_empty() => {
            match &part.say {
                Say::Fact(fact) => Some(fact.clone()),
                Say::Words(_) => None,
            }
        }
        _ => None,
    }
}

/// The states by what the list shows for them.
fn shown(states: &StatesFill, field: &BlankField) -> StatesFill {
    let words = |state: &String| {
        field
            .options
            .iter()
            .find(|option| option.value == *state)
            .map_or_else(|| state.clone(), |option| option.words.clone())
    };
    StatesFill {
        fact: states.fact.clone(),
        states: states
            .states
            .iter()
            .map(|(option, state)| (option.clone(), words(state)))
            .collect(),
    }
}
