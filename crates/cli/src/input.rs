//! Reading a case file with its limits.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;
use qonys_app::Case;
use qonys_app::Knowledge;
use qonys_app::case_from_json;
use qonys_app::check_paper_countries;
use qonys_app::check_plan;

use crate::arguments::PlanOptions;
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

/// Reads a case with the plan of the command line laid over its own, and the day the papers are handed in.
pub(crate) fn planned(
    knowledge: &Knowledge,
    options: &PlanOptions,
) -> Result<(Case, NaiveDate), Failure> {
    let mut case = case(knowledge, &options.case)?;
    case.plan.filing = options.on.or(case.plan.filing);
    case.plan.payment = options.paid.or(case.plan.payment);
    case.plan.decision = options.decided.or(case.plan.decision);
    let file = || options.case.display().to_string();
    check_plan(&case.plan).map_err(|error| Failure::Case {
        file: file(),
        error,
    })?;
    let filing = case
        .plan
        .filing
        .ok_or_else(|| Failure::NoFilingDay { file: file() })?;
    Ok((case, filing))
}

/// The text of a file.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    let file = path.display().to_string();
    String::from_utf8(bytes(path, MOST_BYTES)?).map_err(|_| Failure::NotText { file })
}

/// The bytes of a file; one of more than so many is refused.
pub(crate) fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let file = path.display().to_string();
    let unreadable = |error: std::io::Error| Failure::Unreadable {
        file: path.display().to_string(),
        problem: error.to_string(),
    };
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(unreadable)?
        .take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(Failure::TooLarge { file, most });
    }
    Ok(bytes)
}
