//! `qonys-cli assess`.

use qonys_app::Knowledge;
use qonys_app::assess_case;
use qonys_app::check_plan;

use crate::arguments::AssessOptions;
use crate::failure::Failure;
use crate::input;
use crate::report::Report;

pub(crate) fn run(options: &AssessOptions) -> Result<String, Failure> {
    let knowledge = Knowledge::built_in()?;
    let mut case = input::case(&knowledge, &options.case)?;
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
    let lang = options.lang.into();
    let view = assess_case(&knowledge, &case, options.today.unwrap_or(filing), lang);
    if options.json {
        return Ok(format!("{}\n", serde_json::to_string_pretty(&view)?));
    }
    Ok(Report::of(&view, lang))
}
