//! Reading a case file with its limits.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::NaiveDate;
use qonys_app::Case;
use qonys_app::CasePlan;
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
    let text = text(path)?;
    case_from_json(knowledge, &text)
        .and_then(|case| check_paper_countries(knowledge, &case).map(|()| case))
        .map_err(|error| Failure::in_text(path, &text, error))
}

/// Reads a case with the plan of the command line laid over its own, and the day the papers are handed in.
pub(crate) fn planned(
    knowledge: &Knowledge,
    options: &PlanOptions,
) -> Result<(Case, NaiveDate), Failure> {
    let case = case(knowledge, &options.case)?;
    let mut case = filed(knowledge, case, options.on, options.today);
    lay_over(
        &mut case.plan,
        &options.case,
        (options.on, options.paid, options.decided),
    )?;
    let filing = case.plan.filing.ok_or_else(|| Failure::NoFilingDay {
        file: options.case.display().to_string(),
    })?;
    Ok((case, filing))
}

/// The case with the day on which its papers were handed in as its filing day. The day that the command line names is a thought of its
/// own: where it is another one, nothing has been handed in.
pub(crate) fn filed(
    knowledge: &Knowledge,
    case: Case,
    on: Option<NaiveDate>,
    today: Option<NaiveDate>,
) -> Case {
    match on {
        Some(on) if case.handed_in(knowledge, on) != Some(on) => case.not_handed_in(),
        Some(_) | None => case.planned_as_filed(knowledge, today),
    }
}

/// Lays the days of the command line, filing, payment and decision, over those of the file's plan. Days that then stand in the wrong
/// order are named by who gave them.
pub(crate) fn lay_over(
    plan: &mut CasePlan,
    file: &Path,
    (on, paid, decided): (Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>),
) -> Result<(), Failure> {
    plan.filing = on.or(plan.filing);
    plan.payment = paid.or(plan.payment);
    plan.decision = decided.or(plan.decision);
    let (Some(filing), Err(error)) = (plan.filing, check_plan(plan)) else {
        return Ok(());
    };
    let named = |given: Option<NaiveDate>, option: &str, field: &str, day: NaiveDate| match given {
        Some(_) => format!("{option} {day}"),
        None => format!("{field} {day}"),
    };
    let late = plan.payment.filter(|payment| *payment > filing);
    let early = plan.decision.filter(|decision| *decision < filing);
    let (code, other) = match (late, early) {
        (Some(day), _) => ("plan_payment", named(paid, "--paid", "plan.payment", day)),
        (None, Some(day)) => (
            "plan_decision",
            named(decided, "--decided", "plan.decision", day),
        ),
        (None, None) => return Err(Failure::of_file(file, error)),
    };
    Err(Failure::PlanOrder {
        file: file.display().to_string(),
        code,
        filing: named(on, "--on", "plan.filing", filing),
        other,
    })
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
        kind: error.kind(),
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
