//! The document as text, and how an older one becomes one of today.
//!
//! 1: one case file, alone. 2: households with applications.

use serde_json::Map;
use serde_json::Value as Json;
use serde_json::json;

use super::Document;
use crate::error::AppError;

/// The newest format that this program reads, and the one it writes.
pub(super) const FORMAT: u32 = 2;

impl Document {
    /// A document with one household and one application without answers.
    pub(crate) fn fresh() -> Result<Self, AppError> {
        of_json(of_case(&empty_case()))
    }

    /// Reads a saved document of any format so far.
    ///
    /// # Errors
    /// [`AppError::NewerState`] for that of a newer program; [`AppError::DamagedState`] when it is none.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        // The very first programs took a byte order mark as well.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let json: Json = serde_json::from_slice(bytes).map_err(|_| AppError::DamagedState)?;
        of_json(upgraded(json)?)
    }

    /// The document as it is saved.
    ///
    /// # Errors
    /// [`AppError::DamagedState`], which nothing that was read can bring.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, AppError> {
        serde_json::to_vec(self).map_err(|_| AppError::DamagedState)
    }
}

pub(super) fn empty_case() -> Json {
    json!({ "format": 1 })
}

fn of_json(json: Json) -> Result<Document, AppError> {
    let document: Document = serde_json::from_value(json).map_err(|_| AppError::DamagedState)?;
    if document.opened().is_none() {
        return Err(AppError::DamagedState);
    }
    Ok(document)
}

/// Brings a document up to the format of today, one format after the other.
fn upgraded(json: Json) -> Result<Json, AppError> {
    let root = json.as_object().ok_or(AppError::DamagedState)?;
    match format_of(root)? {
        1 => Ok(of_case(&json)),
        FORMAT => Ok(json),
        found => Err(AppError::NewerState {
            found,
            known: FORMAT,
        }),
    }
}

/// The first format had no number of its own: it was a case file.
fn format_of(root: &Map<String, Json>) -> Result<u32, AppError> {
    match root.get("document") {
        None if root.contains_key("format") => Ok(1),
        None => Err(AppError::DamagedState),
        Some(format) => format
            .as_u64()
            .and_then(|format| u32::try_from(format).ok())
            .filter(|format| *format >= 2)
            .ok_or(AppError::DamagedState),
    }
}

/// From 1 to 2: the case becomes the one application of one household.
fn of_case(case: &Json) -> Json {
    json!({
        "document": 2,
        "next": 3,
        "open": "application-2",
        "households": [{
            "id": "household-1",
            "name": null,
            "applications": [{ "id": "application-2", "name": null, "case": case }],
            "attachments": [],
        }],
        "deleted": [],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_file_of_the_first_format_becomes_an_application() {
        let case = json!({ "format": 1, "answers": { "applicant": { "status": "citizen" } } });
        let document = Document::from_bytes(case.to_string().as_bytes()).unwrap();
        assert_eq!(document.opened().unwrap().case, case);
        assert_eq!(document.households.len(), 1);
        let again = Document::from_bytes(&document.to_bytes().unwrap()).unwrap();
        assert!(again == document);
    }

    #[test]
    fn a_newer_document_and_a_damaged_one_are_told_apart() {
        let newer = Document::from_bytes(br#"{ "document": 3, "people": [] }"#);
        assert!(matches!(
            newer,
            Err(AppError::NewerState { found: 3, known: 2 })
        ));
        for bytes in [
            &b""[..],
            b"[]",
            b"{}",
            br#"{ "document": 1 }"#,
            br#"{ "document": "2" }"#,
            br#"{ "document": 2, "next": 3, "open": "x", "households": [], "deleted": [] }"#,
        ] {
            let read = Document::from_bytes(bytes);
            assert!(matches!(read, Err(AppError::DamagedState)), "{bytes:?}");
        }
    }
}
