//! Turning fields into ink: what they show stays, and nothing can be typed into them any more.
#![allow(
    clippy::float_arithmetic,
    reason = "the looks of foreign fields come with matrices of decimal numbers"
)]

use lopdf::{Document, Object, ObjectId};

use super::error::BlankError;
use super::overlay::{add_object_name, append};
use super::pdf::{PdfSource, dictionary, resolved};
use crate::number::decimal;

/// A flag of annotations: never shown.
const HIDDEN: i64 = 2;
/// A flag of annotations: not on the screen.
const NO_VIEW: i64 = 32;

#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
fn damaged(error: impl ToString) -> BlankError {
    BlankError::Damaged(error.to_string())
}

/// Draws what every field shows onto its page and takes all fields away.
pub(super) fn flatten(document: &mut Document, source: &PdfSource) -> Result<(), BlankError> {
    for (page, _) in &source.pages {
        let annotations: Vec<Object> = document
            .get_dictionary(*page)
            .ok()
            .and_then(|page| {
                resolved(document, page.get(b"Annots").ok()?)
                    .as_array()
                    .ok()
            })
            .cloned()
            .unwrap_or_default();
        if annotations.is_empty() {
            continue;
        }
        let mut kept = Vec::new();
        let mut operators = String::new();
        for annotation in annotations {
            if !is_widget(document, &annotation) {
                kept.push(annotation);
                continue;
            }
            if let Some((look, matrix)) = shown(document, &annotation) {
                let name = add_object_name(document, *page, look)?;
                operators.push_str(&format!("q {matrix} cm /{name} Do Q\n"));
            }
        }
        if !operators.is_empty() {
            append(document, *page, &operators)?;
        }
        document
            .get_dictionary_mut(*page)
            .map_err(damaged)?
            .set("Annots", kept);
    }
    document.catalog_mut().map_err(damaged)?.remove(b"AcroForm");
    // The values must not stay behind in objects that nothing names any more.
    document.prune_objects();
    Ok(())
}

fn is_widget(document: &Document, annotation: &Object) -> bool {
    dictionary(document, annotation).is_some_and(|annotation| {
        annotation
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Widget")
    })
}

/// The look that a field shows now, and the matrix that brings it to its place.
fn shown(document: &Document, annotation: &Object) -> Option<(ObjectId, String)> {
    let widget = dictionary(document, annotation)?;
    let flags = widget.get(b"F").and_then(Object::as_i64).unwrap_or(0);
    if flags & (HIDDEN | NO_VIEW) != 0 {
        return None;
    }
    let looks = dictionary(document, widget.get(b"AP").ok()?)?;
    let normal = looks.get(b"N").ok()?;
    let look = if let Object::Dictionary(states) = resolved(document, normal) {
        let state = widget
            .get(b"AS")
            .and_then(Object::as_name)
            .unwrap_or(b"Off");
        states.get(state).ok()?.as_reference().ok()?
    } else {
        normal.as_reference().ok()?
    };
    let stream = document.get_object(look).and_then(Object::as_stream).ok()?;
    let place = four(document, widget.get(b"Rect").ok()?)?;
    let bounds = four(document, stream.dict.get(b"BBox").ok()?)?;
    let matrix = stream
        .dict
        .get(b"Matrix")
        .ok()
        .and_then(|matrix| numbers::<6>(document, matrix))
        .unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    // The corners of the look as its own matrix turns them.
    let corners = [(0, 1), (2, 1), (0, 3), (2, 3)].map(|(x, y)| {
        let (x, y) = (bounds[x], bounds[y]);
        (
            matrix[0] * x + matrix[2] * y + matrix[4],
            matrix[1] * x + matrix[3] * y + matrix[5],
        )
    });
    let least = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::INFINITY, f64::min);
    let most =
        |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let (left, right) = (least(|one| one.0), most(|one| one.0));
    let (bottom, top) = (least(|one| one.1), most(|one| one.1));
    let across = (place[2] - place[0]) / (right - left);
    let along = (place[3] - place[1]) / (top - bottom);
    if !across.is_finite() || !along.is_finite() {
        return None;
    }
    let operands = [
        across,
        0.0,
        0.0,
        along,
        place[0] - across * left,
        place[1] - along * bottom,
    ]
    .map(written)
    .join(" ");
    Some((look, operands))
}

/// With six decimals where they are needed: a scale of a whole page asks for them.
#[allow(
    clippy::cast_possible_truncation,
    reason = "numbers of a page are small"
)]
fn written(number: f64) -> String {
    let thousandths = (number * 1000.0).round();
    if (number * 1000.0 - thousandths).abs() < 1e-3 {
        decimal(thousandths as i64)
    } else {
        format!("{number:.6}")
    }
}

fn numbers<const N: usize>(document: &Document, object: &Object) -> Option<[f64; N]> {
    let list = resolved(document, object).as_array().ok()?;
    let mut out = [0.0; N];
    if list.len() != N {
        return None;
    }
    for (number, object) in out.iter_mut().zip(list) {
        *number = f64::from(resolved(document, object).as_float().ok()?);
    }
    Some(out)
}

/// A rectangle: left, bottom, right, top.
fn four(document: &Document, object: &Object) -> Option<[f64; 4]> {
    let [x, y, to_x, to_y] = numbers::<4>(document, object)?;
    Some([x.min(to_x), y.min(to_y), x.max(to_x), y.max(to_y)])
}
