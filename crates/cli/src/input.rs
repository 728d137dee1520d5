//! Reading a case file with its limits.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::case_from_json;
use qonys_app::check_paper_countries;

use crate::failure::Failure;

/// A hundred times the largest case that a family could have.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Reads a case.
pub(crate) fn case(knowledge: &Knowledge, path: &Path) -> Result<Case, Failure> {
    case_from_json(knowledge, &text(path)?)
        .and_then(|case| check_paper_countries(knowledge, &case).map(|()| case))
        .map_err(|error| Failure::Case {
            file: path.display().to_string(),
            error,
        })
}

/// The text of a file.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    let file = path.display().to_string();
    let unreadable = |error: std::io::Error| Failure::Unreadable {
        file: path.display().to_string(),
        problem: error.to_string(),
    };
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(unreadable)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(Failure::TooLarge {
            file,
            most: MOST_BYTES,
        });
    }
    String::from_utf8(bytes).map_err(|_| Failure::NotText { file })
}
