//! `qonys-cli receipt`.

use qonys_app::Knowledge;
use qonys_app::check_plan;
use qonys_app::receipt;

use crate::arguments::ReceiptOptions;
use crate::failure::Failure;
use crate::input;

pub(crate) fn run(options: &ReceiptOptions) -> Result<String, Failure> {
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
    let made = receipt(
        &knowledge,
        &case,
        options.today.unwrap_or(filing),
        options.with_answers,
    )?;
    Ok(format!("{made:#}\n"))
}
