//! Values of fields, with looks of our own: what a reader would draw by itself shows no Kazakh
//! letters, because the fonts that forms name do not have them.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::error::BlankError;
use super::expand::{Expanded, Target};
use super::fields::{BlankField, FieldKind, FieldSpot};
use super::fresh::unicode;
use super::geometry::Turn;
use super::overlay::{operands, sheet_object};
use super::pdf::{dictionary, resolved};
use super::read::Blank;
use crate::ink::{FontBook, content};
use crate::number::{decimal, thousandths};
use crate::paper::{Placed, PlacedKind};
use crate::place::{Layout, Mark};

/// What is needed to draw a field.
pub(super) struct Pen<'a> {
    pub(super) blank: &'a Blank,
    pub(super) expanded: &'a Expanded,
    pub(super) layout: &'a Layout,
    pub(super) book: &'a FontBook,
    /// The resources that all our content shares.
    pub(super) resources: &'a Dictionary,
}

#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
fn damaged(error: impl ToString) -> BlankError {
    BlankError::Damaged(error.to_string())
}

/// Sets every field that has a box. One without an answer is emptied: a value that the blank's maker put there would
/// read as an answer of the person.
pub(super) fn fill(document: &mut Document, pen: &Pen<'_>) -> Result<(), BlankError> {
    let mut by_field: BTreeMap<usize, Vec<(&String, &Target)>> = BTreeMap::new();
    for (id, target) in &pen.expanded.targets {
        by_field.entry(target.field).or_default().push((id, target));
    }
    for index in &pen.expanded.mapped {
        let targets = by_field.remove(index).unwrap_or_default();
        let Some(field) = pen.blank.fields().get(*index) else {
            continue;
        };
        match field.kind {
            FieldKind::Text | FieldKind::EditableList | FieldKind::List => {
                words(document, pen, field, &targets)?;
            }
            FieldKind::CheckBox | FieldKind::Radio => ticks(document, pen, field, &targets)?,
            FieldKind::Button | FieldKind::Signature => {}
        }
    }
    plain_form(document)
}

/// Readers show our looks, and not what they would draw themselves.
fn plain_form(document: &mut Document) -> Result<(), BlankError> {
    let form = document
        .catalog()
        .ok()
        .and_then(|catalog| catalog.get(b"AcroForm").ok())
        .cloned();
    let dict = match form {
        None => return Ok(()),
        Some(Object::Reference(id)) => document.get_dictionary_mut(id).map_err(damaged)?,
        Some(_) => document
            .catalog_mut()
            .and_then(|catalog| catalog.get_mut(b"AcroForm"))
            .and_then(Object::as_dict_mut)
            .map_err(damaged)?,
    };
    dict.remove(b"NeedAppearances");
    dict.remove(b"XFA");
    Ok(())
}

fn words(
    document: &mut Document,
    pen: &Pen<'_>,
    field: &BlankField,
    targets: &[(&String, &Target)],
) -> Result<(), BlankError> {
    let mut value = None;
    let said = |id: &String| text_of(&pen.layout.placed, id);
    if field.read_only && targets.iter().all(|(id, _)| said(id).is_none()) {
        // What the office forbids to change is its own word, not an answer.
        return Ok(());
    }
    for (id, target) in targets {
        if let Some(text) = said(id) {
            value = Some(text);
        }
        if let Some(spot) = field.spots.get(target.spot) {
            let comb = field.comb.then_some(field.most).flatten();
            let look = look(document, pen, spot, id, comb);
            let look = document.add_object(look);
            let widget = document.get_dictionary_mut(spot.id).map_err(damaged)?;
            let mut looks = Dictionary::new();
            looks.set("N", look);
            widget.set("AP", looks);
            widget.remove(b"AS");
            if spot.id != field.id {
                widget.remove(b"V");
            }
        }
    }
    let text = value.unwrap_or_default();
    let chosen = field
        .options
        .iter()
        .position(|option| !text.is_empty() && (option.words == text || option.value == text));
    let stored = chosen
        .and_then(|index| field.options.get(index))
        .map_or(text, |option| option.value.clone());
    let dict = document.get_dictionary_mut(field.id).map_err(damaged)?;
    dict.set("V", unicode(&stored));
    dict.remove(b"RV");
    match chosen.and_then(|index| i64::try_from(index).ok()) {
        Some(index) => dict.set("I", vec![Object::Integer(index)]),
        None => {
            dict.remove(b"I");
        }
    }
    Ok(())
}

/// What was printed into a box: its text, or the letters of its cells.
fn text_of(placed: &[Placed], id: &str) -> Option<String> {
    if let Some(whole) = placed.iter().find(|one| one.place == id) {
        return match whole.kind {
            PlacedKind::Text | PlacedKind::None | PlacedKind::Reference => Some(whole.text.clone()),
            PlacedKind::Tick | PlacedKind::Photo => None,
        };
    }
    let mut letters: BTreeMap<usize, &str> = BTreeMap::new();
    for one in placed {
        let cell = one
            .place
            .strip_prefix(id)
            .and_then(|rest| rest.strip_prefix('.'))
            .and_then(|cell| cell.parse().ok());
        if let Some(cell) = cell {
            letters.insert(cell, &one.text);
        }
    }
    let last = *letters.keys().last()?;
    Some(
        (1..=last)
            .map(|cell| letters.get(&cell).copied().unwrap_or(" "))
            .collect(),
    )
}

fn ticks(
    document: &mut Document,
    pen: &Pen<'_>,
    field: &BlankField,
    targets: &[(&String, &Target)],
) -> Result<(), BlankError> {
    let ticked: Vec<&(&String, &Target)> = targets
        .iter()
        .filter(|(id, _)| pen.layout.placed.iter().any(|one| one.place == **id))
        .collect();
    let state = ticked
        .first()
        .and_then(|(_, target)| target.state.clone())
        .unwrap_or_else(|| "Off".to_owned());
    for (number, spot) in field.spots.iter().enumerate() {
        let on = ticked.iter().find(|(_, target)| target.spot == number);
        if let Some((id, target)) = on
            && let Some(state) = &target.state
            && !has_state(document, spot.id, state)
        {
            let look = look(document, pen, spot, id, None);
            let look = document.add_object(look);
            let off = document.add_object(sheet_object(
                (
                    spot.area.width.in_millipoints(),
                    spot.area.height.in_millipoints(),
                ),
                turned(Turn::None),
                String::new(),
                Dictionary::new(),
            ));
            let mut states = Dictionary::new();
            states.set(state.as_str(), look);
            states.set("Off", off);
            let mut looks = Dictionary::new();
            looks.set("N", states);
            document
                .get_dictionary_mut(spot.id)
                .map_err(damaged)?
                .set("AP", looks);
        }
        let shown = match on {
            Some((_, target)) => target.state.clone().unwrap_or_else(|| state.clone()),
            None => "Off".to_owned(),
        };
        let widget = document.get_dictionary_mut(spot.id).map_err(damaged)?;
        widget.set("AS", Object::Name(shown.into_bytes()));
        if spot.id != field.id {
            widget.remove(b"V");
        }
    }
    document
        .get_dictionary_mut(field.id)
        .map_err(damaged)?
        .set("V", Object::Name(state.into_bytes()));
    Ok(())
}

fn has_state(document: &Document, widget: ObjectId, state: &str) -> bool {
    document
        .get_dictionary(widget)
        .ok()
        .and_then(|widget| dictionary(document, widget.get(b"AP").ok()?))
        .and_then(|looks| dictionary(document, looks.get(b"N").ok()?))
        .is_some_and(|states| states.has(state.as_bytes()))
}

/// The look of a place: its ground and border as the form has them, and our words.
fn look(
    document: &Document,
    pen: &Pen<'_>,
    spot: &FieldSpot,
    id: &str,
    comb: Option<usize>,
) -> lopdf::Stream {
    let area = spot.area;
    let (width, height) = (area.width.in_millipoints(), area.height.in_millipoints());
    let marks: Vec<&Mark> = owned(pen.layout, spot.page - 1, id);
    let mut drawn = ground(document, spot.id, (width, height), comb);
    drawn.push_str("/Tx BMC q\n");
    let shift = [1000, 0, 0, 1000, -area.x.in_millipoints(), 0];
    drawn.push_str(&format!("{} cm\n", operands(shift)));
    drawn.push_str(&content(marks.into_iter(), area.bottom(), pen.book));
    drawn.push_str("Q EMC\n");
    let turn = pen
        .blank
        .pages()
        .get(spot.page - 1)
        .map_or(Turn::None, |page| page.turn);
    sheet_object((width, height), turned(turn), drawn, pen.resources.clone())
}

/// The marks of one box on a page, from 0.
pub(super) fn owned<'a>(layout: &'a Layout, page: usize, id: &str) -> Vec<&'a Mark> {
    let Some(marks) = layout.pages.get(page) else {
        return Vec::new();
    };
    marks
        .marks
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            layout
                .owned
                .get(&(page, *index))
                .is_some_and(|owner| owner == id)
        })
        .map(|(_, mark)| mark)
        .collect()
}

/// Against the turn of the page, so that the words stand upright when it is shown.
fn turned(turn: Turn) -> [i64; 6] {
    match turn {
        Turn::None => [1000, 0, 0, 1000, 0, 0],
        Turn::Right => [0, 1000, -1000, 0, 0, 0],
        Turn::Over => [-1000, 0, 0, -1000, 0, 0],
        Turn::Left => [0, -1000, 1000, 0, 0, 0],
    }
}

/// Ground and border, as the field's own description asks for them.
fn ground(
    document: &Document,
    widget: ObjectId,
    (width, height): (i64, i64),
    comb: Option<usize>,
) -> String {
    let Ok(widget) = document.get_dictionary(widget) else {
        return String::new();
    };
    let look = widget
        .get(b"MK")
        .ok()
        .and_then(|look| dictionary(document, look));
    let colour = |key: &[u8], operators: [&str; 3]| -> Option<String> {
        let parts = resolved(document, look?.get(key).ok()?).as_array().ok()?;
        let numbers: Vec<String> = parts
            .iter()
            .map(|part| thousandths(resolved(document, part)).map(decimal))
            .collect::<Option<_>>()?;
        let operator = match numbers.len() {
            1 => operators[0],
            3 => operators[1],
            4 => operators[2],
            _ => return None,
        };
        Some(format!("{} {operator}", numbers.join(" ")))
    };
    let mut drawn = String::new();
    if let Some(ground) = colour(b"BG", ["g", "rg", "k"]) {
        drawn.push_str(&format!(
            "q {ground} 0 0 {} {} re f Q\n",
            decimal(width),
            decimal(height)
        ));
    }
    let thick = widget
        .get(b"BS")
        .ok()
        .and_then(|style| dictionary(document, style))
        .and_then(|style| style.get(b"W").ok())
        .and_then(thousandths)
        .unwrap_or(1000)
        .clamp(0, 12_000);
    if let (Some(border), true) = (colour(b"BC", ["G", "RG", "K"]), thick > 0) {
        drawn.push_str(&format!("q {border} {} w\n", decimal(thick)));
        drawn.push_str(&format!(
            "{} {} {} {} re S\n",
            decimal(thick / 2),
            decimal(thick / 2),
            decimal(width - thick),
            decimal(height - thick)
        ));
        let cells = comb
            .and_then(|cells| i64::try_from(cells).ok())
            .unwrap_or(1);
        for cell in 1..cells {
            let x = decimal(width * cell / cells);
            drawn.push_str(&format!("{x} 0 m {x} {} l S\n", decimal(height)));
        }
        drawn.push_str("Q\n");
    }
    drawn
}
