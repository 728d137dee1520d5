//! The blanks and the photo of a case: `"blanks": [{ "boxes": …, "files": […] }], "photo": …`.

use serde_json::Map;
use serde_json::Value as Json;
use serde_json::json;

use crate::error::AppError;
use crate::field_problem::FieldProblem;
use crate::office_blanks::KeptBlank;
use crate::office_blanks::MOST_BLANKS;
use crate::read::case_file::known_fields;
use crate::read::case_file::object;
use crate::read::case_file::wrong;
use crate::wanted::Wanted;

/// Reads the blanks. Their boxes are read when a blank is opened.
pub(super) fn kept_blanks(json: Option<&Json>) -> Result<Vec<KeptBlank>, AppError> {
    let rows = match json {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(Json::Array(rows)) => rows,
        Some(Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_)) => {
            return Err(wrong("blanks", Wanted::Brackets));
        }
    };
    if rows.len() > MOST_BLANKS {
        return Err(AppError::field(
            "blanks",
            FieldProblem::TooMany { most: MOST_BLANKS },
        ));
    }
    let mut found = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let at = format!("blanks[{place}]");
        let map = object(row, &at)?;
        known_fields(map, &format!("{at}."), &["boxes", "files"])?;
        found.push(KeptBlank {
            boxes: text(map, &at, "boxes")?,
            files: match map.get("files") {
                Some(Json::Array(files)) => files
                    .iter()
                    .map(|file| file.as_str().map(str::to_owned))
                    .collect::<Option<Vec<String>>>(),
                Some(
                    Json::Null
                    | Json::Bool(_)
                    | Json::Number(_)
                    | Json::String(_)
                    | Json::Object(_),
                )
                | None => None,
            }
            .ok_or_else(|| wrong(&format!("{at}.files"), Wanted::Texts))?,
        });
    }
    Ok(found)
}

fn text(map: &Map<String, Json>, at: &str, name: &str) -> Result<String, AppError> {
    map.get(name)
        .and_then(Json::as_str)
        .map(str::to_owned)
        .ok_or_else(|| wrong(&format!("{at}.{name}"), Wanted::Text))
}

/// The blanks as a case file holds them.
pub(super) fn kept_blanks_json(blanks: &[KeptBlank]) -> Json {
    blanks
        .iter()
        .map(|blank| json!({ "boxes": blank.boxes, "files": blank.files }))
        .collect()
}

/// Reads the id of the photo.
pub(super) fn kept_photo(json: Option<&Json>) -> Result<Option<String>, AppError> {
    match json {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(id)) => Ok(Some(id.clone())),
        Some(Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_)) => {
            Err(wrong("photo", Wanted::Text))
        }
    }
}
