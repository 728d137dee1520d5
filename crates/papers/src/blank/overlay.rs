//! Answers over the pages of a foreign PDF. The page's own content stays as it is, closed off
//! so that no state of it reaches ours.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::error::BlankError;
use super::geometry::Sight;
use super::limits;
use super::pdf::{inherited, resolved};
use crate::ink::compressed;
use crate::number::{decimal, real};

#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
fn damaged(error: impl ToString) -> BlankError {
    BlankError::Damaged(error.to_string())
}

/// A form object of a sheet's size, drawn from its bottom left corner.
pub(super) fn sheet_object(
    size: (i64, i64),
    matrix: [i64; 6],
    content: String,
    resources: Dictionary,
) -> Stream {
    compressed(Stream::new(
        dictionary! {
            "Type" => Object::Name(b"XObject".to_vec()),
            "Subtype" => Object::Name(b"Form".to_vec()),
            "BBox" => vec![0.into(), 0.into(), real(size.0), real(size.1)],
            "Matrix" => matrix.map(real).to_vec(),
            "Resources" => resources,
        },
        content.into_bytes(),
    ))
}

/// The matrix from the sheet as shown to the page.
pub(super) fn to_page(sight: Sight) -> [i64; 6] {
    let matrix = sight.to_page();
    let [a, b, c, d] = matrix.turn;
    let [e, f] = matrix.shift;
    [a, b, c, d, e, f]
}

/// Draws a form object over everything that is on a page.
pub(super) fn draw_over(
    document: &mut Document,
    page: ObjectId,
    object: ObjectId,
) -> Result<(), BlankError> {
    let name = add_object_name(document, page, object)?;
    append(document, page, &format!("q /{name} Do Q\n"))
}

/// Puts operators behind a page's own, from a fresh state.
pub(super) fn append(
    document: &mut Document,
    page: ObjectId,
    operators: &str,
) -> Result<(), BlankError> {
    let content = document
        .get_page_content_with_limit(page, limits::CONTENT)
        .map_err(damaged)?;
    let (missing, left_open) = balance(&content);
    let before = "q\n".repeat(1 + missing);
    let after = format!("\n{}{operators}", "Q\n".repeat(1 + left_open));
    let mut contents = vec![Object::Reference(
        document.add_object(Stream::new(Dictionary::new(), before.into_bytes())),
    )];
    contents.extend(
        document
            .get_page_contents(page)
            .into_iter()
            .map(Object::Reference),
    );
    contents.push(Object::Reference(
        document.add_object(Stream::new(Dictionary::new(), after.into_bytes())),
    ));
    document
        .get_dictionary_mut(page)
        .map_err(damaged)?
        .set("Contents", contents);
    Ok(())
}

/// How many states a content takes off without having put them on, and how many it leaves on.
fn balance(content: &[u8]) -> (usize, usize) {
    let Ok(content) = Content::decode(content) else {
        return (0, 0);
    };
    let (mut depth, mut lowest) = (0_i64, 0_i64);
    for operation in &content.operations {
        match operation.operator.as_str() {
            "q" => depth += 1,
            "Q" => depth -= 1,
            _ => {}
        }
        lowest = lowest.min(depth);
    }
    let missing = usize::try_from(-lowest).unwrap_or(0);
    let left_open = usize::try_from(depth - lowest).unwrap_or(0);
    (missing, left_open.min(10_000))
}

/// Gives an object a name among the page's own resources that nothing there has.
pub(super) fn add_object_name(
    document: &mut Document,
    page: ObjectId,
    object: ObjectId,
) -> Result<String, BlankError> {
    let mut resources = inherited(document, page, b"Resources")
        .and_then(|resources| resources.as_dict().ok())
        .cloned()
        .unwrap_or_default();
    let mut objects = resources
        .get(b"XObject")
        .ok()
        .and_then(|objects| resolved(document, objects).as_dict().ok())
        .cloned()
        .unwrap_or_default();
    let mut name = "QonysInk".to_owned();
    let mut number = 1;
    while objects.has(name.as_bytes()) {
        number += 1;
        name = format!("QonysInk{number}");
    }
    objects.set(name.as_str(), Object::Reference(object));
    resources.set("XObject", objects);
    document
        .get_dictionary_mut(page)
        .map_err(damaged)?
        .set("Resources", resources);
    Ok(name)
}

/// A matrix as an operator's operands.
pub(super) fn operands(matrix: [i64; 6]) -> String {
    matrix.map(decimal).join(" ")
}

#[cfg(test)]
mod tests {
    use super::balance;

    #[test]
    fn states_left_on_and_taken_off_too_often_are_counted() {
        assert_eq!(balance(b"q 1 0 0 1 5 5 cm Q"), (0, 0));
        assert_eq!(balance(b"q q 2 0 0 2 0 0 cm"), (0, 2));
        assert_eq!(balance(b"Q q Q Q 0 0 5 5 re f q"), (2, 1));
    }
}
